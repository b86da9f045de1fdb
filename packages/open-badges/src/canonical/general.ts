import type { RdfTerm } from 'jsonld'
import { bundle2026, type ContextBundle } from '../contexts/bundle.ts'
import { OpenBadgesError } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import { escapeLiteral, type Quad, type Term } from './rdf.ts'

const xsdString = 'http://www.w3.org/2001/XMLSchema#string'

function term({ termType, value, datatype, language }: RdfTerm): Term {
  if (termType === 'DefaultGraph') return ''
  if (termType === 'BlankNode') return value.startsWith('_:') ? value : `_:${value}`
  if (termType === 'NamedNode') return `<${value}>`
  const text = `"${escapeLiteral(value)}"`
  if (language) return `${text}@${language}`
  return datatype && datatype.value !== xsdString ? `${text}^^<${datatype.value}>` : text
}

/**
 * JSON-LD to quads through the general JSON-LD library, in safe mode: a term that no context defines is a
 * fault (`context.unknown-term`), and so is a context that is not in the bundle (`context.foreign`).
 */
export async function generalQuads(
  document: JsonObject,
  bundle: ContextBundle = bundle2026,
): Promise<Quad[]> {
  const { default: jsonld } = await import('jsonld')
  let foreign: string | undefined
  const documentLoader = async (url: string) => {
    const context = bundle.at(url)
    if (context === undefined) {
      foreign = url
      throw new Error('not in the bundle')
    }
    return { documentUrl: url, contextUrl: null, document: context, tag: 'static' as const }
  }
  try {
    const quads = await jsonld.toRDF(document, {
      safe: true,
      base: null,
      // The direction of a text is part of what is signed. JSON-LD 1.1, 10.5.
      rdfDirection: 'i18n-datatype',
      documentLoader,
    })
    return quads.map(({ subject, predicate, object, graph }) => ({
      subject: term(subject),
      predicate: term(predicate),
      object: term(object),
      graph: term(graph),
    }))
  } catch (error) {
    if (foreign !== undefined) {
      throw new OpenBadgesError({
        code: 'context.foreign',
        message: `The context ${foreign} is not in the bundle`,
      })
    }
    const reason = error instanceof Error ? error.message : 'unknown reason'
    throw new OpenBadgesError({
      code: 'context.unknown-term',
      message: `JSON-LD refuses the document: ${reason}`,
    })
  }
}

import type { RdfTerm } from 'jsonld'
import { bundle2026, type ContextBundle } from '../contexts/bundle.ts'
import { OpenBadgesError } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import { BundleContexts } from './general-contexts.ts'
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

// Contexts come from the bundle alone; whatever else the library would load is not loaded.
const documentLoader = async (url: string): Promise<never> => {
  throw new Error(`${url} is not loaded`)
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
  const contexts = new BundleContexts(bundle)
  try {
    const quads = await jsonld.toRDF(document, {
      safe: true,
      base: null,
      // The direction of a text is part of what is signed. JSON-LD 1.1, 10.5.
      rdfDirection: 'i18n-datatype',
      documentLoader,
      contextResolver: contexts,
    })
    return quads.map(({ subject, predicate, object, graph }) => ({
      subject: term(subject),
      predicate: term(predicate),
      object: term(object),
      graph: term(graph),
    }))
  } catch (error) {
    if (contexts.foreign !== undefined) {
      throw new OpenBadgesError({
        code: 'context.foreign',
        message: `The context ${contexts.foreign} is not in the bundle`,
      })
    }
    const reason = error instanceof Error ? error.message : 'unknown reason'
    throw new OpenBadgesError({
      code: 'context.unknown-term',
      message: `JSON-LD refuses the document: ${reason}`,
    })
  }
}

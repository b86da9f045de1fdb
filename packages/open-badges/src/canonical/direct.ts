import { bundle2026, type ContextBundle } from '../contexts/bundle.ts'
import { OpenBadgesError } from '../errors.ts'
import { isIri } from '../guard/format.ts'
import { isJsonObject, type Json, type JsonObject } from '../json.ts'
import { escapeLiteral, type Quad, type Term } from './rdf.ts'
import { ActiveContext, expandIri, type TermDefinition, Unsupported } from './terms.ts'

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const xsd = 'http://www.w3.org/2001/XMLSchema#'
const rdfType = `<${rdf}type>`
const rdfFirst = `<${rdf}first>`
const rdfRest = `<${rdf}rest>`
const rdfNil = `<${rdf}nil>`
// Contexts are few and pinned: what they mean together is computed once for the life of the process.
const roots = new WeakMap<ContextBundle, ActiveContext>()

function rootOf(bundle: ContextBundle): ActiveContext {
  const known = roots.get(bundle) ?? new ActiveContext()
  roots.set(bundle, known)
  return known
}

function activeContext(local: Json | undefined, bundle: ContextBundle, base: ActiveContext): ActiveContext {
  let active = base
  for (const url of local === undefined ? [] : Array.isArray(local) ? local : [local]) {
    if (typeof url !== 'string') throw new Unsupported('an inline context')
    const context = bundle.at(url)
    if (context === undefined) {
      throw new OpenBadgesError({
        code: 'context.foreign',
        message: `The context ${url} is not in the bundle`,
      })
    }
    active = active.with(url, context['@context'] ?? null)
  }
  return active
}

const unknownTerm = (name: string): never => {
  throw new OpenBadgesError({
    code: 'context.unknown-term',
    message: `No context defines ${name.slice(0, 80)}`,
  })
}

/** Turns one document into quads; one instance, one document. */
class Writer {
  readonly quads: Quad[] = []
  readonly #bundle: ContextBundle
  #blanks = 0

  constructor(bundle: ContextBundle) {
    this.#bundle = bundle
  }

  #add(subject: Term, predicate: Term, object: Term, graph: Term): void {
    this.quads.push({ subject, predicate, object, graph })
  }

  #blank(): Term {
    const term = `_:b${this.#blanks}`
    this.#blanks += 1
    return term
  }

  node(value: JsonObject, inherited: ActiveContext, graph: Term): Term {
    let active = inherited
    if (Object.hasOwn(value, '@context')) active = activeContext(value['@context'], this.#bundle, inherited)
    const types = typesOf(value, active)
    const meaning = types.length > 0 ? active.ofTypes(types) : active
    const subject = this.#subject(value, meaning)
    for (const type of types) {
      const iri = expandIri(active.terms, type, true)
      if (!isIri(iri)) unknownTerm(type)
      this.#add(subject, rdfType, `<${iri}>`, graph)
    }
    let members = types.length
    for (const name in value) {
      if (name === '@context') continue
      const definition = meaning.terms.get(name)
      if (!definition) {
        if (name.startsWith('@') || name.includes(':')) throw new Unsupported(name)
        return unknownTerm(name)
      }
      members += 1
      if (definition.id === '@id' || definition.id === '@type') continue
      if (definition.id.startsWith('@') || !isIri(definition.id)) throw new Unsupported(name)
      this.#property(subject, name, definition, value[name] ?? null, meaning, graph)
    }
    if (members === 0) throw new Unsupported('an empty object')
    return subject
  }

  #subject(value: JsonObject, meaning: ActiveContext): Term {
    for (const name of ['id', '@id']) {
      if (!Object.hasOwn(value, name)) continue
      if (name === 'id' && meaning.terms.get(name)?.id !== '@id') continue
      return this.#iri(value[name] ?? null, meaning)
    }
    return this.#blank()
  }

  #iri(value: Json, meaning: ActiveContext): Term {
    if (typeof value !== 'string') throw new Unsupported('an @id that is not text')
    const iri = expandIri(meaning.terms, value, false)
    if (!isIri(iri)) throw new Unsupported('a relative or malformed @id')
    return `<${iri}>`
  }

  #property(
    subject: Term,
    name: string,
    definition: TermDefinition,
    value: Json,
    meaning: ActiveContext,
    graph: Term,
  ): void {
    const predicate = `<${definition.id}>`
    const { container } = definition
    if (container === 'list') {
      const items = Array.isArray(value) ? value : [value]
      this.#add(subject, predicate, this.#list(name, definition, items, meaning, graph), graph)
    } else if (container === 'graph') {
      for (const item of Array.isArray(value) ? value : [value]) {
        if (!isJsonObject(item)) throw new Unsupported('a graph that is not an object')
        const label = this.#blank()
        this.#add(subject, predicate, label, graph)
        if (graph !== '') throw new Unsupported('a graph inside a graph')
        this.node(item, below(meaning, name, definition), label)
      }
    } else if (Array.isArray(value)) {
      for (const item of value)
        this.#add(subject, predicate, this.#object(name, definition, item, meaning, graph), graph)
    } else this.#add(subject, predicate, this.#object(name, definition, value, meaning, graph), graph)
  }

  #list(name: string, definition: TermDefinition, items: Json[], meaning: ActiveContext, graph: Term): Term {
    let rest: Term = rdfNil
    for (let at = items.length - 1; at >= 0; at -= 1) {
      const cell = this.#blank()
      this.#add(cell, rdfFirst, this.#object(name, definition, items[at] ?? null, meaning, graph), graph)
      this.#add(cell, rdfRest, rest, graph)
      rest = cell
    }
    return rest
  }

  #object(name: string, definition: TermDefinition, value: Json, meaning: ActiveContext, graph: Term): Term {
    const { type } = definition
    if (type === '@json') throw new Unsupported('@json')
    if (typeof value === 'string') {
      if (type === undefined) return `"${escapeLiteral(value)}"`
      if (type === '@id') return this.#iri(value, meaning)
      if (type !== '@vocab') return `"${escapeLiteral(value)}"^^<${type}>`
      const iri = expandIri(below(meaning, name, definition).terms, value, true)
      return isIri(iri) ? `<${iri}>` : unknownTerm(value)
    }
    if (isJsonObject(value)) return this.node(value, below(meaning, name, definition), graph)
    const datatype = type?.startsWith('@') ? undefined : type
    if (typeof value === 'boolean') return `"${value}"^^<${datatype ?? `${xsd}boolean`}>`
    if (typeof value === 'number') return numberTerm(value, datatype)
    throw new Unsupported('null, or an array in an array')
  }
}

// JSON-LD 1.1, 8.2.2: integers keep their digits, other numbers take the canonical form of a double.
function numberTerm(value: number, datatype: string | undefined): Term {
  const isDouble = !Number.isInteger(value) || Math.abs(value) >= 1e21
  if (!isDouble && datatype !== `${xsd}double`)
    return `"${value.toFixed(0)}"^^<${datatype ?? `${xsd}integer`}>`
  const lexical = value.toExponential(15).replace(/(\d)0*e\+?/, '$1E')
  return `"${lexical}"^^<${datatype ?? `${xsd}double`}>`
}

function below(meaning: ActiveContext, name: string, { scoped }: TermDefinition): ActiveContext {
  const propagated = meaning.previous ?? meaning
  return scoped === undefined ? propagated : propagated.belowProperty(name, scoped)
}

function typesOf(value: JsonObject, active: ActiveContext): string[] {
  if (active.terms.get('type')?.id !== '@type') throw new Unsupported('a context without the alias type')
  const given = value['type']
  if (given === undefined) return []
  const list = Array.isArray(given) ? given : [given]
  return list.map((type) => {
    if (typeof type !== 'string') throw new Unsupported('a type that is not text')
    return type
  })
}

/**
 * JSON-LD to quads for the part of JSON-LD that credentials use: bundled contexts, no keyword but `@context`.
 * Refuses what no context defines (`context.unknown-term`) and what is not bundled (`context.foreign`).
 * `undefined` says that the document needs the general processor.
 */
export function directQuads(document: JsonObject, bundle: ContextBundle = bundle2026): Quad[] | undefined {
  const writer = new Writer(bundle)
  try {
    const { '@context': local, ...members } = document
    writer.node(members, activeContext(local, bundle, rootOf(bundle)), '')
    return writer.quads
  } catch (error) {
    if (error instanceof Unsupported) return undefined
    throw error
  }
}

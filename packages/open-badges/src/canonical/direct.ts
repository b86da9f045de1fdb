import { bundle2026, type ContextBundle, type Edition, isPinned } from '../contexts/bundle.ts'
import { OpenBadgesError } from '../errors.ts'
import { isIri } from '../guard/format.ts'
import { isJsonObject, type Json, type JsonObject } from '../json.ts'
import { type KnownPart, knownPart } from '../known-parts.ts'
import { planOf, rdfType, stepAfter, unknownTerm } from './members.ts'
import { escapeLiteral, numberTerm, type Quad, sortLines, type Term } from './rdf.ts'
import { lineEnd, type NodeRecord, newRecord, type Records, toQuads, type Value } from './records.ts'
import { ActiveContext, expandIri, type Member, Unsupported } from './terms.ts'

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const xsd = 'http://www.w3.org/2001/XMLSchema#'
const rdfFirst = ` <${rdf}first> `
const rdfRest = ` <${rdf}rest> `
const rdfNil = `<${rdf}nil>${lineEnd}`

// Contexts are few: what they mean together is computed once for the life of the process. Pinned ones are known by
// their address, in each edition; those that a caller vouches for by what they say.
const roots: Record<Edition, ActiveContext> = { '2025': new ActiveContext(), '2026': new ActiveContext() }

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
    const meaning = context['@context'] ?? null
    active = isPinned(url, context)
      ? active.with(url, meaning)
      : active.withText(JSON.stringify(meaning), meaning)
  }
  return active
}

interface KeptPart {
  nodes: readonly NodeRecord[]
  root: NodeRecord
}

const sharedMembers = new Set(['issuer', 'achievement'])

// What is known of the parts that come back in many badges.
const keptParts = new WeakMap<KnownPart, WeakMap<ActiveContext, KeptPart>>()

const plainAscii = /^[ !#-[\]-~]*$/

/** Turns one document into records; one instance, one document. */
class Writer {
  readonly nodes: NodeRecord[] = []
  hasGraphs = false
  #sawWide = false
  readonly #bundle: ContextBundle
  readonly #used = new Set<KnownPart>()
  #isInPart = false

  constructor(bundle: ContextBundle) {
    this.#bundle = bundle
  }

  node(value: JsonObject, inherited: ActiveContext, graph: NodeRecord | undefined, omitted = ''): NodeRecord {
    const active = Object.hasOwn(value, '@context')
      ? activeContext(value['@context'], this.#bundle, inherited)
      : inherited
    const types = typesOf(value, active)
    const meaning = types.length > 0 ? active.ofTypes(types) : active
    let step = meaning.members
    for (const name in value) if (name !== omitted) step = stepAfter(step, name, meaning)
    if (step === meaning.members) throw new Unsupported('an empty object')
    const record = newRecord(subjectOf(value, meaning), graph)
    this.nodes.push(record)
    let before = ''
    for (const member of planOf(step)) {
      if (member.predicate === before) record.unordered = true
      before = member.predicate
      if (member.predicate === rdfType) addTypes(record, types, active)
      else this.#property(record, member, value[member.name] ?? null, meaning)
    }
    return record
  }

  #kept(part: KnownPart, inherited: ActiveContext): NodeRecord {
    // Blank nodes must be new in each place, so a part serves once in a document, and only under a name of its own.
    if (this.#used.has(part)) return this.node(part.value, inherited, undefined)
    this.#used.add(part)
    const known = keptParts.get(part)?.get(inherited)
    if (known) {
      for (const node of known.nodes) this.nodes.push(node)
      return known.root
    }
    const first = this.nodes.length
    const hadGraphs = this.hasGraphs
    // A part inside a part would be in two places of a document that holds both.
    this.#isInPart = true
    const root = this.node(part.value, inherited, undefined)
    this.#isInPart = false
    if (root.subject === '' || (this.hasGraphs && !hadGraphs)) return root
    const nodes = this.nodes.slice(first)
    for (const node of nodes) {
      const blanks = node.values.filter((value) => typeof value !== 'string')
      node.kept = { blanks, texts: new Map() }
    }
    const byContext = keptParts.get(part) ?? new WeakMap<ActiveContext, KeptPart>()
    keptParts.set(part, byContext.set(inherited, { nodes, root }))
    return root
  }

  #property(record: NodeRecord, member: Member, value: Json, meaning: ActiveContext): void {
    const { container } = member.definition
    if (container === 'list') {
      const items = Array.isArray(value) ? value : [value]
      this.#point(record, member.predicate, this.#list(member, items, meaning, record.graph))
    } else if (container === 'graph') {
      for (const item of Array.isArray(value) ? value : [value]) this.#graph(record, member, item)
    } else if (Array.isArray(value)) {
      const first = record.values.length
      for (const item of value)
        this.#point(record, member.predicate, this.#object(member, item, meaning, record.graph))
      if (record.values.length > first + 1) orderFrom(record, first)
    } else this.#point(record, member.predicate, this.#object(member, value, meaning, record.graph))
  }

  #point(record: NodeRecord, predicate: string, value: Value): void {
    record.predicates.push(predicate)
    if (typeof value === 'string') {
      record.values.push(value)
      if (this.#sawWide) record.hasWide = true
      this.#sawWide = false
    } else if (value.subject !== '') record.values.push(value.subject + lineEnd)
    else {
      value.parent = record
      value.via = predicate
      record.values.push(value)
    }
  }

  #graph(record: NodeRecord, member: Member, item: Json): void {
    if (!isJsonObject(item)) throw new Unsupported('a graph that is not an object')
    if (record.graph) throw new Unsupported('a graph inside a graph')
    this.hasGraphs = true
    const label = newRecord('', undefined)
    this.#point(record, member.predicate, label)
    this.node(item, member.below, label)
  }

  #list(member: Member, items: Json[], meaning: ActiveContext, graph: NodeRecord | undefined): Value {
    let rest: Value = rdfNil
    for (let at = items.length - 1; at >= 0; at -= 1) {
      const cell = newRecord('', graph)
      this.nodes.push(cell)
      this.#point(cell, rdfFirst, this.#object(member, items[at] ?? null, meaning, graph))
      this.#point(cell, rdfRest, rest)
      rest = cell
    }
    return rest
  }

  #literal(value: string): string {
    if (plainAscii.test(value)) return value
    this.#sawWide = true
    return escapeLiteral(value)
  }

  #object(member: Member, value: Json, meaning: ActiveContext, graph: NodeRecord | undefined): Value {
    const { type } = member.definition
    if (type === '@json') throw new Unsupported('@json')
    if (typeof value === 'string') {
      if (type === undefined) return `"${this.#literal(value)}"${lineEnd}`
      if (type === '@id') return iriTerm(value, meaning) + lineEnd
      if (type !== '@vocab') return `"${this.#literal(value)}"^^<${type}>${lineEnd}`
      const iri = expandIri(member.below.terms, value, true)
      if (!isIri(iri)) throw unknownTerm(value)
      return `<${iri}>${lineEnd}`
    }
    if (isJsonObject(value)) {
      const mayBeKnown = graph === undefined && !this.#isInPart && sharedMembers.has(member.name)
      const part = mayBeKnown ? knownPart(value) : undefined
      return part ? this.#kept(part, member.below) : this.node(value, member.below, graph)
    }
    const datatype = type?.startsWith('@') ? undefined : type
    if (typeof value === 'boolean') return `"${value}"^^<${datatype ?? `${xsd}boolean`}>${lineEnd}`
    if (typeof value === 'number') return numberTerm(value, datatype) + lineEnd
    throw new Unsupported('null, or an array in an array')
  }
}

// Values without a blank node have their order now, and one alone comes last, whatever its label: `_` is after `"` and
// `<`. With several, it depends on labels.
function orderFrom(record: NodeRecord, first: number): void {
  const { values } = record
  const texts: string[] = []
  let blank: NodeRecord | undefined
  for (let at = first; at < values.length; at += 1) {
    const value = values[at]
    if (typeof value === 'string') texts.push(value)
    else if (blank) record.unordered = true
    else blank = value
  }
  if (record.unordered) return
  sortLines(texts)
  for (let at = 0; at < texts.length; at += 1) values[first + at] = texts[at] ?? ''
  if (blank) values[values.length - 1] = blank
}

function addTypes(record: NodeRecord, types: readonly string[], active: ActiveContext): void {
  const first = record.values.length
  for (const type of types) {
    record.predicates.push(rdfType)
    record.values.push(active.typeValues.get(type) ?? typeValue(type, active))
  }
  if (types.length > 1) orderFrom(record, first)
}

const maxTypes = 1_000

function typeValue(type: string, active: ActiveContext): string {
  const iri = expandIri(active.terms, type, true)
  if (!isIri(iri)) throw unknownTerm(type)
  const value = `<${iri}>${lineEnd}`
  if (active.typeValues.size < maxTypes) active.typeValues.set(type, value)
  return value
}

function subjectOf(value: JsonObject, meaning: ActiveContext): Term {
  if (meaning.hasIdAlias && Object.hasOwn(value, 'id')) return iriTerm(value['id'] ?? null, meaning)
  return Object.hasOwn(value, '@id') ? iriTerm(value['@id'] ?? null, meaning) : ''
}

function iriTerm(value: Json, meaning: ActiveContext): Term {
  if (typeof value !== 'string') throw new Unsupported('an @id that is not text')
  const iri = expandIri(meaning.terms, value, false)
  if (!isIri(iri)) throw new Unsupported('a relative or malformed @id')
  return `<${iri}>`
}

const noTypes: readonly string[] = []

function typesOf(value: JsonObject, active: ActiveContext): readonly string[] {
  if (!active.hasTypeAlias) throw new Unsupported('a context without the alias type')
  const given = value['type']
  if (given === undefined) return noTypes
  if (typeof given === 'string') return [given]
  if (Array.isArray(given) && areTexts(given)) return given
  throw new Unsupported('a type that is not text')
}

const areTexts = (values: Json[]): values is string[] => {
  for (const value of values) if (typeof value !== 'string') return false
  return true
}

// A context alone says nothing: the general processor knows what that means.
function saysMore(document: JsonObject, omitted: string | undefined): boolean {
  for (const name in document) if (name !== '@context' && name !== omitted) return true
  return false
}

/**
 * JSON-LD to RDF for the part of JSON-LD that credentials use: bundled contexts, no keyword but `@context`.
 * Refuses what no context defines (`context.unknown-term`) and what is not bundled (`context.foreign`).
 * `undefined` says that the document needs the general processor. `omitted` is a member that is left out.
 */
export function directRecords(
  document: JsonObject,
  bundle: ContextBundle = bundle2026,
  omitted?: 'proof',
): Records | undefined {
  if (!saysMore(document, omitted)) return undefined
  const writer = new Writer(bundle)
  try {
    writer.node(document, roots[bundle.edition], undefined, omitted)
    return { nodes: writer.nodes, hasGraphs: writer.hasGraphs }
  } catch (error) {
    if (error instanceof Unsupported) return undefined
    throw error
  }
}

/** The same as quads. */
export function directQuads(document: JsonObject, bundle: ContextBundle = bundle2026): Quad[] | undefined {
  const records = directRecords(document, bundle)
  return records && toQuads(records)
}

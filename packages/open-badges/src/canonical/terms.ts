import { isJsonObject, type Json } from '../json.ts'

/** A term of an active context. */
export interface TermDefinition {
  /** IRI, or the keyword that the term stands for. */
  id: string
  /** `@id`, `@vocab`, `@json`, or the IRI of a datatype. */
  type?: string
  container?: 'set' | 'list' | 'graph'
  /** May begin a compact IRI. */
  prefix: boolean
  /** Context that applies below the term. */
  scoped?: Json
  protected: boolean
}

/** The document or a context uses a part of JSON-LD that this processor leaves to the general one. */
export class Unsupported extends Error {}

const maxTexts = 64

/** The meaning of names at one place of a document. */
export class ActiveContext {
  readonly terms: Map<string, TermDefinition>
  /** What comes back one level below, when this one is scoped to a type. */
  readonly previous: ActiveContext | undefined
  readonly #derived = new Map<string, ActiveContext>()
  readonly #scopedBy = new Map<string, ActiveContext>()
  readonly #local = new Map<string, ActiveContext>()
  readonly #texts = new Map<string, ActiveContext | Unsupported>()
  /** What is known of nodes with given members, in this context. */
  readonly members: MemberStep = new MemberStep()
  /** Whether `id` and `type` stand for the keywords. */
  readonly hasIdAlias: boolean
  readonly hasTypeAlias: boolean
  /** Objects of `rdf:type`, by the name of the type. */
  readonly typeValues = new Map<string, string>()

  constructor(terms: Map<string, TermDefinition> = new Map(), previous?: ActiveContext) {
    this.terms = terms
    this.previous = previous
    this.hasIdAlias = terms.get('id')?.id === '@id'
    this.hasTypeAlias = terms.get('type')?.id === '@type'
  }

  /** The context below a property that has one of its own. JSON-LD 1.1, 4.1.8. */
  belowProperty(name: string, scoped: Json): ActiveContext {
    return this.#once(this.#scopedBy, name, () => derive(this, scoped, { override: true }))
  }

  /** The context of a node of these types, in code point order. JSON-LD 1.1, 4.1.9. */
  ofTypes(types: readonly string[]): ActiveContext {
    const first = types[0]
    if (types.length === 1 && first !== undefined) return this.#ofType(first)
    const sorted = [...types].sort()
    return sorted.reduce((context: ActiveContext, type) => context.#ofType(type, this), this)
  }

  #ofType(type: string, meaning: ActiveContext = this): ActiveContext {
    return this.#once(this.#derived, type, () => {
      const scoped = meaning.terms.get(type)?.scoped
      if (scoped === undefined) return this
      const applied = derive(this, scoped, {})
      return new ActiveContext(applied.terms, this.previous ?? this)
    })
  }

  /** This context with one more local context; computed once for each key. */
  with(key: string, local: Json): ActiveContext {
    return this.#once(this.#local, key, () => derive(this, local, {}))
  }

  /** The same for a text that is not pinned: few are kept. */
  withText(text: string, local: Json): ActiveContext {
    const known = this.#texts.get(text)
    if (known) {
      if (known instanceof Unsupported) throw known
      return known
    }
    if (this.#texts.size >= maxTexts) this.#texts.clear()
    try {
      // The caller's object may change later; what was computed must not.
      const made = derive(this, structuredClone(local), {})
      this.#texts.set(text, made)
      return made
    } catch (error) {
      if (error instanceof Unsupported) this.#texts.set(text, error)
      throw error
    }
  }

  #once(kept: Map<string, ActiveContext>, key: string, make: () => ActiveContext): ActiveContext {
    const known = kept.get(key)
    if (known) return known
    const made = make()
    kept.set(key, made)
    return made
  }
}

/** One member of a node, as the contexts define it. */
export interface Member {
  name: string
  /** ` <iri> ` of the property; empty for `id` and `@context`. */
  predicate: string
  definition: TermDefinition
  /** Context below the property. */
  below: ActiveContext
}

/**
 * Nodes with the same members in the same order share their plan: members in the order of their canonical lines. The
 * steps form a tree, one for each next member.
 */
export class MemberStep {
  readonly next = new Map<string, MemberStep>()
  readonly member: Member | undefined
  readonly before: MemberStep | undefined
  /** Members in the order of their predicates; made once asked for. */
  plan: readonly Member[] | undefined

  constructor(member?: Member, before?: MemberStep) {
    this.member = member
    this.before = before
  }
}

interface Options {
  /** A property's own context may redefine protected terms. */
  override?: boolean
}

const understood = new Set(['@protected', '@version'])
const understoodInTerm = new Set(['@id', '@type', '@container', '@context', '@protected'])

function derive(active: ActiveContext, local: Json, options: Options): ActiveContext {
  if (local === null) return new ActiveContext()
  if (Array.isArray(local))
    return local.reduce((context: ActiveContext, one) => derive(context, one, options), active)
  if (!isJsonObject(local)) throw new Unsupported('a context that is not inline')
  for (const key of Object.keys(local)) {
    if (key.startsWith('@') && !understood.has(key)) throw new Unsupported(key)
  }
  const terms = new Map(active.terms)
  const pending = new Set(Object.keys(local).filter((key) => !key.startsWith('@')))
  const isProtected = local['@protected'] === true
  const define = (name: string): void => {
    if (!pending.delete(name)) return
    const made = definition(name, local[name] ?? null, isProtected, (iri) => {
      const [head = ''] = iri.split(':', 1)
      if (pending.has(iri)) define(iri)
      else if (pending.has(head)) define(head)
      return expandIri(terms, iri, true)
    })
    const before = active.terms.get(name)
    if (before?.protected && !options.override && !sameMeaning(before, made))
      throw new Unsupported('a protected term')
    terms.set(name, before?.protected && !options.override ? before : made)
  }
  for (const name of [...pending]) define(name)
  return new ActiveContext(terms, active.previous)
}

function definition(
  name: string,
  value: Json,
  isProtected: boolean,
  expand: (iri: string) => string,
): TermDefinition {
  if (typeof value === 'string') {
    const id = value.startsWith('@') ? value : expand(value)
    return { id, prefix: /[:/?#[\]@]$/.test(id), protected: isProtected }
  }
  if (!isJsonObject(value)) throw new Unsupported('a term set to null')
  for (const key of Object.keys(value)) if (!understoodInTerm.has(key)) throw new Unsupported(key)
  const { '@id': idValue = name, '@type': type, '@container': container, '@context': scoped } = value
  if (typeof idValue !== 'string') throw new Unsupported('@id')
  const made: TermDefinition = {
    id: idValue.startsWith('@') ? idValue : expand(idValue),
    prefix: false,
    protected: isProtected || value['@protected'] === true,
  }
  if (made.id === name && !name.includes(':')) throw new Unsupported('a term without IRI')
  if (typeof type === 'string') made.type = type.startsWith('@') ? type : expand(type)
  else if (type !== undefined) throw new Unsupported('@type')
  if (container === '@set' || container === '@list' || container === '@graph') {
    made.container = container === '@set' ? 'set' : container === '@list' ? 'list' : 'graph'
  } else if (container !== undefined) throw new Unsupported('@container')
  if (scoped !== undefined) made.scoped = scoped
  return made
}

const sameMeaning = (a: TermDefinition, b: TermDefinition): boolean =>
  a.id === b.id &&
  a.type === b.type &&
  a.container === b.container &&
  a.prefix === b.prefix &&
  JSON.stringify(a.scoped) === JSON.stringify(b.scoped)

/** JSON-LD 1.1, 5.2 (IRI expansion), without base. The result may still be relative. */
export function expandIri(terms: ReadonlyMap<string, TermDefinition>, value: string, vocab: boolean): string {
  if (vocab) {
    const known = terms.get(value)
    if (known) return known.id
  }
  const colon = value.indexOf(':')
  if (colon <= 0 || value.startsWith('//', colon + 1)) return value
  const prefix = terms.get(value.slice(0, colon))
  return prefix?.prefix ? prefix.id + value.slice(colon + 1) : value
}

import type {
  ActiveContext,
  ContextRequest,
  ContextResolver,
  ProcessedContext,
  ResolvedContext,
} from 'jsonld'
import { bundle2026, type ContextBundle, isPinned } from '../contexts/bundle.ts'
import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts'

// The general library copies every definition of every word each time it goes into a node or out of it, and forgets what
// a context means below another as soon as either was copied. It takes contexts from whoever resolves them: here the
// copies share what never changes, and what was computed once is found again.

/** Contexts that name contexts, one inside the other. */
const maxDepth = 10
const maxTexts = 128

const origins = new WeakMap<ActiveContext, ActiveContext>()
const plain = new WeakMap<ActiveContext, ActiveContext>()

// No definition changes once it is made, so a copy shares them. What the library's own copy forgets is forgotten too.
function copyOf(this: ActiveContext): ActiveContext {
  const copy: ActiveContext = {
    mappings: new Map(this.mappings),
    clone: copyOf,
    inverse: null,
    getInverse: this.getInverse,
    protected: { ...this.protected },
    revertToPreviousContext: previousOf,
  }
  if (this.previousContext) copy.previousContext = plainOf(this.previousContext)
  for (const key of ['@base', '@language', '@vocab'] as const) if (key in this) copy[key] = this[key]
  origins.set(copy, this)
  return copy
}

function previousOf(this: ActiveContext): ActiveContext {
  return this.previousContext ? plainOf(this.previousContext) : this
}

// The copy of a context: always the same one, so that what was computed below it is found again.
function plainOf(context: ActiveContext): ActiveContext {
  const isPlain = origins.has(context) && !('processingMode' in context) && !('@direction' in context)
  const copy = isPlain ? context : (plain.get(context) ?? context.clone())
  plain.set(context, copy)
  return copy
}

// A property may give protected words a new meaning, a type may not, and the library does not say which of the two asks.
const overrides = (before: ActiveContext, after: ActiveContext): boolean =>
  Object.keys(before.protected).some((term) => {
    const [old, made] = [before.mappings.get(term), after.mappings.get(term)]
    return old !== made && JSON.stringify(old) !== JSON.stringify(made)
  })

type Below = WeakMap<ActiveContext, ProcessedContext>

/** One context, with what it means below each other. */
class Resolved implements ResolvedContext {
  readonly document: JsonObject | null
  readonly #below: Below = new WeakMap()
  readonly #ofTypes: Below = new WeakMap()

  constructor(document: JsonObject | null) {
    this.document = document
  }

  // For the words of a type the library makes a new copy each time, which comes back one level below to what it copies.
  #place(active: ActiveContext): [Below, ActiveContext] {
    const origin = origins.get(active)
    return origin && active.previousContext === origin ? [this.#ofTypes, origin] : [this.#below, active]
  }

  getProcessed(active: ActiveContext): ProcessedContext | undefined {
    const [known, key] = this.#place(active)
    return known.get(key)
  }

  setProcessed(active: ActiveContext, processed: ProcessedContext): void {
    const { context } = processed
    context.clone = copyOf
    context.revertToPreviousContext = previousOf
    const [known, key] = this.#place(active)
    if (!overrides(active, context)) known.set(key, processed)
  }
}

// Contexts of this package and those below their words, which are objects of our own that stay.
const ours = new WeakMap<JsonObject, Resolved>()
const byText = new Map<string, Resolved>()

interface Found {
  scoped: JsonObject[]
  /** Says the same whatever the bundle: imports nothing, and names no context that only some bundles hold. */
  standsAlone: boolean
}

function look(value: Json, found: Found): Found {
  if (Array.isArray(value)) for (const item of value) look(item, found)
  else if (isJsonObject(value)) {
    if (Object.hasOwn(value, '@import')) found.standsAlone = false
    for (const one of asArray(value['@context'])) {
      if (isJsonObject(one)) found.scoped.push(one)
      else if (typeof one === 'string' && !isPinned(one, bundle2026.at(one))) found.standsAlone = false
    }
    for (const key in value) look(value[key] ?? null, found)
  }
  return found
}

function resolved(context: JsonObject, remember: (made: Resolved) => void): Resolved {
  // The library writes into what it is given.
  const copy = structuredClone(context)
  const made = new Resolved(copy)
  const { scoped, standsAlone } = look(copy, { scoped: [], standsAlone: true })
  if (!standsAlone) return made
  for (const one of scoped) ours.set(one, new Resolved(one))
  remember(made)
  return made
}

const resolvedOf = (context: JsonObject): Resolved =>
  ours.get(context) ?? resolved(context, (made) => ours.set(context, made))

// Contexts of documents and callers are known by what they say, never by their address: another caller may vouch for
// another text.
function resolvedByText(context: JsonObject): Resolved {
  const known = ours.get(context)
  if (known) return known
  const text = JSON.stringify(context)
  return (
    byText.get(text) ??
    resolved(context, (made) => {
      if (byText.size >= maxTexts) byText.clear()
      byText.set(text, made)
    })
  )
}

/** Gives the library the contexts of one bundle, and no other. */
export class BundleContexts implements ContextResolver {
  /** The address that was asked for and is not in the bundle. */
  foreign: string | undefined
  readonly #bundle: ContextBundle

  constructor(bundle: ContextBundle) {
    this.#bundle = bundle
  }

  resolve({ context }: ContextRequest): Promise<ResolvedContext[]> {
    return Promise.resolve(this.#resolve(context, 0))
  }

  #resolve(given: Json, depth: number, isPinned = false): ResolvedContext[] {
    if (depth > maxDepth) throw new Error('Contexts name one another without end')
    const local = isJsonObject(given) && given['@context'] ? given['@context'] : given
    return (Array.isArray(local) ? local : [local]).flatMap((one): ResolvedContext[] => {
      if (typeof one === 'string') return this.#named(one, depth)
      if (one === null) return [new Resolved(null)]
      if (!isJsonObject(one)) throw new Error('A context is an address or an object')
      if (Object.hasOwn(one, '@import')) return [new Resolved(this.#withImported(one, depth))]
      return [isPinned ? resolvedOf(one) : resolvedByText(one)]
    })
  }

  // JSON-LD 1.1, 4.1.2 (5.6): one context, which imports nothing itself. The library would write it into the other and
  // take it for the same as one that is named.
  #withImported(local: JsonObject, depth: number): JsonObject {
    const { '@import': url, ...own } = local
    if (typeof url !== 'string') throw new Error('What is imported is named by its address')
    const [imported, ...others] = this.#named(url, depth)
    if (!imported?.document || others.length > 0 || Object.hasOwn(imported.document, '@import'))
      throw new Error('What is imported is one context, which imports nothing itself')
    return { ...structuredClone(imported.document), ...structuredClone(own) }
  }

  #named(url: string, depth: number): ResolvedContext[] {
    const document = this.#bundle.at(url)
    if (document === undefined) {
      this.foreign = url
      throw new Error('not in the bundle')
    }
    return this.#resolve(document['@context'] ?? {}, depth + 1, isPinned(url, document))
  }
}

import { platformCrypto } from '../crypto/platform.ts'
import { hex, utf8 } from '../encoding/bytes.ts'
import { OpenBadgesError } from '../errors.ts'
import { isBlank, nQuad, type Quad, sortLines, type Term } from './rdf.ts'

export interface CanonicalizeOptions {
  /** Hash of the blank node algorithm. */
  hash?: 'SHA-256' | 'SHA-384'
  /** Steps allowed to tell alike blank nodes apart; poison graphs need exponentially many. */
  maxSteps?: number
}

/** Steps for one credential: some ten milliseconds. */
export const maxSteps = 5_000
/** Steps for several credentials side by side, where alike badges are usual. */
export const maxGraphSteps = 50_000
/** Steps after which others get their turn: nothing is held up for long, whatever the graph. */
export const stepsBetweenPauses = 5_000
/** Neighbours ordered, labels set or taken back that count as one step. */
const labelsOfStep = 16

export interface Canonical {
  nQuads: string
  /** Input blank node label to canonical label, without `_:`. */
  labels: Map<string, string>
}

class Issuer {
  readonly issued = new Map<Term, string>()
  /** Who has a label, in the order of the labels. */
  readonly order: Term[] = []
  readonly prefix: string
  constructor(prefix: string) {
    this.prefix = prefix
  }
  issue(term: Term): string {
    const known = this.issued.get(term)
    if (known !== undefined) return known
    const label = `_:${this.prefix}${this.order.length}`
    this.issued.set(term, label)
    this.order.push(term)
    return label
  }
  /** Takes back the labels given since there were so many; returns whom they were given to, in order. */
  takeBack(count: number): Term[] {
    const taken = this.order.splice(count)
    for (const term of taken) this.issued.delete(term)
    return taken
  }
}

type Awaitable<T> = T | Promise<T>

const positions = ['subject', 'object', 'graph'] as const
const positionLetters = { subject: 's', object: 'o', graph: 'g' } as const

const relabelled = (quad: Quad, label: (term: Term) => Term): string =>
  nQuad({
    subject: label(quad.subject),
    predicate: quad.predicate,
    object: label(quad.object),
    graph: label(quad.graph),
  })

/** The RDF Dataset Canonicalization algorithm, RDFC-1.0. One instance canonicalises one dataset. */
class Canonicalizer {
  readonly #quadsOf = new Map<Term, Quad[]>()
  readonly #canonical = new Issuer('c14n')
  readonly #firstDegree = new Map<Term, string>()
  readonly #hash: 'SHA-256' | 'SHA-384'
  #stepsLeft: number
  #stepsToPause = stepsBetweenPauses

  constructor(options: CanonicalizeOptions) {
    this.#hash = options.hash ?? 'SHA-256'
    this.#stepsLeft = options.maxSteps ?? maxSteps
  }

  async run(quads: readonly Quad[]): Promise<Canonical> {
    for (const quad of quads) {
      const { subject, object, graph } = quad
      if (isBlank(subject)) this.#mention(subject, quad)
      if (isBlank(object) && object !== subject) this.#mention(object, quad)
      if (isBlank(graph) && graph !== subject && graph !== object) this.#mention(graph, quad)
    }
    await this.#label()
    const label = (term: Term): Term => (isBlank(term) ? this.#canonical.issue(term) : term)
    const lines = quads.map((quad) => relabelled(quad, label))
    const labels = new Map<string, string>()
    for (const [term, given] of this.#canonical.issued) labels.set(term.slice(2), given.slice(2))
    return { nQuads: sortLines([...new Set(lines)]).join(''), labels }
  }

  #mention(term: Term, quad: Quad): void {
    const known = this.#quadsOf.get(term)
    if (known) known.push(quad)
    else this.#quadsOf.set(term, [quad])
  }

  async #label(): Promise<void> {
    const byHash = new Map<string, Term[]>()
    for (const term of this.#quadsOf.keys()) {
      const given = this.#hashFirstDegree(term)
      const hash = typeof given === 'string' ? given : await given
      const terms = byHash.get(hash)
      if (terms) terms.push(term)
      else byHash.set(hash, [term])
    }
    const ambiguous: Term[][] = []
    for (const hash of [...byHash.keys()].sort()) {
      const terms = byHash.get(hash) ?? []
      if (terms.length > 1) ambiguous.push(terms)
      else for (const term of terms) this.#canonical.issue(term)
    }
    for (const terms of ambiguous) {
      const results: { hash: string; order: Term[] }[] = []
      for (const term of terms) {
        if (this.#canonical.issued.has(term)) continue
        const issuer = new Issuer('b')
        issuer.issue(term)
        results.push({ hash: await this.#hashNDegree(term, issuer), order: issuer.order })
      }
      results.sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0))
      for (const { order } of results) for (const term of order) this.#canonical.issue(term)
    }
  }

  // At once where the platform can: a promise for each of many short texts would cost as much as their hashes.
  #digest(text: string): Awaitable<string> {
    const { digest, digestHex } = platformCrypto()
    if (digestHex) return digestHex(this.#hash, text)
    return Promise.resolve(digest(this.#hash, utf8(text))).then(hex)
  }

  // 4.6
  #hashFirstDegree(term: Term): Awaitable<string> {
    const known = this.#firstDegree.get(term)
    if (known !== undefined) return known
    const mask = (other: Term): Term => (isBlank(other) ? (other === term ? '_:a' : '_:z') : other)
    const lines = (this.#quadsOf.get(term) ?? []).map((quad) => relabelled(quad, mask))
    const hash = this.#digest(sortLines(lines).join(''))
    if (typeof hash !== 'string') return hash.then((value) => this.#keepFirstDegree(term, value))
    return this.#keepFirstDegree(term, hash)
  }

  #keepFirstDegree(term: Term, hash: string): string {
    this.#firstDegree.set(term, hash)
    return hash
  }

  // 4.7
  #hashRelated(
    related: Term,
    quad: Quad,
    issuer: Issuer,
    position: keyof typeof positionLetters,
  ): Awaitable<string> {
    const begin = position === 'graph' ? 'g' : positionLetters[position] + quad.predicate
    const label = this.#canonical.issued.get(related) ?? issuer.issued.get(related)
    const name = label ?? this.#hashFirstDegree(related)
    return typeof name === 'string'
      ? this.#digest(begin + name)
      : name.then((value) => this.#digest(begin + value))
  }

  // 4.8. The labels that this gives are added to the issuer.
  async #hashNDegree(term: Term, issuer: Issuer): Promise<string> {
    if (this.#spend(1)) await this.#pause()
    const relatedByHash = new Map<string, Term[]>()
    for (const quad of this.#quadsOf.get(term) ?? []) {
      for (const position of positions) {
        const related = quad[position]
        if (!isBlank(related) || related === term) continue
        if (this.#spend(1)) await this.#pause()
        const given = this.#hashRelated(related, quad, issuer, position)
        const hash = typeof given === 'string' ? given : await given
        const terms = relatedByHash.get(hash)
        if (!terms) relatedByHash.set(hash, [related])
        else terms.push(related)
      }
    }
    let data = ''
    for (const hash of [...relatedByHash.keys()].sort()) {
      data += hash + (await this.#choosePath(relatedByHash.get(hash) ?? [], issuer))
    }
    return this.#digest(data)
  }

  async #choosePath(terms: Term[], issuer: Issuer): Promise<string> {
    const before = issuer.order.length
    let best: { path: string; order: Term[] } | undefined
    for (const permutation of permutations(terms)) {
      if (this.#spend(1 + terms.length / labelsOfStep)) await this.#pause()
      const path = await this.#walk(permutation, issuer, best?.path)
      // One order alone: its labels stay where they are.
      if (terms.length === 1 && path !== undefined) return path
      const order = issuer.takeBack(before)
      if (this.#spend(order.length / labelsOfStep)) await this.#pause()
      if (path !== undefined && (!best || path < best.path)) best = { path, order }
    }
    for (const term of best?.order ?? []) issuer.issue(term)
    return best?.path ?? ''
  }

  // Hashes and orders are counted alike: eight neighbours have 40,320 orders, none of which needs a hash. Tells whether
  // it is time to let others have their turn.
  #spend(steps: number): boolean {
    this.#stepsLeft -= steps
    this.#stepsToPause -= steps
    if (this.#stepsLeft >= 0) return this.#stepsToPause <= 0
    throw new OpenBadgesError({
      code: 'canonical.poison-graph',
      message: 'The blank nodes are too alike to be ordered',
    })
  }

  #pause(): Promise<void> {
    this.#stepsToPause = stepsBetweenPauses
    return new Promise((resolve) => {
      setTimeout(resolve, 0)
    })
  }

  async #walk(permutation: Term[], issuer: Issuer, best: string | undefined): Promise<string | undefined> {
    const longer = (path: string): boolean => best !== undefined && path.length >= best.length && path > best
    let path = ''
    const recursion: Term[] = []
    for (const related of permutation) {
      const canonical = this.#canonical.issued.get(related)
      if (canonical !== undefined) path += canonical
      else {
        if (!issuer.issued.has(related)) recursion.push(related)
        path += issuer.issue(related)
      }
      if (longer(path)) return undefined
    }
    for (const related of recursion) {
      const hash = await this.#hashNDegree(related, issuer)
      path += `${issuer.issue(related)}<${hash}>`
      if (longer(path)) return undefined
    }
    return path
  }
}

// Every order, without recursion: a node may have thousands of neighbours.
function* permutations(terms: readonly Term[]): Generator<Term[]> {
  const order = [...terms]
  const places = terms.map((_, at) => at)
  for (;;) {
    yield [...order]
    let left = places.length - 2
    while (left >= 0 && (places[left] ?? 0) > (places[left + 1] ?? 0)) left -= 1
    if (left < 0) return
    let right = places.length - 1
    while ((places[right] ?? 0) < (places[left] ?? 0)) right -= 1
    swap(places, left, right)
    for (let low = left + 1, high = places.length - 1; low < high; low += 1, high -= 1)
      swap(places, low, high)
    for (let at = left; at < order.length; at += 1) order[at] = terms[places[at] ?? 0] ?? ''
  }
}

function swap(places: number[], a: number, b: number): void {
  const kept = places[a] ?? 0
  places[a] = places[b] ?? 0
  places[b] = kept
}

/**
 * Canonical N-Quads of a dataset. W3C RDF Dataset Canonicalization 1.0, 4.
 * Throws `canonical.poison-graph` when the blank nodes need more than the allowed work.
 */
export const canonicalize = (quads: readonly Quad[], options: CanonicalizeOptions = {}): Promise<Canonical> =>
  new Canonicalizer(options).run(distinct(quads))

// A dataset is a set: what is said twice counts once.
function distinct(quads: readonly Quad[]): readonly Quad[] {
  const byLine = new Map(quads.map((quad) => [nQuad(quad), quad]))
  return byLine.size === quads.length ? quads : [...byLine.values()]
}

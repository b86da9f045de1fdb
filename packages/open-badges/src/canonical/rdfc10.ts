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

/** Steps for one credential: some tens of milliseconds. */
export const maxSteps = 5_000
/** Steps for several credentials side by side, where alike badges are usual. */
export const maxGraphSteps = 50_000

export interface Canonical {
  nQuads: string
  /** Input blank node label to canonical label, without `_:`. */
  labels: Map<string, string>
}

class Issuer {
  readonly issued: Map<Term, string>
  readonly prefix: string
  constructor(prefix: string, issued: Map<Term, string> = new Map()) {
    this.prefix = prefix
    this.issued = issued
  }
  issue(term: Term): string {
    const known = this.issued.get(term)
    if (known !== undefined) return known
    const label = `_:${this.prefix}${this.issued.size}`
    this.issued.set(term, label)
    return label
  }
  copy(): Issuer {
    return new Issuer(this.prefix, new Map(this.issued))
  }
}

const positions = ['subject', 'object', 'graph'] as const
const positionLetters = { subject: 's', object: 'o', graph: 'g' } as const

/** The RDF Dataset Canonicalization algorithm, RDFC-1.0. One instance canonicalises one dataset. */
class Canonicalizer {
  readonly #quadsOf = new Map<Term, Quad[]>()
  readonly #canonical = new Issuer('c14n')
  readonly #firstDegree = new Map<Term, string>()
  readonly #hash: 'SHA-256' | 'SHA-384'
  #stepsLeft: number

  constructor(options: CanonicalizeOptions) {
    this.#hash = options.hash ?? 'SHA-256'
    this.#stepsLeft = options.maxSteps ?? maxSteps
  }

  async run(quads: readonly Quad[]): Promise<Canonical> {
    for (const quad of quads) {
      for (const term of new Set(positions.map((position) => quad[position]))) {
        if (!isBlank(term)) continue
        const known = this.#quadsOf.get(term)
        if (known) known.push(quad)
        else this.#quadsOf.set(term, [quad])
      }
    }
    await this.#label()
    const relabel = (term: Term): Term => (isBlank(term) ? this.#canonical.issue(term) : term)
    const lines = quads.map((quad) =>
      nQuad({
        subject: relabel(quad.subject),
        predicate: quad.predicate,
        object: relabel(quad.object),
        graph: relabel(quad.graph),
      }),
    )
    const labels = new Map<string, string>()
    for (const [term, label] of this.#canonical.issued) labels.set(term.slice(2), label.slice(2))
    return { nQuads: sortLines([...new Set(lines)]).join(''), labels }
  }

  async #label(): Promise<void> {
    const byHash = new Map<string, Term[]>()
    for (const term of this.#quadsOf.keys()) {
      const hash = await this.#hashFirstDegree(term)
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
      const results: { hash: string; issuer: Issuer }[] = []
      for (const term of terms) {
        if (this.#canonical.issued.has(term)) continue
        const issuer = new Issuer('b')
        issuer.issue(term)
        results.push(await this.#hashNDegree(term, issuer))
      }
      results.sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0))
      for (const { issuer } of results) for (const term of issuer.issued.keys()) this.#canonical.issue(term)
    }
  }

  async #digest(text: string): Promise<string> {
    return hex(await platformCrypto().digest(this.#hash, utf8(text)))
  }

  // 4.6
  async #hashFirstDegree(term: Term): Promise<string> {
    const known = this.#firstDegree.get(term)
    if (known !== undefined) return known
    const mask = (other: Term): Term => (isBlank(other) ? (other === term ? '_:a' : '_:z') : other)
    const lines = (this.#quadsOf.get(term) ?? []).map(({ subject, predicate, object, graph }) =>
      nQuad({ subject: mask(subject), predicate, object: mask(object), graph: mask(graph) }),
    )
    const hash = await this.#digest(sortLines(lines).join(''))
    this.#firstDegree.set(term, hash)
    return hash
  }

  // 4.7
  async #hashRelated(
    related: Term,
    quad: Quad,
    issuer: Issuer,
    position: keyof typeof positionLetters,
  ): Promise<string> {
    this.#spend()
    const label = this.#canonical.issued.get(related) ?? issuer.issued.get(related)
    const name = label ?? (await this.#hashFirstDegree(related))
    const predicate = position === 'graph' ? '' : quad.predicate
    return this.#digest(`${positionLetters[position]}${predicate}${name}`)
  }

  // 4.8
  async #hashNDegree(term: Term, initial: Issuer): Promise<{ hash: string; issuer: Issuer }> {
    this.#spend()
    const relatedByHash = new Map<string, Term[]>()
    for (const quad of this.#quadsOf.get(term) ?? []) {
      for (const position of positions) {
        const related = quad[position]
        if (!isBlank(related) || related === term) continue
        const hash = await this.#hashRelated(related, quad, initial, position)
        const terms = relatedByHash.get(hash)
        if (!terms) relatedByHash.set(hash, [related])
        else terms.push(related)
      }
    }
    let data = ''
    let issuer = initial
    for (const hash of [...relatedByHash.keys()].sort()) {
      const chosen = await this.#choosePath(relatedByHash.get(hash) ?? [], issuer)
      data += hash + chosen.path
      issuer = chosen.issuer
    }
    return { hash: await this.#digest(data), issuer }
  }

  async #choosePath(terms: Term[], initial: Issuer): Promise<{ path: string; issuer: Issuer }> {
    let best: { path: string; issuer: Issuer } | undefined
    for (const permutation of permutations(terms)) {
      this.#spend()
      const candidate = await this.#walk(permutation, initial.copy(), best?.path)
      if (candidate && (!best || candidate.path < best.path)) best = candidate
    }
    return best ?? { path: '', issuer: initial }
  }

  // Hashes and orders are counted alike: eight neighbours have 40,320 orders, none of which needs a hash.
  #spend(): void {
    this.#stepsLeft -= 1
    if (this.#stepsLeft >= 0) return
    throw new OpenBadgesError({
      code: 'canonical.poison-graph',
      message: 'The blank nodes are too alike to be ordered',
    })
  }

  async #walk(
    permutation: Term[],
    start: Issuer,
    best: string | undefined,
  ): Promise<{ path: string; issuer: Issuer } | undefined> {
    const longer = (path: string): boolean => best !== undefined && path.length >= best.length && path > best
    let issuer = start
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
      const result = await this.#hashNDegree(related, issuer)
      path += `${issuer.issue(related)}<${result.hash}>`
      issuer = result.issuer
      if (longer(path)) return undefined
    }
    return { path, issuer }
  }
}

function* permutations(terms: Term[]): Generator<Term[]> {
  if (terms.length <= 1) {
    yield terms
    return
  }
  for (let at = 0; at < terms.length; at += 1) {
    const head = terms[at]
    if (head === undefined) continue
    for (const rest of permutations([...terms.slice(0, at), ...terms.slice(at + 1)])) yield [head, ...rest]
  }
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

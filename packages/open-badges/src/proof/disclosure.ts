import { isBlank, nQuad, type Quad, sortLines, type Term } from '../canonical/rdf.ts'
import { canonicalize } from '../canonical/rdfc10.ts'
import { quadsOf, statementsOf } from '../canonical/statements.ts'
import type { ContextBundle } from '../contexts/bundle.ts'
import { platformCrypto } from '../crypto/platform.ts'
import { concatBytes, encodeBase64Url, utf8 } from '../encoding/bytes.ts'
import { OpenBadgesError } from '../errors.ts'
import { isJsonObject, type Json, type JsonObject } from '../json.ts'
import { select } from './selection.ts'

// Blank nodes get names of their own for as long as parts are compared with the whole.
const named = 'urn:bnid:'
const namedTerm = /^<urn:bnid:(n\d+)>$/
const rest = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#rest>'

function withNames(value: Json, next: { at: number }): Json {
  if (Array.isArray(value)) return value.map((item) => withNames(item, next))
  if (!isJsonObject(value)) return value
  const made: JsonObject = {}
  const isNode = !Object.keys(value).some((name) => name.startsWith('@') && name !== '@context')
  if (isNode && !Object.hasOwn(value, 'id')) {
    made['id'] = `${named}n${next.at}`
    next.at += 1
  }
  for (const [name, member] of Object.entries(value))
    made[name] = name === '@context' ? member : withNames(member, next)
  return made
}

const withoutName = (term: Term): Term => term.replace(namedTerm, '_:$1')

// Cells of lists are no objects of the document: they are named after the place where they hang.
function namesOfCells(quads: readonly Quad[]): (term: Term) => Term {
  const links = new Map<Term, Quad>()
  for (const quad of quads) if (isBlank(quad.object)) links.set(quad.object, quad)
  const names = new Map<Term, Term>()
  const nameOf = (term: Term): Term => {
    if (!isBlank(term) || term.startsWith('_:n')) return term
    const known = names.get(term)
    if (known !== undefined) return known
    let depth = 0
    let link = links.get(term)
    while (link?.predicate === rest && depth < quads.length) {
      depth += 1
      link = links.get(link.subject)
    }
    const name = link ? `_:in ${withoutName(link.subject)} ${link.predicate} ${depth}` : term
    names.set(term, name)
    return name
  }
  return nameOf
}

async function quadsWithoutNames(document: JsonObject, bundle: ContextBundle): Promise<Quad[]> {
  const quads = quadsOf(await statementsOf(document, bundle))
  const cell = namesOfCells(quads)
  const plain = (term: Term): Term => withoutName(cell(term))
  return quads.map(({ subject, predicate, object, graph }) => ({
    subject: plain(subject),
    predicate,
    object: plain(object),
    graph: plain(graph),
  }))
}

/** HMAC-SHA-256 with a key of 32 bytes. RFC 2104. */
async function hmac(key: Uint8Array, text: string): Promise<Uint8Array> {
  const { digest } = platformCrypto()
  const padded = (byte: number): Uint8Array =>
    Uint8Array.from({ length: 64 }, (_, at) => (key[at] ?? 0) ^ byte)
  const inner = await digest('SHA-256', concatBytes(padded(0x36), utf8(text)))
  return digest('SHA-256', concatBytes(padded(0x5c), inner))
}

const linesOf = (quads: readonly Quad[], labels: ReadonlyMap<string, string>): string[] => {
  const labelOf = (term: Term): Term => (isBlank(term) ? `_:${labels.get(term.slice(2)) ?? ''}` : term)
  const lines = quads.map(({ subject, predicate, object, graph }) =>
    nQuad({ subject: labelOf(subject), predicate, object: labelOf(object), graph: graph && labelOf(graph) }),
  )
  return sortLines([...new Set(lines)])
}

/** A document as ordered lines under labels that tell nothing, and the way to find parts of it among them. */
export class Disclosure {
  readonly lines: readonly string[]
  readonly #document: JsonObject
  readonly #labels: ReadonlyMap<string, string>
  readonly #bundle: ContextBundle

  private constructor(
    lines: readonly string[],
    document: JsonObject,
    labels: ReadonlyMap<string, string>,
    bundle: ContextBundle,
  ) {
    this.lines = lines
    this.#document = document
    this.#labels = labels
    this.#bundle = bundle
  }

  /**
   * Data Integrity ECDSA 1.0, 3.4.16 (canonicalizeAndGroup), 3.5.1 (createHmacIdLabelMapFunction).
   * Throws `selective.unsupported` for JSON-LD that cannot be cut member by member, and what canonicalisation throws.
   */
  static async of(document: JsonObject, hmacKey: Uint8Array, bundle: ContextBundle): Promise<Disclosure> {
    const whole = withNames(document, { at: 0 })
    const quads = isJsonObject(whole) ? await quadsWithoutNames(whole, bundle) : []
    const canonical = await canonicalize(quads)
    const plain = await canonicalize(quadsOf(await statementsOf(document, bundle)))
    if (!isJsonObject(whole) || plain.nQuads !== canonical.nQuads) {
      throw new OpenBadgesError({
        code: 'selective.unsupported',
        message: 'The JSON-LD of this credential cannot be shown in part',
      })
    }
    const labels = new Map<string, string>()
    for (const [name, label] of canonical.labels)
      labels.set(name, `u${encodeBase64Url(await hmac(hmacKey, label))}`)
    return new Disclosure(linesOf(quads, labels), whole, labels, bundle)
  }

  /** Indexes of the lines that pointers choose. Throws `selective.pointer`. */
  async indexesOf(pointers: readonly string[]): Promise<Set<number>> {
    const part = select(this.#document, pointers)
    if (!part) return new Set()
    const lines = new Set(linesOf(await quadsWithoutNames(part, this.#bundle), this.#labels))
    const indexes = new Set<number>()
    for (const [at, line] of this.lines.entries()) if (lines.has(line)) indexes.add(at)
    if (indexes.size !== lines.size) {
      throw new OpenBadgesError({
        code: 'selective.unsupported',
        message: 'A part of this credential means something else alone',
      })
    }
    return indexes
  }

  /** Canonical label of the part that pointers choose, alone, to its label here. */
  async labelsOf(pointers: readonly string[]): Promise<Map<string, string>> {
    const part = select(this.#document, pointers)
    const { labels } = await canonicalize(part ? await quadsWithoutNames(part, this.#bundle) : [])
    return new Map([...labels].map(([name, label]) => [label, this.#labels.get(name) ?? '']))
  }
}

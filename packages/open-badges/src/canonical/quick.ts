import { isBlank, type Quad, sortLines, type Term } from './rdf.ts'

// Hashes of blank nodes repeat from badge to badge (criteria, alignments): a short memory saves half of them.
const remembered = new Map<string, string>()
const maxRemembered = 1_024
const maxRememberedText = 2_048

function hashOf(text: string, hash: (text: string) => string): string {
  if (text.length > maxRememberedText) return hash(text)
  const known = remembered.get(text)
  if (known !== undefined) return known
  const made = hash(text)
  if (remembered.size >= maxRemembered) remembered.clear()
  remembered.set(text, made)
  return made
}

function firstDegree(term: Term, quads: readonly Quad[], hash: (text: string) => string): string {
  const lines: string[] = []
  for (const { subject, predicate, object, graph } of quads) {
    const s = isBlank(subject) ? (subject === term ? '_:a' : '_:z') : subject
    const o = isBlank(object) ? (object === term ? '_:a' : '_:z') : object
    const g = graph !== '' && isBlank(graph) ? (graph === term ? '_:a' : '_:z') : graph
    const line = g === '' ? `${s} ${predicate} ${o} .\n` : `${s} ${predicate} ${o} ${g} .\n`
    // Only a value can be said twice of one node: two blank nodes are never the same statement.
    if (!isBlank(object) && subject === term && lines.includes(line)) continue
    lines.push(line)
  }
  return hashOf(sortLines(lines).join(''), hash)
}

/**
 * RDFC-1.0 for graphs whose blank nodes all differ at first sight, which is nearly all credentials. `undefined` when
 * two are alike: the full algorithm must decide. Quads that join two blank nodes must be distinct.
 */
export function canonicalizeQuickly(
  quads: readonly Quad[],
  hash: (text: string) => string,
): string | undefined {
  const touching = new Map<Term, Quad[]>()
  const touch = (term: Term, quad: Quad): void => {
    const known = touching.get(term)
    if (known === undefined) touching.set(term, [quad])
    else if (known[known.length - 1] !== quad) known.push(quad)
  }
  for (const quad of quads) {
    if (isBlank(quad.subject)) touch(quad.subject, quad)
    if (isBlank(quad.object)) touch(quad.object, quad)
    if (quad.graph !== '' && isBlank(quad.graph)) touch(quad.graph, quad)
  }
  const byHash = new Map<string, Term>()
  for (const [term, own] of touching) {
    const value = firstDegree(term, own, hash)
    if (byHash.has(value)) return undefined
    byHash.set(value, term)
  }
  const labels = new Map<Term, Term>()
  for (const value of [...byHash.keys()].sort()) {
    const term = byHash.get(value)
    if (term !== undefined) labels.set(term, `_:c14n${labels.size}`)
  }
  return write(quads, labels)
}

// Subjects end with a mark that they cannot hold, so ordering them first, then their lines, orders the whole.
function write(quads: readonly Quad[], labels: ReadonlyMap<Term, Term>): string {
  const bySubject = new Map<Term, string[]>()
  for (const { subject, predicate, object, graph } of quads) {
    const s = isBlank(subject) ? (labels.get(subject) ?? subject) : subject
    const o = isBlank(object) ? (labels.get(object) ?? object) : object
    const g = graph === '' ? '' : `${isBlank(graph) ? (labels.get(graph) ?? graph) : graph} `
    const rest = `${predicate} ${o} ${g}.\n`
    const known = bySubject.get(s)
    if (known === undefined) bySubject.set(s, [rest])
    else known.push(rest)
  }
  let text = ''
  for (const subject of sortLines([...bySubject.keys()])) {
    let before = ''
    for (const rest of sortLines(bySubject.get(subject) ?? [])) {
      if (rest !== before) text += `${subject} ${rest}`
      before = rest
    }
  }
  return text
}

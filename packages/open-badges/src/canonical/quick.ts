import { utf8 } from '../encoding/bytes.ts'
import { Utf8Writer } from '../encoding/utf8-writer.ts'
import { sortLines, type Term } from './rdf.ts'
import { type KeptNode, lineEnd, type NodeRecord, type Records, type Value } from './records.ts'

type LabelOf = (node: NodeRecord) => Term

function linesOf(node: NodeRecord, subject: Term, labelOf: LabelOf): string[] {
  const { predicates, values } = node
  const lines: string[] = []
  for (let at = 0; at < predicates.length; at += 1) {
    const value = values[at] ?? ''
    lines.push(subject + predicates[at] + (typeof value === 'string' ? value : labelOf(value) + lineEnd))
  }
  return lines
}

const maxTexts = 64

// The lines of a part that many badges share differ from one badge to the next by a few labels at most.
function keptText(node: NodeRecord, kept: KeptNode, subject: Term, labelOf: LabelOf): Uint8Array {
  let key = node.subject === '' ? subject : ''
  for (const blank of kept.blanks) key += labelOf(blank)
  const known = kept.texts.get(key)
  if (known) return known
  const text = utf8(textOf(node, subject, labelOf))
  if (kept.texts.size >= maxTexts) kept.texts.clear()
  kept.texts.set(key, text)
  return text
}

function textOf(node: NodeRecord, subject: Term, labelOf: LabelOf): string {
  if (node.unordered) return orderedText(node, subject, labelOf)
  const { predicates, values } = node
  let text = ''
  let before: Value = ''
  for (let at = 0; at < predicates.length; at += 1) {
    const value = values[at] ?? ''
    // What is said twice counts once.
    if (value === before && predicates[at] === predicates[at - 1]) continue
    text += subject + predicates[at] + (typeof value === 'string' ? value : labelOf(value) + lineEnd)
    before = value
  }
  return text
}

// Two blank nodes are never the same value, even where they hide behind the same mark.
function orderedText(node: NodeRecord, subject: Term, labelOf: LabelOf): string {
  const blanks = node.values.some((value) => typeof value !== 'string')
  const lines = sortLines(linesOf(node, subject, labelOf))
  return (
    blanks
      ? lines.filter((line, at) => line !== lines[at - 1] || / _:\w+ \.\n$/.test(line))
      : [...new Set(lines)]
  ).join('')
}

const other: LabelOf = () => '_:z'

// The lines that mention a blank node of a tree: the one that points to it, and its own.
function firstDegree(node: NodeRecord): string {
  const own = textOf(node, '_:a', other)
  const { parent, via } = node
  if (!parent) return own
  return parent.subject === '' ? `${own}_:z${via}_:a${lineEnd}` : `${parent.subject}${via}_:a${lineEnd}${own}`
}

interface Labelled {
  bySubject: Map<Term, NodeRecord | NodeRecord[]>
  labelOf: LabelOf
}

function label(nodes: readonly NodeRecord[], hash: (text: string) => string): Labelled | undefined {
  const byHash = new Map<string, NodeRecord>()
  const bySubject: Labelled['bySubject'] = new Map()
  for (const node of nodes) {
    if (node.subject === '') {
      const value = node.kept?.hash || hash(firstDegree(node))
      if (node.kept) node.kept.hash = value
      if (byHash.has(value)) return undefined
      byHash.set(value, node)
    } else {
      const known = bySubject.get(node.subject)
      bySubject.set(node.subject, known === undefined ? node : [known, node].flat())
    }
  }
  const labels = new Map<NodeRecord, Term>()
  for (const value of [...byHash.keys()].sort()) {
    const node = byHash.get(value)
    if (node === undefined) continue
    const term = `_:c14n${labels.size}`
    labels.set(node, term)
    bySubject.set(term, node)
  }
  return { bySubject, labelOf: (node) => labels.get(node) ?? '' }
}

/**
 * RDFC-1.0 for documents whose blank nodes all differ at first sight, which is nearly all credentials. `undefined`
 * when two are alike, or with named graphs: the full algorithm must decide. The bytes are good until the next call.
 */
export function canonicalizeQuickly(
  { nodes, hasGraphs }: Records,
  hash: (text: string) => string,
): Uint8Array | undefined {
  const labelled = hasGraphs ? undefined : label(nodes, hash)
  if (!labelled) return undefined
  const { bySubject, labelOf } = labelled
  const out = new Utf8Writer()
  // Subjects end with a mark that they cannot hold, so ordering them, then their lines, orders the whole.
  for (const subject of sortLines([...bySubject.keys()])) {
    const node = bySubject.get(subject)
    if (node === undefined) continue
    if (Array.isArray(node)) out.text(mergedLines(node, subject, labelOf).join(''))
    else if (node.kept) out.bytes(keptText(node, node.kept, subject, labelOf))
    else out.text(textOf(node, subject, labelOf))
  }
  return out.done()
}

const mergedLines = (nodes: NodeRecord[], subject: Term, labelOf: LabelOf): string[] => [
  ...new Set(sortLines(nodes.flatMap((node) => linesOf(node, subject, labelOf)))),
]

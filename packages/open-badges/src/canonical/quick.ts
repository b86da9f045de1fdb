import { sortLines, type Term } from './rdf.ts'
import { lineEnd, type NodeRecord, type Records, type Value } from './records.ts'

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

// Parts that many badges share keep their lines, unless these hold a label.
function keptText(node: NodeRecord, subject: Term, labelOf: LabelOf): string {
  if (node.text !== '') return node.text
  const text = textOf(node, subject, labelOf)
  if (node.isKept && node.subject !== '' && node.values.every((value) => typeof value === 'string'))
    node.text = text
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

/**
 * RDFC-1.0 for documents whose blank nodes all differ at first sight, which is nearly all credentials. `undefined`
 * when two are alike, or with named graphs: the full algorithm must decide.
 */
export function canonicalizeQuickly(
  { nodes, hasGraphs }: Records,
  hash: (text: string) => string,
): string | undefined {
  if (hasGraphs) return undefined
  const byHash = new Map<string, NodeRecord>()
  const bySubject = new Map<Term, NodeRecord | NodeRecord[]>()
  for (const node of nodes) {
    if (node.subject === '') {
      const value = node.hash || hash(firstDegree(node))
      if (node.isKept) node.hash = value
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
    const label = `_:c14n${labels.size}`
    labels.set(node, label)
    bySubject.set(label, node)
  }
  const labelOf: LabelOf = (node) => labels.get(node) ?? ''
  let text = ''
  // Subjects end with a mark that they cannot hold, so ordering them, then their lines, orders the whole.
  for (const subject of sortLines([...bySubject.keys()])) {
    const node = bySubject.get(subject)
    if (node === undefined) continue
    if (Array.isArray(node)) text += mergedLines(node, subject, labelOf).join('')
    else text += keptText(node, subject, labelOf)
  }
  return text
}

const mergedLines = (nodes: NodeRecord[], subject: Term, labelOf: LabelOf): string[] => [
  ...new Set(sortLines(nodes.flatMap((node) => linesOf(node, subject, labelOf)))),
]

import { utf8 } from '../encoding/bytes.ts'
import { Utf8Writer } from '../encoding/utf8-writer.ts'
import { byCodePoint, sortLines, type Term } from './rdf.ts'
import { type KeptNode, lineEnd, type NodeRecord, type Records, type Value } from './records.ts'

type TermOf = (node: NodeRecord) => Term

const termOf: TermOf = (node) => (node.subject === '' ? node.label : node.subject)
/** Any blank node but the one that is looked at. RDFC-1.0, 4.6. */
const masked: TermOf = (node) => (node.subject === '' ? '_:z' : node.subject)

function linesOf(node: NodeRecord, subject: Term): string[] {
  const { predicates, values } = node
  const lines: string[] = []
  for (let at = 0; at < predicates.length; at += 1) {
    const value = values[at] ?? ''
    lines.push(subject + predicates[at] + (typeof value === 'string' ? value : termOf(value) + lineEnd))
  }
  return lines
}

const maxTexts = 64

// The lines of a part that many badges share differ from one badge to the next by a few labels at most.
function keptText(node: NodeRecord, kept: KeptNode): Uint8Array {
  let key = node.subject === '' ? node.label : ''
  for (const blank of kept.blanks) key += blank.label
  const known = kept.texts.get(key)
  if (known) return known
  const text = utf8(textOf(node, termOf(node), termOf))
  if (kept.texts.size >= maxTexts) kept.texts.clear()
  kept.texts.set(key, text)
  return text
}

function textOf(node: NodeRecord, subject: Term, shown: TermOf): string {
  if (node.unordered) return orderedText(node, subject, shown)
  const { predicates, values } = node
  let text = ''
  let before: Value = ''
  for (let at = 0; at < predicates.length; at += 1) {
    const value = values[at] ?? ''
    // What is said twice counts once.
    if (value === before && predicates[at] === predicates[at - 1]) continue
    text += subject + predicates[at] + (typeof value === 'string' ? value : shown(value) + lineEnd)
    before = value
  }
  return text
}

// Two blank nodes are never the same value, even where they hide behind the same mark.
function orderedText(node: NodeRecord, subject: Term, shown: TermOf): string {
  const { predicates, values } = node
  const lines = sortLines(
    values.map(
      (value, at) => subject + predicates[at] + (typeof value === 'string' ? value : shown(value) + lineEnd),
    ),
  )
  return (
    values.some((value) => typeof value !== 'string')
      ? lines.filter((line, at) => line !== lines[at - 1] || / _:\w+ \.\n$/.test(line))
      : [...new Set(lines)]
  ).join('')
}

const beyondAscii = /[\u0080-\uffff]/

function write(node: NodeRecord, out: Utf8Writer): void {
  if (node.kept) out.bytes(keptText(node, node.kept))
  else if (!node.hasWide) out.text(textOf(node, termOf(node), termOf))
  else if (node.unordered) out.apart(orderedText(node, termOf(node), termOf))
  else writeWide(node, out)
}

function writeWide(node: NodeRecord, out: Utf8Writer): void {
  const { predicates, values } = node
  const subject = termOf(node)
  let before: Value = ''
  for (let at = 0; at < predicates.length; at += 1) {
    const value = values[at] ?? ''
    if (value === before && predicates[at] === predicates[at - 1]) continue
    out.text(subject + predicates[at])
    if (typeof value !== 'string') out.text(termOf(value) + lineEnd)
    else if (beyondAscii.test(value)) out.apart(value)
    else out.text(value)
    before = value
  }
}

// The lines that mention a blank node of a tree: the one that points to it, and its own.
function firstDegree(node: NodeRecord): string {
  const own = textOf(node, '_:a', masked)
  const { parent, via } = node
  if (!parent) return own
  return parent.subject === '' ? `${own}_:z${via}_:a${lineEnd}` : `${parent.subject}${via}_:a${lineEnd}${own}`
}

// Labels of the blank nodes, in the order of their hashes; false when two are alike.
function label(nodes: readonly NodeRecord[], hash: (text: string) => string): boolean {
  const blanks: NodeRecord[] = []
  for (const node of nodes) {
    if (node.subject !== '') continue
    if (node.hash === '') node.hash = hash(firstDegree(node))
    let at = blanks.length
    for (; at > 0 && node.hash < (blanks[at - 1]?.hash ?? ''); at -= 1);
    if (at > 0 && node.hash === blanks[at - 1]?.hash) return false
    blanks.splice(at, 0, node)
  }
  for (let at = 0; at < blanks.length; at += 1) {
    const node = blanks[at]
    if (node) node.label = `_:c14n${at}`
  }
  return true
}

const highUnits = /[\ud800-\uffff]/

// Subjects end with a mark that they cannot hold, so ordering them, then their lines, orders the whole.
function orderBySubject(nodes: readonly NodeRecord[]): NodeRecord[] {
  const order = [...nodes]
  if (nodes.some(({ subject }) => highUnits.test(subject)))
    return order.sort((a, b) => byCodePoint(termOf(a), termOf(b)))
  return order.sort((a, b) => {
    const one = termOf(a)
    const other = termOf(b)
    return one < other ? -1 : one === other ? 0 : 1
  })
}

/**
 * RDFC-1.0 for documents whose blank nodes all differ at first sight, which is nearly all credentials. `undefined`
 * when two are alike, or with named graphs: the full algorithm must decide. The bytes are good until the next call.
 */
export function canonicalizeQuickly(
  { nodes, hasGraphs }: Records,
  hash: (text: string) => string,
): Uint8Array | undefined {
  if (hasGraphs) return undefined
  if (!label(nodes, hash)) return undefined
  const out = new Utf8Writer()
  const order = orderBySubject(nodes)
  for (let at = 0; at < order.length; ) {
    const node = order[at]
    if (node === undefined) break
    let end = at + 1
    while (node.subject !== '' && order[end]?.subject === node.subject) end += 1
    if (end === at + 1) write(node, out)
    else out.text(mergedLines(order.slice(at, end), node.subject).join(''))
    at = end
  }
  return out.done()
}

const mergedLines = (nodes: NodeRecord[], subject: Term): string[] => [
  ...new Set(sortLines(nodes.flatMap((node) => linesOf(node, subject)))),
]

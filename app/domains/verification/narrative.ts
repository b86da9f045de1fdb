/** A piece of a short Markdown text: what the criteria of a badge are written in. */
export type Piece =
  | { kind: 'paragraph'; text: string }
  | { kind: 'labelled'; label: string; text: string }
  | { kind: 'list'; items: string[] }

const labelled = /^\*\*([^*\n]{1,120}?)[\s\u00a0\u202f]*:[\s\u00a0\u202f]*\*\*\s*(.*)$/s
const item = /^\s{0,3}(?:[-*+]|\d{1,3}[.)])\s+(.*)$/

/**
 * Reads the simple part of Markdown: paragraphs, `**Label:** text` and lists, as plain text.
 * Links keep their words only: what a badge says is shown, never where it would lead.
 */
export function readNarrative(markdown: string): Piece[] {
  const pieces: Piece[] = []
  for (const block of markdown
    .slice(0, 20_000)
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)) {
    const lines = block.split('\n').filter((line) => line.trim() !== '')
    if (lines.length === 0) continue
    const items = lines.map((line) => item.exec(line)?.[1])
    if (items.every((one) => one !== undefined)) pieces.push({ kind: 'list', items: items.map(plainText) })
    else pieces.push(readParagraph(lines.join(' ').trim()))
  }
  return pieces
}

function readParagraph(text: string): Piece {
  const [, label, rest] = labelled.exec(text) ?? []
  return label === undefined
    ? { kind: 'paragraph', text: plainText(text) }
    : { kind: 'labelled', label: plainText(label), text: plainText(rest ?? '') }
}

const escaped = /\\([\\*_`[\]<>#+\-.!()])/g

/** Words without their marks. An escaped sign stays the sign. */
export function plainText(markdown: string | undefined): string {
  const kept: string[] = []
  // A private sign stands for each escaped one while the marks are removed.
  const held = (markdown ?? '').replace(escaped, (_all, sign: string) => `\ue000${kept.push(sign) - 1}\ue001`)
  return held
    .replace(/!?\[([^\]]{0,300})\]\([^)\s]{0,2000}\)/g, '$1')
    .replace(/^#{1,6}\s+/, '')
    .replace(/(\*\*|__|`)/g, '')
    .replace(/(^|\s)[*_]([^*_\n]{1,300})[*_](?=\s|[.,;:!?]|$)/g, '$1$2')
    .replace(/\ue000(\d+)\ue001/g, (_all, index: string) => kept[Number(index)] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}

import Papa from 'papaparse'

/** One row of the list, as typed, with the line of the file where it begins. */
export interface RecipientRow {
  line: number
  id: string
  email: string
  name: string
  evidence: string
  narrative: string
  /** More cells than the first line has names for: nobody can tell which one is too many. */
  overfull: boolean
}

const names = new Map<string, keyof Omit<RecipientRow, 'line' | 'overfull'>>([
  ['id', 'id'],
  ['email', 'email'],
  ['e-mail', 'email'],
  ['mail', 'email'],
  ['courriel', 'email'],
  ['name', 'name'],
  ['nom', 'name'],
  ['evidence', 'evidence'],
  ['preuve', 'evidence'],
  ['narrative', 'narrative'],
  ['récit', 'narrative'],
  ['recit', 'narrative'],
])

/** The text of a file saved by any spreadsheet: UTF-8 with or without its mark, or Windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Reads rows separated by `,` `;` or tab. Undefined when no column names a recipient. */
export function readRecipients(text: string): RecipientRow[] | undefined {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  let header: (string | undefined)[] | undefined
  const rows: RecipientRow[] = []
  const place = lineCounter(plain)
  let from = 0
  Papa.parse<string[]>(plain, {
    delimiter: delimiterOf(plain),
    step: ({ data, meta }) => {
      const line = place(from)
      from = meta.cursor
      const cells = data.map((cell) => cell.trim())
      if (cells.every((cell) => cell === '')) return
      if (header === undefined) header = cells.map((cell) => names.get(cell.toLowerCase()))
      else rows.push(rowOf(header, cells, line))
    },
  })
  const known: unknown[] = header ?? []
  return known.includes('id') || known.includes('email') ? rows : undefined
}

// The first line decides: what people write below it may hold more separators than it does.
function delimiterOf(text: string): string {
  const first = text.split('\n').find((line) => line.trim() !== '') ?? ''
  const known = (delimiter: string): number =>
    Papa.parse<string[]>(first, { delimiter })
      .data.flat()
      .filter((cell) => names.has(cell.trim().toLowerCase())).length
  const [best = ','] = [',', ';', '\t'].toSorted((a, b) => known(b) - known(a))
  return best
}

function rowOf(header: (string | undefined)[], cells: string[], line: number): RecipientRow {
  const row = { line, id: '', email: '', name: '', evidence: '', narrative: '', overfull: false }
  for (const [index, cell] of cells.entries()) {
    const column = header[index]
    if (column !== undefined) Object.assign(row, { [column]: cell })
    if (index >= header.length && cell !== '') row.overfull = true
  }
  return row
}

/** The line on which the row that follows an offset begins; offsets only grow. */
function lineCounter(text: string): (from: number) => number {
  let line = 1
  let at = 0
  return (from) => {
    for (; at < from; at += 1) if (text[at] === '\n') line += 1
    return line
  }
}

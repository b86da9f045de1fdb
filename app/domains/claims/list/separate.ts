import Papa from 'papaparse'

/** One line of a list as it was written: where it begins in the file, and its cells. */
export interface SourceLine {
  line: number
  cells: string[]
  /** A quote that opens here never closes. */
  openQuote: boolean
}

export type Separator = ',' | ';' | '\t' | ''

/** Cuts a text into lines and cells. Blank lines are left out; line numbers are those of the file. */
export function separate(text: string): { lines: SourceLine[]; separator: Separator } {
  const body = text.replace(/^\ufeff/, '').replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
  const { separator, start, startLine } = skipDeclaration(body)
  const chosen = separator ?? guessSeparator(body.slice(start))
  const lines = cut(body.slice(start), chosen, startLine)
  return { lines: lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')), separator: chosen }
}

// Excel writes « sep=; » above the list when it is told to.
function skipDeclaration(text: string): { separator?: Separator; start: number; startLine: number } {
  const said = /^"?sep=([,;\t])"?\n/.exec(text)
  const separator = said?.[1]
  if (said === null || (separator !== ',' && separator !== ';' && separator !== '\t'))
    return { start: 0, startLine: 1 }
  return { separator, start: said[0].length, startLine: 2 }
}

/** The separator that cuts most lines into the same number of cells, and more than one. */
function guessSeparator(text: string): Separator {
  const sample = text.slice(0, 100_000)
  let best: { separator: Separator; score: number } = { separator: '', score: 0 }
  for (const separator of ['\t', ';', ','] as const) {
    if (!sample.includes(separator)) continue
    const counts = cut(sample, separator, 1)
      .slice(0, 60)
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
      .map(({ cells }) => cells.length)
    const often = new Map<number, number>()
    for (const count of counts) if (count > 1) often.set(count, (often.get(count) ?? 0) + 1)
    const agreeing = Math.max(0, ...often.values())
    const score = agreeing / Math.max(1, counts.length)
    if (score > best.score + 0.001) best = { separator, score }
  }
  return best.separator
}

function cut(text: string, separator: Separator, startLine: number): SourceLine[] {
  const lines: SourceLine[] = []
  let position = 0
  let line = startLine
  let broken = false
  Papa.parse<string[]>(text, {
    // A list of one column has no separator; this sign is in no list.
    delimiter: separator === '' ? '\u0001' : separator,
    newline: '\n',
    step: ({ data, errors, meta }, parser) => {
      const openQuote = errors.some((error) => error.code === 'MissingQuotes')
      if (openQuote) {
        broken = true
        parser.abort()
        return
      }
      lines.push({ line, cells: data.map(String), openQuote: false })
      line += countLines(text, position, meta.cursor)
      position = meta.cursor
    },
  })
  if (!broken) return lines
  // An open quote would swallow the rest of the list: that line is told apart, the others are read on.
  const end = text.indexOf('\n', position)
  const first = text.slice(position, end === -1 ? text.length : end)
  lines.push({
    line,
    cells: first.replaceAll('"', '').split(separator === '' ? '\u0001' : separator),
    openQuote: true,
  })
  return end === -1 ? lines : [...lines, ...cut(text.slice(end + 1), separator, line + 1)]
}

function countLines(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

import Papa from 'papaparse'

/** One line of a list as it was written: where it begins in the file, and its cells. */
export interface SourceLine {
  line: number
  cells: string[]
  /** A quote that opens here never closes. */
  openQuote: boolean
}

export type Separator = ',' | ';' | '\t' | ''

/** Cuts a text into lines and cells, `most` at most. Blank lines are left out; line numbers are those of the file. */
export function separate(
  text: string,
  most = Number.POSITIVE_INFINITY,
): { lines: SourceLine[]; separator: Separator } {
  const body = text.replace(/^\ufeff/, '').replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
  const { separator, start, startLine } = skipDeclaration(body)
  const chosen = separator ?? guessSeparator(body.slice(start))
  const lines = cut(body.slice(start), chosen, startLine, most)
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

/** Open quotes told apart one by one; beyond, a quote is a sign like another. */
const mostOpenQuotes = 20

function cut(
  text: string,
  separator: Separator,
  startLine: number,
  most = Number.POSITIVE_INFINITY,
): SourceLine[] {
  // A list of one column has no separator; this sign is in no list.
  const delimiter = separator === '' ? '\u0001' : separator
  const lines: SourceLine[] = []
  let rest = text
  let line = startLine
  for (let broken = 0; rest !== '' && lines.length < most; broken += 1) {
    const read = cutUntilBroken(rest, delimiter, line, broken < mostOpenQuotes, most - lines.length)
    for (const one of read.lines) lines.push(one)
    if (read.brokenAt === undefined) break
    // An open quote would swallow the rest of the list: that line is told apart, the others are read on.
    const end = rest.indexOf('\n', read.brokenAt)
    const first = rest.slice(read.brokenAt, end === -1 ? rest.length : end)
    lines.push({ line: read.nextLine, cells: first.replaceAll('"', '').split(delimiter), openQuote: true })
    if (end === -1) break
    rest = rest.slice(end + 1)
    line = read.nextLine + 1
  }
  return lines
}

function cutUntilBroken(text: string, delimiter: string, startLine: number, quotes: boolean, most: number) {
  const lines: SourceLine[] = []
  let position = 0
  let line = startLine
  let broken = false
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    quoteChar: quotes ? '"' : '\u0002',
    step: ({ data, errors, meta }, parser) => {
      if (errors.some((error) => error.code === 'MissingQuotes')) {
        broken = true
        parser.abort()
        return
      }
      lines.push({ line, cells: data.map(String), openQuote: false })
      line += countLines(text, position, meta.cursor)
      position = meta.cursor
      if (lines.length >= most) parser.abort()
    },
  })
  return { lines, brokenAt: broken ? position : undefined, nextLine: line }
}

function countLines(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

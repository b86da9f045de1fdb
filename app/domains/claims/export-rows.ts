import Papa from 'papaparse'
import type { BatchRow } from './store.ts'

/**
 * Rows as a file that a spreadsheet opens and that can be sent again. A cell that a spreadsheet would run as a
 * formula gets an apostrophe (ASVS 1.2.10); reading the file back takes it off again.
 */
export function exportRows(titles: string[], rows: { row: BatchRow; reason: string }[]): string {
  const data = rows.map(({ row: { line, cells }, reason }) => [
    String(line),
    cells.name,
    cells.address,
    cells.evidence,
    cells.narrative,
    reason,
  ])
  const text = Papa.unparse(
    { fields: titles, data: data.map((cells) => cells.map(neutral)) },
    { delimiter: ';' },
  )
  return `\ufeff${text}\r\n`
}

/** « =1+1 » becomes « '=1+1 »: text for everybody. */
export const neutral = (cell: string): string =>
  /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell.replaceAll('\0', '')}` : cell.replaceAll('\0', '')

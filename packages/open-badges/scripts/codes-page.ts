import { reportCodes } from '../src/verify/catalogue/index.ts'
import { presentationCodes } from '../src/verify/catalogue/presentation.ts'

/** A table whose columns stand one under the other, so that it reads as text too. */
function table(rows: readonly (readonly string[])[]): string[] {
  const [head = []] = rows
  const widths = head.map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? '')].length)))
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, at) => `${cells[at] ?? ''}${' '.repeat(width - [...(cells[at] ?? '')].length)}`).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.slice(1).map(line)]
}

/** The page that lists every code, made from the catalogue so that it cannot lag behind. */
export function codesPage(): string {
  const presentation = Object.entries(presentationCodes).map(([code, entry]) => ({ code, ...entry }))
  const rows = [...reportCodes, ...presentation].map(({ code, state, en, fr, remedy }) => {
    const what = remedy ? `${remedy.en}<br>${remedy.fr}` : ''
    return [`\`${code}\``, state, `${en}<br>${fr}`, what]
  })
  return [
    '# Codes of the verification report',
    '',
    'Every code that a check can take, what it means and what to do. The part before the dot is the name of the check; `presentation` stands for presentations.',
    '',
    ...table([['code', 'state', 'meaning', 'what to do'], ...rows]),
    '',
  ].join('\n')
}

import { reportCodes } from '../src/verify/catalogue/index.ts'

/** The page that lists every code, made from the catalogue so that it cannot lag behind. */
export function codesPage(): string {
  const rows = reportCodes.map(({ code, state, en, fr, remedy }) => {
    const what = remedy ? `${remedy.en}<br>${remedy.fr}` : ''
    return `| \`${code}\` | ${state} | ${en}<br>${fr} | ${what} |`
  })
  return [
    '# Codes of the verification report',
    '',
    'Every code that a check can take, what it means and what to do. The part before the dot is the name of the check.',
    '',
    '| code | state | meaning | what to do |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

import { type Separator, type SourceLine, separate } from '../../../infra/text-table/index.ts'
import { type Cells, checkCells, type RowFault, tidyAddress, tidyText } from './check-row.ts'
import { type Columns, type Field, findColumns } from './columns.ts'

/** One person of a list, with everything that is wrong about them. */
export interface ReadRow {
  line: number
  cells: Cells
  faults: RowFault[]
}

export interface ReadList {
  rows: ReadRow[]
  separator: Separator
  header: boolean
  columns: Field[]
}

/**
 * Reads a list of people: a CSV file, pasted cells, or lines written by hand. Nothing is refused here:
 * each line becomes a row, faulty or not, so what was read always equals what is shown.
 */
export function readList(text: string, rules: { evidenceRequired: boolean }): ReadList {
  const { lines, separator } = separate(text)
  const addresses = addressLine(lines)
  if (addresses !== undefined)
    return { rows: addresses.map((cells) => row(1, cells, [], rules)), separator, header: false, columns: [] }
  const columns = findColumns(lines)
  const rows = lines.slice(columns.skip).map((line) => {
    const cells = cellsOf(line, columns)
    const faults: RowFault[] = []
    if (line.openQuote) faults.push({ cell: 'name', code: 'open-quote' })
    const extra = line.cells.slice(columns.fields.length).some((cell) => cell.trim() !== '')
    if (columns.header && extra) faults.push({ cell: 'narrative', code: 'too-many-cells' })
    return row(line.line, cells, faults, rules)
  })
  return { rows, separator, header: columns.header, columns: columns.fields }
}

const row = (
  line: number,
  cells: Cells,
  faults: RowFault[],
  rules: { evidenceRequired: boolean },
): ReadRow => ({
  line,
  cells,
  faults: [...faults, ...checkCells(cells, rules)],
})

function cellsOf({ cells }: SourceLine, { fields }: Columns): Cells {
  const at = (field: Field) => {
    const column = fields.indexOf(field)
    return column === -1 ? '' : (cells[column] ?? '')
  }
  const family = at('usual').trim() === '' ? at('family') : at('usual')
  const typed = at('name').trim() === '' ? `${at('given')} ${family}` : at('name')
  const name = tidyText(typed.replace(/\s+/g, ' '))
  const address = tidyAddress(at('address'))
  const written = { evidence: tidyText(at('evidence')), narrative: tidyText(at('narrative')) }
  // « Marie Dupont <marie@exemple.fr> », as mail programs write it, in whichever cell it stands.
  for (const cell of [typed, at('address')]) {
    const both = /^"?([^"<>@]*?)"?\s*<([^<>\s]+@[^<>\s]+)>[\s;,]*$/.exec(cell.trim())
    if (both === null) continue
    const inside = tidyText(both[1] ?? '')
    return { name: inside === '' ? name : inside, address: tidyAddress(both[2] ?? ''), ...written }
  }
  return { name, address, ...written }
}

/** One line of « Name <address>; Name <address> » copied from a mail program is a list of people. */
function addressLine(lines: readonly SourceLine[]): Cells[] | undefined {
  const [only] = lines
  if (only === undefined || lines.length > 1 || only.cells.length < 2) return undefined
  const cells = only.cells.filter((cell) => cell.trim() !== '')
  if (cells.length < 2 || !cells.every((cell) => /^[^<>@]*<\S+@\S+>$/.test(cell.trim()))) return undefined
  return cells.map((cell) => {
    const [name = '', address = ''] = cell.split('<')
    return {
      name: tidyText(name.replaceAll('"', '')),
      address: tidyAddress(address.replace('>', '')),
      evidence: '',
      narrative: '',
    }
  })
}

import type { SourceLine } from '../../../infra/text-table/index.ts'
import { plainText } from '../rules.ts'

/** A table whose columns were recognised by their titles. */
export class Titled {
  private readonly places: Map<string, number>
  readonly lines: readonly SourceLine[]
  readonly titles: readonly string[]

  constructor(header: SourceLine, lines: readonly SourceLine[]) {
    this.titles = header.cells.map((cell) => cell.trim())
    this.places = new Map(this.titles.map((title, at) => [plainText(title), at] as const).reverse())
    this.lines = lines
  }

  /** The first of these titles that the table has. */
  find(...names: string[]): string | undefined {
    return names.map(plainText).find((name) => this.places.has(name))
  }

  has(...names: string[]): boolean {
    return names.every((name) => this.places.has(plainText(name)))
  }

  cell(line: SourceLine, ...names: string[]): string {
    for (const name of names) {
      const at = this.places.get(plainText(name))
      const text = at === undefined ? undefined : line.cells[at]
      if (text !== undefined && text.trim() !== '') return text
    }
    return ''
  }

  /** Titles beside their plain form. */
  get columns(): { title: string; plain: string; at: number }[] {
    return this.titles.map((title, at) => ({ title, plain: plainText(title), at }))
  }
}

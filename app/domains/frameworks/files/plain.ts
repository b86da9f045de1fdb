import type { SourceLine } from '../../../infra/text-table/index.ts'
import { plainText } from '../rules.ts'
import { ItemList, isAddress, type ReadFile, type ReadOptions, splitList, tidy } from './read-file.ts'
import type { Titled } from './titles.ts'

type Field = 'code' | 'label' | 'description' | 'uri' | 'parent' | 'aliases' | 'kind'

const titles: Readonly<Record<Field, readonly string[]>> = {
  code: ['code', 'identifiant', 'id', 'reference', 'ref', 'numero', 'identifier', 'code competence'],
  label: [
    'libelle',
    'intitule',
    'nom',
    'titre',
    'competence',
    'competences',
    'savoir etre',
    'label',
    'name',
    'title',
    'skill',
    'statement',
    'full statement',
    'libelle court',
  ],
  description: [
    'description',
    'definition',
    'detail',
    'details',
    'explication',
    'commentaire',
    'notes',
    'note',
  ],
  uri: ['uri', 'url', 'adresse', 'lien', 'adresse web', 'link', 'address'],
  parent: [
    'parent',
    'code parent',
    'parent code',
    'domaine',
    'famille',
    'categorie',
    'groupe',
    'group',
    'category',
    'broader',
  ],
  aliases: [
    'alias',
    'aliases',
    'synonyme',
    'synonymes',
    'synonyms',
    'autres noms',
    'mots cles',
    'keywords',
    'alt labels',
  ],
  kind: ['type', 'nature', 'kind'],
}
const entries = Object.entries(titles)
const languageNames: Readonly<Record<string, string>> = {
  francais: 'fr',
  french: 'fr',
  anglais: 'en',
  english: 'en',
}

/** « Libellé (anglais) », `label_en`: a field and, where it is said, its language. */
function fieldOf(plain: string): { field: Field; language: string | undefined } | undefined {
  const exact = entries.find(([, names]) => names.includes(plain))
  const known = (name: string): name is Field => Object.hasOwn(titles, name)
  if (exact !== undefined && known(exact[0])) return { field: exact[0], language: undefined }
  const [, name = '', tail = ''] = /^(.+) (\p{L}+)$/u.exec(plain) ?? []
  const language = languageNames[tail] ?? (/^[a-z]{2}$/.test(tail) ? tail : undefined)
  const base = entries.find(([, names]) => names.includes(name))
  return language === undefined || base === undefined || !known(base[0])
    ? undefined
    : { field: base[0], language }
}

interface Column {
  field: Field
  language: string
  at: number
  title: string
}

/** Every language of Europe three times over; each line is looked at column by column. */
const mostColumns = 120

function columnsOf(table: Titled, language: string): Column[] {
  const seen = new Set<string>()
  const columns = table.columns.flatMap(({ plain, at, title }) => {
    const found = fieldOf(plain)
    const column = found && { field: found.field, language: found.language ?? language, at, title }
    if (column === undefined || seen.has(`${column.field} ${column.language}`)) return []
    seen.add(`${column.field} ${column.language}`)
    return [column]
  })
  return columns.slice(0, mostColumns)
}

export const isPlain = (table: Titled): boolean =>
  columnsOf(table, 'fr').some((column) => column.field === 'label')

/** A table of one's own: a label is all that it needs; code, address, parent and the rest where they are. */
export function readPlain(table: Titled, options: ReadOptions): ReadFile {
  const columns = columnsOf(table, options.language ?? 'fr')
  const languages = [...new Set(columns.filter((one) => one.field === 'label').map((one) => one.language))]
  const title = (field: Field) => columns.find((one) => one.field === field)?.title ?? field
  const at = (line: SourceLine, field: Field) => {
    const column = columns.find((one) => one.field === field)
    return column === undefined ? '' : tidy(line.cells[column.at] ?? '')
  }
  const texts = (line: SourceLine, field: Field) =>
    columns
      .filter((one) => one.field === field)
      .map((one) => [one.language, line.cells[one.at] ?? ''] as const)

  const keys = keysByName(table.lines, at, texts)
  const list = new ItemList()
  for (const line of table.lines) {
    const fault = lineFault(line, table.titles.length)
    if (fault !== undefined) {
      list.refuse(line.line, title('label'), fault)
      continue
    }
    const labels = texts(line, 'label').map(([language, text]) => [language, tidy(text)] as const)
    const uri = at(line, 'uri')
    const parent = at(line, 'parent')
    list.add(
      {
        key: keyOf(at(line, 'code'), uri, labels.find(([, text]) => text !== '')?.[1] ?? ''),
        code: at(line, 'code'),
        guid: null,
        uri: uri === '' ? null : uri,
        labels: Object.fromEntries(labels.filter(([, text], order) => text !== '' || order === 0)),
        descriptions: Object.fromEntries(
          texts(line, 'description').map(([language, text]) => [language, tidy(text)]),
        ),
        aliases: Object.fromEntries(
          texts(line, 'aliases').map(([language, text]) => [language, splitList(text, /[\n|;]/)]),
        ),
        parentKey: parent === '' ? null : (keys.get(plainText(parent)) ?? parent),
        kind: plainText(at(line, 'kind')).slice(0, 60) || 'skill',
        inForce: true,
      },
      line.line,
      {
        key: title(
          at(line, 'uri') !== '' && !isAddress(uri) ? 'uri' : at(line, 'code') === '' ? 'label' : 'code',
        ),
        label: title('label'),
      },
    )
  }
  return {
    format: 'plain',
    kind: 'csv',
    part: 'lines',
    completeOnly: false,
    keepParents: false,
    languages,
    described: {},
    items: list.finish(title('parent'), true),
    refused: list.refused,
    problems: list.problems,
  }
}

// What a line is called by, so that the next version of the file finds it again.
const keyOf = (code: string, uri: string, label: string): string =>
  code !== '' ? code : uri !== '' ? uri : label === '' ? '' : `label:${plainText(label)}`

/** A parent may be named by its code, its address or its label. */
function keysByName(
  lines: readonly SourceLine[],
  at: (line: SourceLine, field: Field) => string,
  texts: (line: SourceLine, field: Field) => readonly (readonly [string, string])[],
): Map<string, string> {
  const keys = new Map<string, string>()
  for (const field of ['label', 'uri', 'code'] as const)
    for (const line of lines) {
      const label = tidy(texts(line, 'label').find(([, text]) => text.trim() !== '')?.[1] ?? '')
      const name = plainText(field === 'label' ? label : at(line, field))
      if (name !== '') keys.set(name, keyOf(at(line, 'code'), at(line, 'uri'), label))
    }
  return keys
}

function lineFault(line: SourceLine, width: number): 'open-quote' | 'too-many-cells' | undefined {
  if (line.openQuote) return 'open-quote'
  return line.cells.slice(width).some((cell) => cell.trim() !== '') ? 'too-many-cells' : undefined
}

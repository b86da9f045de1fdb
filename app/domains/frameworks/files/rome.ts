import { z } from 'zod'
import { romeAddress } from '../shipped/rome.ts'
import { licences } from '../shipped/shipped.ts'
import { ItemList, type ReadFile, tidy } from './read-file.ts'
import type { Titled } from './titles.ts'

const described = {
  name: 'ROME 4.0 (France Travail)',
  origin: 'rome',
  sourceUrl: romeAddress,
  licence: licences.ouverte,
}
const codeTitles = ['code_ogr', 'code_ogr_competence', 'code_ogr_savoir', 'code_ogr_comp']
const labelTitles = ['libelle_competence', 'libelle_savoir', 'libelle_comp', 'libelle']
const macro = ['code_ogr_macro_competence', 'libelle_macro_competence'] as const

export const isRomeTable = (table: Titled) =>
  (table.find(...codeTitles) !== undefined && table.find(...labelTitles) !== undefined) || table.has(...macro)

const skill = (code: string, label: string, kind: string, parentKey: string | null, inForce = true) => ({
  key: code,
  code,
  guid: null,
  uri: romeAddress,
  labels: { fr: mend(tidy(label)) },
  descriptions: {},
  aliases: { fr: [] },
  parentKey,
  kind,
  inForce,
})

/** The referential of competences or of knowledge, or the tree as a table: columns by their titles. */
export function readRomeTable(table: Titled): ReadFile {
  const list = new ItemList()
  const [macroCode, macroLabel] = macro
  const tree = table.has(macroCode)
  const knowledge = table.find('libelle_savoir', 'code_ogr_savoir') !== undefined
  for (const line of table.lines) {
    if (line.openQuote) {
      list.refuse(line.line, 'code_ogr', 'open-quote')
      continue
    }
    const parent = tree ? table.cell(line, macroCode).trim() : ''
    if (parent !== '' && !list.has(parent))
      list.add(skill(parent, table.cell(line, macroLabel), 'group', null), line.line, {
        key: macroCode,
        label: macroLabel,
      })
    const code = table.cell(line, ...(tree ? ['code_ogr_competence'] : codeTitles)).trim()
    // A line of the tree may name a group alone.
    if (tree && code === '') continue
    list.add(
      skill(
        code,
        table.cell(line, ...labelTitles),
        knowledge ? 'knowledge' : 'skill',
        parent === '' ? null : parent,
        !/^\s*(?:0|inactif|obsol)/i.test(table.cell(line, 'statut', 'obsolete')),
      ),
      line.line,
      { key: table.find(...codeTitles) ?? 'code_ogr', label: table.find(...labelTitles) ?? 'libelle' },
    )
  }
  return file(
    tree ? 'rome-tree' : 'rome-competences',
    tree ? 'tree' : knowledge ? 'savoirs' : 'competences',
    list,
  )
}

const Code = z.union([z.string(), z.number()]).transform(String)
const Entry = z.looseObject({ code_ogr: Code, libelle: z.string() })
const Entries = z.union([
  z.array(z.unknown()),
  z
    .object({ item_referentiel_competence: z.array(z.unknown()) })
    .transform((one) => one.item_referentiel_competence),
])

export const isRomeList = (value: unknown): boolean => {
  const entries = Entries.safeParse(value)
  return entries.success && Entry.safeParse(entries.data[0]).success
}

/** `unix_referentiel_competence` and `unix_referentiel_savoir` as JSON: a list of codes and labels. */
export function readRomeList(value: unknown, fileName: string): ReadFile {
  const list = new ItemList()
  const knowledge = /savoir(?!.?etre)/i.test(fileName)
  for (const [order, raw] of Entries.parse(value).entries()) {
    const entry = Entry.safeParse(raw)
    const field = entry.success ? '' : String(entry.error.issues[0]?.path[0] ?? 'code_ogr')
    if (entry.success)
      list.add(
        skill(entry.data.code_ogr, entry.data.libelle, knowledge ? 'knowledge' : 'skill', null),
        order + 1,
        { key: 'code_ogr', label: 'libelle' },
      )
    else list.refuse(order + 1, field, field === 'libelle' ? 'label-missing' : 'key-missing')
  }
  return file('rome-competences', knowledge ? 'savoirs' : 'competences', list)
}

const Leaf = z.looseObject({ code_ogr_competence: Code, libelle_competence: z.string() })
const Macro = z.looseObject({
  code_ogr_macro_competence: Code,
  libelle_macro_competence: z.string(),
  liste_competences: z.array(Leaf).default([]),
})
const Objective = z.looseObject({
  code_fonctionnel: Code,
  libelle_objectif: z.string(),
  liste_macro_competences: z.array(Macro).default([]),
})
const Stake = z.looseObject({
  code_fonctionnel: Code,
  libelle_enjeu: z.string(),
  liste_objectifs: z.array(Objective).default([]),
})
const Domain = z.looseObject({
  code_fonctionnel: Code,
  libelle_domaine_competence: z.string(),
  liste_enjeux: z.array(Stake).default([]),
})
const Tree = z.object({
  arborescence_competence: z.union([
    z.object({ domaine_competence: z.array(Domain) }).transform((one) => one.domaine_competence),
    z
      .array(z.object({ domaine_competence: z.array(Domain) }))
      .transform((all) => all.flatMap((one) => one.domaine_competence)),
  ]),
})

export const isRomeTree = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'arborescence_competence' in value

/** The tree: domains, stakes, objectives, macro-competences, competences. Undefined when its shape is another. */
export function readRomeTree(value: unknown): ReadFile | undefined {
  const parsed = Tree.safeParse(value)
  if (!parsed.success) return undefined
  const list = new ItemList()
  let order = 0
  const add = (code: string, label: string, kind: string, parent: string | null) => {
    order += 1
    list.add(skill(code, label, kind, parent), order, { key: 'code_ogr', label: 'libelle' })
  }
  for (const domain of parsed.data.arborescence_competence) {
    add(`D${domain.code_fonctionnel}`, domain.libelle_domaine_competence, 'group', null)
    for (const stake of domain.liste_enjeux) {
      add(`D${stake.code_fonctionnel}`, stake.libelle_enjeu, 'group', `D${domain.code_fonctionnel}`)
      for (const objective of stake.liste_objectifs) {
        add(
          `D${objective.code_fonctionnel}`,
          objective.libelle_objectif,
          'group',
          `D${stake.code_fonctionnel}`,
        )
        for (const one of objective.liste_macro_competences) {
          const code = one.code_ogr_macro_competence
          add(code, one.libelle_macro_competence, 'skill', `D${objective.code_fonctionnel}`)
          for (const leaf of one.liste_competences)
            add(leaf.code_ogr_competence, leaf.libelle_competence, 'skill', code)
        }
      }
    }
  }
  return file('rome-tree', 'tree', list)
}

const file = (format: 'rome-tree' | 'rome-competences', part: string, list: ItemList): ReadFile => ({
  format,
  kind: 'rome',
  part,
  completeOnly: false,
  keepParents: format === 'rome-competences',
  languages: ['fr'],
  described,
  items: list.finish('code_ogr', false),
  refused: list.refused,
  problems: list.problems,
})

/** Some fields of the Latin-1 files were written as UTF-8 before: « Ã© » is « é » read twice. */
function mend(text: string): string {
  if (!/[ÃÂ][\u0080-\u00bf]|â€/.test(text)) return text
  const bytes = [...text].map((sign) => sign.codePointAt(0) ?? 0)
  if (bytes.some((code) => code > 255)) return text
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
  } catch {
    return text
  }
}

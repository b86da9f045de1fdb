import { licences } from '../shipped/shipped.ts'
import { ItemList, type ReadFile, tidy } from './read-file.ts'
import type { Titled } from './titles.ts'

export const isRegister = (table: Titled) => table.has('Numero_Fiche', 'Intitule')

/** RNCP and RS, the open data of France compétences: one certification a line, active or not. */
export function readRegister(table: Titled): ReadFile {
  const list = new ItemList()
  const registers = new Set<string>()
  for (const line of table.lines) {
    const typed = table.cell(line, 'Numero_Fiche').replace(/\s/g, '').toUpperCase()
    const [, register, digits] = /^(RNCP|RS)0*(\d{1,7})$/.exec(typed) ?? []
    if (line.openQuote) {
      list.refuse(line.line, 'Numero_Fiche', 'open-quote')
      continue
    }
    if (register === undefined || digits === undefined) {
      list.refuse(line.line, 'Numero_Fiche', typed === '' ? 'key-missing' : 'bad-number', typed)
      continue
    }
    registers.add(register)
    const number = `${register}${digits}`
    const facts = [
      table.cell(line, 'Abrege_Intitule'),
      table.cell(line, 'Nomenclature_Europe_Intitule'),
      table.cell(line, 'Date_Fin_Enregistrement'),
    ].map(tidy)
    list.add(
      {
        key: number,
        code: number,
        guid: null,
        uri: `https://www.francecompetences.fr/recherche/${register.toLowerCase()}/${digits}/`,
        labels: { fr: tidy(table.cell(line, 'Intitule')) },
        descriptions: { fr: facts.filter((fact) => fact !== '').join(' · ') },
        aliases: {},
        parentKey: null,
        kind: register.toLowerCase(),
        inForce: isActive(table.cell(line, 'Actif')),
      },
      line.line,
      { key: 'Numero_Fiche', label: 'Intitule' },
    )
  }
  return {
    format: 'register',
    kind: registers.has('RNCP') || registers.size === 0 ? 'rncp' : 'rs',
    part: [...registers].sort().join('+').toLowerCase(),
    completeOnly: false,
    keepParents: true,
    languages: ['fr'],
    described: {
      name:
        registers.has('RNCP') || registers.size === 0
          ? 'RNCP et RS (France compétences)'
          : 'RS (France compétences)',
      origin: registers.has('RNCP') || registers.size === 0 ? 'rncp' : 'rs',
      sourceUrl:
        'https://www.data.gouv.fr/fr/datasets/repertoire-national-des-certifications-professionnelles-et-repertoire-specifique/',
      licence: licences.ouverte,
    },
    items: list.finish('Numero_Fiche', false),
    refused: list.refused,
    problems: list.problems,
  }
}

// « ACTIVE » or « INACTIVE »; a register without the column says nothing against its own entries.
const isActive = (cell: string): boolean => !/^\s*(?:inactive?|non|no|0|false)\s*$/i.test(cell)

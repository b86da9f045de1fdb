import { licences } from '../shipped/shipped.ts'
import { ItemList, languageCode, type ReadFile, type ReadOptions, splitList, tidy } from './read-file.ts'
import type { Titled } from './titles.ts'

export const isEscoRelations = (table: Titled) => table.has('conceptUri', 'broaderUri')
export const isEscoSkills = (table: Titled) => table.has('conceptUri', 'preferredLabel')

const described = {
  name: 'ESCO (Commission européenne)',
  origin: 'esco',
  sourceUrl: 'https://esco.ec.europa.eu/fr/classification/skill_main',
  licence: licences.ccBy,
}

/** One language of the official download: skills, groups of skills, or one of its collections. */
export function readEscoSkills(table: Titled, options: ReadOptions): ReadFile {
  const language = options.language ?? languageOf(table, options.fileName)
  const list = new ItemList()
  let groups = 0
  for (const line of table.lines) {
    const uri = table.cell(line, 'conceptUri').trim()
    const type = table.cell(line, 'conceptType').trim()
    if (line.openQuote) {
      list.refuse(line.line, 'conceptUri', 'open-quote')
      continue
    }
    if (type !== '' && type !== 'KnowledgeSkillCompetence' && type !== 'SkillGroup') {
      list.refuse(line.line, 'conceptType', 'not-an-item', type)
      continue
    }
    if (type === 'SkillGroup') groups += 1
    const label = tidy(table.cell(line, 'preferredLabel'))
    const description = tidy(table.cell(line, 'description', 'definition'))
    const aliases = [
      ...splitList(table.cell(line, 'altLabels')),
      ...splitList(table.cell(line, 'hiddenLabels')),
    ].filter((alias) => alias !== label)
    const broader = splitList(table.cell(line, 'broaderConceptUri'))[0] ?? null
    list.add(
      {
        key: uri,
        code: tidy(table.cell(line, 'code')),
        guid: null,
        uri,
        labels: { [language]: label },
        descriptions: description === '' ? {} : { [language]: description },
        aliases: { [language]: [...new Set(aliases)] },
        parentKey: broader,
        kind: kindOf(type, table.cell(line, 'skillType')),
        inForce: table.cell(line, 'status').trim() !== 'obsolete',
      },
      line.line,
      { key: 'conceptUri', label: 'preferredLabel' },
    )
  }
  return {
    format: 'esco-skills',
    kind: 'esco',
    part: `${groups > 0 ? 'groups' : collectionOf(options.fileName)}`,
    completeOnly: false,
    keepParents: !table.has('broaderConceptUri'),
    languages: [language],
    described,
    items: list.finish('broaderConceptUri', false),
    refused: list.refused,
    problems: list.problems,
  }
}

/** Which concept stands under which: it completes what the other files brought. */
export function readEscoRelations(table: Titled): ReadFile {
  const list = new ItemList()
  for (const line of table.lines) {
    const uri = table.cell(line, 'conceptUri').trim()
    const broader = table.cell(line, 'broaderUri').trim()
    // A concept may have several; the first one makes the tree.
    if (list.has(uri)) continue
    if (broader === '') {
      list.refuse(line.line, 'broaderUri', 'key-missing', uri)
      continue
    }
    list.add(
      {
        key: uri,
        code: '',
        guid: null,
        uri,
        labels: {},
        descriptions: {},
        aliases: {},
        parentKey: broader,
        kind: 'skill',
        inForce: true,
      },
      line.line,
      { key: 'conceptUri', label: 'conceptUri' },
    )
  }
  return {
    format: 'esco-relations',
    kind: 'esco',
    part: 'relations',
    completeOnly: true,
    keepParents: true,
    languages: [],
    described,
    items: list.finish('broaderUri', false),
    refused: list.refused,
    problems: list.problems,
  }
}

const kindOf = (type: string, skillType: string): string =>
  type === 'SkillGroup' ? 'group' : skillType.trim() === 'knowledge' ? 'knowledge' : 'skill'

// A thematic collection is a part of its own: it must not withdraw the skills that it does not hold.
const collectionOf = (fileName: string): string => /(\w+)SkillsCollection/.exec(fileName)?.[1] ?? 'skills'

/** `skills_fr.csv` says it; otherwise the words do. */
function languageOf(table: Titled, fileName: string): string {
  const named = languageCode(/[_-]([a-z]{2})\.[a-z]+$/i.exec(fileName)?.[1])
  if (named !== undefined) return named
  const words = ` ${table.lines
    .slice(0, 200)
    .map((line) => table.cell(line, 'preferredLabel', 'description'))
    .join(' ')
    .toLowerCase()} `
  const count = (list: string[]) => list.reduce((sum, word) => sum + words.split(` ${word} `).length - 1, 0)
  return count(['de', 'des', 'les', 'la', 'en', 'et']) >= count(['of', 'the', 'and', 'to', 'in', 'for'])
    ? 'fr'
    : 'en'
}

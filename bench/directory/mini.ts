import MiniSearch from 'minisearch'
import { definitions, skillId, skillNames } from './definitions.ts'

interface Kept {
  nature: string
  facts: string
  language: string | null
  areas: string[]
  issuer: number
  awarded: boolean
  skills: string[]
  frameworks: string[]
}

const fold = (word: string) => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')

/** The peer for small sizes: everything in memory, as a page in a browser would hold it. No stemming. */
export function openMini(size: number) {
  const kept: Kept[] = []
  const mini = new MiniSearch({ fields: ['name', 'skills', 'rest'], processTerm: fold })
  for (const one of definitions(size)) {
    kept[one.number] = { ...one, skills: one.skills.map(skillId) }
    mini.add({
      id: one.number,
      name: one.name,
      skills: one.skills.map((skill) => skillNames[skill]).join(' '),
      rest: `${one.description} ${one.criteria}`,
    })
  }
  return (query: Record<string, unknown>): number => {
    const list = (name: string): unknown[] => (Array.isArray(query[name]) ? query[name] : [])
    const fits = ({ id }: { id: number }) => {
      const one = kept[id]
      if (one === undefined) return false
      const any = (name: string, values: readonly unknown[]) =>
        list(name).length === 0 || list(name).some((value) => values.includes(value))
      return (
        any('nature', [one.nature]) &&
        any('area', one.areas) &&
        any('skill', one.skills) &&
        any('language', [one.language]) &&
        any('framework', one.frameworks) &&
        (query['awarded'] !== 'yes' || one.awarded) &&
        list('fact').every((fact) => one.facts[Number(fact) - 1] === 'y')
      )
    }
    const found = mini.search(typeof query['q'] === 'string' ? query['q'] : MiniSearch.wildcard, {
      combineWith: 'AND',
      fuzzy: (term) => (term.length > 5 ? 1 : false),
      filter: fits,
    })
    const counts = new Map<string, number>()
    const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
    for (const { id } of found) {
      const one = kept[Number(id)]
      if (one === undefined) continue
      count(one.nature)
      count(`l ${one.language}`)
      count(`i ${one.issuer}`)
      count(`a ${one.awarded}`)
      count(`f ${one.facts}`)
      for (const area of one.areas) count(area)
      for (const skill of one.skills) count(skill)
    }
    return found.length
  }
}

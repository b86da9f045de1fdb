import type { Item } from '../item.ts'

/** A framework that comes with the product. */
export interface ShippedFramework {
  slug: string
  name: { fr: string; en: string }
  sourceUrl: string
  /** Null where no licence was found: then only titles are cited, and the page says so. */
  licence: { name: string; url: string } | null
  version: string
  languages: string[]
  items: Item[]
}

/** Words of our own that lead to a skill, key by key. They are no part of the framework. */
export type Clues = Record<string, { fr: readonly string[]; en: readonly string[] }>

export const item = (given: Partial<Item> & Pick<Item, 'key' | 'labels'>): Item => ({
  code: given.key,
  guid: null,
  uri: null,
  descriptions: {},
  aliases: {},
  parentKey: null,
  kind: 'skill',
  inForce: true,
  place: 0,
  ...given,
})

export const licences = {
  ouverte: {
    name: 'Licence Ouverte 2.0 (Etalab)',
    url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
  },
  ccBy: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
} as const

/** Clues as they are typed: French, then English, between commas. */
export function clue(fr: string, en: string): { fr: string[]; en: string[] } {
  const split = (text: string) => [
    ...new Set(
      text
        .split(',')
        .map((part) => part.replace(/\s+/g, ' ').trim())
        .filter((part) => part !== ''),
    ),
  ]
  return { fr: split(fr), en: split(en) }
}

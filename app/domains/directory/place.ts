import type { Atlas } from './map/atlas.ts'
import type { DirectoryQuery } from './query.ts'

/** What the box « Où » held when the form was sent, and the place that it showed before. */
export interface TypedPlace {
  where: string
  shown: string
}

/** The question with the place that was typed; `unknown` where no place bears that name. */
export function withPlace(
  query: DirectoryQuery,
  { where, shown }: TypedPlace,
  atlas: Pick<Atlas, 'find'>,
): { query: DirectoryQuery; unknown: boolean } {
  const text = where.trim()
  const others = query.area.filter((code) => code !== shown)
  // An emptied box takes its own place away; the choices ticked beside it stay.
  if (text === '') return { query: { ...query, area: others }, unknown: false }
  const found = atlas.find(text)
  if (found === undefined) return { query: { ...query, area: others }, unknown: true }
  if (found.code === shown) return { query, unknown: false }
  return { query: { ...query, area: [...new Set([...others, found.code])] }, unknown: false }
}

import { z } from 'zod'

/** What the directory can be asked. The whole of it stands in the address of the page. */
export const pageSize = 20

const list = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]))
  .transform((values) =>
    [...new Set(values.map((one) => one.trim()).filter((one) => one !== ''))].slice(0, 20),
  )

/** So many badges stand side by side. */
export const mostCompared = 4

/** Unknown values ask for nothing: an old link still works. */
export const DirectoryQuery = z.object({
  /** Words, in French or English; accents and small typing errors do not matter. */
  q: z.string().trim().max(200).optional().catch(undefined),
  nature: list,
  /** Checks of solidité that must hold: `1` to `10`. */
  fact: list,
  /** Identifiers of skills. */
  skill: list,
  framework: list,
  issuer: list,
  /** `R28`, `D14`. */
  area: list,
  language: list,
  /** `yes`: only what is still awarded. */
  awarded: z.enum(['yes']).optional().catch(undefined),
  origin: z.enum(['here', 'elsewhere']).optional().catch(undefined),
  order: z.enum(['relevance', 'newest', 'name']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(500).optional().catch(undefined),
  /** Entries set aside to be compared: they ask for nothing, and travel along wherever the reader goes. */
  compare: list.transform((ids) => ids.slice(0, mostCompared)),
})
export type DirectoryQuery = z.infer<typeof DirectoryQuery>

export const facetNames = [
  'nature',
  'fact',
  'skill',
  'framework',
  'issuer',
  'area',
  'language',
  'awarded',
  'origin',
] as const
export type FacetName = (typeof facetNames)[number]

/**
 * One choice of a facet. `count` is exact: how many entries the page would hold with this as the only choice of
 * its facet, all other facets kept; of a check, with this check as well, since checks must all hold.
 */
export interface FacetValue {
  value: string
  label: string
  count: number
  chosen: boolean
}

/** The same question as an address: parameters in a fixed order, nothing that asks nothing. */
export function directoryPath(query: Partial<DirectoryQuery>, base = '/directory'): string {
  const parameters = new URLSearchParams()
  const put = (name: string, value: string | number | undefined) => {
    if (value !== undefined && value !== '') parameters.append(name, String(value))
  }
  put('q', query.q)
  for (const name of ['nature', 'fact', 'skill', 'framework', 'issuer', 'area', 'language'] as const)
    for (const value of [...(query[name] ?? [])].sort()) put(name, value)
  put('awarded', query.awarded)
  put('origin', query.origin)
  put('order', query.order === 'relevance' ? undefined : query.order)
  put('page', query.page === 1 ? undefined : query.page)
  for (const id of query.compare ?? []) put('compare', id)
  const text = parameters.toString()
  return text === '' ? base : `${base}?${text}`
}

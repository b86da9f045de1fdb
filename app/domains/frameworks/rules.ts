import { createHash } from 'node:crypto'

export const frameworkKinds = ['case', 'esco', 'rome', 'rncp', 'rs', 'csv', 'shipped'] as const
export type FrameworkKind = (typeof frameworkKinds)[number]
export type SkillState = 'active' | 'withdrawn'
export type ImportState = 'waiting' | 'running' | 'done' | 'refused'

/** Registers hold certifications: they are looked up by number, not suggested as skills. */
export const registerKinds: readonly FrameworkKind[] = ['rncp', 'rs']

/** The largest file that one import takes, and the most items. */
export const fileBytes = 40 * 1024 * 1024
export const mostItems = 100_000
/** Lines that are looked at to find them; a list may repeat itself. */
export const mostLines = 500_000
/** Items written in one transaction. */
export const importChunk = 1000
/** Lines kept with their reason; beyond, they are only counted. */
export const keptProblems = 200
export const keptChanges = 200
export const itemsPerPage = 50

/** An address as it is compared: neither its scheme nor its last slash makes it another one. */
export function uriKey(uri: string): string {
  const bare = uri.trim().replace(/^https?:\/\//i, '')
  const slash = bare.search(/[/?#]|$/)
  return (
    bare
      .slice(0, slash)
      .toLowerCase()
      .replace(/^www\./, '') + bare.slice(slash)
  ).replace(/\/+$/, '')
}

/** A name as it is compared: without accents, signs and capitals. */
export const plainText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** « ROME 4.0, savoir-être » as `rome-4-0-savoir-etre`. */
export const slugOf = (name: string): string =>
  plainText(name).replaceAll(' ', '-').slice(0, 60).replace(/-+$/, '') || 'referentiel'

/** An identifier that is the same on every installation, for what the product brings itself. */
export function idFrom(...parts: string[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

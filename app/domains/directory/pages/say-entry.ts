import type { Locale } from '../../../infra/i18n.ts'
import type { designOf } from '../../achievements/index.ts'
import type { DirectoryEntry, DirectoryIssuer } from '../model.ts'

/** What the engine of marks draws for a badge made here. */
export type Mark = ReturnType<typeof designOf>

/** The page of an entry: a badge made here has one already. */
export const entryPath = ({
  id,
  ownAchievementId,
}: Pick<DirectoryEntry, 'id' | 'ownAchievementId'>): string =>
  ownAchievementId === null ? `/directory/entries/${id}` : `/achievements/${ownAchievementId}`

/** The page of what one issuer publishes. A slash in an address is refused by many servers: it is written `~1`. */
export const issuerPath = (issuer: Pick<DirectoryIssuer, 'key'>): string =>
  `/directory/issuers/${encodeURIComponent(issuer.key.toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1'))}`

/** The key of an issuer as its page's address writes it. */
export const issuerKeyIn = (written: string): string => written.replaceAll('~1', '/').replaceAll('~0', '~')

/** The language of a foreign text, so that it is read aloud as what it is. */
export const inLanguage = (entry: Pick<DirectoryEntry, 'language'>, locale: Locale): string | undefined =>
  entry.language === null || entry.language === locale ? undefined : entry.language

const languageNames = { fr: namesIn('fr'), en: namesIn('en') }
function namesIn(locale: Locale): Intl.DisplayNames {
  return new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' })
}

/** « français »; the tag itself where it is none. */
export function languageName(locale: Locale, tag: string): string {
  try {
    return languageNames[locale].of(tag) ?? tag
  } catch {
    return tag
  }
}

const longest = 180

/** One sentence of a text, cut at a word where it is too long. */
export function shortly(text: string, most = longest): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const [first = line] = /^.{30,}?[.!?…](?=\s|$)/.exec(line) ?? []
  const kept = first.length <= most ? first : line
  if (kept.length <= most) return kept
  const cut = kept.slice(0, most).toWellFormed()
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > most / 2 ? space : most).replace(/[\s,;:.]+$/, '')}…`
}

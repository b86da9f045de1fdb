/** The languages of the interface, first one first. A new language is a new entry here and its catalogues. */
export const locales = ['fr', 'en'] as const
export type Locale = (typeof locales)[number]

/** The same catalogue in another language: same keys, same parameters. */
export type SameWords<T> = {
  [K in keyof T]: T[K] extends (...parameters: infer P) => string
    ? (...parameters: P) => string
    : T[K] extends string
      ? string
      : SameWords<T[K]>
}

/** Joins the catalogues of a slice; the French one decides which keys exist. */
export function catalogue<T extends object>(languages: { fr: T; en: SameWords<T> }) {
  return (locale: Locale): SameWords<T> => (locale === 'en' ? languages.en : asSame(languages.fr))
}

// A catalogue is trivially its own translation; the mapped type cannot see it.
const asSame = <T extends object>(words: T): SameWords<T> => words as unknown as SameWords<T>

export function parseLocale(text: string | undefined | null): Locale | undefined {
  return locales.find((one) => one === text)
}

/** The first language of an Accept-Language header that we speak; French otherwise. */
export function localeFromHeader(header: string | undefined): Locale {
  const wishes = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part, order) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const q = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find((found) => found !== undefined)
      return { tag: tag.toLowerCase().split('-')[0], weight: q === undefined ? 1 : Number(q), order }
    })
    .filter((wish) => wish.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.order - b.order)
  for (const wish of wishes) {
    const known = parseLocale(wish.tag)
    if (known !== undefined) return known
  }
  return 'fr'
}

const tag: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' }
const zone = 'Europe/Paris'

const formats = new Map<string, Intl.DateTimeFormat>()
function format(locale: Locale, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${name}`
  const known = formats.get(key)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat(tag[locale], { timeZone: zone, ...options })
  formats.set(key, made)
  return made
}

/** « 12 juin 2026 » */
export function sayDate(locale: Locale, date: Date): string {
  const text = format(locale, 'date', { dateStyle: 'long' }).format(date)
  return locale === 'fr' ? text.replace(/^1 /, '1er ') : text
}

/** « 14 h 05 », « 2:05 pm » in the reader's habit. */
export function sayTime(locale: Locale, date: Date): string {
  const text = format(locale, 'time', { timeStyle: 'short' }).format(date)
  return locale === 'fr' ? text.replace(':', '\u00a0h\u00a0') : text
}

/** « 12 juin 2026 à 14 h 05 » */
export function sayMoment(locale: Locale, date: Date): string {
  return locale === 'fr'
    ? `${sayDate(locale, date)} à ${sayTime(locale, date)}`
    : `${sayDate(locale, date)} at ${sayTime(locale, date)}`
}

/** 10000 as « 10 000 » or "10,000". */
export function sayNumber(locale: Locale, number: number): string {
  return new Intl.NumberFormat(tag[locale]).format(number)
}

/** Picks the singular or the plural by the rules of the language (French counts zero as singular). */
export function plural(locale: Locale, count: number, one: string, other: string): string {
  return new Intl.PluralRules(tag[locale]).select(count) === 'one' ? one : other
}

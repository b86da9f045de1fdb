/**
 * Word lists are written as people write: `a participé`, `évalu*`, `(test|quiz)`, `#` for a number and
 * ` ~ ` for up to five words between. Case and accents do not count, nor does the kind of apostrophe.
 */
export type Pattern = string

/** A text made comparable: lower case, no accents, plain apostrophes and spaces, no inclusive endings. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    // « formateur·rice », « candidat(e) »: the ending after the point adds no word.
    .replace(/[·•]\p{L}{1,7}/gu, '')
    .replace(/\((?:e|s|es|ne|rice|trice)\)/g, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘]/g, "'")
    .replace(/œ/g, 'oe')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()

const compiled = new Map<Pattern, RegExp>()

const source = (pattern: Pattern): string =>
  plain(pattern)
    .replace(/[.+^${}[\]\\]/g, '\\$&')
    .replace(/ ~ /g, "(?:[ ,:]+[\\w'%+-]+){0,5}?[ ,:]+")
    .replace(/\*/g, "[\\w'-]*")
    .replace(/#/g, '\\d+')

/** The pattern as a regular expression over plain text. */
function expression(pattern: Pattern): RegExp {
  const known = compiled.get(pattern)
  if (known !== undefined) return known
  const made = new RegExp(bounded(source(pattern)), 'g')
  compiled.set(pattern, made)
  return made
}

const bounded = (inner: string): string => `(?<![\\w-])(?:${inner})(?![\\w-])`

const joined = new WeakMap<readonly Pattern[], RegExp>()

// Most lists stand nowhere in most sentences: one expression for the whole list says so first.
function anyOf(patterns: readonly Pattern[]): RegExp {
  const known = joined.get(patterns)
  if (known !== undefined) return known
  const made = new RegExp(bounded(patterns.map((pattern) => `(?:${source(pattern)})`).join('|')))
  joined.set(patterns, made)
  return made
}

/** Where one of the patterns stands in a plain text. */
export interface Match {
  start: number
  end: number
  words: string
}

/** All the places where one of the patterns stands. */
export function matches(text: string, patterns: readonly Pattern[]): Match[] {
  if (!has(text, patterns)) return []
  return patterns.flatMap((pattern) =>
    [...text.matchAll(expression(pattern))].map((found) => ({
      start: found.index,
      end: found.index + found[0].length,
      words: found[0],
    })),
  )
}

/** Whether one of the patterns stands in a plain text. */
export const has = (text: string, patterns: readonly Pattern[]): boolean =>
  patterns.length > 0 && anyOf(patterns).test(text)

/** Regular French verbs by their stem: `prépar` stands for prépare, préparer, préparé, préparent, préparez… */
export const er = (stems: string): Pattern[] =>
  stems
    .trim()
    .split(/\s+/)
    .map((stem) => `${stem}(er|e|es|ent|ant|ees|ez|ons)`)

/** Regular English verbs by their stem: `check` stands for check, checks, checked. */
export const regular = (stems: string): Pattern[] =>
  stems
    .trim()
    .split(/\s+/)
    .map((stem) =>
      stem.endsWith('e')
        ? `${stem}(s|d)?`
        : stem.endsWith('y')
          ? `${stem.slice(0, -1)}(y|ies|ied|ys|yed)`
          : /(?:s|x|ch|sh)$/.test(stem)
            ? `${stem}(es|ed)?`
            : `${stem}(s|ed|${stem.slice(-1)}ed)?`,
    )

/** A list as people write one: separated by semicolons, over as many lines as it takes. */
export const list = (patterns: string): Pattern[] =>
  patterns
    .split(';')
    .map((one) => one.replace(/\s+/g, ' ').trim())
    .filter((one) => one !== '')

/** A word of a text: as it is compared, and as it was written. */
export interface Word {
  /** Without capitals, accents or ligatures. */
  word: string
  shown: string
}

/**
 * The words of a text, cut at everything that is neither letter nor digit. `L’Équipe` gives `equipe`: a single
 * letter says nothing.
 */
export function wordsOf(text: string): Word[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .map((shown) => ({ word: fold(shown).slice(0, 40), shown: shown.slice(0, 60) }))
    .filter(({ word }) => word !== '' && !/^\p{L}$/u.test(word))
}

/** The same, without the words that every text has. */
export const tellingWords = (text: string): Word[] => wordsOf(text).filter(({ word }) => !isStopWord(word))

/** Without capitals, accents and ligatures. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')

export const isStopWord = (word: string): boolean => stopWords.has(word)

// Folded; kept short: a word that is left out can never be searched.
const stopWords = new Set(
  `au aux avec ce ces cet cette dans de des du elle elles en entre est et etre il ils je la le les leur leurs lui
   ma mais me mes mon ne nos notre nous on ou par pas plus pour qu que qui sa se ses son sont sous sur ta te tes
   ton tu un une vos votre vous ainsi afin chez comme donc dont lors lorsque puis quand sans si
   the of and or to in on at by for with from is are be as an it its this that these those your you we our they
   their his her not into can will when who which`.split(/\s+/),
)

import type { Facts } from './facts.ts'

// Words that judge a person instead of saying what was seen. A few plain ones: advice, never a refusal.
const judging: Readonly<Record<Facts['language'], readonly string[]>> = {
  fr: [
    'motivée?s?',
    'sérieu(?:x|ses?)',
    'dynamiques?',
    'gentil(?:le)?s?',
    'sympathiques?',
    'agréables?',
    'courageu(?:x|ses?)',
    'volontaires?',
    'intelligente?s?',
    'douée?s?',
    'enthousiastes?',
    'passionnée?s?',
    'impliquée?s?',
    'bon état d’esprit',
    'bonne attitude',
  ],
  en: [
    'motivated',
    'serious',
    'dynamic',
    'nice',
    'kind',
    'friendly',
    'brave',
    'intelligent',
    'gifted',
    'enthusiastic',
    'passionate',
    'good attitude',
  ],
}

/** The first word of a text that judges the person, as it was written; undefined when there is none. */
export function judgingWord(text: string, language: Facts['language']): string | undefined {
  const word = new RegExp(`(?<!\\p{L})(?:${judging[language].join('|')})(?!\\p{L})`, 'iu')
  return word.exec(text.replaceAll("'", '’'))?.[0]
}

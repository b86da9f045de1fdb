import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { shippedSkillId } from '../actions/load-shipped.ts'

const Phrases = z.object({
  how: z.string(),
  phrases: z.array(
    z.object({
      text: z.string(),
      language: z.enum(['fr', 'en']),
      /** `slug/key` of a shipped skill. */
      skill: z.string(),
      part: z.enum(['tuning', 'apart']),
    }),
  ),
})

export type Phrase = z.infer<typeof Phrases>['phrases'][number]

/** The labelled list: phrases as trainers write them, each with the skill that its writer had in mind. */
export const phrases: Phrase[] = Phrases.parse(
  JSON.parse(readFileSync(path.join(import.meta.dirname, 'phrases.json'), 'utf8')),
).phrases

/** The identifier of the skill that a phrase names. */
export function expectedSkill(phrase: Phrase): string {
  const slash = phrase.skill.indexOf('/')
  return shippedSkillId(phrase.skill.slice(0, slash), phrase.skill.slice(slash + 1))
}

export interface Recall {
  asked: number
  first: number
  five: number
  missed: Phrase[]
}

/** How often the right skill comes first, and among the first five. */
export async function recallOf(
  list: readonly Phrase[],
  suggest: (phrase: Phrase) => Promise<string[]>,
): Promise<Recall> {
  const recall: Recall = { asked: list.length, first: 0, five: 0, missed: [] }
  for (const phrase of list) {
    const place = (await suggest(phrase)).indexOf(expectedSkill(phrase))
    if (place === 0) recall.first += 1
    if (place >= 0 && place < 5) recall.five += 1
    else recall.missed.push(phrase)
  }
  return recall
}

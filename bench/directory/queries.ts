import { skillId, words } from './definitions.ts'
import { dice, zipf } from './vocabulary.ts'

/** What people ask, and how often of a hundred. */
export const mix = {
  'one common word': 15,
  'one word': 20,
  'two words': 20,
  'a typing error': 10,
  'word and filters': 20,
  'filters only': 9,
  'nothing at all': 3,
  'by name, or a later page': 3,
} as const
export type Kind = keyof typeof mix

export interface Question {
  kind: Kind
  query: Record<string, unknown>
}

/** Questions of that mix, all different as far as they can be. */
export function questions(count: number, seed: number): Question[] {
  const roll = dice(seed)
  const drawWord = zipf(8_000, 0.8)
  const word = () => words[drawWord(roll())] ?? ''
  const common = () => words[Math.floor(roll() * 40)] ?? ''
  const pick = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T
  const typing = (text: string) => {
    const at = 1 + Math.floor(roll() * Math.max(1, text.length - 2))
    return roll() < 0.5
      ? text.slice(0, at) + text.slice(at + 1)
      : text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2)
  }
  const long = () => {
    for (;;) {
      const found = word()
      if (found.length >= 6) return found
    }
  }
  const filters = () => {
    const all: Record<string, unknown>[] = [
      { nature: [pick(['participation', 'competence', 'realisation'])] },
      { nature: ['competence', 'certification'] },
      { fact: [String(1 + Math.floor(roll() * 10))] },
      { fact: ['1', '4'] },
      { skill: [skillId(Math.floor(roll() * 60))] },
      { area: [pick(['D01', 'D02', 'R11', 'R14', 'D35'])] },
      { language: ['fr'] },
      { awarded: 'yes' },
      { framework: ['ESCO'] },
    ]
    return Object.assign({}, pick(all), pick(all))
  }
  const of: Record<Kind, () => Record<string, unknown>> = {
    'one common word': () => ({ q: common() }),
    'one word': () => ({ q: word() }),
    'two words': () => ({ q: `${word()} ${word()}` }),
    'a typing error': () => ({ q: typing(long()) }),
    'word and filters': () => ({ q: word(), ...filters() }),
    'filters only': filters,
    'nothing at all': () => ({}),
    'by name, or a later page': () =>
      roll() < 0.5 ? { q: word(), order: 'name' } : { q: common(), page: 7 },
  }
  const kinds = Object.keys(mix) as Kind[]
  const edges = kinds.map((_, at) => kinds.slice(0, at + 1).reduce((sum, kind) => sum + mix[kind], 0))
  return Array.from({ length: count }, () => {
    const wanted = roll() * 100
    const kind = kinds[edges.findIndex((edge) => wanted < edge)] ?? 'one word'
    return { kind, query: of[kind]() }
  })
}

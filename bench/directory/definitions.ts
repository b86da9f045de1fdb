import { dice, vocabulary, zipf } from './vocabulary.ts'

/** A made-up definition, in the shape in which definitions come: much participation, few certifications. */
export interface Definition {
  number: number
  name: string
  /** Places of the words in `words`. */
  nameWords: number[]
  restWords: number[]
  skills: number[]
  description: string
  criteria: string
  issuer: number
  areas: string[]
  nature: string
  /** Ten signs. */
  facts: string
  language: string | null
  frameworks: string[]
  awarded: boolean
  here: boolean
}

export const words = vocabulary(60_000)
const inName = zipf(6_000, 1)
const inText = zipf(words.length, 1.05)
export const skillWords = Array.from({ length: 640 }, (_, n) =>
  [0, 1, 2].map((at) => (n * 7 + at * 13) % 4_000),
)
export const skillNames = skillWords.map((places) => places.map((place) => words[place]).join(' '))
const drawSkill = zipf(skillNames.length, 0.9)
const frameworks = ['ROME 4.0', 'ESCO', 'LifeComp', 'RNCP', 'RECTEC', 'DigComp', 'CléA', 'GreenComp']
const drawFramework = zipf(frameworks.length, 1)

const departments: [string, string][] = Array.from({ length: 101 }, (_, n) => [
  `D${String(n + 1).padStart(2, '0')}`,
  `R${String(10 + (n % 18)).padStart(2, '0')}`,
])
const drawDepartment = zipf(departments.length, 0.8)

const natures: [string, number][] = [
  ['participation', 0.4],
  ['realisation', 0.6],
  ['competence', 0.78],
  ['engagement', 0.86],
  ['undetermined', 0.93],
  ['certification', 0.99],
  ['registered', 1],
]
const languages: [string | null, number][] = [
  ['fr', 0.78],
  ['en', 0.92],
  ['es', 0.95],
  ['it', 0.97],
  [null, 1],
]
/** How often each of the ten checks holds. */
const holds = [0.55, 0.45, 0.4, 0.3, 0.25, 0.2, 0.08, 0.12, 0.35, 0.04]

const below = <T>(list: readonly (readonly [T, number])[], roll: number): T =>
  (list.find(([, edge]) => roll < edge) ?? list[0])?.[0] as T

/** The first `size` definitions; the same ones every time. About twenty to an issuer. */
export function* definitions(size: number): Generator<Definition> {
  const roll = dice(2026)
  const issuers = Math.max(20, Math.round(size / 20))
  const drawIssuer = zipf(issuers, 0.7)
  const drawn = (least: number, most: number, draw: (roll: number) => number) => {
    const places: number[] = []
    for (let left = least + Math.floor(roll() * (most - least + 1)); left > 0; left--)
      places.push(draw(roll()))
    return places
  }
  const text = (places: number[]) => places.map((place) => words[place]).join(' ')
  for (let number = 1; number <= size; number++) {
    const issuer = drawIssuer(roll())
    const place = departments[drawDepartment(((issuer * 2_654_435_761) % 4_294_967_296) / 4_294_967_296)]
    const count = roll() < 0.4 ? 0 : 1 + Math.floor(roll() * 3)
    const skills = [...new Set(Array.from({ length: count }, () => drawSkill(roll())))]
    const nameWords = drawn(3, 6, inName)
    const description = drawn(10, 25, inText)
    const criteria = drawn(12, 45, inText)
    yield {
      number,
      name: text(nameWords),
      nameWords,
      restWords: [...description, ...criteria],
      skills,
      description: text(description),
      criteria: text(criteria),
      issuer,
      areas: roll() < 0.2 || place === undefined ? [] : [...place],
      nature: below(natures, roll()),
      facts: holds.map((share) => (roll() < share ? 'y' : roll() < 0.8 ? 'u' : 'n')).join(''),
      language: below(languages, roll()),
      frameworks: skills.length === 0 ? [] : [frameworks[drawFramework(roll())] ?? ''],
      awarded: roll() < 0.6,
      here: roll() < 0.05,
    }
  }
}

/** The identifier of a skill of this bench. */
export const skillId = (skill: number): string =>
  `00000000-0000-4000-8000-${skill.toString(16).padStart(12, '0')}`

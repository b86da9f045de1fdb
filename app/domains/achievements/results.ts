import type { Achievement } from '@insigne/open-badges'
import { z } from 'zod'

/** Kinds of result that the designer offers. OB 3.0, B.2.5. */
export const resultKinds = [
  'RubricCriterionLevel',
  'PerformanceLevel',
  'LetterGrade',
  'Percent',
  'RawScore',
  'Status',
] as const
export type ResultKind = (typeof resultKinds)[number]

/** Kinds whose values are numbers between two bounds. */
export const isMeasured = (kind: ResultKind): boolean => kind === 'Percent' || kind === 'RawScore'

/** A level of a rubric criterion: its name, what is seen there, and a skill where it is aligned. */
export const RubricLevel = z.object({
  name: z.string(),
  description: z.string(),
  alignment: z.object({ targetName: z.string(), targetUrl: z.string() }).nullable(),
})
export type RubricLevel = z.infer<typeof RubricLevel>

/** What an assessment may find out: a criterion with its levels, a score, a state. */
export const ResultFacts = z.object({
  name: z.string(),
  kind: z.enum(resultKinds),
  /** `RubricCriterionLevel`: the levels, from the first one on. */
  levels: z.array(RubricLevel),
  /** `PerformanceLevel` and `LetterGrade`: the values, in the order of the designer. */
  allowed: z.array(z.string()),
  /** `Percent` and `RawScore`: the bounds, decimal; empty where there is none. */
  min: z.string(),
  max: z.string(),
  /** What is needed for the badge: the name of a level, one of the values, a number; empty when nothing is. */
  required: z.string(),
})
export type ResultFacts = z.infer<typeof ResultFacts>

/** A result as a review uses it: with the addresses that a signed result points at. */
export interface DefinedResult extends Omit<ResultFacts, 'levels'> {
  /** `ResultDescription.id`: what `Result.resultDescription` names. */
  id: string
  /** `RubricCriterionLevel.id`: what `Result.achievedLevel` names. */
  levels: (RubricLevel & { id: string })[]
}

/** The results of a version, each with its address: places on the page of the version, which never change. */
export const definedResults = (
  versionUrl: string,
  version: { results: readonly ResultFacts[] },
): DefinedResult[] =>
  version.results.map((result, order) => {
    const id = `${versionUrl}#result-${order + 1}`
    return {
      ...result,
      id,
      levels: result.levels.map((level, at) => ({ ...level, id: `${id}-level-${at + 1}` })),
    }
  })

/** Whether a value may stand as the result: one of the levels or values, a number inside the bounds. */
export function isPossibleValue(result: ResultFacts, value: string): boolean {
  if (result.kind === 'RubricCriterionLevel') return result.levels.some(({ name }) => name === value)
  if (result.kind === 'PerformanceLevel' || result.kind === 'LetterGrade')
    return result.allowed.includes(value)
  if (result.kind === 'Status') return statuses.some((status) => status === value)
  const number = readNumber(value)
  if (number === undefined) return false
  const least = readNumber(result.min) ?? Number.NEGATIVE_INFINITY
  return number >= least && number <= (readNumber(result.max) ?? Number.POSITIVE_INFINITY)
}

/** OB 3.0, B.2.6, those that end an assessment. */
export const statuses = ['Completed', 'Failed', 'InProgress'] as const

/** « 12,5 » or `12.5`; undefined for anything that is no plain decimal number. */
export const readNumber = (text: string): number | undefined => {
  const plain = text.trim().replace(',', '.')
  return /^-?\d{1,9}(?:\.\d{1,4})?$/.test(plain) ? Number(plain) : undefined
}

/** The results as OB 3.0 carries them (B.1.17, B.1.18). */
export const resultDescriptions = (
  versionUrl: string,
  version: { results: readonly ResultFacts[] },
): NonNullable<Achievement['resultDescription']> =>
  definedResults(versionUrl, version).map((result) => {
    const needed = result.levels.find(({ name }) => name === result.required)
    return {
      id: result.id,
      type: ['ResultDescription'],
      name: result.name,
      resultType: result.kind,
      ...(result.allowed.length === 0 ? {} : { allowedValue: result.allowed }),
      ...(needed === undefined
        ? result.required === ''
          ? {}
          : { requiredValue: result.required }
        : { requiredLevel: needed.id }),
      ...(result.min === '' ? {} : { valueMin: result.min }),
      ...(result.max === '' ? {} : { valueMax: result.max }),
      ...(result.levels.length === 0
        ? {}
        : {
            rubricCriterionLevel: result.levels.map(({ id, name, description, alignment }) => ({
              id,
              type: ['RubricCriterionLevel'],
              name,
              ...(description === '' ? {} : { description }),
              ...(alignment === null ? {} : { alignment: [{ type: ['Alignment'], ...alignment }] }),
            })),
          }),
    }
  })

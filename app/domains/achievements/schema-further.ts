import { z } from 'zod'
import { optionalText, type Values } from '../../infra/http/index.ts'
import type { Locale } from '../../infra/i18n.ts'
import { isWebAddress, webAddressOf } from '../organisations/index.ts'
import { type Facts, languages } from './facts.ts'
import { eqfLevels, participationForms, supervisions } from './micro-credential.ts'
import { isPossibleValue, type ResultFacts, readNumber, resultKinds } from './results.ts'
import { achievementWords } from './words.ts'

/** At most this many results, each with as many levels. */
export const maxResults = 8
export const maxLevels = 6

const line = (max: number) => optionalText(max).transform((value) => value ?? '')
const blankOr = <const T extends readonly string[]>(values: T) =>
  z
    .union([z.literal(''), z.enum(values)])
    .optional()
    .transform((value) => (value === '' || value === undefined ? null : value))

const address = (locale: Locale) =>
  line(500)
    .refine((value) => value === '' || isWebAddress(value), achievementWords(locale).designer.otherUrlBad)
    .transform((value) => webAddressOf(value) ?? value)

const amount = (locale: Locale, most: number) =>
  line(12)
    .refine((typed) => {
      const number = readNumber(typed)
      return typed === '' || (number !== undefined && number > 0 && number <= most)
    }, achievementWords(locale).europe.numberBad)
    .transform((typed) => readNumber(typed) ?? null)

/** The screen of the European list. */
export const europeStep = (locale: Locale) =>
  z
    .object({
      hours: amount(locale, 10_000),
      ects: amount(locale, 400),
      eqfLevel: blankOr(['1', '2', '3', '4', '5', '6', '7', '8']),
      participationForm: blankOr(participationForms),
      supervision: blankOr(supervisions),
      prerequisites: line(300),
      stackability: blankOr(['standalone', 'part']),
      partOf: line(200),
      partUrl: address(locale),
      furtherInformation: address(locale),
    })
    .refine(({ stackability, partOf }) => stackability !== 'part' || partOf !== '', {
      path: ['partOf'],
      message: achievementWords(locale).europe.partNeeded,
    })
    .transform(
      ({ hours, ects, eqfLevel, stackability, partOf, partUrl, ...rest }): Partial<Facts> => ({
        ...rest,
        workload: hours === null && ects === null ? null : { hours, ects },
        eqfLevel: eqfLevels.find((level) => String(level) === eqfLevel) ?? null,
        stackability:
          stackability === null
            ? null
            : stackability === 'part'
              ? { kind: stackability, of: partOf, url: partUrl }
              : { kind: stackability, of: '', url: '' },
      }),
    )

const levelRow = (locale: Locale) =>
  z
    .object({ name: line(80), description: line(400), target: line(200), url: address(locale) })
    .refine(({ target, url }) => (target === '') === (url === ''), {
      path: ['target'],
      message: achievementWords(locale).results.targetNeeded,
    })
    .transform(({ name, description, target, url }) => ({
      name,
      description,
      alignment: target === '' ? null : { targetName: target, targetUrl: url },
    }))

const resultRow = (locale: Locale) =>
  z
    .object({
      name: line(160),
      kind: blankOr(resultKinds),
      levels: z.array(levelRow(locale)),
      allowed: line(1000),
      min: line(14),
      max: line(14),
      required: line(80),
    })
    .transform((row) => ({
      ...row,
      levels: row.kind === 'RubricCriterionLevel' ? row.levels.filter(({ name }) => name !== '') : [],
      allowed: row.kind === 'PerformanceLevel' || row.kind === 'LetterGrade' ? linesOf(row.allowed) : [],
      min: row.kind === 'Percent' || row.kind === 'RawScore' ? plainNumber(row.min) : '',
      max: row.kind === 'Percent' || row.kind === 'RawScore' ? plainNumber(row.max) : '',
    }))
    .superRefine((row, check) => {
      const t = achievementWords(locale).results
      const fault = (field: string, message: string) =>
        check.addIssue({ code: 'custom', path: [field], message })
      if (isBlank(row)) return
      if (row.name === '') fault('name', t.nameNeeded)
      if (row.kind === null) return fault('kind', t.kindNeeded)
      if (row.kind === 'RubricCriterionLevel' && row.levels.length < 2) fault('levels.0.name', t.levelsNeeded)
      if (row.kind === 'PerformanceLevel' || row.kind === 'LetterGrade')
        if (row.allowed.length < 2) fault('allowed', t.allowedNeeded)
      const names = row.kind === 'RubricCriterionLevel' ? row.levels.map(({ name }) => name) : row.allowed
      const twice = names.findIndex((name, order) => names.indexOf(name) !== order)
      if (twice !== -1) fault(row.levels.length > 0 ? `levels.${twice}.name` : 'allowed', t.twice)
      for (const bound of ['min', 'max'] as const)
        if (row[bound] !== '' && readNumber(row[bound]) === undefined) fault(bound, t.numberBad)
      const [min, max] = [readNumber(row.min), readNumber(row.max)]
      if (min !== undefined && max !== undefined && min >= max) fault('max', t.boundsBad)
      else if (row.required !== '' && !isPossibleValue({ ...row, kind: row.kind }, row.required))
        fault('required', t.requiredBad)
    })
    .transform(({ kind, ...row }): ResultFacts | undefined =>
      kind === null ? undefined : { ...row, kind, required: numeric(kind, row.required) },
    )

const isBlank = (row: { name: string; kind: string | null; required: string; allowed: string[] }): boolean =>
  row.name === '' && row.kind === null && row.required === ''

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .slice(0, 20)
    .map((one) => one.slice(0, 80))

// « 12,5 » is stored as the standard writes it; what is no number comes back as it was typed.
const plainNumber = (typed: string): string => {
  const number = readNumber(typed)
  return number === undefined ? typed : String(number)
}
const numeric = (kind: ResultFacts['kind'], typed: string): string =>
  kind === 'Percent' || kind === 'RawScore' ? plainNumber(typed) : typed

/** The screen of results: rows of fields, gathered from `results.0.name` and the like. */
export const resultsStep = (locale: Locale) =>
  z
    .object({ results: z.array(resultRow(locale)) })
    .transform(({ results }): Partial<Facts> => ({ results: results.filter((one) => one !== undefined) }))

export function withResultRows(values: Values): Record<string, unknown> {
  const textOf = (name: string) => {
    const value = values[name]
    return typeof value === 'string' ? value : ''
  }
  const results = Array.from({ length: maxResults }, (_, row) => {
    const at = (name: string) => textOf(`results.${row}.${name}`)
    return {
      name: at('name'),
      kind: at('kind'),
      allowed: at('allowed'),
      min: at('min'),
      max: at('max'),
      required: at('required'),
      levels: Array.from({ length: maxLevels }, (__, level) => ({
        name: at(`levels.${level}.name`),
        description: at(`levels.${level}.description`),
        target: at(`levels.${level}.target`),
        url: at(`levels.${level}.url`),
      })),
    }
  })
  return { results }
}

/** The screen of another language: the same texts, side by side. A text may wait. */
export const translationStep = z
  .object({
    target: z.enum(languages),
    name: line(120),
    description: line(300),
    situation: line(300),
    action: line(500),
    // One field for each criterion of the original, empty or not: places must hold.
    criterion: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .transform((value) => (value === undefined ? [] : [value].flat()).map((text) => text.trim()))
      .pipe(z.array(z.string().max(300)).max(20)),
  })
  .transform(
    ({ target, criterion, ...texts }): Partial<Facts> => ({
      translations: { [target]: { ...texts, criteria: criterion } },
    }),
  )

/** The saved facts as these screens show them. */
export function furtherValues(facts: Facts): Values {
  const { workload, stackability } = facts
  const values: Values = {
    hours: String(workload?.hours ?? ''),
    ects: String(workload?.ects ?? ''),
    eqfLevel: String(facts.eqfLevel ?? ''),
    participationForm: facts.participationForm ?? '',
    supervision: facts.supervision ?? '',
    prerequisites: facts.prerequisites,
    stackability: stackability?.kind ?? '',
    partOf: stackability?.of ?? '',
    partUrl: stackability?.url ?? '',
    furtherInformation: facts.furtherInformation,
  }
  for (const [row, result] of facts.results.entries()) {
    const { levels, allowed, ...texts } = result
    for (const [name, value] of Object.entries(texts)) values[`results.${row}.${name}`] = value
    values[`results.${row}.allowed`] = allowed.join('\n')
    for (const [at, { name, description, alignment }] of levels.entries()) {
      values[`results.${row}.levels.${at}.name`] = name
      values[`results.${row}.levels.${at}.description`] = description
      values[`results.${row}.levels.${at}.target`] = alignment?.targetName ?? ''
      values[`results.${row}.levels.${at}.url`] = alignment?.targetUrl ?? ''
    }
  }
  return values
}

/** The translation as its screen shows it: the names are those of the original's fields. */
export function translationValues(facts: Facts): Values {
  const target = translationTarget(facts)
  const texts = facts.translations[target]
  return {
    target,
    name: texts?.name ?? '',
    description: texts?.description ?? '',
    situation: texts?.situation ?? '',
    action: texts?.action ?? '',
    criterion: texts?.criteria ?? [],
  }
}

/** The language beside the badge's own. */
export const translationTarget = (facts: Pick<Facts, 'language'>): Facts['language'] =>
  languages.find((language) => language !== facts.language) ?? 'en'

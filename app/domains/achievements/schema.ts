import { z } from 'zod'
import { optionalText, TextList, type Values } from '../../infra/http/index.ts'
import type { Locale } from '../../infra/i18n.ts'
import { colourSetIds } from '../../ui/stamp/colours.ts'
import { RING_TEXT_MAX } from '../../ui/stamp/lettering.ts'
import { symbolIds } from '../../ui/stamp/symbols.ts'
import { savoirEtre, savoirEtreAlignment } from '../frameworks/index.ts'
import { isWebAddress, webAddressOf } from '../organisations/index.ts'
import {
  type Alignment,
  assessmentKinds,
  evidenceRules,
  type Facts,
  identityChecks,
  languages,
  natures,
  registers,
  type Step,
} from './facts.ts'
import {
  europeStep,
  furtherValues,
  resultsStep,
  translationStep,
  translationValues,
  withResultRows,
} from './schema-further.ts'
import { achievementWords } from './words.ts'

/** At most this many criteria; five are usually enough. */
export const maxCriteria = 10
/** Alignments outside the sixteen, one row of fields each. */
export const maxOtherAlignments = 5

const line = (max: number) => optionalText(max).transform((value) => value ?? '')
const blankOr = <const T extends readonly string[]>(values: T) =>
  z
    .union([z.literal(''), z.enum(values)])
    .optional()
    .transform((value) => (value === '' || value === undefined ? null : value))

const natureStep = (locale: Locale) =>
  z
    .object({
      nature: z.enum(natures),
      register: blankOr(registers),
      number: line(20),
      language: z.enum(languages),
    })
    .superRefine(({ register, number }, check) => {
      const words = achievementWords(locale).designer
      if (number !== '' && !/^\d{1,6}$/.test(bareNumber(number)))
        check.addIssue({ code: 'custom', path: ['number'], message: words.numberNeeded })
      if (number !== '' && register === null)
        check.addIssue({ code: 'custom', path: ['register'], message: words.registerNeeded })
      if (number === '' && register !== null)
        check.addIssue({ code: 'custom', path: ['number'], message: words.numberNeeded })
    })
    .transform(
      ({ nature, register, number, language }): Partial<Facts> => ({
        nature,
        language,
        registration: register === null ? null : { register, number: bareNumber(number) },
      }),
    )

// « RS 5875 », "rncp34126": people copy the whole reference.
const bareNumber = (typed: string) =>
  typed
    .replace(/^(?:RNCP|RS)/i, '')
    .replace(/\s/g, '')
    .replace(/^0+(?=\d)/, '')

/** `leaving`: going on to the next screen asks for the least that a badge says; going back asks nothing. */
const actionStep = (locale: Locale, leaving: boolean) => {
  const words = achievementWords(locale)
  const asked = (max: number, sentence: string) =>
    line(max).refine((value) => !leaving || value !== '', sentence)
  return z
    .object({
      name: asked(120, words.missing.name.sentence),
      description: line(300),
      situation: line(300),
      action: asked(500, words.missing.action.sentence),
      criterion: TextList.pipe(z.array(z.string().max(300)).max(maxCriteria)),
      code: TextList.pipe(z.array(z.enum(savoirEtre.map((one) => one.code)))),
      others: z.array(otherAlignment(locale)),
    })
    .transform(
      ({ criterion, code, others, ...texts }): Partial<Facts> => ({
        ...texts,
        criteria: criterion,
        alignments: [
          ...code.map(savoirEtreAlignment).filter((one) => one !== undefined),
          ...others.filter((one) => one !== undefined),
        ],
      }),
    )
}

const otherAlignment = (locale: Locale) =>
  z
    .object({ name: line(200), url: line(500), framework: line(120), code: line(60) })
    .superRefine(({ name, url }, check) => {
      const words = achievementWords(locale).designer
      if ((name === '') !== (url === ''))
        check.addIssue({
          code: 'custom',
          path: [name === '' ? 'name' : 'url'],
          message: words.otherNeedsBoth,
        })
      if (url !== '' && !isWebAddress(url))
        check.addIssue({ code: 'custom', path: ['url'], message: words.otherUrlBad })
    })
    .transform(({ name, url, framework, code }): Alignment | undefined =>
      name === '' || url === ''
        ? undefined
        : {
            targetName: name,
            targetUrl: webAddressOf(url) ?? url,
            targetFramework: framework,
            ...(code === '' ? {} : { targetCode: code }),
          },
    )

const checksStep = z
  .object({
    assessment: blankOr(assessmentKinds),
    note: line(200),
    evidenceRule: blankOr(evidenceRules),
    grid: blankOr(['yes', 'no']),
  })
  .transform(
    ({ assessment, note, evidenceRule, grid }): Partial<Facts> => ({
      assessment: assessment === null ? null : { kind: assessment, note },
      evidenceRule,
      gridShown: grid === null ? null : grid === 'yes',
    }),
  )

const assessorStep = (locale: Locale) =>
  z
    .object({ role: line(120), independent: blankOr(['yes', 'no']), identityCheck: blankOr(identityChecks) })
    .refine(({ role, independent }) => role === '' || independent !== null, {
      path: ['independent'],
      message: achievementWords(locale).missing.assessor.sentence,
    })
    .transform(
      ({ role, independent, identityCheck }): Partial<Facts> => ({
        assessor: independent === null ? null : { role, independent: independent === 'yes' },
        identityCheck,
      }),
    )

const lookStep = (locale: Locale) =>
  z
    .object({
      symbol: z.enum(symbolIds),
      colours: z.enum(colourSetIds),
      ringText: z
        .string()
        .trim()
        .max(RING_TEXT_MAX, achievementWords(locale).designer.ringTextLong)
        .optional(),
      illustrative: z.string().optional(),
    })
    .transform(
      ({ symbol, colours, ringText, illustrative }): Partial<Facts> => ({
        look: {
          symbol,
          colours,
          ...(ringText === undefined || ringText === '' ? {} : { ringText }),
        },
        illustrative: illustrative !== undefined,
      }),
    )

const FormFields = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

/** What a screen sends, as the facts it keeps. */
export function stepForm(step: Step, locale: Locale, leaving: boolean): z.ZodType<Partial<Facts>> {
  switch (step) {
    case 'nature':
      return natureStep(locale)
    case 'action':
      return FormFields.transform(withRows).pipe(actionStep(locale, leaving))
    case 'checks':
      return checksStep
    case 'assessor':
      return assessorStep(locale)
    case 'look':
      return lookStep(locale)
    case 'europe':
      return europeStep(locale)
    case 'results':
      return FormFields.transform(withResultRows).pipe(resultsStep(locale))
    case 'translation':
      return translationStep
    case 'preview':
      return z.object({}).transform((): Partial<Facts> => ({}))
  }
}

/** The rows of free alignments, gathered from `others.0.name` and the like. */
function withRows(values: Values): Record<string, unknown> {
  const textOf = (name: string) => {
    const value = values[name]
    return typeof value === 'string' ? value : ''
  }
  const others = Array.from({ length: maxOtherAlignments }, (_, row) => ({
    name: textOf(`others.${row}.name`),
    url: textOf(`others.${row}.url`),
    framework: textOf(`others.${row}.framework`),
    code: textOf(`others.${row}.code`),
  }))
  return { ...values, others }
}

/** The saved facts as the screens show them: the same names that they send. */
export function stepValues(facts: Facts, step: Step = 'nature'): Values {
  if (step === 'translation') return translationValues(facts)
  const values: Values = {
    ...furtherValues(facts),
    nature: facts.nature,
    language: facts.language,
    register: facts.registration?.register ?? '',
    number: facts.registration?.number ?? '',
    name: facts.name,
    description: facts.description,
    situation: facts.situation,
    action: facts.action,
    criterion: facts.criteria,
    assessment: facts.assessment?.kind ?? '',
    note: facts.assessment?.note ?? '',
    evidenceRule: facts.evidenceRule ?? '',
    grid: facts.gridShown === null ? '' : facts.gridShown ? 'yes' : 'no',
    role: facts.assessor?.role ?? '',
    independent: facts.assessor === null ? '' : facts.assessor.independent ? 'yes' : 'no',
    identityCheck: facts.identityCheck ?? '',
    symbol: facts.look.symbol,
    colours: facts.look.colours,
    ringText: facts.look.ringText ?? '',
  }
  if (facts.illustrative) values['illustrative'] = 'on'
  const isOurs = ({ targetCode, targetFramework }: Alignment) =>
    savoirEtreAlignment(targetCode ?? '')?.targetFramework === targetFramework
  values['code'] = facts.alignments.filter(isOurs).map((one) => one.targetCode ?? '')
  for (const [row, one] of facts.alignments.filter((each) => !isOurs(each)).entries()) {
    values[`others.${row}.name`] = one.targetName
    values[`others.${row}.url`] = one.targetUrl
    values[`others.${row}.framework`] = one.targetFramework
    values[`others.${row}.code`] = one.targetCode ?? ''
  }
  return values
}

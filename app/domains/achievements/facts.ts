import { z } from 'zod'
import { type ColourSet, colourSetIds } from '../../ui/stamp/colours.ts'
import { type StampSymbol, symbolIds } from '../../ui/stamp/symbols.ts'
import { microCredentialFacts, noMicroCredential } from './micro-credential.ts'
import { type Nature, natures } from './nature.ts'
import { ResultFacts } from './results.ts'
import { TemplateOrigin } from './template.ts'
import { Translations } from './translations.ts'

export { type Nature, natures }

export const assessmentKinds = [
  'none',
  'observation',
  'practical-test',
  'portfolio',
  'interview',
  'written-test',
  'product',
] as const
export type AssessmentKind = (typeof assessmentKinds)[number]

export const evidenceRules = ['required', 'optional', 'none'] as const
export type EvidenceRule = (typeof evidenceRules)[number]

export const identityChecks = ['none', 'known-person', 'document'] as const
export type IdentityCheck = (typeof identityChecks)[number]

export const registers = ['RNCP', 'RS'] as const
export const languages = ['fr', 'en'] as const

export const Alignment = z.object({
  targetName: z.string(),
  targetUrl: z.string(),
  targetFramework: z.string(),
  targetCode: z.string().exactOptional(),
  /** Set for items of CASE frameworks. */
  targetType: z.string().exactOptional(),
})
export type Alignment = z.infer<typeof Alignment>

/** Everything a designer says of a badge. In a draft, texts may be empty and answers null. */
export const Facts = z.object({
  nature: z.enum(natures),
  name: z.string(),
  /** One sentence for someone who does not know; when empty, the action speaks. */
  description: z.string(),
  situation: z.string(),
  action: z.string(),
  criteria: z.array(z.string()),
  assessment: z.object({ kind: z.enum(assessmentKinds), note: z.string() }).nullable(),
  assessor: z.object({ role: z.string(), independent: z.boolean() }).nullable(),
  evidenceRule: z.enum(evidenceRules).nullable(),
  gridShown: z.boolean().nullable(),
  identityCheck: z.enum(identityChecks).nullable(),
  registration: z
    .object({
      register: z.enum(registers),
      number: z.string(),
      /** Day of the imported register in which publishing found it active. */
      checked: z.iso.date().exactOptional(),
    })
    .nullable(),
  alignments: z.array(Alignment),
  look: z.object({
    symbol: z.enum(symbolIds),
    colours: z.enum(colourSetIds),
    ringText: z.string().exactOptional(),
  }),
  language: z.enum(languages),
  /** A sample: said on screen wherever it is shown. */
  illustrative: z.boolean(),
  ...microCredentialFacts,
  /** What an assessment may find out: used by reviews, shown as a grid. */
  results: z.array(ResultFacts).default([]),
  translations: Translations,
  /** The model of a network that this badge follows, where it follows one. */
  template: TemplateOrigin.nullable().default(null),
})
export type Facts = z.infer<typeof Facts>

/** The colours a new badge starts with: one for each nature, all equally readable. */
const firstColours: Readonly<Record<Nature, ColourSet>> = {
  participation: 'craie',
  engagement: 'gaude',
  realisation: 'argile',
  competence: 'sarcelle',
  certification: 'encre',
  registered: 'encre',
}

const firstSymbol: Readonly<Record<Nature, StampSymbol>> = {
  participation: 'door',
  engagement: 'hand',
  realisation: 'hammer',
  competence: 'checklist',
  certification: 'compass',
  registered: 'compass',
}

const firstLook = (nature: Nature): Facts['look'] => ({
  symbol: firstSymbol[nature],
  colours: firstColours[nature],
})

/** Another nature brings its own first look, unless somebody already chose one. */
export function changeNature(facts: Facts, nature: Nature): Facts {
  const untouched = JSON.stringify(facts.look) === JSON.stringify(firstLook(facts.nature))
  return { ...facts, nature, look: untouched ? firstLook(nature) : facts.look }
}

export const emptyFacts = (nature: Nature, language: Facts['language']): Facts => ({
  nature,
  name: '',
  description: '',
  situation: '',
  action: '',
  criteria: [],
  assessment: null,
  assessor: null,
  evidenceRule: null,
  gridShown: null,
  identityCheck: null,
  registration: null,
  alignments: [],
  look: firstLook(nature),
  language,
  illustrative: false,
  ...noMicroCredential,
  results: [],
  translations: {},
  template: null,
})

/** The screens that lead to a published badge, in order. */
export const mainSteps = ['nature', 'action', 'checks', 'assessor', 'look', 'preview'] as const
/** Screens that one may leave aside: they go further. */
export const furtherSteps = ['europe', 'results', 'translation'] as const
/** Every screen of the designer, and what each of them keeps. */
export const steps = [...mainSteps, ...furtherSteps] as const
export type MainStep = (typeof mainSteps)[number]
export type FurtherStep = (typeof furtherSteps)[number]
export type Step = (typeof steps)[number]

const onTheWay: readonly Step[] = mainSteps
/** 0 for the first screen; -1 for those that one may leave aside. */
export const placeOfStep = (step: Step | undefined): number =>
  step === undefined ? -1 : onTheWay.indexOf(step)

export const factsOfStep = {
  nature: ['nature', 'registration', 'language'],
  action: ['name', 'description', 'situation', 'action', 'criteria', 'alignments'],
  checks: ['assessment', 'evidenceRule', 'gridShown'],
  assessor: ['assessor', 'identityCheck'],
  look: ['look', 'illustrative'],
  preview: [],
  europe: [
    'workload',
    'eqfLevel',
    'participationForm',
    'supervision',
    'prerequisites',
    'stackability',
    'furtherInformation',
  ],
  results: ['results'],
  translation: ['translations'],
} as const satisfies Readonly<Record<Step, readonly (keyof Facts)[]>>

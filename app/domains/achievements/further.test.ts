import { existsSync, readFileSync } from 'node:fs'
import { assess } from '@insigne/badge-quality'
import { buildCredential, prepare } from '@insigne/open-badges'
import { Ajv2019 } from 'ajv/dist/2019.js'
import formats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseForm } from '../../infra/http/index.ts'
import { type Organisation, organisationProfile } from '../organisations/index.ts'
import { emptyFacts, Facts } from './facts.ts'
import { achievementJson, translatedJson } from './json.ts'
import { judge } from './judgement.ts'
import { microCredentialElements } from './micro-credential.ts'
import { definedResults, isPossibleValue, type ResultFacts, readNumber } from './results.ts'
import { missingFacts } from './rules.ts'
import { stepForm, stepValues } from './schema.ts'
import { asVersion } from './store.ts'
import { inLanguage, translatedInto } from './translations.ts'

const origin = 'https://insigne.example'
const organisation: Organisation = {
  id: '00000000-0000-4000-8000-000000000001',
  slug: 'atelier-cardan',
  name: 'Atelier Cardan',
  displayName: 'Atelier Cardan',
  kind: 'training',
  description: '',
  url: null,
  email: null,
  city: 'Caen',
  territoryId: null,
  qualityAssurance: 'Qualiopi',
  did: 'did:web:insigne.example:organisations:atelier-cardan',
  demo: false,
  createdAt: new Date(0),
}
const levels: ResultFacts = {
  name: 'Prévenir d’un retard',
  kind: 'RubricCriterionLevel',
  levels: [
    { name: 'Avec aide', description: 'Prévient quand on le demande.', alignment: null },
    {
      name: 'Seul·e',
      description: 'Prévient sans qu’on le demande.',
      alignment: { targetName: 'planifier', targetUrl: 'http://data.europa.eu/esco/skill/e49f4158' },
    },
  ],
  allowed: [],
  min: '',
  max: '',
  required: 'Seul·e',
}
const score: ResultFacts = {
  ...levels,
  name: 'Épreuve',
  kind: 'Percent',
  levels: [],
  min: '0',
  max: '100',
  required: '60',
}
const full: Facts = {
  ...emptyFacts('competence', 'fr'),
  name: 'Organiser son travail',
  situation: 'En atelier',
  action: 'Range ses tâches.',
  criteria: ['Range avant de commencer', 'Prévient d’un retard'],
  assessment: { kind: 'observation', note: '' },
  assessor: { role: 'une encadrante', independent: true },
  evidenceRule: 'required',
  workload: { hours: 35, ects: 1.5 },
  eqfLevel: 4,
  participationForm: 'blended',
  supervision: 'onsite',
  prerequisites: 'A suivi le module d’accueil',
  stackability: { kind: 'part', of: 'Parcours atelier', url: 'https://cardan.example/parcours' },
  furtherInformation: 'https://cardan.example/badge',
  results: [levels, score],
  translations: {
    en: {
      name: 'Organising one’s work',
      description: '',
      situation: '',
      action: 'Sorts tasks.',
      criteria: ['Sorts before starting', 'Warns of a delay'],
    },
  },
}
const place = {
  achievementId: '00000000-0000-4000-8000-000000000002',
  version: 2,
  organisationId: organisation.id,
  publishedAt: new Date(0),
}
const version = asVersion(full, place)
const base = `${origin}/achievements/${place.achievementId}/versions/2`
const json = achievementJson(origin, organisation, version)
const credentialOf = (achievement: typeof json) =>
  buildCredential({
    id: 'urn:uuid:00000000-0000-4000-8000-000000000003',
    issuer: organisationProfile(origin, organisation),
    achievement,
    subject: { id: 'urn:uuid:00000000-0000-4000-8000-000000000004' },
    validFrom: '2026-11-23T13:05:00Z',
  })

describe('the European list in the signed data', () => {
  test('stands in standard fields', () => {
    expect(json.creditsAvailable).toBe(1.5)
    expect(json.alignment).toMatchObject([
      {
        targetUrl: 'http://data.europa.eu/snb/eqf/4',
        targetCode: '4',
        targetName: expect.stringContaining('niveau 4'),
      },
    ])
    for (const line of [
      '**Charge de travail\u00a0:** 35 heures, 1,5 ECTS',
      '**Forme de participation\u00a0:** Sur place et à distance',
      '**Surveillance\u00a0:** Surveillée sur place',
      '**Prérequis\u00a0:** A suivi le module d’accueil',
    ])
      expect(json.criteria.narrative).toContain(line)
    expect(json.related).toContainEqual({ id: 'https://cardan.example/parcours', type: ['Related'] })
    expect(prepare(credentialOf(json))).toBeDefined()
  })

  test('changes none of the ten answers: it is context', () => {
    const bare = asVersion({ ...full, ...without(full) }, place)
    const states = (achievement: typeof json) => assess({ achievement }).solidity.map(({ state }) => state)
    expect(states(json)).toEqual(states(achievementJson(origin, organisation, bare)))
  })

  const without = (facts: Facts): Partial<Facts> => ({
    workload: null,
    eqfLevel: null,
    participationForm: null,
    supervision: null,
    prerequisites: '',
    stackability: null,
    furtherInformation: '',
    results: facts.results,
  })

  test('names the eleven elements, there, in each award, or not stated', () => {
    const all = microCredentialElements(full, organisation)
    expect(all).toHaveLength(11)
    expect(all.filter(({ state }) => state === 'missing')).toEqual([])
    expect(all.filter(({ state }) => state === 'award').map(({ element }) => element)).toEqual([
      'learner',
      'date',
    ])
    const none = microCredentialElements(emptyFacts('competence', 'fr'), {
      city: '',
      territoryId: null,
      qualityAssurance: null,
    })
    expect(none.filter(({ state }) => state === 'there').map(({ element }) => element)).toEqual([
      'awardingBody',
    ])
  })
})

describe('an old version, written before these facts', () => {
  test('is read, and says what it said', () => {
    const { workload, eqfLevel, participationForm, supervision, ...rest } = emptyFacts('participation', 'fr')
    const { prerequisites, stackability, furtherInformation, results, translations, template, ...old } = rest
    const read = Facts.parse({ ...old, name: 'Présent', action: 'Vient.' })
    expect(read).toEqual({ ...emptyFacts('participation', 'fr'), name: 'Présent', action: 'Vient.' })
    expect([workload, eqfLevel, participationForm, supervision, template]).toEqual(Array(5).fill(null))
    expect([prerequisites, stackability, furtherInformation, results, translations]).toEqual([
      '',
      null,
      '',
      [],
      {},
    ])
    const before = achievementJson(origin, organisation, asVersion(read, { ...place, version: 1 }))
    for (const key of ['creditsAvailable', 'resultDescription', 'related', 'alignment'])
      expect(before).not.toHaveProperty(key)
  })
})

describe('results and levels', () => {
  test('have addresses on the version, and stand in the badge', () => {
    const results = definedResults(base, version)
    expect(results.map(({ id }) => id)).toEqual([`${base}#result-1`, `${base}#result-2`])
    expect(json.resultDescription).toMatchObject([
      {
        id: `${base}#result-1`,
        resultType: 'RubricCriterionLevel',
        requiredLevel: `${base}#result-1-level-2`,
        rubricCriterionLevel: [
          { name: 'Avec aide' },
          { name: 'Seul·e', alignment: [{ type: ['Alignment'], targetName: 'planifier' }] },
        ],
      },
      { resultType: 'Percent', requiredValue: '60', valueMin: '0', valueMax: '100' },
    ])
  })

  test('a published grid is a grid that was shown', () => {
    expect(judge(full, organisation).solidity[6]?.state).toBe('yes')
    expect(missingFacts('certification', { ...full, identityCheck: 'document' }, organisation)).toEqual([])
    expect(judge({ ...full, gridShown: false }, organisation).solidity[6]?.state).toBe('no')
  })

  test.each([
    [levels, 'Seul·e', true],
    [levels, 'seule', false],
    [score, '60,5', true],
    [score, '101', false],
    [score, '1e2', false],
    [{ ...levels, kind: 'Status', levels: [] } as const, 'Completed', true],
    [{ ...levels, kind: 'PerformanceLevel', levels: [], allowed: ['A', 'B'] } as const, 'C', false],
  ] satisfies [ResultFacts, string, boolean][])(
    '%#: a value is possible or not',
    (result, value, possible) => {
      expect(isPossibleValue(result, value)).toBe(possible)
    },
  )

  test('a number is read in both habits, and nothing else is a number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99999, max: 99999 }), fc.integer({ min: 0, max: 99 }), (whole, part) => {
        const text = `${whole}.${part}`
        expect(readNumber(text)).toBe(Number(text))
        expect(readNumber(text.replace('.', ','))).toBe(Number(text))
      }),
    )
    for (const text of ['', ' ', '1e5', 'NaN', 'Infinity', '0x10', '1.2.3', '--1', '1 000'])
      expect(readNumber(text)).toBeUndefined()
  })
})

describe('the screens that go further', () => {
  const read = (step: 'europe' | 'results' | 'translation', values: Record<string, string | string[]>) =>
    parseForm('fr', stepForm(step, 'fr', true), values)

  test('give back what they were given', () => {
    for (const step of ['europe', 'results', 'translation'] as const) {
      const form = read(step, stepValues(full, step))
      if (!form.ok) throw new Error(JSON.stringify(form.errors))
      expect({ ...full, ...form.data }).toEqual(full)
    }
  })

  test.each([
    ['europe', { hours: 'beaucoup' }, 'hours'],
    ['europe', { ects: '-1' }, 'ects'],
    ['europe', { stackability: 'part', partOf: '' }, 'partOf'],
    ['europe', { furtherInformation: 'javascript:alert(1)' }, 'furtherInformation'],
    ['results', { 'results.0.name': 'Épreuve' }, 'results.0.kind'],
    ['results', { 'results.0.kind': 'Percent' }, 'results.0.name'],
    [
      'results',
      { 'results.0.name': 'x', 'results.0.kind': 'RubricCriterionLevel' },
      'results.0.levels.0.name',
    ],
    [
      'results',
      { 'results.0.name': 'x', 'results.0.kind': 'LetterGrade', 'results.0.allowed': 'A' },
      'results.0.allowed',
    ],
    [
      'results',
      { 'results.0.name': 'x', 'results.0.kind': 'Percent', 'results.0.min': '90', 'results.0.max': '10' },
      'results.0.max',
    ],
    [
      'results',
      { 'results.0.name': 'x', 'results.0.kind': 'Percent', 'results.0.required': 'bien' },
      'results.0.required',
    ],
  ] as const)('%s: %j is pointed at', (step, values, field) => {
    const form = read(step, values)
    expect(form.ok ? [] : Object.keys(form.errors)).toContain(field)
  })

  test('never throw, whatever a form sends', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('europe' as const, 'results' as const, 'translation' as const),
        fc.dictionary(
          fc.constantFrom(
            'hours',
            'ects',
            'partOf',
            'target',
            'criterion',
            'results.0.kind',
            'results.7.levels.5.url',
          ),
          fc.oneof(fc.string(), fc.array(fc.string())),
        ),
        (step, values) => {
          expect(read(step, values)).toHaveProperty('ok')
        },
      ),
    )
  })
})

describe('another language', () => {
  test('is a whole text or none', () => {
    expect(translatedInto(full)).toEqual(['en'])
    expect(inLanguage(full, 'en')).toMatchObject({
      name: 'Organising one’s work',
      action: 'Sorts tasks.',
      situation: 'En atelier',
      language: 'en',
    })
    const longer = { ...full, criteria: [...full.criteria, 'Un de plus'] }
    expect(translatedInto(longer)).toEqual([])
    expect(inLanguage(longer, 'en')).toBe(longer)
    expect(inLanguage(full, 'fr')).toBe(full)
  })

  test('has an achievement of its own that names the original; the original names it', () => {
    const english = translatedJson(origin, organisation, version, 'en')
    expect(english).toMatchObject({
      id: `${base}/en`,
      name: 'Organising one’s work',
      inLanguage: 'en',
      related: [{ id: base, inLanguage: 'fr', version: '2' }],
      resultDescription: json.resultDescription,
    })
    expect(english.criteria.narrative).toContain('**What the person does:** Sorts tasks.')
    expect(json.related).toContainEqual({
      id: `${base}/en`,
      type: ['Related'],
      inLanguage: 'en',
      version: '2',
    })
    expect(json).toMatchObject({ inLanguage: 'fr', name: 'Organiser son travail' })
    expect(assess({ achievement: english }).nature.shown).toBe('competence')
  })
})

const schemaFile = new URL(
  '../../../../shared/fixtures/1edtech-ob-specification/v3p0/schema/achievementcredential.json',
  import.meta.url,
)
test.skipIf(!existsSync(schemaFile))(
  'all of it is accepted by the strict schema of Open Badges 3.0 (skipped where ../shared/fixtures is absent)',
  () => {
    const ajv = new Ajv2019({ strict: false, allErrors: true })
    formats.default(ajv)
    ajv.addSchema(JSON.parse(readFileSync(schemaFile, 'utf8')), 'ob')
    const validate = ajv.getSchema('ob#/$defs/Achievement')
    if (validate === undefined) throw new Error('the schema has no Achievement')
    for (const one of [json, translatedJson(origin, organisation, version, 'en')]) {
      validate(one)
      expect(validate.errors ?? []).toEqual([])
    }
  },
)

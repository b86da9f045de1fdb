import { existsSync, readFileSync } from 'node:fs'
import { buildCredential, prepare } from '@insigne/open-badges'
import { Ajv2019 } from 'ajv/dist/2019.js'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { savoirEtre, savoirEtreAlignment } from '../frameworks/index.ts'
import { organisationProfile } from '../organisations/index.ts'
import { emptyFacts, type Facts, type Nature, natures } from './facts.ts'
import { achievementJson } from './json.ts'
import { assessVersion, judge } from './judgement.ts'
import { criteriaNarrative } from './narrative.ts'
import { achievementTypeOf, shapeOf } from './nature.ts'
import { asVersion } from './store.ts'

const origin = 'https://insigne.example'
const organisation = {
  id: '00000000-0000-4000-8000-000000000001',
  slug: 'atelier-cardan',
  name: 'Chantier Cardan',
  displayName: 'Atelier Cardan',
  kind: 'training',
  description: 'Répare des vélos.',
  url: 'https://cardan.example',
  email: 'bonjour@cardan.example',
  city: 'Caen',
  territoryId: null,
  qualityAssurance: 'Qualiopi',
  did: 'did:web:insigne.example:organisations:atelier-cardan',
  demo: false,
  createdAt: new Date(0),
} as const

const alignment = savoirEtreAlignment('300483')
const full: Facts = {
  ...emptyFacts('competence', 'fr'),
  name: 'Organiser son travail',
  situation: 'En atelier,\nquand l’ordre change',
  action: 'Range ses tâches et **prévient** [d’un retard](javascript:alert(1)).',
  criteria: ['Range avant de commencer', 'Prévient\u00a0: « je serai en retard »'],
  assessment: { kind: 'observation', note: 'trois fois' },
  assessor: { role: 'une encadrante', independent: true },
  evidenceRule: 'required',
  gridShown: true,
  identityCheck: 'known-person',
  alignments: alignment === undefined ? [] : [alignment],
  illustrative: true,
}
const place = {
  achievementId: '00000000-0000-4000-8000-000000000002',
  version: 2,
  organisationId: organisation.id,
  publishedAt: new Date(0),
}
const jsonOf = (facts: Partial<Facts>) =>
  achievementJson(origin, organisation, asVersion({ ...full, ...facts }, place))

const variants: [string, Partial<Facts>][] = [
  ...natures.map((nature): [string, Partial<Facts>] => [nature, { nature }]),
  ['registered', { nature: 'registered', registration: { register: 'RNCP', number: '34126' } }],
  [
    'nothing but a name and an action',
    { ...emptyFacts('participation', 'en'), name: 'There', action: 'Came.' },
  ],
]

const schemaFile = new URL(
  '../../../../shared/fixtures/1edtech-ob-specification/v3p0/schema/achievementcredential.json',
  import.meta.url,
)
const fixtures = existsSync(schemaFile)

describe.skipIf(!fixtures)(
  'the strict schema of Open Badges 3.0 (skipped where ../shared/fixtures is absent)',
  () => {
    const ajv = new Ajv2019({ strict: false, allErrors: true })
    formats.default(ajv)
    if (fixtures) ajv.addSchema(JSON.parse(readFileSync(schemaFile, 'utf8')), 'ob')

    test.each(variants)('accepts the achievement: %s', (_title, facts) => {
      const validate = ajv.getSchema('ob#/$defs/Achievement')
      if (validate === undefined) throw new Error('the schema has no Achievement')
      validate(jsonOf(facts))
      expect(validate.errors ?? []).toEqual([])
    })

    test('accepts the profile of an organisation', () => {
      const validate = ajv.getSchema('ob#/$defs/Profile')
      if (validate === undefined) throw new Error('the schema has no Profile')
      validate(organisationProfile(origin, organisation))
      expect(validate.errors ?? []).toEqual([])
    })
  },
)

describe('what is left open', () => {
  const states = (facts: Partial<Facts>) => {
    const asked = { ...full, ...facts }
    const version = asVersion(asked, place)
    const answers = (one: ReturnType<typeof judge>) => one.solidity.map(({ state }) => state)
    return {
      designer: answers(judge(asked, { qualityAssurance: organisation.qualityAssurance })),
      published: answers(assessVersion(origin, organisation, version)),
    }
  }

  test.each<[string, Partial<Facts>]>([
    ['nothing', {}],
    ['evidence', { evidenceRule: null }],
    ['evidence, answered no', { evidenceRule: 'none' }],
    ['evidence, answered maybe', { evidenceRule: 'optional' }],
    ['assessment', { assessment: null }],
    ['assessor', { assessor: null }],
    ['grid', { gridShown: null }],
    ['grid, answered no', { gridShown: false }],
    ['identity', { identityCheck: null }],
    ['identity, answered no', { identityCheck: 'none' }],
  ])('is answered alike in the designer and in what is published: %s', (_title, facts) => {
    const { designer, published } = states(facts)
    expect(published).toEqual(designer)
  })

  test('reads « non renseigné », never « no »: evidence', () => {
    expect(states({ evidenceRule: null }).published[5]).toBe('unknown')
    expect(states({ evidenceRule: 'none' }).published[5]).toBe('no')
    const narrative = (facts: Partial<Facts>) => criteriaNarrative(asVersion({ ...full, ...facts }, place))
    expect(narrative({ evidenceRule: null })).not.toContain('Preuve')
    expect(narrative({ evidenceRule: 'none' })).toContain('Preuve ou récit des faits')
  })
})

describe('an achievement inside a credential', () => {
  test.each(variants)('can be prepared for signature: %s', (_title, facts) => {
    const credential = buildCredential({
      id: 'urn:uuid:00000000-0000-4000-8000-000000000003',
      issuer: organisationProfile(origin, organisation),
      achievement: jsonOf(facts),
      subject: { id: 'urn:uuid:00000000-0000-4000-8000-000000000004' },
      validFrom: '2026-11-23T13:05:00Z',
    })
    expect(prepare(credential)).toBeDefined()
    // The creator is the issuer, described once: there it stays a reference.
    const { creator, ...rest } = jsonOf(facts)
    expect(credential.credentialSubject.achievement).toMatchObject(rest)
    expect(credential.credentialSubject.achievement.creator?.id).toBe(creator?.id)
  })
})

describe('the nature in the signed data', () => {
  test.each([
    ['participation', 'ext:Participation'],
    ['engagement', 'ext:Engagement'],
    ['realisation', 'ext:Realisation'],
    ['competence', 'Competency'],
    ['certification', 'Certification'],
    ['registered', 'Certification'],
  ] as const)('%s is carried as %s', (nature, type) => {
    expect(achievementTypeOf[nature]).toBe(type)
    expect(jsonOf({ nature }).achievementType).toBe(type)
  })

  test('a registered certification is told from a network’s by its number', () => {
    const registered = jsonOf({
      nature: 'registered',
      registration: { register: 'RS', number: '5875' },
    })
    expect(registered.otherIdentifier).toEqual([
      { type: 'IdentifierEntry', identifier: 'RS5875', identifierType: 'ext:RS' },
    ])
    expect(registered.alignment?.[0]).toMatchObject({ targetCode: 'RS5875' })
    expect(jsonOf({ nature: 'certification' })).not.toHaveProperty('otherIdentifier')
  })
})

describe('every fact is found again in standard fields', () => {
  /** What a program that knows only the standard and the printed labels reads back. */
  function readBack(narrative: string, colon: string): Record<string, string | string[]> {
    const facts: Record<string, string | string[]> = {}
    for (const [, label, line] of narrative.matchAll(
      new RegExp(`^\\*\\*([^*]+?)${colon}\\*\\* ?(.*)$`, 'gm'),
    ))
      facts[label ?? ''] = (line ?? '').replace(/\\(.)/g, '$1')
    facts['list'] = [...narrative.matchAll(/^\d+\. (.*)$/gm)].map((match) => match[1] ?? '')
    return facts
  }

  test('in French', () => {
    const narrative = jsonOf({}).criteria.narrative ?? ''
    expect(readBack(narrative, '\u00a0:')).toEqual({
      'Exemple illustratif': 'Ce badge est un exemple. Aucun réseau n’en a validé la grille.',
      'Nature déclarée': 'Compétence',
      Situation: 'En atelier, quand l’ordre change',
      'Ce que la personne fait': full.action,
      Critères: '',
      'Type d’évaluation': 'Observation en situation',
      Précision: 'trois fois',
      'Évaluation faite par': 'une encadrante',
      'Qui évalue': 'Une autre personne que celle évaluée',
      'Preuve ou récit des faits': 'Exigée à chaque remise',
      Grille: 'Montrée avant l’évaluation',
      'Contrôle d’identité': 'Personne connue de l’équipe',
      list: full.criteria,
    })
  })

  test('in English, for a badge in English', () => {
    const facts = readBack(jsonOf({ language: 'en' }).criteria.narrative ?? '', ':')
    expect(facts).toMatchObject({
      'Declared nature': 'Competency',
      'Type of assessment': 'Observation on the spot',
      'Who assesses': 'Someone other than the person assessed',
    })
  })

  test('a typed text opens neither a line nor a link of its own', () => {
    const forged = criteriaNarrative(
      asVersion({ ...full, action: 'Vient.\n\n**Type d’évaluation\u00a0:** Épreuve écrite' }, place),
    )
    expect(readBack(forged, '\u00a0:')['Type d’évaluation']).toBe('Observation en situation')
    expect(jsonOf({}).criteria.narrative).toContain('\\[d’un retard\\](javascript')
  })

  test('the address, the version before, the language and the mark', () => {
    const json = jsonOf({})
    const base = `${origin}/achievements/${place.achievementId}/versions`
    expect(json).toMatchObject({
      id: `${base}/2`,
      criteria: { id: `${base}/2#criteria` },
      version: '2',
      inLanguage: 'fr',
      related: [{ id: `${base}/1`, type: ['Related'], version: '1' }],
      image: { id: `${base}/2/image.png`, type: 'Image' },
      creator: { id: organisation.did, name: 'Atelier Cardan' },
      tag: ['Compétence', 'exemple illustratif'],
      alignment: [{ type: ['Alignment'], targetCode: '300483' }],
    })
    expect(JSON.stringify(json)).not.toContain('Chantier Cardan')
  })

  test('nothing is stated that was not said', () => {
    const bare: Partial<Facts> = { ...emptyFacts('participation', 'fr'), name: 'Présent', action: 'Vient.' }
    expect(jsonOf(bare).criteria.narrative).toBe(
      ['**Nature déclarée\u00a0:** Participation', '**Ce que la personne fait\u00a0:** Vient.'].join('\n\n'),
    )
  })
})

test('the sixteen soft skills have their own code each', () => {
  expect(new Set(savoirEtre.map((one) => one.code)).size).toBe(16)
  expect(savoirEtreAlignment('123456')).toBeUndefined()
})

test('every nature has its own mark of one silhouette', async () => {
  const { achievementImage } = await import('./image.ts')
  expect(new Set(Object.values(shapeOf)).size).toBe(natures.length)
  const marks = natures.map((nature: Nature) => achievementImage({ ...full, nature }))
  expect(new Set(marks.map((mark) => mark.svg())).size).toBe(natures.length)
  for (const mark of marks) {
    expect(mark.svg()).toContain('<title>Marque du badge')
    expect([...mark.png().slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
    expect(mark.png()).toBe(mark.png())
  }
})

import { describe, expect, test } from 'vitest'
import { changeNature, emptyFacts, type Facts, natures } from './facts.ts'
import { changedFacts, missingFacts, type NeededFact, needsOf, supportedNatures } from './rules.ts'

const issuer = { qualityAssurance: 'Qualiopi' }
const silent = { qualityAssurance: null }

/** A badge that says everything that any nature may need. */
const full: Facts = {
  ...emptyFacts('registered', 'fr'),
  name: 'Organiser son travail',
  situation: 'En atelier, quand l’ordre du jour change',
  action: 'Range ses tâches et prévient d’un retard.',
  criteria: ['Range les tâches avant de commencer'],
  assessment: { kind: 'observation', note: '' },
  assessor: { role: 'une encadrante', independent: true },
  evidenceRule: 'required',
  gridShown: true,
  identityCheck: 'document',
  registration: { register: 'RS', number: '5875' },
}

/** How each fact goes missing. The quality belongs to the organisation. */
const without: Record<Exclude<NeededFact, 'quality'>, Partial<Facts>[]> = {
  name: [{ name: '' }],
  action: [{ action: '' }],
  situation: [{ situation: '' }],
  criteria: [{ criteria: [] }],
  assessment: [{ assessment: null }, { assessment: { kind: 'none', note: '' } }],
  assessor: [
    { assessor: null },
    { assessor: { role: '', independent: true } },
    { assessor: { role: 'elle-même', independent: false } },
  ],
  evidence: [{ evidenceRule: null }, { evidenceRule: 'none' }, { evidenceRule: 'optional' }],
  grid: [{ gridShown: null }, { gridShown: false }],
  identity: [{ identityCheck: null }, { identityCheck: 'none' }],
  registration: [{ registration: null }],
}
const gaps = Object.entries(without).flatMap(([fact, ways]) => ways.map((way) => ({ fact, way })))

/** The table of the design, written a second time by hand. */
const expected: Record<(typeof natures)[number], string[]> = {
  participation: ['name', 'action'],
  engagement: ['name', 'action'],
  realisation: ['name', 'action'],
  competence: ['name', 'action', 'situation', 'criteria', 'assessment', 'assessor', 'evidence'],
  certification: [
    'name',
    'action',
    'situation',
    'criteria',
    'assessment',
    'assessor',
    'evidence',
    'grid',
    'identity',
    'quality',
  ],
  registered: [
    'name',
    'action',
    'situation',
    'criteria',
    'assessment',
    'assessor',
    'evidence',
    'grid',
    'identity',
    'quality',
    'registration',
  ],
}

describe('what a nature needs', () => {
  test.each(natures)('%s asks for exactly its facts, and all of them are found when present', (nature) => {
    expect(needsOf[nature]).toEqual(expected[nature])
    expect(missingFacts(nature, { ...full, nature }, issuer)).toEqual([])
  })

  test.each(natures.flatMap((nature) => gaps.map((gap) => ({ nature, ...gap }))))(
    '$nature without $fact ($way)',
    ({ nature, fact, way }) => {
      const missing = missingFacts(nature, { ...full, nature, ...way }, issuer)
      expect(missing).toEqual(expected[nature].includes(fact) ? [fact] : [])
    },
  )

  test('a certification needs an issuer that states its quality; a competency does not', () => {
    expect(missingFacts('certification', full, silent)).toEqual(['quality'])
    expect(missingFacts('competence', full, silent)).toEqual([])
  })
})

describe('what could be said instead', () => {
  const offered = (facts: Partial<Facts>, of = issuer) => supportedNatures({ ...full, ...facts }, of)
  test.each([
    [
      'a registered certification without number is a certification',
      { registration: null },
      ['certification', 'competence', 'realisation', 'participation'],
    ],
    [
      'a certification whose grid was not shown is a competency',
      { nature: 'certification', gridShown: false },
      ['competence', 'realisation', 'participation'],
    ],
    [
      'a competency without assessor is something made or done',
      { nature: 'competence', assessor: null },
      ['realisation', 'participation'],
    ],
    [
      'a competency with nothing to show for it is a participation',
      { nature: 'competence', assessor: null, assessment: null, criteria: [], evidenceRule: null },
      ['participation'],
    ],
    ['without a name nothing can be published', { nature: 'competence', name: '' }, []],
    ['the declared nature itself is never offered', { nature: 'participation' }, ['realisation']],
  ] as const)('%s', (_title, facts, natures) => {
    expect(offered({ ...facts, criteria: 'criteria' in facts ? [] : full.criteria })).toEqual(natures)
  })

  test('engagement is never guessed', () => {
    for (const nature of natures) expect(offered({ nature })).not.toContain('engagement')
  })
})

describe('two versions side by side', () => {
  test('nothing differs from itself, whatever the order of members', () => {
    const shuffled: Facts = {
      ...full,
      look: { colours: full.look.colours, symbol: full.look.symbol },
      registration: { number: '5875', register: 'RS' },
    }
    expect(changedFacts(full, shuffled)).toEqual([])
  })

  test('each changed fact is named', () => {
    expect(
      changedFacts(full, { ...full, name: 'Autre', criteria: [], illustrative: true, gridShown: null }),
    ).toEqual(['name', 'criteria', 'gridShown', 'illustrative'])
  })
})

describe('changing the nature', () => {
  test('brings the first look of the new one while nobody chose', () => {
    const moved = changeNature(emptyFacts('participation', 'fr'), 'competence')
    expect(moved.look).toEqual(emptyFacts('competence', 'fr').look)
  })
  test('keeps a chosen look', () => {
    const look = { symbol: 'bicycle', colours: 'mousse' } as const
    expect(changeNature({ ...emptyFacts('participation', 'fr'), look }, 'competence').look).toEqual(look)
  })
})

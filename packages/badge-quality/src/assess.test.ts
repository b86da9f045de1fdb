import { type JsonObject, verify } from '@insigne/open-badges'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCorpus } from '../scripts/corpus.ts'
import {
  type AssessInput,
  type Assessment,
  answersOf,
  assess,
  checkCodes,
  declaredRegistration,
} from './index.ts'
import { isRecord } from './place.ts'
import { award, fiveFacts, made, told } from './test-badges.ts'

const object = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value))

describe('any JSON', () => {
  const anything = fc.jsonValue({ maxDepth: 4 })
  const keys = fc.constantFrom(
    ...[
      'criteria',
      'narrative',
      'name',
      'description',
      'alignment',
      'achievementType',
      'evidence',
      'endorsement',
      'issuer',
    ],
    ...[
      'credentialSubject',
      'achievement',
      'type',
      'id',
      'tag',
      'resultDescription',
      'otherIdentifier',
      'fr',
      'badge',
    ],
  )
  const badgeLike = fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 5 },
      anything,
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(keys, tie('node'), { maxKeys: 5 }),
    ),
  })).node

  test('is answered with ten checks in order, never with an error', () => {
    fc.assert(
      fc.property(badgeLike, badgeLike, badgeLike, (a, c, i) => {
        const input: AssessInput = {
          ...(isRecord(a) ? { achievement: object(a) } : {}),
          ...(isRecord(c) ? { credential: object(c) } : {}),
          ...(isRecord(i) ? { issuer: object(i) } : {}),
        }
        const first = assess(input)
        expect(first.solidity.map(({ check }) => check)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
        expect(first.solidity.map(({ code }) => code)).toEqual(Object.values(checkCodes))
        expect(assess(input)).toEqual(first)
        expect(declaredRegistration(input)?.number ?? '1').toMatch(/^\d{1,6}$/)
      }),
      { numRuns: 400 },
    )
  })

  test('that says nothing gives unknown everywhere, never no', () => {
    for (const input of [
      {},
      { achievement: {} },
      { credential: {} },
      { achievement: { name: 'Niveau argent' } },
    ]) {
      const { nature, solidity } = assess(input)
      expect(solidity.map(({ state }) => state)).toEqual(Array.from({ length: 10 }, () => 'unknown'))
      expect(nature).toMatchObject({ declared: null, shown: 'undetermined', missing: [] })
    }
  })

  test('with keys of the prototype is not taken in', () => {
    const achievement: JsonObject = JSON.parse(
      '{"__proto__":{"criteria":"Fabriquer une table"},"constructor":{"name":"x"}}',
    )
    expect(assess({ achievement }).solidity[0]?.state).toBe('unknown')
  })

  test('with ten thousand items is read in bounds', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      narrative: `Range la caisse ${index} avant midi.`,
    }))
    expect(assess({ achievement: { criteria: many, alignment: many, tag: ['x'] } }).solidity[0]?.state).toBe(
      'yes',
    )
  })
})

/** The value at a pointer, RFC 6901. */
const at = (document: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (value, token) =>
        Array.isArray(value) ? value[Number(token)] : isRecord(value) ? value[token] : undefined,
      document,
    )

test('every proof points at a value that holds its quote, over the whole corpus', () => {
  let seen = 0
  for (const entry of readCorpus()) {
    const { nature, solidity } = assess(object(entry))
    for (const { document, pointer, quote } of [
      ...nature.proofs,
      ...solidity.flatMap(({ proofs }) => proofs),
    ]) {
      const value = at(document === 'credential' ? entry.credential : entry.achievement, pointer)
      const text = (typeof value === 'string' ? value : JSON.stringify(value)).replace(/<[^<>]*>|\*\*/g, ' ')
      const words = quote.replace(/…$/, '').replace(/\*\*/g, ' ')
      expect(text.replace(/\s+/g, ' ')).toContain(words.replace(/\s+/g, ' ').trim())
      seen += 1
    }
  }
  expect(seen).toBeGreaterThan(1000)
})

describe('a competency badge made here', () => {
  test('shows a competency when the five facts are stated', () => {
    const { nature, solidity } = assess({ achievement: made(fiveFacts) })
    expect(nature).toMatchObject({ declared: 'competence', shown: 'competence', missing: [] })
    expect(solidity.filter(({ state }) => state === 'yes').map(({ check }) => check)).toEqual([1, 2, 4, 5, 6])
  })

  test.each([
    ['situation', 'action'],
    ['criteria', 'criteria'],
    ['assessment', 'assessment'],
    ['assessor', 'assessor'],
    ['independence', 'assessor'],
    ['evidence', 'evidence'],
  ] as const)('is shown as less, and says so, without the line « %s »', (line, missing) => {
    const { [line]: _, ...rest } = fiveFacts
    const { nature } = assess({ achievement: made(rest) })
    expect(nature.shown).toBe('realisation')
    expect(nature.missing).toEqual([missing])
    expect(nature.sentence.fr).toMatch(/^Déclaré comme Compétence\. .* Il manque\u00a0: /)
  })

  test('is judged from its fields as from its text', () => {
    const facts = {
      nature: 'competence',
      situation: 'Entrepôt, avec un lecteur de codes',
      action: 'Prélever, contrôler et emballer une commande.',
      criteria: ['Contrôle la référence avant de prélever', 'Signale un manque avant le départ'],
      assessment: { kind: 'practical-test', note: '' },
      assessor: { role: 'Chef d’équipe', independent: true },
      evidenceRule: 'required',
      alignments: [{ targetName: 'Rigueur', targetUrl: '', targetCode: '300490' }],
    } as const
    const states = ({ nature, solidity }: Assessment) => [
      nature.shown,
      nature.missing,
      solidity.map(({ state }) => state),
    ]
    const alignment = [{ type: ['Alignment'], targetName: 'Rigueur', targetCode: '300490' }]
    expect(states(assess({ facts }))).toEqual(states(assess({ achievement: made(fiveFacts, { alignment }) })))
    expect(assess({ facts }).solidity[3]?.proof).toBe('facts#/assessment/kind « practical-test »')
  })

  test('reads its labels in one language and their values in another', () => {
    const narrative = [
      '**Situation:** Atelier de production, quand l’ordre du jour change',
      '**What the person does:** Prendre sa place dans une équipe et en suivre les règles.',
      '**Criteria:**\n\n1. Prend sa part des tâches communes',
      '**Type of assessment:** Observation on the spot',
      '**Assessed by:** Encadrant technique',
      '**Who assesses:** Someone other than the person assessed',
      '**Evidence or account of the facts:** Required for every award',
    ].join('\n\n')
    expect(assess({ achievement: made({}, { criteria: { narrative } }) }).nature.shown).toBe('competence')
  })

  test('is not raised by criteria that only ask to be there', () => {
    const achievement = made({
      ...fiveFacts,
      criteria: '**Critères\u00a0:**\n\n1. Avoir participé à l’atelier',
    })
    const { nature, solidity } = assess({ achievement })
    expect(solidity[0]?.state).toBe('no')
    expect(nature.shown).not.toBe('competence')
  })

  test('keeps the lesser kind that its issuer declares', () => {
    for (const [achievementType, shown] of [
      ['ext:Participation', 'participation'],
      ['ext:Engagement', 'engagement'],
      ['ext:Realisation', 'realisation'],
    ] as const)
      expect(assess({ achievement: made(fiveFacts, { achievementType }) }).nature.shown).toBe(shown)
  })
})

describe('a certification', () => {
  const extra =
    '**Grille\u00a0:** Montrée avant l’évaluation\n\n**Contrôle d’identité\u00a0:** Pièce d’identité présentée'
  const creator = { id: 'did:web:x.fr', name: 'Réseau', description: 'Assurance qualité\u00a0: Qualiopi' }
  const full = (more: JsonObject = {}) =>
    made({ ...fiveFacts, extra }, { achievementType: 'Certification', creator, ...more })

  test('needs the grid, the identity check and the quality assurance as well', () => {
    expect(assess({ achievement: full() }).nature).toMatchObject({ shown: 'certification', missing: [] })
    expect(
      assess({ achievement: made(fiveFacts, { achievementType: 'Certification' }) }).nature,
    ).toMatchObject({
      declared: 'certification',
      shown: 'competence',
      missing: ['grid', 'identity', 'quality'],
    })
  })

  test('is registered when it carries a number of the register', () => {
    const otherIdentifier = [{ type: 'IdentifierEntry', identifier: 'RNCP36241', identifierType: 'ext:RNCP' }]
    const alignment = {
      targetName: 'Titre',
      targetUrl: 'https://www.francecompetences.fr/recherche/rs/5875/',
    }
    for (const more of [{ otherIdentifier }, { alignment }, { name: 'Certification RS 5875' }])
      expect(assess({ achievement: full(more) }).nature).toMatchObject({
        declared: 'registered',
        shown: 'registered',
      })
  })

  test('is not shown as registered when the register was asked and does not hold the number', () => {
    const achievement = full({ name: 'Certification RS 5875' })
    const { nature } = assess({ achievement, registration: 'not-held' })
    expect(nature).toMatchObject({
      declared: 'registered',
      shown: 'certification',
      missing: ['registration'],
    })
    expect(nature.sentence.fr).toContain('un numéro inscrit au registre')
    for (const registration of ['held', 'unknown'] as const)
      expect(assess({ achievement, registration }).nature).toEqual(assess({ achievement }).nature)
    // What claims no registration loses none.
    expect(assess({ achievement: full(), registration: 'not-held' })).toEqual(assess({ achievement: full() }))
  })

  test('declares a number that the register can be asked for, wherever it stands', () => {
    const url = 'https://www.francecompetences.fr/recherche/rncp/34126/'
    const said: [JsonObject, string | undefined][] = [
      [{ otherIdentifier: { identifier: 'RNCP036241' } }, 'RNCP36241'],
      [{ alignment: { targetName: 'Titre', targetUrl: url } }, 'RNCP34126'],
      [{ alignments: [{ targetCode: 'rs-12' }] }, 'RS12'],
      [{ name: 'Liaison RS 232, certification RS n° 5875' }, 'RS5875'],
      [{ name: `${'Certification '.repeat(30)}RNCP 34126` }, 'RNCP34126'],
      [{ criteria: { narrative: '**Numéro au registre :** RS 5875' } }, 'RS5875'],
      [{ criteria: { narrative: '**Numéro au registre :** en cours' } }, undefined],
      [{ name: 'Liaison RS 232' }, undefined],
      [{}, undefined],
    ]
    for (const [achievement, expected] of said) {
      const found = declaredRegistration({ achievement })
      expect(found && `${found.register}${found.number}`).toBe(expected)
    }
    const facts = { registration: { register: 'RS', number: '5875' } }
    expect(declaredRegistration({ facts })).toMatchObject({ register: 'RS', number: '5875' })
  })

  test('is not registered by a cable, nor by a number alone', () => {
    expect(assess({ achievement: full({ name: 'Câbler une liaison RS 232' }) }).nature.shown).toBe(
      'certification',
    )
    const bare = told('Réussir l’examen.', { achievementType: 'Certification', name: 'Certification RS6000' })
    expect(assess({ achievement: bare }).nature).toMatchObject({
      declared: 'registered',
      shown: 'realisation',
    })
  })
})

describe('shapes', () => {
  const states = (input: AssessInput) => assess(input).solidity.map(({ state }) => state)
  const plain = made(fiveFacts)

  test('single values, arrays and language maps say the same', () => {
    const criteria = object(plain['criteria'])
    const narrative = criteria['narrative'] ?? ''
    for (const more of [
      { criteria: [{ narrative: [narrative] }], achievementType: ['Competency'] },
      {
        criteria: { narrative: { fr: narrative } },
        name: { fr: 'Préparer' },
        description: { '@value': 'x' },
      },
      { criteria: narrative },
    ])
      expect(states({ achievement: { ...plain, ...more } })).toEqual(states({ achievement: plain }))
  })

  test('a converted Open Badges 2.0 award is found behind badge, and its criteria link says nothing', () => {
    const badge = {
      type: 'BadgeClass',
      name: 'Robots',
      criteria: 'https://example.org/criteria',
      tags: ['robots'],
    }
    const { nature, solidity } = assess({
      credential: { type: 'Assertion', badge, evidence: 'https://example.org/work' },
    })
    expect(nature.shown).toBe('undetermined')
    expect(solidity[0]?.state).toBe('unknown')
    expect(solidity[5]).toMatchObject({
      state: 'yes',
      proofs: [{ document: 'credential', pointer: '/evidence' }],
    })
  })

  test('a whole award passed as the achievement is still an award', () => {
    const whole = award(plain, {}, { narrative: 'Le 3 juin, a préparé douze commandes sans erreur.' })
    expect(assess({ achievement: whole }).nature.shown).toBe('competence')
    expect(assess({ credential: whole }).nature.shown).toBe('competence')
  })
})

test('it fits the verifier, which shows it in its report', async () => {
  const report = await verify('{}', { assess: (credential) => assess({ credential }) })
  expect(report.nature.shown).toBe('undetermined')
})

test('its short form is what a report carries, and nothing more', () => {
  const { nature, solidity } = answersOf(assess({ achievement: made(fiveFacts) }))
  expect(nature).toEqual({ declared: 'competence', shown: 'competence', missing: [] })
  expect(Object.keys(solidity[0] ?? {})).toEqual(['check', 'state', 'proof'])
})

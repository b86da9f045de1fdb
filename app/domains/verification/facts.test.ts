import {
  type AchievementInput,
  buildCredential,
  type OpenBadgeCredential,
  type VerificationReport,
  verify,
} from '@insigne/open-badges'
import { beforeAll, describe, expect, test } from 'vitest'
import { alternateBadge } from './alternate.ts'
import { readFacts, shorten, webAddress } from './facts.ts'
import { readAddress } from './fetch-badge.ts'

let report: VerificationReport
beforeAll(async () => {
  report = await verify('{}', { offline: true })
})

function badge(achievement: Partial<AchievementInput>, more: { id?: string } = {}): OpenBadgeCredential {
  return buildCredential({
    id: 'urn:uuid:9f0c5b6e-0f52-4a52-8b8b-1c2f6a2c7c11',
    issuer: {
      id: more.id ?? 'did:web:badges.example%3A8443:org',
      name: 'Atelier',
      url: 'javascript:alert(1)',
    },
    achievement: {
      id: 'https://badges.example/1',
      name: 'Organiser : son travail',
      description: 'Préparer son poste.',
      criteria: { narrative: 'Fait ceci.\n\nPuis cela.' },
      ...achievement,
    },
    subject: { identifier: [{ hashed: false, identityHash: 'Amina', identityType: 'name' }] },
    validFrom: '2026-06-12T10:00:00Z',
  })
}

describe('what a page says of a badge', () => {
  test('the site behind the issuer is shown, and no address that would run something', () => {
    const facts = readFacts(badge({}), report)
    expect(facts).toMatchObject({ holder: 'Amina', issuer: { host: 'badges.example:8443', url: undefined } })
    expect(facts.name).toBe('Organiser\u00a0: son travail')
    expect(readFacts(badge({}, { id: 'did:web:%' }), report).issuer.host).toBeUndefined()
    expect(readFacts(badge({}, { id: 'https://issuer.example/1' }), report).issuer.host).toBe(
      'issuer.example',
    )
  })

  test('how it was checked: our labels, else the beginning of the criteria, else nothing', () => {
    const how = (narrative: string) => readFacts(badge({ criteria: { narrative } }), report).how
    expect(
      how('**Type d’évaluation\u00a0:** Observation.\n\n**Évaluation faite par\u00a0:** Un encadrant'),
    ).toBe('Observation, par un encadrant')
    expect(how('**Assessment made by:** AFPA')).toBe('AFPA')
    expect(how('**Assessment:** Interview\n\n**Assessed by:** AFPA')).toBe('Interview, by AFPA')
    expect(how('**Type of assessment:** Interview')).toBe('Interview')
    expect(how('Fait ceci.\n\nPuis cela.')).toBe('Fait ceci.')
    expect(how('**Situation\u00a0:** Dans un atelier')).toBeUndefined()
  })

  test('what the person does: the labelled deed before the description', () => {
    const does = (narrative: string) => readFacts(badge({ criteria: { narrative } }), report).does
    expect(does('**Ce que la personne fait\u00a0:** Ranger ses tâches')).toBe('Ranger ses tâches')
    expect(does('Fait ceci.')).toBe('Préparer son poste.')
  })

  test.each([
    ['Competency', 'competence'],
    ['Certification', 'certification'],
    ['ext:Participation', 'participation'],
    ['ext:Engagement', 'engagement'],
    ['ext:Realisation', 'realisation'],
    ['Diploma', undefined],
  ] as const)('%s is said by the issuer to be %s', (achievementType, nature) => {
    const facts = readFacts(badge({ achievementType }), report)
    expect(facts.nature).toEqual(nature === undefined ? undefined : { id: nature, checked: false })
  })

  test('a nature that was shown by facts is not the issuer’s word any more', () => {
    const shown: VerificationReport = {
      ...report,
      nature: { declared: null, shown: 'realisation', missing: [] },
    }
    expect(readFacts(badge({ achievementType: 'Competency' }), shown).nature).toEqual({
      id: 'realisation',
      checked: true,
    })
  })

  test('a long text is cut at a word, and only web addresses are links', () => {
    expect(shorten('Préparer son poste et ranger', 15)).toBe('Préparer son…')
    expect(shorten('court', 15)).toBe('court')
    for (const text of ['javascript:alert(1)', 'data:text/html,x', 'https://a@b.example', 'x', undefined])
      expect(webAddress(text)).toBeUndefined()
  })
})

test.each([
  ['https://example.org/b', 'https://example.org/b'],
  ['  example.org/b ', 'https://example.org/b'],
  ['localhost:3000/b/x', 'http://localhost:3000/b/x'],
  ['LOCALHOST:3000/b/x', 'http://localhost:3000/b/x'],
  ['http://example.org/b', 'http://example.org/b'],
  ['ftp://example.org/b', 'ftp://example.org/b'],
  ['bonjour', undefined],
  ['deux mots.fr', undefined],
  ['', undefined],
  ['camille@exemple.fr', undefined],
])('« %s » is the address %s', (typed, address) => {
  expect(readAddress({ origin: 'http://localhost:3000' }, typed)?.href).toBe(address)
})

test('a page leads to its badge only by a link that says so', () => {
  const page = (tag: string, contentType = 'text/html') =>
    alternateBadge({ bytes: new TextEncoder().encode(tag), url: 'https://a.example/p/', contentType })
  const good = '<LINK href=b.json rel="me alternate" type=application/json>'
  expect(page(good)).toBe('https://a.example/p/b.json')
  expect(page(good, 'text/plain')).toBeUndefined()
  expect(page('<link rel="alternate" type="application/rss+xml" href="/x">')).toBeUndefined()
  expect(page('<link rel="icon" type="application/json" href="/x">')).toBeUndefined()
  expect(page('<link rel="alternate" type="application/json" href="https://a.example/p/">')).toBeUndefined()
  expect(page('<link '.repeat(10_000))).toBeUndefined()
})

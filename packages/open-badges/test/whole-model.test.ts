import { describe, expect, test } from 'vitest'
import { endorsementCredential, openBadgeCredential } from '../src/guard/envelopes.ts'
import type { Shape } from '../src/guard/shape.ts'
import {
  type Achievement,
  achievementTypes,
  bakePng,
  bakeSvg,
  buildClr,
  convert,
  type EndorsementCredential,
  extract,
  hashIdentity,
  identifierTypes,
  type JsonObject,
  lossCodes,
  type OpenBadgeCredential,
  type Profile,
  parseJson,
  prepare,
  prepareClr,
  resultStatuses,
  resultTypes,
  sign,
  signJwt,
  targetTypes,
  verify,
  verifyAndRead,
} from '../src/index.ts'
import { isJsonObject } from '../src/json.ts'
import { onePixel } from './altered.ts'
import { assertion, badge as badge2, issuer as issuer2 } from './legacy-world.ts'
import { type Issuer, makeIssuer } from './sample.ts'

const json = (value: unknown): JsonObject => {
  const copy = parseJson(JSON.stringify(value))
  return isJsonObject(copy) ? copy : {}
}
const issuer = await makeIssuer()
const endorser = await makeIssuer()
const holder = await makeIssuer()
const contexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
]
let order = 0
const next = (): number => {
  order += 1
  return order
}
const uuid = (): string => `urn:uuid:00000000-0000-4000-8000-${String(next()).padStart(12, '0')}`

async function endorsementOf(id: string, comment: string): Promise<EndorsementCredential> {
  const draft: EndorsementCredential = {
    '@context': [...contexts, 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'],
    id: uuid(),
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: 'Soutien',
    description: 'Donné par le réseau.',
    validUntil: '2099-03-03T00:00:00Z',
    credentialSchema: [
      {
        id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_endorsementcredential_schema.json',
        type: '1EdTechJsonSchemaValidator2019',
      },
    ],
    termsOfUse: [{ type: 'https://atelier.example/terms#PartnersOnly' }],
    issuer: { id: endorser.did, type: ['Profile'], name: 'Réseau' },
    validFrom: '2026-03-03T00:00:00Z',
    awardedDate: '2026-03-03T00:00:00Z',
    credentialSubject: { id, type: ['EndorsementSubject'], endorsementComment: comment },
  }
  const { proof, ...signed } = await sign(prepare(draft), endorser)
  return { ...signed, proof }
}

const picture = () =>
  ({ id: `https://atelier.example/${next()}.png`, type: 'Image', caption: 'Une ancre' }) as const
const identifier = (identifierType: (typeof identifierTypes)[number] | `ext:${string}`, value: string) =>
  ({ type: 'IdentifierEntry', identifier: value, identifierType }) as const
const profile = (id: string, more: Partial<Profile> = {}): Profile => ({
  id,
  type: ['Profile'],
  name: 'Atelier du Port',
  url: 'https://atelier.example',
  phone: '+33 2 31 00 00 00',
  description: 'Un atelier.',
  image: picture(),
  email: 'contact@atelier.example',
  address: {
    type: ['Address'],
    addressCountry: 'France',
    addressCountryCode: 'FR',
    addressRegion: 'Normandie',
    addressLocality: 'Caen',
    streetAddress: '1 quai de la Londe',
    postOfficeBoxNumber: '12',
    postalCode: '14000',
    geo: { type: 'GeoCoordinates', latitude: 49.1829, longitude: -0.3707 },
  },
  otherIdentifier: [identifier('ext:SIRET', '12345678900012'), identifier('sourcedId', 'a-12')],
  official: 'Léa Martin',
  familyName: 'Martin',
  givenName: 'Léa',
  additionalName: 'Anne',
  patronymicName: 'x',
  honorificPrefix: 'Mme',
  honorificSuffix: 'PhD',
  familyNamePrefix: 'de',
  dateOfBirth: '1990-02-01',
  ...more,
})
const alignment = (name: string, targetType: (typeof targetTypes)[number] | `ext:${string}`) => ({
  type: ['Alignment'],
  targetName: name,
  targetUrl: `https://referentiel.example/${name}`,
  targetCode: name,
  targetDescription: 'Une compétence.',
  targetFramework: 'Référentiel',
  targetType,
})

async function whole(by: Issuer, embedded: boolean): Promise<OpenBadgeCredential> {
  const id = uuid()
  const achievementId = 'https://badges.example/achievements/1'
  const description = uuid()
  const level = uuid()
  const achievement: Achievement = {
    id: achievementId,
    type: ['Achievement'],
    name: 'Travailler en équipe',
    description: 'Mener une tâche commune.',
    criteria: { id: 'https://badges.example/achievements/1/criteria', narrative: 'A organisé le travail.' },
    achievementType: 'ext:Engagement',
    alignment: targetTypes.map((type, at) => alignment(`c${at}`, type)),
    creator: profile('https://badges.example/creator', {
      parentOrg: profile('https://badges.example/parent'),
    }),
    creditsAvailable: 3,
    ...(embedded ? { endorsement: [await endorsementOf(achievementId, 'Un bon programme.')] } : {}),
    fieldOfStudy: 'Bâtiment',
    humanCode: 'EQ-1',
    image: picture(),
    inLanguage: 'fr',
    otherIdentifier: identifierTypes.map((type) => identifier(type, type)),
    related: [
      { id: 'https://badges.example/achievements/0', type: ['Related'], inLanguage: 'fr', version: '1' },
    ],
    resultDescription: [
      {
        id: description,
        type: ['ResultDescription'],
        name: 'Niveau',
        resultType: 'RubricCriterionLevel',
        alignment: [alignment('r', 'CFRubric')],
        allowedValue: ['1', '2'],
        requiredLevel: level,
        requiredValue: '1',
        valueMax: '2',
        valueMin: '1',
        rubricCriterionLevel: [
          {
            id: level,
            type: ['RubricCriterionLevel'],
            name: 'Seul',
            description: 'Sans aide.',
            level: '2',
            points: '2',
            alignment: [alignment('l', 'CFRubricCriterionLevel')],
          },
        ],
      },
      ...resultTypes.map((resultType) => ({
        id: uuid(),
        type: ['ResultDescription'],
        name: resultType,
        resultType,
      })),
    ],
    specialization: 'Chantier',
    tag: ['équipe', 'chantier'],
    version: '2',
  }
  return {
    '@context': [...contexts, 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Travailler en équipe',
    description: 'Attribué en mars.',
    image: picture(),
    issuer: profile(
      by.did,
      embedded ? { endorsement: [await endorsementOf(by.did, 'Un atelier sérieux.')] } : {},
    ),
    validFrom: '2026-03-02T09:30:00Z',
    validUntil: '2099-03-02T09:30:00+01:00',
    awardedDate: '2026-03-01T17:00:00Z',
    credentialSubject: {
      id: holder.did,
      type: ['AchievementSubject'],
      identifier: [
        {
          type: 'IdentityObject',
          hashed: true,
          identityHash: await hashIdentity('lea@example.org', 'sel-de-mer'),
          identityType: 'emailAddress',
          salt: 'sel-de-mer',
        },
        { type: 'IdentityObject', hashed: false, identityHash: 'Léa Martin', identityType: 'name' },
      ],
      activityStartDate: '2026-02-02T08:00:00Z',
      activityEndDate: '2026-03-01T17:00:00Z',
      creditsEarned: 1.5,
      image: picture(),
      licenseNumber: 'L-1',
      narrative: 'Chef d’équipe.',
      result: [
        {
          type: ['Result'],
          resultDescription: description,
          achievedLevel: level,
          value: '2',
          alignment: [alignment('v', 'ext:Local')],
        },
        ...resultStatuses.map((status) => ({ type: ['Result'], resultDescription: description, status })),
      ],
      role: 'Chef d’équipe',
      source: profile('https://badges.example/source'),
      term: 'Printemps',
      achievement,
    },
    evidence: [
      {
        id: 'https://badges.example/evidence/1',
        type: ['Evidence'],
        name: 'Photo',
        description: 'Le chantier.',
        narrative: 'Le mur est monté.',
        genre: 'Photographie',
        audience: 'Tous',
      },
    ],
    ...(embedded ? { endorsement: [await endorsementOf(id, 'Mérité.')] } : {}),
    credentialSchema: [
      {
        id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
        type: '1EdTechJsonSchemaValidator2019',
      },
    ],
    termsOfUse: [{ type: 'https://atelier.example/terms#PartnersOnly', id: 'https://atelier.example/terms' }],
  }
}

const state = async (input: string) => {
  const { verdict, checks } = await verify(input, { recipient: 'lea@example.org' })
  return [
    verdict,
    ...checks
      .filter((one) => one.state !== 'valid' && one.state !== 'not-applicable')
      .map(({ code, data }) => `${code} ${JSON.stringify(data)}`),
  ]
}

describe('the whole model of Open Badges 3.0', () => {
  test('is issued and verified, with an endorsement at each place that may hold one', async () => {
    const draft = await whole(issuer, true)
    const signed = JSON.stringify(await sign(prepare(draft), issuer))
    expect(await state(signed)).toEqual(['valid'])
    const { credential } = await verifyAndRead(signed)
    const { proof: _, ...shown } = credential ?? { proof: [] }
    expect(shown).toEqual(draft)
  })
  test('is issued and verified as a JWT', async () => {
    expect(await state(await signJwt(prepare(await whole(issuer, false)), issuer))).toEqual(['valid'])
  })
  test('has every member of every class in that badge', async () => {
    const seen = new Set<string>()
    const wanted = new Set<string>()
    const walk = (value: unknown, shape: Shape): void => {
      for (const [name, { rule }] of shape.properties) {
        wanted.add(`${shape.code} ${name}`)
        const member: unknown = Reflect.get(Object(value), name)
        for (const one of [member].flat()) {
          if (one === undefined) continue
          seen.add(`${shape.code} ${name}`)
          if (rule.kind === 'node') walk(one, rule.shape())
        }
      }
    }
    const badge = json(await sign(prepare(await whole(issuer, true)), issuer))
    walk(badge, openBadgeCredential)
    walk(json(badge['endorsement'])['0'], endorsementCredential)
    // Lists, refresh, endorsements as JWT, and the members of proofs that other suites write have their own tests.
    const elsewhere = /(?:credentialStatus|refreshService|endorsementJwt)$|^credential\.proof /
    expect([...wanted].filter((one) => !seen.has(one) && !elsewhere.test(one))).toEqual([])
    expect(seen.size).toBeGreaterThan(100)
  })
  test.each([...achievementTypes, 'ext:Autre'] as const)('takes the kind %s', async (achievementType) => {
    const draft = await whole(issuer, false)
    draft.credentialSubject.achievement.achievementType = achievementType
    expect(prepare(draft).credential.credentialSubject.achievement.achievementType).toBe(achievementType)
  })
  test('is still a badge under its older name', async () => {
    const draft = await whole(issuer, false)
    draft.type = ['VerifiableCredential', 'AchievementCredential']
    const { format, verdict } = await verify(JSON.stringify(await sign(prepare(draft), issuer)))
    expect([format, verdict]).toEqual(['ob3-di', 'valid'])
  })
})

describe('pictures of every age and family', () => {
  test('a learner record is baked under its own names, and read back byte for byte', async () => {
    const badge = json(await sign(prepare(await whole(issuer, false)), issuer))
    const draft = buildClr({
      id: uuid(),
      name: 'Parcours',
      issuer: { id: issuer.did, name: 'École' },
      subject: { id: holder.did },
      credentials: [badge],
      validFrom: '2026-05-01T00:00:00Z',
    })
    const text = JSON.stringify(await sign(await prepareClr(draft), issuer))
    const png = bakePng(onePixel, text, 'clr2')
    expect(Buffer.from(png).includes('clrcredential')).toBe(true)
    const svg = bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"/>', text, 'clr2')
    expect(svg).toContain('https://purl.imsglobal.org/clr/v2p0')
    for (const picture of [png, svg]) {
      expect(await extract(picture)).toMatchObject({ text, family: 'clr2' })
      expect(await verify(picture)).toMatchObject({ verdict: 'valid', format: 'clr2' })
    }
  })
  test.each([
    [
      'of 2.0, with its address',
      `<openbadges:assertion xmlns:openbadges="http://openbadges.org" verify="${assertion.id}"/>`,
      'url',
    ],
    [
      'of 2.0, with its text',
      `<openbadges:assertion xmlns:openbadges="http://openbadges.org" verify="${assertion.id}"><![CDATA[${JSON.stringify(assertion)}]]></openbadges:assertion>`,
      'json',
    ],
    [
      'of 2.0, signed',
      '<openbadges:assertion xmlns:openbadges="http://openbadges.org" verify="aaaa.bbbb.cccc"/>',
      'jwt',
    ],
    [
      'with a slash at the end of the name',
      `<o:assertion xmlns:o="https://openbadges.org/" verify="${assertion.id}"/>`,
      'url',
    ],
    [
      'of 3.0, signed',
      '<openbadges:credential xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0" verify="aaaa.bbbb.cccc"/>',
      'jwt',
    ],
    [
      'of 3.0, with its text',
      '<openbadges:credential xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"><![CDATA[{"id":"urn:x"}]]></openbadges:credential>',
      'json',
    ],
  ])('an SVG %s is read', async (_name, element, kind) => {
    expect((await extract(`<svg xmlns="http://www.w3.org/2000/svg">${element}<g/></svg>`)).kind).toBe(kind)
  })
})

test('a conversion names each kind of loss', () => {
  const picture = { id: 'https://a.example/a.png', author: 'https://a.example/me' }
  const original = json({
    ...assertion,
    '@context': [assertion['@context'], { x: 'urn:x' }],
    'extensions:geo': {},
    favourite: true,
    endorsement: 'https://a.example/e',
    image: picture,
    badge: { ...badge2, alignment: [...badge2.alignment, { targetName: 'sans adresse' }], issuer: issuer2 },
  })
  const { lost } = convert({
    assertion: {
      ...assertion,
      recipient: assertion.recipient,
      verification: { type: 'hosted' },
      type: 'Assertion',
      image: picture,
      evidence: [],
    },
    badge: { ...badge2, type: 'BadgeClass' },
    issuer: { ...issuer2, type: 'Issuer' },
    original,
  })
  expect([...new Set(lost.map(({ code }) => code))].sort()).toEqual(Object.keys(lossCodes).sort())
})

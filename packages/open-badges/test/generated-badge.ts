import fc from 'fast-check'
import type { Json, JsonObject } from '../src/json.ts'
import {
  achievementTypes,
  identifierTypes,
  resultStatuses,
  resultTypes,
  targetTypes,
} from '../src/v3/vocabulary.ts'

// Few distinct texts, so that nodes and values often collide; all of Unicode, so that order matters.
const word = fc.oneof(
  fc.constantFrom('a', 'b', '😀', '\uff5e', 'é\n"\\', '\u0000\u001f\u007f', ''),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
)
const uri = fc.oneof(
  fc.constantFrom(
    'urn:x:1',
    'urn:x:2',
    'https://a.example/é',
    'did:example:1',
    'https://a.example/\uff5e',
    'https://a.example/😀',
  ),
  fc.uuid().map((id) => `urn:uuid:${id}`),
)
const date = fc.constantFrom('2026-01-01T00:00:00Z', '2026-01-01T00:00:00.5+02:00')
// The general library takes 1e-7 for an integer and writes 0: numbers with an exponent are tested apart.
const plainNumber = (value: number) => !String(value).includes('e')
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter(plainNumber),
  fc.constantFrom(0, -0, 0.1, 36, 123456789012),
)
const several = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 4 })

/** Members in any order, each present or not. */
const object = (
  required: Record<string, fc.Arbitrary<unknown>>,
  optional: Record<string, fc.Arbitrary<unknown>>,
) =>
  fc
    .tuple(fc.record({ ...required, ...optional }, { requiredKeys: Object.keys(required) }), fc.nat())
    .map(([value, turn]) => {
      const entries = Object.entries(value)
      const at = entries.length === 0 ? 0 : turn % entries.length
      return Object.fromEntries([...entries.slice(at), ...entries.slice(0, at)])
    })

const typed = (type: string) => fc.oneof(fc.constant([type]), fc.constant(type))
const from = (values: readonly string[]) => fc.oneof(fc.constantFrom(...values), fc.constant('ext:Other'))

const image = object({ id: uri, type: typed('Image') }, { caption: word })
const alignment = object(
  { type: typed('Alignment'), targetName: word, targetUrl: uri },
  { targetCode: word, targetDescription: word, targetFramework: word, targetType: from(targetTypes) },
)
const entry = object(
  { type: typed('IdentifierEntry'), identifier: word, identifierType: from(identifierTypes) },
  {},
)
const identity = object(
  {
    type: typed('IdentityObject'),
    hashed: fc.boolean(),
    identityHash: word,
    identityType: from(identifierTypes),
  },
  { salt: word },
)
const address = object({ type: typed('Address') }, { addressCountry: word, postalCode: word })
const profileMembers = {
  name: word,
  url: uri,
  email: word,
  image,
  address,
  otherIdentifier: several(entry),
  official: word,
  dateOfBirth: fc.constant('1990-01-02'),
}
const profile = object(
  { id: uri, type: typed('Profile') },
  { ...profileMembers, parentOrg: object({ id: uri, type: typed('Profile') }, profileMembers) },
)
const level = object(
  { id: uri, type: typed('RubricCriterionLevel'), name: word },
  { level: word, points: word, alignment: several(alignment) },
)
const resultDescription = object(
  { id: uri, type: typed('ResultDescription'), name: word, resultType: from(resultTypes) },
  {
    allowedValue: fc.array(word, { maxLength: 4 }),
    requiredLevel: uri,
    valueMax: word,
    rubricCriterionLevel: several(level),
  },
)
const achievement = object(
  {
    id: uri,
    type: typed('Achievement'),
    name: word,
    description: word,
    criteria: object({ narrative: word }, { id: uri }),
  },
  {
    achievementType: from(achievementTypes),
    alignment: several(alignment),
    creator: profile,
    creditsAvailable: number,
    image,
    otherIdentifier: several(entry),
    related: several(object({ id: uri, type: typed('Related') }, { version: word })),
    resultDescription: several(resultDescription),
    tag: several(word),
  },
)
const subject = object(
  { type: typed('AchievementSubject'), achievement },
  {
    id: uri,
    identifier: several(identity),
    narrative: word,
    creditsEarned: number,
    activityStartDate: date,
    image,
    result: several(
      object(
        { type: typed('Result') },
        {
          value: word,
          status: from(resultStatuses),
          alignment: several(alignment),
          resultDescription: uri,
          achievedLevel: uri,
        },
      ),
    ),
    source: profile,
  },
)
const evidence = object(
  { type: typed('Evidence') },
  { id: uri, narrative: word, name: word, genre: word, audience: word },
)
const status = object(
  {
    type: fc.constant('BitstringStatusListEntry'),
    statusPurpose: fc.constant('revocation'),
    statusListIndex: fc.constantFrom('5', 5),
    statusListCredential: uri,
  },
  { id: uri },
)
const proof = object(
  {
    type: fc.constant('DataIntegrityProof'),
    cryptosuite: fc.constant('eddsa-rdfc-2022'),
    proofPurpose: fc.constant('assertionMethod'),
    verificationMethod: uri,
  },
  { created: date, challenge: word },
)

const members = {
  awardedDate: date,
  validUntil: date,
  name: word,
  description: word,
  image,
  evidence: several(evidence),
  credentialStatus: fc.oneof(status, several(status)),
  credentialSchema: several(object({ id: uri, type: fc.constant('1EdTechJsonSchemaValidator2019') }, {})),
  proof: fc.oneof(proof, several(proof)),
}
const contexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
]

/** Badges of every shape that the model allows, and of some that it does not: what matters is that two ways agree. */
export const generatedBadge: fc.Arbitrary<JsonObject> = object(
  {
    '@context': fc.constant(contexts),
    id: uri,
    type: fc.constant(['VerifiableCredential', 'OpenBadgeCredential']),
    issuer: fc.oneof(uri, profile),
    validFrom: date,
    credentialSubject: subject,
  },
  members,
).map((value): JsonObject => {
  const plain: Json = JSON.parse(JSON.stringify(value))
  return typeof plain === 'object' && plain !== null && !Array.isArray(plain) ? plain : {}
})

import {
  achievementTypes,
  identifierTypes,
  resultStatuses,
  resultTypes,
  targetTypes,
} from '../v3/vocabulary.ts'
import { endorsementCredential } from './envelopes.ts'
import { boolean, many, node, number, oneOf, required, type Shape, shape, text } from './shape.ts'

// The classes of OB 3.0, appendix B, as closed tables. One line a property, in the order of the text.

export const image: Shape = shape(
  'credential.image',
  'Image',
  { id: text('image', required), caption: text() },
  { typeIsText: true },
)

export const criteria: Shape = shape(
  'credential.achievement.criteria',
  undefined,
  { id: text('uri'), narrative: text() },
  { oneOf: ['id', 'narrative'] },
)

export const identifierEntry: Shape = shape(
  'credential.identifier-entry',
  'IdentifierEntry',
  { identifier: text(undefined, required), identifierType: oneOf(identifierTypes, true, required) },
  { typeIsText: true },
)

export const identityObject: Shape = shape(
  'credential.identity',
  'IdentityObject',
  {
    hashed: boolean(required),
    identityHash: text('identity-hash', required),
    identityType: oneOf(identifierTypes, true, required),
    salt: text(),
  },
  { typeIsText: true },
)

const geoCoordinates = shape(
  'credential.geo',
  'GeoCoordinates',
  { latitude: number(-90, 90, required), longitude: number(-180, 180, required) },
  { typeIsText: true },
)

const address = shape('credential.address', 'Address', {
  addressCountry: text(),
  addressCountryCode: text(),
  addressRegion: text(),
  addressLocality: text(),
  streetAddress: text(),
  postOfficeBoxNumber: text(),
  postalCode: text(),
  geo: node(() => geoCoordinates),
})

export const alignment: Shape = shape('credential.alignment', 'Alignment', {
  targetName: text(undefined, required),
  targetUrl: text('uri', required),
  targetCode: text(),
  targetDescription: text(),
  targetFramework: text(),
  targetType: oneOf(targetTypes, true),
})

export const profile: Shape = shape(
  'credential.profile',
  'Profile',
  {
    id: text('uri', required),
    name: text(),
    url: text('uri'),
    phone: text(),
    description: text(),
    endorsement: node(() => endorsementCredential, many),
    endorsementJwt: text('jwt', many),
    image: node(() => image),
    email: text(),
    address: node(() => address),
    otherIdentifier: node(() => identifierEntry, many),
    official: text(),
    parentOrg: node(() => profile),
    familyName: text(),
    givenName: text(),
    additionalName: text(),
    patronymicName: text(),
    honorificPrefix: text(),
    honorificSuffix: text(),
    familyNamePrefix: text(),
    dateOfBirth: text('date'),
  },
  { isShared: true },
)

const rubricCriterionLevel = shape('credential.rubric-level', 'RubricCriterionLevel', {
  id: text('uri', required),
  name: text(undefined, required),
  description: text(),
  level: text(),
  points: text(),
  alignment: node(() => alignment, many),
})

const resultDescription = shape('credential.result-description', 'ResultDescription', {
  id: text('uri', required),
  name: text(undefined, required),
  resultType: oneOf(resultTypes, true, required),
  alignment: node(() => alignment, many),
  allowedValue: text(undefined, many),
  requiredLevel: text('uri'),
  requiredValue: text(),
  rubricCriterionLevel: node(() => rubricCriterionLevel, many),
  valueMax: text(),
  valueMin: text(),
})

const related = shape('credential.related', 'Related', {
  id: text('uri', required),
  inLanguage: text('language'),
  version: text(),
})

export const achievement: Shape = shape(
  'credential.achievement',
  'Achievement',
  {
    id: text('uri', required),
    name: text(undefined, required),
    description: text(undefined, required),
    criteria: node(() => criteria, required),
    achievementType: oneOf(achievementTypes, true),
    alignment: node(() => alignment, many),
    creator: node(() => profile),
    creditsAvailable: number(),
    endorsement: node(() => endorsementCredential, many),
    endorsementJwt: text('jwt', many),
    fieldOfStudy: text(),
    humanCode: text(),
    image: node(() => image),
    inLanguage: text('language'),
    otherIdentifier: node(() => identifierEntry, many),
    related: node(() => related, many),
    resultDescription: node(() => resultDescription, many),
    specialization: text(),
    tag: text(undefined, many),
    version: text(),
  },
  { isShared: true },
)

const result = shape('credential.result', 'Result', {
  achievedLevel: text('uri'),
  alignment: node(() => alignment, many),
  resultDescription: text('uri'),
  status: oneOf(resultStatuses, false),
  value: text(),
})

export const achievementSubject: Shape = shape(
  'credential.subject',
  'AchievementSubject',
  {
    id: text('uri'),
    identifier: node(() => identityObject, many),
    achievement: node(() => achievement, required),
    activityStartDate: text('date-time'),
    activityEndDate: text('date-time'),
    creditsEarned: number(),
    image: node(() => image),
    licenseNumber: text(),
    narrative: text(),
    result: node(() => result, many),
    role: text(),
    source: node(() => profile),
    term: text(),
  },
  { oneOf: ['id', 'identifier'] },
)

export const evidence: Shape = shape('credential.evidence', 'Evidence', {
  id: text('uri'),
  narrative: text(),
  name: text(),
  description: text(),
  genre: text(),
  audience: text(),
})

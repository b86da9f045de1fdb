import {
  type Achievement,
  type Alignment,
  achievementTypes,
  type IdentifierEntry,
  type Json,
  type JsonObject,
  type Profile,
  type ResultDescription,
  type RubricCriterionLevel,
  resultTypes,
  targetTypes,
} from '@insigne/open-badges'
import { idIn, isObject, listOf, textIn, typesOf } from './json.ts'

/** A definition in the strict shape of 3.0, or the names of what it lacks. */
export type AchievementReading = { achievement: Achievement } | { missing: string[] }

const isIri = (text: string | undefined): text is string =>
  text !== undefined && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text)

// Lists are cut where no honest badge goes.
const most = 100

/**
 * Reads an achievement of 3.0 as people really write it (one value for a list, maps of languages, stray members) into
 * the strict shape. What is optional and malformed is left out; what is required and missing is named.
 */
export function readAchievement(document: JsonObject): AchievementReading {
  const id = idIn(document)
  const name = textIn(document['name'], 500)
  const description = textIn(document['description'])
  const criteria = readCriteria(document['criteria'])
  const missing = [
    ...(isIri(id) ? [] : ['id']),
    ...(name === undefined ? ['name'] : []),
    ...(description === undefined ? ['description'] : []),
    ...(criteria === undefined ? ['criteria'] : []),
  ]
  if (!isIri(id) || name === undefined || description === undefined || criteria === undefined)
    return { missing }
  const credits = document['creditsAvailable']
  return {
    achievement: {
      id,
      type: ['Achievement', ...typesOf(document).filter((one) => one !== 'Achievement')].slice(0, 5),
      name,
      description,
      criteria,
      ...only('achievementType', oneOf(document['achievementType'], achievementTypes)),
      ...many('alignment', document['alignment'], readAlignment),
      ...only('creator', isObject(document['creator']) ? readProfile(document['creator']) : undefined),
      ...(typeof credits === 'number' && Number.isFinite(credits) ? { creditsAvailable: credits } : {}),
      ...picked(document, ['fieldOfStudy', 'humanCode', 'specialization', 'version'] as const),
      ...only('image', readImage(document['image'])),
      ...only('inLanguage', languageIn(document['inLanguage'])),
      ...many('otherIdentifier', document['otherIdentifier'], readIdentifier),
      ...many('resultDescription', document['resultDescription'], readResult),
      ...many('tag', document['tag'] ?? document['tags'], (one) => textIn(one, 200)),
    },
  }
}

/** A profile in the strict shape; undefined without an identifier that is one. */
export function readProfile(document: JsonObject): Profile | undefined {
  const id = idIn(document)
  if (!isIri(id)) return undefined
  const address = isObject(document['address']) ? document['address'] : undefined
  const place = address === undefined ? {} : picked(address, placeNames)
  return {
    id,
    type: ['Profile'],
    ...only('name', textIn(document['name'], 500)),
    ...only('url', textIn(document['url'], 2_000)),
    ...picked(document, ['description', 'email', 'phone', 'official'] as const),
    ...only('image', readImage(document['image'])),
    ...(Object.keys(place).length === 0 ? {} : { address: { type: ['Address'], ...place } }),
    ...many('otherIdentifier', document['otherIdentifier'], readIdentifier),
    ...only('parentOrg', isObject(document['parentOrg']) ? readParent(document['parentOrg']) : undefined),
  }
}

const placeNames = [
  'addressCountry',
  'addressCountryCode',
  'addressRegion',
  'addressLocality',
  'postalCode',
] as const

// One level up is enough, and a chain of parents has no end.
const readParent = ({ parentOrg: _higher, ...document }: JsonObject) => readProfile(document)

function readCriteria(value: Json | undefined): Achievement['criteria'] | undefined {
  if (typeof value === 'string') return isIri(value.trim()) ? { id: value.trim() } : narrative(value)
  if (!isObject(value)) return undefined
  const id = idIn(value)
  const told = narrative(value['narrative'])
  return isIri(id) ? { id, ...told } : told
}

const narrative = (value: Json | undefined) => {
  const text = textIn(value, 50_000)
  return text === undefined ? undefined : { narrative: text }
}

function readAlignment(value: Json): Alignment | undefined {
  if (!isObject(value)) return undefined
  const targetName = textIn(value['targetName'], 1_000)
  const targetUrl = textIn(value['targetUrl'], 2_000)
  if (targetName === undefined || !isIri(targetUrl)) return undefined
  return {
    type: ['Alignment'],
    targetName,
    targetUrl,
    ...picked(value, ['targetCode', 'targetDescription', 'targetFramework'] as const),
    ...only('targetType', oneOf(value['targetType'], targetTypes)),
  }
}

function readImage(value: Json | undefined): Achievement['image'] {
  const id = idIn(value)
  // A picture inside the text is not kept: it is the raw record's.
  if (!isIri(id) || id.startsWith('data:')) return undefined
  const caption = isObject(value) ? textIn(value['caption'], 1_000) : undefined
  return { id, type: 'Image', ...only('caption', caption) }
}

function readIdentifier(value: Json): IdentifierEntry | undefined {
  if (!isObject(value)) return undefined
  const identifier = textIn(value['identifier'], 500)
  const kind = textIn(value['identifierType'], 100)
  if (identifier === undefined || kind === undefined || !isIdentifierType(kind)) return undefined
  return { type: 'IdentifierEntry', identifier, identifierType: kind }
}

const isIdentifierType = (text: string): text is `ext:${string}` => /^(?:ext:)?[A-Za-z0-9._|-]+$/.test(text)

function readResult(value: Json): ResultDescription | undefined {
  if (!isObject(value)) return undefined
  const id = idIn(value)
  const name = textIn(value['name'], 500)
  const resultType = oneOf(value['resultType'], resultTypes)
  if (!isIri(id) || name === undefined || resultType === undefined) return undefined
  return {
    id,
    type: ['ResultDescription'],
    name,
    resultType,
    ...many('alignment', value['alignment'], readAlignment),
    ...many('allowedValue', value['allowedValue'], (one) => textIn(one, 200)),
    ...picked(value, ['requiredLevel', 'requiredValue', 'valueMax', 'valueMin'] as const),
    ...many('rubricCriterionLevel', value['rubricCriterionLevel'], readLevel),
  }
}

function readLevel(value: Json): RubricCriterionLevel | undefined {
  if (!isObject(value)) return undefined
  const id = idIn(value)
  const name = textIn(value['name'], 500)
  if (!isIri(id) || name === undefined) return undefined
  return {
    id,
    type: ['RubricCriterionLevel'],
    name,
    ...picked(value, ['description', 'level', 'points'] as const),
    ...many('alignment', value['alignment'], readAlignment),
  }
}

const languageIn = (value: Json | undefined): string | undefined => {
  const text = textIn(value, 35)
  return text !== undefined && /^[A-Za-z]{2,4}(?:-[A-Za-z0-9]{2,8})*$/.test(text) ? text : undefined
}

function oneOf<T extends string>(
  value: Json | undefined,
  values: readonly T[],
): T | `ext:${string}` | undefined {
  const text = textIn(value, 100)
  if (text === undefined) return undefined
  return values.find((one) => one === text) ?? (isExtension(text) ? text : undefined)
}
const isExtension = (text: string): text is `ext:${string}` => /^ext:[A-Za-z0-9._|-]+$/.test(text)

const only = <K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } => {
  const made: { [key in K]?: V } = {}
  if (value !== undefined) made[key] = value
  return made
}

function many<K extends string, V>(
  key: K,
  value: Json | undefined,
  read: (one: Json) => V | undefined,
): { [key in K]?: V[] } {
  const found = listOf(value)
    .slice(0, most)
    .map(read)
    .filter((one): one is V & {} => one !== undefined)
  return only(key, found.length === 0 ? undefined : found)
}

function picked<K extends string>(document: JsonObject, keys: readonly K[]): { [key in K]?: string } {
  const made: { [key in K]?: string } = {}
  for (const key of keys) {
    const text = textIn(document[key])
    if (text !== undefined) made[key] = text
  }
  return made
}

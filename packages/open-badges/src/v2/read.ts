import type { Fault } from '../errors.ts'
import { isIri } from '../guard/format.ts'
import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts'
import type {
  Alignment2,
  Assertion2,
  BadgeClass2,
  Evidence2,
  IdentityObject2,
  Image2,
  Issuer2,
  Verification2,
} from './model.ts'
import { dateOf } from './upgrade.ts'

/** A document read into the model, or what is wrong with it. */
export type Reading<T> = { value: T; faults: [] } | { value?: undefined; faults: Fault[] }

const maxText = 200_000

// Takes properties out of one document and notes what is missing or of the wrong kind.
class Reader {
  readonly faults: Fault[] = []
  readonly #document: JsonObject
  readonly #code: string

  constructor(document: JsonObject, code: string) {
    this.#document = document
    this.#code = code
  }

  fault(key: string, kind: 'missing' | 'format' | 'type', message: string): undefined {
    const slug = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    this.faults.push({ code: `${this.#code}.${slug}-${kind}`, path: `/${key}`, message })
    return undefined
  }

  text(key: string): string | undefined {
    const value = this.#document[key]
    return typeof value === 'string' && value.trim() !== '' && value.length <= maxText ? value : undefined
  }

  required(key: string): string {
    return this.text(key) ?? this.fault(key, 'missing', `The property ${key} is missing`) ?? ''
  }

  iri(key: string): string {
    const value = this.required(key)
    if (value !== '' && !isIri(value)) this.fault(key, 'format', `${key} must be an address`)
    return value
  }

  date(key: string): string | undefined {
    const value = this.#document[key]
    if (value === undefined || value === null) return undefined
    return dateOf(value) ?? this.fault(key, 'format', `${key} must be a date`)
  }

  type(wanted: readonly string[]): void {
    const types = asArray(this.#document['type'])
    if (!wanted.some((one) => types.includes(one)))
      this.fault('type', 'type', `The type must be ${wanted.join(' or ')}`)
  }

  image(key: string): Image2 | undefined {
    const value = this.#document[key]
    if (typeof value === 'string') return value
    if (!isJsonObject(value) || typeof value['id'] !== 'string') return undefined
    return { id: value['id'], ...texts(value, ['caption', 'author']) }
  }
}

function texts<K extends string>(document: JsonObject, keys: readonly K[]): { [key in K]?: string } {
  const made: { [key in K]?: string } = {}
  for (const key of keys) {
    const value = document[key]
    if (typeof value === 'string' && value !== '' && value.length <= maxText) made[key] = value
  }
  return made
}

const result = <T>(value: T, { faults }: Reader): Reading<T> =>
  faults.length === 0 ? { value, faults: [] } : { faults }

const optional = <K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } => {
  const made: { [key in K]?: V } = {}
  if (value !== undefined) made[key] = value
  return made
}

const textList = (value: Json | undefined): string[] =>
  asArray(value).filter(
    (one): one is string => typeof one === 'string' && one !== '' && one.length <= maxText,
  )

function readIdentity(value: Json | undefined, reader: Reader): IdentityObject2 {
  const empty = { type: '', hashed: false, identity: '' }
  if (!isJsonObject(value)) {
    reader.fault('recipient', 'missing', 'The recipient is missing')
    return empty
  }
  const { type, identity, hashed, salt } = value
  const [kind] = textList(type)
  if (typeof identity !== 'string' || identity === '') {
    reader.fault('recipient', 'format', 'The recipient has no identity')
    return empty
  }
  const isHash = /^(sha256|md5)\$/i.test(identity)
  if (hashed === true && !isHash) reader.fault('recipient', 'format', 'The hash names no algorithm')
  return {
    type: kind ?? 'email',
    hashed: hashed === true || isHash,
    identity,
    ...(typeof salt === 'string' ? { salt } : {}),
  }
}

function readEvidence(value: Json | undefined): Evidence2[] {
  return asArray(value).flatMap((one): Evidence2[] => {
    if (typeof one === 'string') return isIri(one) ? [{ id: one }] : [{ narrative: one }]
    if (!isJsonObject(one)) return []
    const read: Evidence2 = texts(one, ['id', 'name', 'narrative', 'description', 'genre', 'audience'])
    return Object.keys(read).length > 0 ? [read] : []
  })
}

function readVerification(value: Json | undefined, reader: Reader): Assertion2['verification'] {
  const kinds = isJsonObject(value) ? asArray(value['type']) : []
  const creator = isJsonObject(value) ? value['creator'] : undefined
  if (kinds.includes('signed') || kinds.includes('SignedBadge')) {
    return { type: 'signed', ...(typeof creator === 'string' ? { creator } : {}) }
  }
  if (!kinds.includes('hosted') && !kinds.includes('HostedBadge')) {
    reader.fault('verification', 'missing', 'The verification must be hosted or signed')
  }
  return { type: 'hosted' }
}

/** Reads an assertion in the form of 2.0. */
export function readAssertion(document: JsonObject): Reading<Assertion2> {
  const reader = new Reader(document, 'assertion')
  reader.type(['Assertion'])
  const { badge, recipient, verification, evidence, revoked } = document
  let badgeClass: Assertion2['badge'] = ''
  if (isJsonObject(badge)) {
    const read = readBadgeClass(badge)
    reader.faults.push(...read.faults.map((one): Fault => ({ ...one, path: `/badge${one.path ?? ''}` })))
    if (read.value) badgeClass = read.value
  } else badgeClass = reader.iri('badge')
  const issuedOn = reader.date('issuedOn')
  if (issuedOn === undefined) reader.fault('issuedOn', 'missing', 'The date of issue is missing')
  const read: Assertion2 = {
    id: reader.iri('id'),
    type: 'Assertion',
    recipient: readIdentity(recipient, reader),
    badge: badgeClass,
    verification: readVerification(verification, reader),
    issuedOn: issuedOn ?? '',
    ...optional('expires', reader.date('expires')),
    ...optional('image', reader.image('image')),
    ...texts(document, ['narrative', 'uid', 'revocationReason']),
    ...(revoked === true ? { revoked } : {}),
  }
  const traces = readEvidence(evidence)
  if (traces.length > 0) read.evidence = traces
  return result(read, reader)
}

function readCriteria(value: Json | undefined, reader: Reader): BadgeClass2['criteria'] {
  if (typeof value === 'string' && value.trim() !== '') return isIri(value) ? value : { narrative: value }
  const read = isJsonObject(value) ? texts(value, ['id', 'narrative']) : {}
  if (Object.keys(read).length === 0) reader.fault('criteria', 'missing', 'The criteria are missing')
  return read
}

function readAlignment(value: Json): Alignment2[] {
  if (!isJsonObject(value)) return []
  const { targetName, targetUrl } = value
  if (typeof targetName !== 'string' || typeof targetUrl !== 'string' || !isIri(targetUrl)) return []
  return [{ targetName, targetUrl, ...texts(value, ['targetDescription', 'targetFramework', 'targetCode']) }]
}

/** Reads a badge class in the form of 2.0. */
export function readBadgeClass(document: JsonObject): Reading<BadgeClass2> {
  const reader = new Reader(document, 'badge-class')
  reader.type(['BadgeClass'])
  const { issuer, criteria, alignment, tags } = document
  let by: BadgeClass2['issuer'] = ''
  if (isJsonObject(issuer)) {
    const read = readIssuer(issuer)
    reader.faults.push(...read.faults.map((one): Fault => ({ ...one, path: `/issuer${one.path ?? ''}` })))
    if (read.value) by = read.value
  } else by = reader.iri('issuer')
  const read: BadgeClass2 = {
    id: reader.iri('id'),
    type: 'BadgeClass',
    name: reader.required('name'),
    description: reader.required('description'),
    ...optional('image', reader.image('image')),
    criteria: readCriteria(criteria, reader),
    issuer: by,
  }
  const aligned = asArray(alignment).flatMap(readAlignment)
  if (aligned.length > 0) read.alignment = aligned
  const words = textList(tags)
  if (words.length > 0) read.tags = words
  return result(read, reader)
}

/** Reads an issuer in the form of 2.0. */
export function readIssuer(document: JsonObject): Reading<Issuer2> {
  const reader = new Reader(document, 'issuer')
  reader.type(['Issuer', 'Profile', 'IssuerOrg'])
  const { publicKey, verification } = document
  const read: Issuer2 = {
    id: reader.iri('id'),
    type: 'Issuer',
    name: reader.required('name'),
    ...texts(document, ['url', 'email', 'telephone', 'description', 'revocationList']),
    ...optional('image', reader.image('image')),
  }
  const keys = asArray(publicKey).flatMap((one) => {
    const id = isJsonObject(one) ? one['id'] : one
    return typeof id === 'string' ? [id] : []
  })
  if (keys.length > 0) read.publicKey = keys
  const scope = isJsonObject(verification) ? readScope(verification) : undefined
  if (scope) read.verification = scope
  return result(read, reader)
}

function readScope(document: JsonObject): Verification2 | undefined {
  const { startsWith, allowedOrigins } = document
  if (startsWith === undefined && allowedOrigins === undefined) return undefined
  return {
    ...(startsWith === undefined ? {} : { startsWith: textList(startsWith) }),
    ...(allowedOrigins === undefined ? {} : { allowedOrigins: textList(allowedOrigins) }),
  }
}

import { credentialsV1 } from '../contexts/bundle.ts'
import { OpenBadgesError } from '../errors.ts'
import { endorsementCredential, endorsementCredential1 } from '../guard/envelopes.ts'
import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts'
import { openPayload, parseJws } from '../proof/jwt.ts'
import { check } from './catalogue/index.ts'
import { checkValidity } from './check-standing.ts'
import { checkStatus } from './check-status.ts'
import type { Environment, Subject } from './examination.ts'
import { examine } from './examine.ts'
import type { Check } from './report.ts'

const maxEndorsements = 20
/** Endorsements of endorsers of endorsers: deeper is not looked at. */
const maxDepth = 3

interface Found {
  path: string
  subject: Subject | undefined
}

const subjectOf = (document: JsonObject): Subject => ({
  document,
  shape: asArray(document['@context'])[0] === credentialsV1 ? endorsementCredential1 : endorsementCredential,
})

function jwtSubject(text: Json): Subject | undefined {
  if (typeof text !== 'string') return undefined
  try {
    const token = parseJws(text)
    const opened = token && openPayload(token.payload)
    return token && opened ? { ...subjectOf(opened.credential), jwt: { token, opened } } : undefined
  } catch (error) {
    if (error instanceof OpenBadgesError) return undefined
    throw error
  }
}

function collect(value: Json, path: string, found: Found[], ids: Set<string>): void {
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) collect(item, `${path}/${at}`, found, ids)
    return
  }
  if (!isJsonObject(value)) return
  if (typeof value['id'] === 'string') ids.add(value['id'])
  for (const [key, member] of Object.entries(value)) {
    const here = `${path}/${key}`
    if (key === 'endorsement') {
      for (const [at, one] of asArray(member).entries()) {
        found.push({ path: `${here}/${at}`, subject: isJsonObject(one) ? subjectOf(one) : undefined })
      }
    } else if (key === 'endorsementJwt') {
      for (const [at, one] of asArray(member).entries())
        found.push({ path: `${here}/${at}`, subject: jwtSubject(one) })
    } else if (key !== 'proof') collect(member, here, found, ids)
  }
}

// Few badges carry any: whether one does is seen without building paths.
function mentions(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some(mentions)
  for (const key in value) {
    if (key === 'endorsement' || key === 'endorsementJwt' || mentions(value[key] ?? null)) return true
  }
  return false
}

async function verdictOf(
  { subject, path }: Found,
  ids: Set<string>,
  environment: Environment,
): Promise<JsonObject> {
  if (!subject) return { path, state: 'invalid', code: 'extract.jwt-malformed' }
  const checks = await examine(subject, environment)
  const about = subject.document['credentialSubject']
  const target = isJsonObject(about) ? about['id'] : undefined
  const all = [...checks.values()]
  if (all.every(({ state }) => state === 'valid')) {
    all.push(
      checkValidity(subject.document, environment.now),
      await checkStatus(subject.document, environment),
      await checkEndorsements(subject.document, withoutExtras(environment)),
    )
  }
  const bad =
    all.find(({ state }) => state === 'invalid') ?? all.find(({ state }) => state === 'undetermined')
  if (bad) return { path, state: bad.state, code: bad.code }
  if (typeof target !== 'string' || !ids.has(target))
    return { path, state: 'invalid', code: 'endorsements.foreign-subject' }
  return { path, state: 'valid', code: 'endorsements.valid' }
}

// What the caller adds is about the badge itself, not about what its endorsements carry.
function withoutExtras(environment: Environment): Environment {
  const { endorsements: _, ...options } = environment.options
  return { ...environment, options }
}

// Endorsements that came apart from the badge, as documents or compact JWTs.
const apart = ({ options: { endorsements = [] } }: Environment): Found[] =>
  endorsements.map((one, at): Found => {
    const subject = typeof one === 'string' ? jwtSubject(one) : subjectOf(one)
    return { path: `outside/${at}`, subject }
  })

/**
 * Endorsements inside the credential, and those that the caller received apart: each is verified like a credential,
 * with its own endorsements, and must be about something in this one.
 */
export async function checkEndorsements(document: JsonObject, environment: Environment): Promise<Check> {
  const outside = apart(environment)
  if (outside.length === 0 && !mentions(document)) return check('endorsements.none')
  const found: Found[] = []
  const ids = new Set<string>()
  collect(document, '', found, ids)
  found.push(...outside)
  if (found.length === 0) return check('endorsements.none')
  if (environment.depth >= maxDepth || found.length > maxEndorsements)
    return check('endorsements.undetermined', { count: found.length })
  const results: JsonObject[] = []
  for (const one of found)
    results.push(await verdictOf(one, ids, { ...environment, depth: environment.depth + 1 }))
  const data: JsonObject = { endorsements: results }
  if (results.some(({ code }) => code === 'endorsements.foreign-subject'))
    return check('endorsements.foreign-subject', data)
  if (results.some(({ state }) => state === 'invalid')) return check('endorsements.invalid', data)
  return check(
    results.some(({ state }) => state === 'undetermined')
      ? 'endorsements.undetermined'
      : 'endorsements.valid',
    data,
  )
}

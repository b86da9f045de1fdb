import type { VerificationMethod } from '../did/document.ts'
import { isJsonObject, type Json, type JsonObject } from '../json.ts'
import type { Binding } from './key-binding.ts'

/** Clocks differ: a few minutes more or less mean nothing. */
const skew = 5 * 60_000

/** When a key serves, as the document that lists it says; instants in milliseconds. */
export interface KeyPeriod {
  /** It serves from then on. */
  from?: number
  /** It has retired since: planned, and no reproach to what it signed before. */
  expires?: number
  /** Somebody else may hold it since then, and can write any date. */
  revoked?: number
}

// What is not a date says that something is wrong with the key: it is taken for "always".
const past = Number.NEGATIVE_INFINITY
const dateOf = (text: string): number => {
  const at = Date.parse(text)
  return Number.isNaN(at) ? past : at
}
const secondsOf = (value: Json): number => (typeof value === 'number' ? value * 1000 : past)

/** The period that a JWK tells: `nbf`, `exp` and `revoked.revoked_at`, in seconds. OpenID Federation 1.0, 8.7.2. */
export function periodOfJwk({ nbf, exp, revoked }: JsonObject): KeyPeriod {
  const period: KeyPeriod = {}
  if (typeof nbf === 'number') period.from = nbf * 1000
  if (exp !== undefined) period.expires = secondsOf(exp)
  if (isJsonObject(revoked)) period.revoked = secondsOf(revoked['revoked_at'] ?? null)
  else if (revoked !== undefined && revoked !== false && revoked !== null) period.revoked = past
  return period
}

/** The period of a verification method, and of the JWK in it. Controlled Identifiers 1.0, 2.2. */
export function periodOfMethod({ expires, revoked, publicKeyJwk }: VerificationMethod): KeyPeriod {
  const period = publicKeyJwk ? periodOfJwk(publicKeyJwk) : {}
  const earlier = (a: number | undefined, b: string): number =>
    Math.min(a ?? Number.POSITIVE_INFINITY, dateOf(b))
  if (expires !== undefined) period.expires = earlier(period.expires, expires)
  if (revoked !== undefined) period.revoked = earlier(period.revoked, revoked)
  return period
}

const text = (at: number): string | null =>
  Number.isFinite(at) ? new Date(at).toISOString().replace('.000Z', 'Z') : null

/**
 * How a listed key stands to a badge signed, by its own word, at `signedAt`. After the end of the key: refused. Before:
 * the date must be proven by somebody else, since whoever holds the key now can write it. DID Core 1.0, 9.8.
 */
export function standingOf(
  { from, expires, revoked }: KeyPeriod,
  { signedAt, now }: { signedAt: number | undefined; now: number },
): Pick<Binding, 'code' | 'data' | 'before'> {
  const data: JsonObject = { signedAt: text(signedAt ?? past) }
  if (from !== undefined && (from > now + skew || (signedAt !== undefined && signedAt < from - skew)))
    return { code: 'issuer.key-pending', data: { ...data, from: text(from) } }
  const ends = [
    ['revoked', revoked],
    ['expired', expires],
  ] as const
  for (const [name, end] of ends) {
    if (end === undefined || end > now) continue
    const told = { ...data, [name === 'revoked' ? 'revoked' : 'expires']: text(end) }
    // A key that has both ends is judged by its revocation, and must have been in use until then.
    const before = Math.min(end, expires ?? end)
    if (signedAt === undefined || signedAt >= end) return { code: `issuer.key-${name}`, data: told }
    if (signedAt >= before) return { code: 'issuer.key-expired', data: { ...told, expires: text(before) } }
    return { code: `issuer.key-${name}-unproven`, data: told, before }
  }
  return { code: 'issuer.bound', data: {} }
}

/** How a withdrawn key stands: `windows` are the times during which a history listed it, from and until. */
export function standingInHistory(
  windows: readonly { from: number; until: number }[],
  signedAt: number | undefined,
): Pick<Binding, 'code' | 'data' | 'before'> | undefined {
  const last = windows.at(-1)
  if (!last) return undefined
  const found = windows.find(
    ({ from, until }) => signedAt !== undefined && signedAt >= from - skew && signedAt < until,
  )
  const { from, until } = found ?? last
  const data: JsonObject = { signedAt: text(signedAt ?? past), from: text(from), until: text(until) }
  return found
    ? { code: 'issuer.key-withdrawn', data, before: until }
    : { code: 'issuer.key-not-in-force', data }
}

/** What an outside record says of a badge: known since then, known not to be in it, or nothing. */
export type Known = Date | null | undefined

/** The binding once somebody has been asked who keeps a record: an issuance log, a timestamp. */
export async function withRecord(binding: Binding, ask: () => Promise<Known>): Promise<Binding> {
  const { before, data } = binding
  if (before === undefined) return binding
  const known = await ask()
  if (known === undefined) return binding
  if (known === null) return { ...binding, code: 'issuer.not-recorded' }
  const at = known.getTime()
  const told = { ...data, knownSince: text(at) }
  return at < before ? { ...binding, code: 'issuer.key-retired', data: told } : { ...binding, data: told }
}

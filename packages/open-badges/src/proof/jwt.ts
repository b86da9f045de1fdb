import type { PublicKey } from '../crypto/adapter.ts'
import { decodeBase64Url, utf8Text } from '../encoding/bytes.ts'
import { instant } from '../guard/format.ts'
import { isJsonObject, type Json, type JsonObject } from '../json.ts'
import { parseJson } from '../json-parse.ts'

/** A compact JWS, read but not verified. RFC 7515, 3.1. */
export interface CompactJws {
  header: JsonObject
  payload: JsonObject
  payloadText: string
  signature: Uint8Array
  /** `header.payload`, as signed. */
  signingInput: string
}

/** Reads a compact JWS; `undefined` when it is malformed. Throws `json.…` for hostile JSON. */
export function parseJws(token: string): CompactJws | undefined {
  const [head, body, tail, more] = token.split('.')
  if (!head || !body || !tail || more !== undefined) return undefined
  const parts = [head, body, tail].map(decodeBase64Url)
  const [headBytes, bodyBytes, signature] = parts
  const headText = headBytes && utf8Text(headBytes)
  const payloadText = bodyBytes && utf8Text(bodyBytes)
  if (headText === undefined || payloadText === undefined || !signature) return undefined
  const header = parseJson(headText)
  const payload = parseJson(payloadText)
  if (!isJsonObject(header) || !isJsonObject(payload)) return undefined
  return { header, payload, payloadText, signature, signingInput: `${head}.${body}` }
}

/** Signature algorithms that are read, with the kind of key each wants. */
export const jwsAlgorithms: Readonly<Record<string, PublicKey['algorithm']>> = {
  EdDSA: 'Ed25519',
  Ed25519: 'Ed25519',
  ES256: 'P-256',
  ES384: 'P-384',
  RS256: 'RSA',
}

const headerMembers = new Set(['alg', 'kid', 'jwk', 'typ', 'cty', 'iss'])
// Members by which a header would bring a key of its own choice.
const keyCarriers = ['jku', 'x5u', 'x5c', 'x5t', 'x5t#S256']

/** What a header says, judged before any key is looked for. OB 3.0, 8.2.4.1. */
export function headerProblem(
  header: JsonObject,
): 'proof.algorithm' | 'proof.header' | 'issuer.key-not-bound' | undefined {
  if (keyCarriers.some((name) => Object.hasOwn(header, name))) return 'issuer.key-not-bound'
  if (typeof header['alg'] !== 'string' || !Object.hasOwn(jwsAlgorithms, header['alg']))
    return 'proof.algorithm'
  if (Object.keys(header).some((name) => !headerMembers.has(name))) return 'proof.header'
  const { typ, cty, kid, jwk } = header
  if (typ !== undefined && typ !== 'JWT' && typ !== 'vc+jwt') return 'proof.header'
  // What is inside is a credential; only the W3C profile says so, and it says nothing else.
  if (cty !== undefined && (typ !== 'vc+jwt' || cty !== 'vc')) return 'proof.header'
  if (kid !== undefined && typeof kid !== 'string') return 'proof.header'
  if (jwk !== undefined && (!isJsonObject(jwk) || Object.hasOwn(jwk, 'd'))) return 'proof.header'
  return undefined
}

const claimNames = ['iss', 'jti', 'nbf', 'sub', 'exp', 'iat', 'aud', 'nonce'] as const

/** A credential out of its envelope. */
export interface Opened {
  credential: JsonObject
  claims: JsonObject
  /** VC 1.1 carries the credential under `vc`; VC 2.0 in the payload itself. */
  version: '1.1' | '2.0'
}

/** Takes the credential out of a payload; `undefined` when there is none. OB 3.0, 8.2.4. */
export function openPayload(payload: JsonObject): Opened | undefined {
  const claims: JsonObject = {}
  for (const name of claimNames) {
    const value = payload[name]
    if (value !== undefined) claims[name] = value
  }
  if (isJsonObject(payload['vc'])) return { credential: payload['vc'], claims, version: '1.1' }
  if (payload['vc'] !== undefined || payload['type'] === undefined) return undefined
  const credential: JsonObject = {}
  for (const [name, value] of Object.entries(payload))
    if (!Object.hasOwn(claims, name)) credential[name] = value
  return { credential, claims, version: '2.0' }
}

const seconds = (value: Json | undefined): number | undefined =>
  typeof value === 'string' ? Math.floor(instant(value) / 1000) : undefined

/**
 * Names of the claims that contradict the credential. Absent claims contradict nothing: the official samples leave
 * `sub` out. The W3C profile (`typ` `vc+jwt`) is kept apart from the external proof of OB 3.0: its payload is the
 * credential itself, of VC 2.0, never inside `vc` or `vp`. VC-JOSE-COSE 1.0, 3.1 and 3.2.
 */
export function contradictions({ credential, claims, version }: Opened, header: JsonObject): string[] {
  const subject = credential['credentialSubject']
  const subjectId = isJsonObject(subject) ? subject['id'] : undefined
  const issuer = credential['issuer']
  const from = credential['validFrom'] ?? credential['issuanceDate']
  const until = credential['validUntil'] ?? credential['expirationDate']
  const wrong: string[] = []
  const compare = (name: string, inside: Json | undefined): void => {
    if (claims[name] !== undefined && claims[name] !== inside) wrong.push(name)
  }
  if (header['typ'] === 'vc+jwt' && (version === '1.1' || credential['vp'] !== undefined)) wrong.push('vc')
  if (header['iss'] !== undefined && header['iss'] !== claims['iss']) wrong.push('iss')
  compare('iss', isJsonObject(issuer) ? issuer['id'] : issuer)
  compare('jti', credential['id'])
  compare('sub', subjectId)
  const nbf = claims['nbf']
  if (nbf !== undefined && (typeof nbf !== 'number' || Math.floor(nbf) !== seconds(from))) wrong.push('nbf')
  const exp = claims['exp']
  if (exp !== undefined && (typeof exp !== 'number' || Math.floor(exp) !== seconds(until))) wrong.push('exp')
  return wrong
}

import { sign as signBytes } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import { encodeBase58 } from '../src/encoding/base58.ts'
import {
  bakePng,
  bakeSvg,
  buildClr,
  deriveCredential,
  issuerKeySet,
  type JsonObject,
  parseJson,
  prepare,
  prepareClr,
  type Signer,
  sign,
  signJwt,
  signSelective,
  type VerifyOptions,
  verifyAndRead,
} from '../src/index.ts'
import { isJsonObject } from '../src/json.ts'
import { hashData } from '../src/proof/hash-data.ts'
import { suiteFor } from '../src/proof/suites.ts'
import { assertion, jws, issuer as legacyIssuer, pages, pem, rsa, site, web } from './legacy-world.ts'
import { mutate } from './mutations.ts'
import { type Issuer, makeIssuer, sampleCredential } from './sample.ts'

type Random = () => number
type Input = string | Uint8Array

/** A badge in one format, and a way to alter it. */
export interface Carried {
  name: string
  /** Part of the alterations that it takes. */
  share: number
  original: Input
  /** What its verification needs. */
  options?: VerifyOptions
  /** What it says; a file that says the same is not altered. */
  text: string
  alter(random: Random): { what: string; input: Input }
}

const created = '2026-03-02T09:30:00Z'
const plain = (value: unknown): JsonObject => {
  const copy = parseJson(JSON.stringify(value))
  if (!isJsonObject(copy)) throw new TypeError('a credential is an object')
  return copy
}
const encoder = new TextEncoder()
const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

function chunk(type: string, data: Uint8Array): Uint8Array {
  const made = new Uint8Array(12 + data.length)
  const view = new DataView(made.buffer)
  view.setUint32(0, data.length)
  made.set(latin(type), 4)
  made.set(data, 8)
  view.setUint32(8 + data.length, crc32(made.subarray(4, 8 + data.length)))
  return made
}

/** A picture of one grey pixel. */
export const onePixel: Uint8Array = Uint8Array.from([
  ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  ...chunk('IHDR', Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0)),
  ...chunk('IDAT', new Uint8Array(deflateSync(Uint8Array.of(0, 128)))),
  ...chunk('IEND', new Uint8Array()),
])
const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><circle r="1"/></svg>'

function otherByte(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = Uint8Array.from(bytes)
  const at = Math.floor(random() * copy.length)
  copy[at] = ((copy[at] ?? 0) + 1 + Math.floor(random() * 255)) % 256
  return copy
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.'
function otherLetter(text: string, random: Random): string {
  const at = Math.floor(random() * text.length)
  const letter = letters.charAt(Math.floor(random() * letters.length))
  return text.slice(0, at) + letter + text.slice(at + 1)
}

const base64Url = (text: string): string => Buffer.from(text).toString('base64url')

// A claim or a header is rewritten, and the signature left as it was.
function otherClaims(token: string, random: Random): { what: string; input: string } {
  const [header = '', payload = '', signature = ''] = token.split('.')
  const isHeader = random() < 0.2
  const part = plain(JSON.parse(Buffer.from(isHeader ? header : payload, 'base64url').toString()))
  const { name, document } = mutate(part, random)
  const made = base64Url(JSON.stringify(document))
  return {
    what: `${isHeader ? 'header' : 'claims'}: ${name}`,
    input: isHeader ? `${made}.${payload}.${signature}` : `${header}.${made}.${signature}`,
  }
}

const embedded = (name: string, share: number, credential: JsonObject): Carried => {
  const text = JSON.stringify(credential)
  return {
    name,
    share,
    original: text,
    text,
    alter: (random) => {
      if (random() < 0.1) return { what: 'a letter', input: otherLetter(text, random) }
      const { name: what, document } = mutate(credential, random)
      return { what, input: JSON.stringify(document) }
    },
  }
}

const token = (name: string, share: number, text: string): Carried => ({
  name,
  share,
  original: text,
  text,
  alter: (random) =>
    random() < 0.5 ? { what: 'a letter', input: otherLetter(text, random) } : otherClaims(text, random),
})

const picture = (
  name: string,
  share: number,
  credential: JsonObject,
  bake: (text: string) => Uint8Array,
): Carried => {
  const text = JSON.stringify(credential)
  const original = bake(text)
  return {
    name,
    share,
    original,
    text,
    alter: (random) => {
      if (random() < 0.5) return { what: 'a byte', input: otherByte(original, random) }
      const { name: what, document } = mutate(credential, random)
      return { what, input: bake(JSON.stringify(document)) }
    },
  }
}

function legacyToken(): Carried {
  const keyId = `${site}/keys/1.json`
  const key = { type: 'CryptographicKey', id: keyId, owner: legacyIssuer.id, publicKeyPem: pem(rsa) }
  const served = { ...pages, [legacyIssuer.id]: { ...legacyIssuer, publicKey: keyId }, [keyId]: key }
  const signed = { ...assertion, verification: { type: 'signed', creator: keyId } }
  return { ...token('Open Badges 2.0, signed', 0.05, jws(signed)), options: { fetch: web(served) } }
}

/** A proof that is verified here and never issued. Data Integrity EdDSA 1.0, 3.3. */
async function signedAsJson(
  credential: JsonObject,
  { signer, verificationMethod }: Issuer,
): Promise<JsonObject> {
  const suite = suiteFor('eddsa-jcs-2022', 'Ed25519')
  if (!suite) throw new TypeError('the suite is known')
  const proof = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    created,
    verificationMethod,
    proofPurpose: 'assertionMethod',
  }
  const { bytes } = await hashData({ document: credential, proof, suite })
  return { ...credential, proof: [{ ...proof, proofValue: `z${encodeBase58(await signer.sign(bytes))}` }] }
}

/** RS256, by the key set of an https issuer. */
async function rsaToken(): Promise<Carried> {
  const iss = 'https://badges.example/org/1'
  const kid = `${iss}#rsa`
  const jwk = plain(rsa.publicKey.export({ format: 'jwk' }))
  const signer: Signer = {
    algorithm: 'RSA',
    sign: async (bytes) => new Uint8Array(signBytes('sha256', bytes, rsa.privateKey)),
  }
  const text = await signJwt(prepare(sampleCredential(iss)), { signer, verificationMethod: kid })
  const served = { 'https://badges.example/.well-known/jwks.json': issuerKeySet(iss, [{ kid, key: jwk }]) }
  return { ...token('JWT RS256', 0.05, text), options: { fetch: web(plain(served)) } }
}

async function learnerRecord(credential: JsonObject, by: Issuer): Promise<JsonObject> {
  const draft = buildClr({
    id: 'urn:uuid:77aa2c10-57ce-4a0e-8f0c-1d2e3f4a5b6c',
    name: 'Parcours',
    issuer: { id: by.did, name: 'École' },
    subject: { id: 'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2' },
    credentials: [credential],
    validFrom: created,
  })
  return plain(await sign(await prepareClr(draft), { ...by, created }))
}

/** One badge in every format and with every proof that is issued here, and one that is only read. */
export async function everyFormat(): Promise<Carried[]> {
  const ed = await makeIssuer()
  const p256 = await makeIssuer(undefined, 'P-256')
  const p384 = await makeIssuer(undefined, 'P-384')
  const signed = plain(await sign(prepare(sampleCredential(ed.did)), { ...ed, created }))
  const base = await signSelective(prepare(sampleCredential(p256.did)), { ...p256, created })
  const shown = await deriveCredential(base, {
    pointers: ['/credentialSubject/id', '/credentialSubject/achievement', '/evidence/1', '/name'],
  })
  return [
    embedded('eddsa-rdfc-2022', 0.24, signed),
    embedded('eddsa-jcs-2022', 0.05, await signedAsJson(plain(sampleCredential(ed.did)), ed)),
    embedded('CLR 2.0', 0.01, await learnerRecord(signed, p256)),
    embedded(
      'ecdsa-rdfc-2019 P-256',
      0.1,
      plain(await sign(prepare(sampleCredential(p256.did)), { ...p256, created })),
    ),
    embedded(
      'ecdsa-rdfc-2019 P-384',
      0.05,
      plain(await sign(prepare(sampleCredential(p384.did)), { ...p384, created })),
    ),
    embedded('ecdsa-sd-2023, derived', 0.05, plain(shown)),
    token('JWT ES256', 0.1, await signJwt(prepare(sampleCredential(p256.did)), p256)),
    token('JWT EdDSA', 0.1, await signJwt(prepare(sampleCredential(ed.did)), ed)),
    await rsaToken(),
    legacyToken(),
    picture('PNG', 0.1, signed, (text) => bakePng(onePixel, text)),
    picture('SVG', 0.1, signed, (text) => encoder.encode(bakeSvg(drawing, text))),
  ]
}

function says(text: string | undefined): string {
  try {
    return JSON.stringify(parseJson(text ?? ''))
  } catch {
    return text ?? ''
  }
}

/** Alters a badge many times; what was wrongly taken for valid, with the input that did it. */
export async function falseAccepts(carried: Carried, times: number, random: Random): Promise<string[]> {
  const wrong: string[] = []
  const original = says(carried.text)
  for (let at = 0; at < times; at += 1) {
    const { what, input } = carried.alter(random)
    const { report, raw } = await verifyAndRead(input, carried.options)
    if (report.verdict === 'valid' && says(raw?.text) !== original)
      wrong.push(
        `${carried.name}, ${what}: ${typeof input === 'string' ? input : Buffer.from(input).toString('base64')}`,
      )
  }
  return wrong
}

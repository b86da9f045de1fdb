import { decodeBase58 } from '../encoding/base58.ts'
import { decodeBase64Url, hex } from '../encoding/bytes.ts'
import { asArray, type Json, type JsonObject } from '../json.ts'

interface Text {
  sha256: string
  sha384: string
}

// Contexts as their publishers serve them; our copies may differ in white space. The first text is the one we read with,
// the others were served at the same address before it.
const texts: ReadonlyMap<string, readonly Text[]> = new Map([
  [
    'https://www.w3.org/ns/credentials/v2',
    [
      {
        sha256: '59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734',
        sha384:
          '97f1eb8e5042356c805fdd61afa2c557663785e0794dcafa21e138fd38def18cb360133c221aa31d6896a6bf3e65b614',
      },
      {
        sha256: '24a18c90e9856d526111f29376e302d970b2bd10182e33959995b0207d7043b9',
        sha384:
          '35239c36999d2155312091af194a1edb61634d6ad789a5e5b19f2aebdd762dd9d1dcaada40eda7ef921c6b8c0ae107a0',
      },
    ],
  ],
  [
    'https://www.w3.org/2018/credentials/v1',
    [
      {
        sha256: 'ab4ddd9a531758807a79a5b450510d61ae8d147eab966cc9a200c07095b0cdcc',
        sha384:
          '82c3b3eab863754bbfd2b9f17d8d6db9f61169f301cbf0b05e1fc4beb5f5c51dd4d2e888c274f49c3fbb2408f61faed1',
      },
    ],
  ],
])

type Algorithm = keyof Text
interface Digest {
  algorithm: Algorithm
  value: string
}

const lengths: Record<Algorithm, number> = { sha256: 32, sha384: 48 }
const multihashes: Record<string, Algorithm> = { '1220': 'sha256', '2030': 'sha384' }

const digestOf = (algorithm: Algorithm, bytes: Uint8Array | undefined): Digest | undefined =>
  bytes?.length === lengths[algorithm] ? { algorithm, value: hex(bytes) } : undefined

// Subresource Integrity, 3.5: algorithm, then base64 with its padding.
function readSri(text: string): Digest | undefined {
  const [, algorithm, base64] = /^(sha256|sha384)-([A-Za-z0-9+/]+=*)$/.exec(text) ?? []
  if (base64 === undefined || (algorithm !== 'sha256' && algorithm !== 'sha384')) return undefined
  const url = base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
  return digestOf(algorithm, decodeBase64Url(url))
}

// VC Data Integrity 1.0, 2.3: a multihash in multibase. The digest alone is read too: the W3C suite writes it so.
function readMultibase(text: string): Digest | undefined {
  const rest = text.slice(1)
  const bytes = text.startsWith('u')
    ? decodeBase64Url(rest)
    : text.startsWith('z')
      ? decodeBase58(rest)
      : undefined
  if (!bytes) return undefined
  const named = multihashes[hex(bytes.subarray(0, 2))]
  return (named && digestOf(named, bytes.subarray(2))) ?? digestOf('sha256', bytes)
}

/** The digests of a related resource; `undefined` when one cannot be read. VC Data Model 2.0, 5.3. */
function digestsOf(resource: JsonObject): Digest[] | undefined {
  const texts = (value: Json | undefined): string[] =>
    asArray(value).flatMap((one) => (typeof one === 'string' ? one.split(/\s+/).filter(Boolean) : ['']))
  const digests = [
    ...texts(resource['digestSRI']).map(readSri),
    ...texts(resource['digestMultibase']).map(readMultibase),
  ]
  const read = digests.filter((one) => one !== undefined)
  return read.length === digests.length && read.length > 0 ? read : undefined
}

/**
 * What is wrong with the digests of a related resource, if anything: absent, unreadable, or those of another text than
 * the one we read. Whoever prepares may still name a text that was published before; whoever verifies relies on the one
 * in use. Resources that we do not use are not fetched.
 */
export function relatedFault(resource: JsonObject, purpose: 'prepare' | 'verify'): string | undefined {
  const digests = digestsOf(resource)
  if (!digests) return 'A related resource has a digest that can be read'
  const id = resource['id']
  const known = typeof id === 'string' ? texts.get(id) : undefined
  if (!known) return undefined
  const allowed = purpose === 'verify' ? known.slice(0, 1) : known
  const holds = allowed.some((text) => digests.every(({ algorithm, value }) => text[algorithm] === value))
  return holds ? undefined : 'The digest is not that of the resource'
}

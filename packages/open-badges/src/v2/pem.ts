import type { PublicKey } from '../crypto/adapter.ts'
import { keyOfJwk } from '../did/public-key.ts'
import { encodeBase64Url } from '../encoding/bytes.ts'

const maxPem = 8_192

interface Der {
  tag: number
  content: Uint8Array
  rest: Uint8Array
}

// One DER element: tag, length, content. X.690, 8.1 and 10.1.
function readElement(bytes: Uint8Array): Der | undefined {
  const [tag, first] = bytes
  if (tag === undefined || first === undefined) return undefined
  let length = first
  let at = 2
  if (first & 0x80) {
    const count = first & 0x7f
    if (count === 0 || count > 3) return undefined
    length = 0
    for (; at < 2 + count; at += 1) length = length * 256 + (bytes[at] ?? 0)
  }
  if (at + length > bytes.length) return undefined
  return { tag, content: bytes.subarray(at, at + length), rest: bytes.subarray(at + length) }
}

const sequence = 0x30
const integer = 0x02
const bitString = 0x03

function unsigned(bytes: Uint8Array): Uint8Array {
  const start = bytes.findIndex((byte) => byte !== 0)
  return start < 0 ? new Uint8Array() : bytes.subarray(start)
}

function rsaKey(bytes: Uint8Array): PublicKey | undefined {
  const outer = readElement(bytes)
  const modulus = outer?.tag === sequence ? readElement(outer.content) : undefined
  const exponent = modulus && readElement(modulus.rest)
  if (modulus?.tag !== integer || exponent?.tag !== integer) return undefined
  return keyOfJwk({
    kty: 'RSA',
    n: encodeBase64Url(unsigned(modulus.content)),
    e: encodeBase64Url(unsigned(exponent.content)),
  })
}

/**
 * The RSA key of a PEM text (`PUBLIC KEY` or `RSA PUBLIC KEY`); `undefined` for anything else, and for keys under
 * 2048 bits. RFC 7468, RFC 8017 A.1.1.
 */
export function keyOfPem(text: string): PublicKey | undefined {
  if (text.length > maxPem) return undefined
  const match = /-----BEGIN (RSA )?PUBLIC KEY-----([A-Za-z0-9+/=\s]*)-----END (?:RSA )?PUBLIC KEY-----/.exec(
    text,
  )
  if (!match) return undefined
  let bytes: Uint8Array
  try {
    bytes = Uint8Array.from(atob((match[2] ?? '').replaceAll(/\s/g, '')), (one) => one.charCodeAt(0))
  } catch {
    return undefined
  }
  if (match[1]) return rsaKey(bytes)
  const outer = readElement(bytes)
  const algorithm = outer?.tag === sequence ? readElement(outer.content) : undefined
  const wrapped = algorithm && readElement(algorithm.rest)
  return wrapped?.tag === bitString && wrapped.content[0] === 0
    ? rsaKey(wrapped.content.subarray(1))
    : undefined
}

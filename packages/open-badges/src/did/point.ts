import type { KeyAlgorithm } from '../crypto/signer.ts'
import { hex } from '../encoding/bytes.ts'

// y² = x³ - 3x + b over a prime p with p mod 4 = 3, so a square root is one exponentiation.
const curves = {
  'P-256': {
    p: 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
    size: 32,
  },
  'P-384': {
    p: 0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffffn,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
    size: 48,
  },
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  let square = base % modulus
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}

/** (0x04, x, y) to (0x02 or 0x03, x). SEC 1, 2.3.3. */
export function compressPoint(point: Uint8Array): Uint8Array {
  const size = (point.length - 1) / 2
  const odd = (point[point.length - 1] ?? 0) & 1
  return new Uint8Array([2 + odd, ...point.subarray(1, 1 + size)])
}

/** (0x02 or 0x03, x) to (0x04, x, y); `undefined` when no such point is on the curve. */
export function decompressPoint(
  algorithm: Exclude<KeyAlgorithm, 'Ed25519'>,
  compressed: Uint8Array,
): Uint8Array | undefined {
  const { p, b, size } = curves[algorithm]
  const sign = compressed[0]
  if (compressed.length !== size + 1 || (sign !== 2 && sign !== 3)) return undefined
  const x = BigInt(`0x${hex(compressed.subarray(1))}`)
  if (x >= p) return undefined
  const square = (((x * x * x - 3n * x + b) % p) + p) % p
  const root = power(square, (p + 1n) / 4n, p)
  if ((root * root) % p !== square) return undefined
  const y = (root & 1n) === BigInt(sign & 1) ? root : p - root
  const digits = y.toString(16).padStart(size * 2, '0')
  const yBytes = (digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
  return new Uint8Array([4, ...compressed.subarray(1), ...yBytes])
}

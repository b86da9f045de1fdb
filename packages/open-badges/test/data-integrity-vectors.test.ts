import { describe, expect, test } from 'vitest'
import { generalQuads } from '../src/canonical/general.ts'
import { bundleOf } from '../src/contexts/bundle.ts'
import { platformCrypto } from '../src/crypto/platform.ts'
import { decodeMultikey } from '../src/did/multikey.ts'
import { decodeBase58 } from '../src/encoding/base58.ts'
import { concatBytes, hex, utf8 } from '../src/encoding/bytes.ts'
import { isJsonObject, type JsonObject } from '../src/json.ts'
import { parseJson } from '../src/json-parse.ts'
import { canonicalForms, hashData } from '../src/proof/hash-data.ts'
import { suiteFor } from '../src/proof/suites.ts'
import { verifyProof } from '../src/proof/verify-proof.ts'
import { fixtureText, hasFixtures } from './fixture.ts'

const object = (path: string): JsonObject => {
  const value = parseJson(fixtureText(path))
  if (!isJsonObject(value)) throw new TypeError(path)
  return value
}

// The vectors use the examples context of the specification: one line, given as a caller would.
const bundle = bundleOf('2026', {
  'https://www.w3.org/ns/credentials/examples/v2': {
    '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' },
  },
})

interface Vector {
  name: string
  folder: string
  suffix: string
  curve: 'Ed25519' | 'P-256' | 'P-384'
  suite: string
}
const eddsa = 'w3c-vc-di-eddsa/TestVectors'
const ecdsa = 'w3c-vc-di-ecdsa/TestVectors'
const vectors: Vector[] = [
  {
    name: 'eddsa-rdfc-2022',
    folder: `${eddsa}/eddsa-rdfc-2022`,
    suffix: 'DataInt',
    curve: 'Ed25519',
    suite: 'eddsa-rdfc-2022',
  },
  {
    name: 'eddsa-rdfc-2022 employ',
    folder: `${eddsa}/eddsa-rdfc-2022/employ`,
    suffix: 'DataInt',
    curve: 'Ed25519',
    suite: 'eddsa-rdfc-2022',
  },
  {
    name: 'eddsa-jcs-2022',
    folder: `${eddsa}/eddsa-jcs-2022`,
    suffix: 'JCS',
    curve: 'Ed25519',
    suite: 'eddsa-jcs-2022',
  },
  {
    name: 'Ed25519Signature2020',
    folder: `${eddsa}/Ed25519Signature2020`,
    suffix: 'EdSig',
    curve: 'Ed25519',
    suite: 'eddsa-rdfc-2022',
  },
  {
    name: 'ecdsa-rdfc-2019 P-256',
    folder: `${ecdsa}/ecdsa-rdfc-2019-p256`,
    suffix: 'ECDSAP256',
    curve: 'P-256',
    suite: 'ecdsa-rdfc-2019',
  },
  {
    name: 'ecdsa-rdfc-2019 P-256 employ',
    folder: `${ecdsa}/ecdsa-rdfc-2019-p256/employ`,
    suffix: 'ECDSAP256',
    curve: 'P-256',
    suite: 'ecdsa-rdfc-2019',
  },
  {
    name: 'ecdsa-rdfc-2019 P-384',
    folder: `${ecdsa}/ecdsa-rdfc-2019-p384`,
    suffix: 'ECDSAP384',
    curve: 'P-384',
    suite: 'ecdsa-rdfc-2019',
  },
  {
    name: 'ecdsa-rdfc-2019 P-384 employ',
    folder: `${ecdsa}/ecdsa-rdfc-2019-p384/employ`,
    suffix: 'ECDSAP384',
    curve: 'P-384',
    suite: 'ecdsa-rdfc-2019',
  },
  {
    name: 'ecdsa-jcs-2019 P-256',
    folder: `${ecdsa}/ecdsa-jcs-2019-p256`,
    suffix: 'JCSECDSAP256',
    curve: 'P-256',
    suite: 'ecdsa-jcs-2019',
  },
  {
    name: 'ecdsa-jcs-2019 P-384',
    folder: `${ecdsa}/ecdsa-jcs-2019-p384`,
    suffix: 'JCSECDSAP384',
    curve: 'P-384',
    suite: 'ecdsa-jcs-2019',
  },
]

const isEmploy = ({ name }: Vector) => name.endsWith('employ')

function parts(vector: Vector) {
  const read = (part: string) => fixtureText(`${vector.folder}/${part}${vector.suffix}.txt`)
  const { proof, ...document } = object(`${vector.folder}/signed${vector.suffix}.json`)
  const suite = suiteFor(vector.suite, vector.curve)
  if (!isJsonObject(proof) || !suite) throw new TypeError(vector.name)
  const key = decodeMultikey(String(proof['verificationMethod']).split('#')[1] ?? '')
  if (!key) throw new TypeError(vector.name)
  return { read, proof, document, suite, key }
}

describe.skipIf(!hasFixtures)('the W3C vectors (skipped where ../shared/fixtures is absent)', () => {
  test.each(vectors.filter((one) => !isEmploy(one)).map((one) => [one.name, one] as const))(
    '%s, each step',
    async (_name, vector) => {
      const { read, proof, document, suite, key } = parts(vector)
      const { proofValue: _, ...options } = proof
      const data = await hashData({ document, proof: options, suite, bundle })
      const forms = await canonicalForms({ document, proof: options, suite, bundle })
      expect(forms.document.trim()).toBe(read('canonDoc').trim())
      expect(forms.proof.trim()).toBe(read('proofCanon').trim())
      expect(hex(data.documentHash)).toBe(read('docHash').trim())
      expect(hex(data.proofHash)).toBe(read('proofHash').trim())
      expect(hex(data.bytes)).toBe(read('combinedHash').trim())
      const quadsOf = async (one: JsonObject) =>
        suite.canonicalization === 'rdfc' ? await generalQuads(one, bundle) : []
      expect(await verifyProof(document, proof, key, await quadsOf(document), bundle)).toBe('proof.signature')
      const altered = { ...document, name: 'altered' }
      expect(await verifyProof(altered, proof, key, await quadsOf(altered), bundle)).toBe(
        'proof.signature-invalid',
      )
    },
  )

  // Their context (citizenship v4rc1) is not among the fixtures: the steps after canonicalisation are checked.
  test.each(vectors.filter(isEmploy).map((one) => [one.name, one] as const))(
    '%s, from its canonical form',
    async (_name, vector) => {
      const { read, proof, suite, key } = parts(vector)
      const { digest, verify } = platformCrypto()
      const proofHash = await digest(suite.hash, utf8(read('proofCanon')))
      const documentHash = await digest(suite.hash, utf8(read('canonDoc')))
      expect(hex(proofHash)).toBe(read('proofHash').trim())
      expect(hex(documentHash)).toBe(read('docHash').trim())
      const signature = decodeBase58(String(proof['proofValue']).slice(1)) ?? new Uint8Array()
      expect(await verify(key, concatBytes(proofHash, documentHash), signature)).toBe(true)
    },
  )
})

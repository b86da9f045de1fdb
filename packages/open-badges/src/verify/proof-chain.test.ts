import { describe, expect, test } from 'vitest'
import { type Issuer, makeIssuer, sampleInput } from '../../test/sample.ts'
import { encodeBase58 } from '../encoding/base58.ts'
import { buildCredential, prepare, sign, verify } from '../index.ts'
import type { JsonObject } from '../json.ts'
import { hashData } from '../proof/hash-data.ts'
import { suiteFor } from '../proof/suites.ts'

const issuer = await makeIssuer()
const witness = await makeIssuer()
const json = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value))
const suite = suiteFor('eddsa-rdfc-2022', 'Ed25519')
if (!suite) throw new Error('no suite')

const { proof: _, ...unsigned } = json(await sign(prepare(buildCredential(sampleInput(issuer.did))), issuer))

// VC Data Integrity 1.0, 4.3: what is signed is the document with the earlier proofs in it.
async function proofOver(document: JsonObject, by: Issuer, members: JsonObject): Promise<JsonObject> {
  const proof: JsonObject = {
    type: 'DataIntegrityProof',
    created: '2026-03-02T09:30:00Z',
    verificationMethod: by.verificationMethod,
    cryptosuite: 'eddsa-rdfc-2022',
    proofPurpose: 'assertionMethod',
    ...members,
  }
  if (!suite) throw new Error('no suite')
  const { bytes } = await hashData({ document, proof, suite })
  return { ...proof, proofValue: `z${encodeBase58(await by.signer.sign(bytes))}` }
}

const firstId = 'urn:uuid:26329423-bec9-4b2e-88cb-a7c7d9dc4544'
const first = await proofOver(unsigned, witness, { id: firstId })
const second = await proofOver({ ...unsigned, proof: [first] }, issuer, { previousProof: firstId })

const proofCode = async (proof: JsonObject[]): Promise<[string, string | undefined]> => {
  const report = await verify({ ...unsigned, proof })
  return [report.verdict, report.checks.find(({ name }) => name === 'proof')?.code]
}

describe('a proof that rests on another', () => {
  test('is sound when both are, in whatever order', async () => {
    expect(await proofCode([first, second])).toEqual(['valid', 'proof.signature'])
    expect(await proofCode([second, first])).toEqual(['valid', 'proof.signature'])
  })
  test('is refused without the other', async () => {
    expect(await proofCode([second])).toEqual(['invalid', 'proof.chain'])
  })
  test('is refused when the other does not hold, or is another than the one signed over', async () => {
    const another = await proofOver(unsigned, witness, { id: firstId, created: '2026-03-03T09:30:00Z' })
    expect(await proofCode([another, second])).toEqual(['invalid', 'proof.signature-invalid'])
    const broken = { ...first, created: '2026-03-04T09:30:00Z' }
    const over = await proofOver({ ...unsigned, proof: [broken] }, issuer, { previousProof: firstId })
    expect(await proofCode([broken, over])).toEqual(['invalid', 'proof.signature-invalid'])
  })
  test('is refused when it rests on itself, or on two proofs of one name', async () => {
    const self = await proofOver(unsigned, issuer, { id: firstId, previousProof: firstId })
    expect(await proofCode([self])).toEqual(['invalid', 'proof.chain'])
    const twin = { ...first, created: '2026-03-05T09:30:00Z' }
    expect(await proofCode([first, twin, second])).toEqual(['invalid', 'proof.signature-invalid'])
  })
  test('by another key than the issuer’s proves nothing alone', async () => {
    expect((await proofCode([first]))[0]).toBe('invalid')
  })
})

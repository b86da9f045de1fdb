import { describe, expect, test } from 'vitest'
import { makeIssuer, sampleInput } from '../../test/sample.ts'
import { encodeBase58 } from '../encoding/base58.ts'
import { buildCredential, prepare, sign, verifyPresentation } from '../index.ts'
import { asArray, isJsonObject, type JsonObject } from '../json.ts'
import { hashData } from '../proof/hash-data.ts'
import { suiteFor } from '../proof/suites.ts'

const issuer = await makeIssuer()
const holder = await makeIssuer()
const other = await makeIssuer()
const asked = { challenge: 'k3-nZ', domain: 'emploi.example' }
const badge: JsonObject = JSON.parse(
  JSON.stringify(await sign(prepare(buildCredential(sampleInput(issuer.did))), issuer)),
)

async function present(
  change: JsonObject = {},
  proofChange: JsonObject = {},
  by = holder,
): Promise<JsonObject> {
  const document: JsonObject = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiablePresentation'],
    holder: holder.did,
    verifiableCredential: [badge],
    ...change,
  }
  const proof: JsonObject = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: '2026-03-02T09:30:00Z',
    verificationMethod: by.verificationMethod,
    proofPurpose: 'authentication',
    ...asked,
    ...proofChange,
  }
  const suite = suiteFor('eddsa-rdfc-2022', 'Ed25519')
  if (!suite) throw new Error('no suite')
  const { bytes } = await hashData({ document, proof, suite })
  return { ...document, proof: { ...proof, proofValue: `z${encodeBase58(await by.signer.sign(bytes))}` } }
}

const codes = async (presentation: JsonObject, options: object = asked): Promise<string[]> => {
  const { verdict, checks } = await verifyPresentation(presentation, options)
  return [verdict, ...checks.map(({ code }) => code)]
}

describe('a presentation (T14)', () => {
  test('signed by its holder for this request is valid, with each credential in it', async () => {
    const report = await verifyPresentation(await present(), asked)
    expect(report).toMatchObject({
      verdict: 'valid',
      holder: { id: holder.did, proven: true },
      credentials: [{ verdict: 'valid', format: 'ob3-di' }],
    })
  })
  test('without a stated holder is of whoever signed it', async () => {
    const { holder: _, ...unnamed } = await present()
    expect((await codes(unnamed))[0]).toBe('invalid')
    const bare = await present({ holder: { id: holder.did } })
    expect((await verifyPresentation(bare, asked)).holder).toEqual({ id: holder.did, proven: true })
  })
  test('that nobody asked for now is undetermined', async () => {
    expect(await codes(await present(), {})).toEqual([
      'undetermined',
      'presentation.structure',
      'presentation.proof',
      'presentation.challenge-not-asked',
    ])
  })
  test.each<[string, () => Promise<JsonObject>, string]>([
    ['another challenge', () => present({}, { challenge: 'old' }), 'presentation.challenge'],
    ['another domain', () => present({}, { domain: 'ailleurs.example' }), 'presentation.domain'],
    ['a purpose of issuers', () => present({}, { proofPurpose: 'assertionMethod' }), 'presentation.purpose'],
    ['a key that is not the holder’s', () => present({}, {}, other), 'presentation.holder-not-proven'],
    ['no proof', async () => ({ ...(await present()), proof: [] }), 'presentation.proof-missing'],
    [
      'a holder changed after signing',
      async () => ({ ...(await present()), id: 'urn:uuid:changed' }),
      'presentation.proof-invalid',
    ],
    [
      'a word that no context defines',
      async () => ({ ...(await present()), grade: '20' }),
      'presentation.context',
    ],
    [
      'a date without zone',
      () => present({}, { created: '2026-03-02T09:30:00' }),
      'presentation.proof-invalid',
    ],
    [
      'a credential given as an address',
      async () => ({ ...(await present()), verifiableCredential: ['urn:x'] }),
      'presentation.faults',
    ],
    ['no type', async () => ({ ...(await present()), type: [] }), 'presentation.faults'],
    ['no context', async () => ({ ...(await present()), '@context': [] }), 'presentation.context'],
  ])('with %s is invalid', async (_name, make, code) => {
    const [verdict, ...found] = await codes(await make())
    expect([verdict, found.at(-1)]).toEqual(['invalid', code])
  })
  test('is as bad as the worst credential in it', async () => {
    const spoiled = await present({ verifiableCredential: [badge, { ...badge, name: 'Autre' }] })
    const report = await verifyPresentation(spoiled, asked)
    expect(report.checks.every(({ state }) => state === 'valid')).toBe(true)
    expect([report.verdict, ...report.credentials.map(({ verdict }) => verdict)]).toEqual([
      'invalid',
      'valid',
      'invalid',
    ])
  })
  test('never throws on what it is given', async () => {
    const base = await present()
    for (const value of [null, 1, 'x', [], {}, [null], [[]]]) {
      for (const name of ['proof', 'holder', 'type', '@context', 'verifiableCredential', 'id']) {
        const { verdict } = await verifyPresentation({ ...base, [name]: value }, asked)
        expect(['invalid', 'undetermined', 'valid']).toContain(verdict)
      }
    }
    const [proof] = asArray(base['proof']).filter(isJsonObject)
    expect((await codes({ ...base, proof: { ...proof, proofValue: 3 } }))[0]).toBe('invalid')
  })
})

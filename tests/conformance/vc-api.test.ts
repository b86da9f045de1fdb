import { get } from 'node:https'
import { didKey, generateKey, prepareCredential, sign, signerFor } from '@insigne/open-badges'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { freePort, type Product, startProduct } from '../product.ts'
import { openDoor } from './https-door.ts'

const v2 = 'https://www.w3.org/ns/credentials/v2'
const Signed = z.looseObject({
  '@context': z.array(z.unknown()),
  type: z.array(z.string()),
  issuer: z.string(),
  proof: z.array(z.looseObject({ cryptosuite: z.string(), verificationMethod: z.string() })),
})
const Verdict = z.object({
  verified: z.boolean(),
  checks: z.array(z.string()),
  warnings: z.array(z.object({ code: z.string(), detail: z.string() })),
  errors: z.array(z.object({ code: z.string(), detail: z.string() })),
})

const draft = (change: object = {}) => ({
  '@context': [v2],
  type: ['VerifiableCredential'],
  issuer: 'did:example:whoever',
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:alice', name: 'Alice' },
  ...change,
})

let product: Product

const post = (path: string, body: unknown, at: Product = product): Promise<Response> =>
  fetch(`${at.url}/vc-api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const issue = async (credential: object, query = '') => {
  const response = await post(`/credentials/issue${query}`, { credential, options: {} })
  expect(response.status, await response.clone().text()).toBe(201)
  return Signed.parse(await response.json())
}
const verified = async (verifiableCredential: unknown) => {
  const response = await post('/credentials/verify', { verifiableCredential })
  return { status: response.status, ...Verdict.parse(await response.json()) }
}

beforeAll(async () => {
  product = await startProduct({ env: { INSIGNE_VC_API: 'on', INSIGNE_DEMO: 'off' } })
})
afterAll(() => product.remove())

describe('the interface that the W3C suites call', () => {
  test.each([
    ['', 'eddsa-rdfc-2022', 'did:key:z6Mk'],
    ['?key=P-256', 'ecdsa-rdfc-2019', 'did:key:zDna'],
    ['?key=P-384', 'ecdsa-rdfc-2019', 'did:key:z82L'],
  ])(
    'issues%s: 201, and the body is the credential, signed as %s by an issuer of its own',
    async (query, suite, did) => {
      const signed = await issue(draft(), query)
      expect(signed).toMatchObject({ '@context': [v2], credentialSubject: { name: 'Alice' } })
      expect(signed.issuer.startsWith(did)).toBe(true)
      expect(signed.proof.map(({ cryptosuite }) => cryptosuite)).toEqual([suite])
      expect(signed.proof[0]?.verificationMethod.startsWith(`${signed.issuer}#`)).toBe(true)
      expect(await verified(signed)).toMatchObject({ status: 200, verified: true, errors: [], warnings: [] })
      expect(await verified({ ...signed, validFrom: '2026-01-02T00:00:00Z' })).toMatchObject({
        status: 400,
        verified: false,
        errors: [{ code: 'proof.signature-invalid' }],
      })
    },
  )

  test('a credential of the data model 1.1 gets the context that defines its proof', async () => {
    const { validFrom: _, ...members } = draft({
      '@context': ['https://www.w3.org/2018/credentials/v1'],
      credentialSubject: { id: 'did:example:alice' },
      issuanceDate: '2026-01-01T00:00:00Z',
    })
    const signed = await issue(members)
    expect(signed['@context']).toContain('https://w3id.org/security/data-integrity/v2')
    expect((await verified(signed)).status).toBe(200)
  })

  test.each<[string, object]>([
    ['an issuer that is no URL', draft({ issuer: 'somebody' })],
    ['no issuer', draft({ issuer: null })],
    ['no subject', draft({ credentialSubject: [] })],
    ['a word that no context defines', draft({ grade: 'A' })],
    ['a context that nobody knows here', draft({ '@context': [v2, 'https://example.org/context/v1'] })],
    [
      'a context that redefines a protected word',
      draft({ '@context': [v2, { VerifiableCredential: 'https://example.org/v' }] }),
    ],
    ['an end before its beginning', draft({ validUntil: '2025-01-01T00:00:00Z' })],
    ['a status without type', draft({ credentialStatus: { id: 'https://example.org/1' } })],
    ['a refresh service without type', draft({ refreshService: { id: 'https://example.org/1' } })],
    [
      'a related resource with the digest of another',
      draft({ relatedResource: { id: v2, digestMultibase: `u${'A'.repeat(43)}` } }),
    ],
  ])('a credential with %s is refused with 400 and the place of the fault', async (_name, credential) => {
    const response = await post('/credentials/issue', { credential })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ status: 400, code: expect.any(String) })
  })

  test('says what it cannot know of an issuer, and refuses a key that is provably another’s', async () => {
    const key = await generateKey('Ed25519')
    const did = didKey(key.publicKeyMultibase)
    const by = { signer: await signerFor(key), verificationMethod: `${did}#${key.publicKeyMultibase}` }
    const from = async (issuer: string) =>
      verified(await sign(await prepareCredential(draft({ issuer })), by))
    expect(await from(did)).toMatchObject({ status: 200, warnings: [] })
    expect(await from('https://issuer.invalid/1')).toMatchObject({
      status: 200,
      verified: true,
      warnings: [{ code: 'issuer.unreachable' }],
    })
    const other = didKey((await generateKey('Ed25519')).publicKeyMultibase)
    expect(await from(other)).toMatchObject({
      status: 400,
      verified: false,
      errors: [{ code: 'issuer.key-not-bound' }],
    })
  })

  test('a credential as a text within the body is refused: only a signed text stands alone', async () => {
    const text = JSON.stringify(await issue(draft()))
    expect((await post('/credentials/verify', { verifiableCredential: text })).status).toBe(400)
  })

  test('a body that is none of the interface’s is 400, never a failure of ours', async () => {
    for (const path of ['/credentials/issue', '/credentials/verify', '/presentations/verify'])
      for (const body of [
        '',
        '{',
        '[]',
        'null',
        '{}',
        '{"credential":1,"verifiableCredential":1}',
        '{"a":1,"a":2}',
      ])
        expect((await post(path, body)).status, `${path} ${body}`).toBe(400)
  })

  test('a presentation without a proof is not said to be proven; unsigned, its credentials decide', async () => {
    const presentation = {
      '@context': [v2],
      type: ['VerifiablePresentation'],
      verifiableCredential: [await issue(draft())],
    }
    expect((await post('/presentations/verify', { presentation })).status).toBe(200)
    const response = await post('/presentations/verify', { verifiablePresentation: presentation })
    expect([response.status, Verdict.parse(await response.json()).errors[0]?.code]).toEqual([
      400,
      'presentation.proof-missing',
    ])
  })

  test('a status entry points to a list of the same issuer, which the verifier reads', async () => {
    const signed = await issue(draft(), '?status=revocation')
    const { credentialStatus } = z
      .object({ credentialStatus: z.object({ type: z.string(), statusListCredential: z.string() }) })
      .parse(signed)
    expect(credentialStatus.type).toBe('BitstringStatusListEntry')
    const list = await (await fetch(credentialStatus.statusListCredential)).json()
    expect(list).toMatchObject({
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: signed.issuer,
    })
    expect(await verified(signed)).toMatchObject({ status: 200, verified: true })
  })
})

describe('without INSIGNE_VC_API', () => {
  test('none of these paths exists', async () => {
    const plain = await startProduct({ env: { INSIGNE_VC_API: 'off', INSIGNE_DEMO: 'off' } })
    try {
      for (const path of [
        '/credentials/issue',
        '/credentials/verify',
        '/credentials/derive',
        '/presentations/verify',
      ])
        expect((await post(path, { credential: draft() }, plain)).status, path).toBe(404)
      expect((await fetch(`${plain.url}/vc-api/status-lists/ed25519`)).status).toBe(404)
    } finally {
      await plain.remove()
    }
  })
})

describe('the https door of the runner', () => {
  test('shows a certificate for localhost that a client who is given it accepts', async () => {
    const door = await openDoor(await freePort(), () => product.url)
    try {
      const status = await new Promise<number>((resolve, reject) => {
        get(`${door.url}/verify`, { ca: door.certificate }, (answer) => resolve(answer.statusCode ?? 0)).once(
          'error',
          reject,
        )
      })
      expect(status).toBe(200)
    } finally {
      await door.close()
    }
  })
})

import { describe, expect, test } from 'vitest'
import { type DidDocument, type VerificationReport, verify } from '../src/index.ts'
import { fixture, fixtureText, hasFixtures } from './fixture.ts'

interface Expectation {
  official: string
}
const folder = '1edtech-public-validator'
const expected: Record<string, Expectation> = hasFixtures
  ? JSON.parse(fixtureText(`${folder}/EXPECTED.json`)).ob30
  : {}

// The samples name issuers that do not exist. These documents say what a real issuer would publish for them.
const keys: Record<string, string[]> = {
  'https://example.com/issuers/876543': [
    'z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi',
    'z6MknNHHrBzPytzu6CUBP9Lg7fg4KSBjzimc2Frh693YbMiv',
    'z6MkrvfzkMnvCroEUP2DVc9SHPE48CRsvHiVSusHioxTYu1x',
  ],
  'https://state.gov/issuers/565049': ['z6MkoMGF38Ck9xkdqrbZt4h9eHb1qc3GhAAkoSWa4Vy3SHRN'],
  'https://1edtech.edu/issuers/565049': [
    'z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi',
    'zDnaekGZTbQBerwcehBSXLqAg6s55hVEBms1zFy89VHXtJSa9',
  ],
  'did:web:dc.1edtech.org:wellspring2022:wellspring-portal:org:da1e96e9-afcc-4eed-b9a2-2ddf7353214c': [
    'z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi',
  ],
  'https://accrediter.edu/issuers/565049': ['z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi'],
}

const documentOf = (id: string): DidDocument | undefined => {
  const methods = (keys[id] ?? []).map((publicKeyMultibase) => ({
    id: `${id}#${publicKeyMultibase}`,
    type: 'Multikey',
    controller: id,
    publicKeyMultibase,
  }))
  return methods.length === 0
    ? undefined
    : { id, verificationMethod: methods, assertionMethod: methods.map((method) => method.id) }
}

// The RS256 samples show their key in the header; their issuer would publish it in a key set.
const jwkOf = (name: string): unknown => {
  const text = Buffer.from(fixture(`${folder}/ob30/${name}`)).toString('latin1')
  const [head = ''] = /eyJ[A-Za-z0-9_-]+/.exec(text) ?? []
  return JSON.parse(Buffer.from(head, 'base64url').toString('utf8')).jwk
}

const status = 'https://raw.githubusercontent.com/1EdTech/digital-credentials-public-validator'
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

function answer(url: string, name: string): Uint8Array | undefined {
  if (url.startsWith(status)) return fixture(`${folder}/ob30/bit-string-list/testlist`)
  if (url.endsWith('/.well-known/jwks.json')) {
    const jwk = jwkOf(name)
    if (typeof jwk !== 'object' || jwk === null) return undefined
    const iss = name.includes('v1') ? 'https://example.edu/issuers/565049' : undefined
    const issuers = [iss, 'https://example.com/issuers/876543', 'https://1edtech.edu/issuers/565049'].filter(
      Boolean,
    )
    return encode({ keys: issuers.map((one) => ({ ...jwk, iss: one })) })
  }
  if (url.includes('/api/revocations/')) {
    return encode({
      id: url,
      issuer:
        'did:web:dc.1edtech.org:wellspring2022:wellspring-portal:org:da1e96e9-afcc-4eed-b9a2-2ddf7353214c',
      revokedCredential: [
        {
          id: 'https://dc.1edtech.org/wellspring2022/wellspring-portal/credential/54418d3f-ec01-4652-800a-861c890a51a1',
          revoked: true,
        },
      ],
    })
  }
  return undefined
}

const online = (name: string): Promise<VerificationReport> =>
  verify(fixture(`${folder}/ob30/${name}`), {
    resolveDid: documentOf,
    fetch: async (url) => {
      const bytes = answer(url, name)
      if (!bytes) throw new Error('not reachable in a test')
      return { status: 200, url, contentType: 'application/json', bytes }
    },
  })

// Where the official verdict is `valid` and ours is not, and why. See DIVERGENCES.md.
const reasons: Record<string, string> = {
  'simple-did-key-method.json': 'the issuer is a urn:uuid, to which no key can ever be bound',
}

describe.skipIf(!hasFixtures)(
  'the 1EdTech validator’s samples (skipped where ../shared/fixtures is absent)',
  () => {
    const named = Object.entries(expected)

    test.each(named.filter(([, { official }]) => /^(error|fatal)/.test(official)))(
      '%s is invalid',
      async (name) => {
        expect((await online(name)).verdict).toBe('invalid')
      },
    )

    const good = named.filter(
      ([name, { official }]) => /^(valid|warning)/.test(official) && !(name in reasons),
    )
    test.each(good)('%s is valid once its issuer lists the key', async (name) => {
      const report = await online(name)
      const faults = report.checks.filter(({ state }) => state === 'invalid' || state === 'undetermined')
      expect(faults).toEqual([])
      expect(report.verdict).toBe('valid')
    })

    test.each(good)('%s has a good signature but an unproven issuer without network', async (name) => {
      const report = await verify(fixture(`${folder}/ob30/${name}`))
      const code = (check: string) => report.checks.find(({ name: one }) => one === check)?.code
      expect(code('proof')).toBe('proof.signature')
      expect(code('issuer')).toBe('issuer.unreachable')
      expect(report.verdict).toBe('undetermined')
    })

    // Samples whose official verdict is not asserted: what we say of them.
    const unasserted: [string, string, string][] = [
      ['simple-did-web-method.json', 'valid', 'issuer.bound'],
      ['simple-context-version.json', 'valid', 'issuer.bound'],
      // Drafts of before the standard: they hold no achievement.
      ['simple.jwt', 'invalid', 'structure.faults'],
      ['simple-noproof.json', 'invalid', 'structure.faults'],
      ['bit-string-list/testlist', 'valid', 'issuer.bound'],
    ]
    test.each(unasserted)('%s, of which nothing is asserted, is %s: %s', async (name, verdict, code) => {
      const report = await online(name)
      expect([report.verdict, report.checks.map((one) => one.code)]).toEqual([
        verdict,
        expect.arrayContaining([code]),
      ])
    })

    test('every sample has a verdict here, or a reason', () => {
      const told = new Set([...unasserted.map(([name]) => name), ...Object.keys(reasons)])
      const asserted = named.filter(([, { official }]) => /^(error|fatal|valid|warning)/.test(official))
      for (const [name] of asserted) told.add(name)
      expect(named.map(([name]) => name).filter((name) => !told.has(name))).toEqual([])
    })

    test('a key named in the fragment of an issuer’s address is not bound when the issuer lists another', async () => {
      const report = await verify(fixture(`${folder}/ob30/simple.json`), {
        resolveDid: (id) => ({ id, verificationMethod: [], assertionMethod: [] }),
      })
      expect(report.verdict).toBe('invalid')
      expect(report.checks.find(({ name }) => name === 'issuer')?.code).toBe('issuer.key-not-bound')
    })

    test.each([
      ['credential-status-revoked.json', 'status.revoked'],
      ['bit-string-list/credential-status-revoked.json', 'status.revoked'],
      ['bit-string-list/credential-status-revoked-blank-nodes.json', 'status.revoked'],
      ['simple-err-expired.json', 'validity.expired'],
      ['simple-err-proof-value.json', 'proof.signature-invalid'],
      ['simple-err-context.json', 'context.order'],
      ['simple-err-proof-method-unknown-did-method.json', 'proof.method-unsupported'],
    ])('%s says why: %s', async (name, code) => {
      expect((await online(name)).checks.map((check) => check.code)).toContain(code)
    })
  },
)

import { describe, expect, test } from 'vitest'
import { makeIssuer, sampleCredential, sampleInput } from '../../test/sample.ts'
import { OpenBadgesError } from '../errors.ts'
import { buildCredential } from '../v3/build.ts'
import type { OpenBadgeCredential } from '../v3/model.ts'
import { prepare, restorePrepared } from './prepare.ts'
import { sign } from './sign.ts'

const issuer = await makeIssuer()
const draft = () => sampleCredential(issuer.did)

function faults(change: (credential: Record<string, unknown>) => void): [string, string | undefined][] {
  const credential = structuredClone(draft())
  // Test of what JavaScript callers can pass.
  change(credential as unknown as Record<string, unknown>)
  try {
    prepare(credential)
    return []
  } catch (error) {
    if (error instanceof OpenBadgesError) return error.errors.map(({ code, path }) => [code, path])
    throw error
  }
}

describe('prepare', () => {
  test('accepts what the builders make', () => {
    expect(prepare(draft()).credential).toEqual(draft())
  })

  test('reports every fault at once, each with its code and its path', () => {
    expect(
      faults((credential) => {
        credential['id'] = 'not a uri'
        credential['evidence'] = []
        credential['issuer'] = { id: 'https://a.example', type: ['Profile'], founded: 1999 }
        const subject = credential['credentialSubject']
        if (typeof subject === 'object' && subject !== null) Reflect.deleteProperty(subject, 'achievement')
      }),
    ).toEqual([
      ['credential.id-format', '/id'],
      ['credential.profile.unknown-term', '/issuer/founded'],
      ['credential.subject.achievement-missing', '/credentialSubject'],
      ['credential.evidence-empty', '/evidence'],
    ])
  })

  test.each<[string, (credential: Record<string, unknown>) => void, string]>([
    [
      'a null',
      (one) => {
        one['description'] = null
      },
      'credential.description-null',
    ],
    [
      'an array where one value is wanted',
      (one) => {
        one['name'] = ['a']
      },
      'credential.name-array',
    ],
    [
      'one value where an array is wanted',
      (one) => {
        one['evidence'] = { type: ['Evidence'] }
      },
      'credential.evidence-array',
    ],
    [
      'a date without zone',
      (one) => {
        one['validFrom'] = '2026-03-02T09:30:00'
      },
      'credential.valid-from-format',
    ],
    [
      '31 April',
      (one) => {
        one['validFrom'] = '2026-04-31T09:30:00Z'
      },
      'credential.valid-from-format',
    ],
    [
      'an end before the beginning',
      (one) => {
        one['validUntil'] = '2020-01-01T00:00:00Z'
      },
      'credential.valid-until-early',
    ],
    [
      'contexts in another order',
      (one) => {
        one['@context'] = draft()['@context'].reverse()
      },
      'credential.context',
    ],
    [
      'a foreign context',
      (one) => {
        one['@context'] = [...draft()['@context'], 'https://x.example']
      },
      'credential.context',
    ],
    [
      'an inline context',
      (one) => {
        one['@context'] = [...draft()['@context'], { a: '@index' }]
      },
      'credential.context',
    ],
    [
      'a proof',
      (one) => {
        one['proof'] = []
      },
      'credential.proof-present',
    ],
    [
      'another type',
      (one) => {
        one['type'] = ['VerifiableCredential']
      },
      'credential.type-value',
    ],
    [
      'no VerifiableCredential',
      (one) => {
        one['type'] = ['OpenBadgeCredential']
      },
      'credential.type-value',
    ],
    [
      'a type that no context defines',
      (one) => {
        one['type'] = ['VerifiableCredential', 'OpenBadgeCredential', 'MyBadge']
      },
      'context.unknown-term',
    ],
    [
      'a blank text',
      (one) => {
        one['name'] = ' '
      },
      'credential.name-blank',
    ],
    [
      'half a character',
      (one) => {
        one['name'] = '\ud800'
      },
      'json.lone-surrogate',
    ],
    [
      'a keyword',
      (one) => {
        one['@included'] = []
      },
      'credential.keyword-refused',
    ],
    [
      'endorsementJwt, which one text of context 3.0.3 lacks',
      (one) => {
        one['endorsementJwt'] = ['a.b.c']
      },
      'context.unknown-term',
    ],
    [
      'a node described twice',
      (one) => {
        one['evidence'] = [{ id: issuer.did, type: ['Evidence'], name: 'x' }]
      },
      'credential.node-repeated',
    ],
  ])('refuses %s', (_name, change, code) => {
    expect(faults(change).map(([one]) => one)).toContain(code)
  })

  test('freezes the credential, and a later change of the draft changes nothing', () => {
    const source = draft()
    const prepared = prepare(source)
    source.name = 'changed'
    expect(prepared.credential.name).toBe('Travailler en équipe')
    expect(Object.isFrozen(prepared.credential.credentialSubject.achievement.criteria)).toBe(true)
  })

  test('is written as text and read back through the same rules', async () => {
    const text = prepare(draft()).toJson()
    const { proof } = await sign(restorePrepared(text), issuer)
    expect(proof).toHaveLength(1)
    expect(() => restorePrepared(text.replace('"criteria"', '"criterion"'))).toThrow(OpenBadgesError)
    expect(() => restorePrepared('[]')).toThrow(OpenBadgesError)
  })
})

describe('sign', () => {
  test.each<[string, unknown]>([
    ['a draft', draft()],
    ['a look-alike', { credential: draft(), toJson: () => '' }],
    ['nothing', undefined],
  ])('refuses %s', async (_name, value) => {
    // A JavaScript caller is not stopped by the types.
    const prepared = value as ReturnType<typeof prepare<OpenBadgeCredential>>
    await expect(sign(prepared, issuer)).rejects.toMatchObject({ code: 'prepare.not-prepared' })
  })

  test.each([
    [
      'a bare did:key',
      { verificationMethod: 'did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi' },
      'sign.verification-method',
    ],
    ['a date that is none', { created: 'yesterday' }, 'sign.created'],
    [
      'a signature of the wrong length',
      { signer: { algorithm: 'Ed25519', sign: async () => new Uint8Array(10) } as const },
      'sign.signature',
    ],
  ])('refuses %s', async (_name, option, code) => {
    await expect(sign(prepare(draft()), { ...issuer, ...option })).rejects.toMatchObject({ code })
  })

  test('refers to the issuer rather than describe it again as creator', () => {
    const input = sampleInput(issuer.did)
    const credential = buildCredential({
      ...input,
      achievement: { ...input.achievement, creator: { id: issuer.did, name: 'x' } },
    })
    expect(credential.credentialSubject.achievement.creator).toEqual({ id: issuer.did, type: ['Profile'] })
  })
})

import { describe, expect, test } from 'vitest'
import { makeIssuer, sampleInput } from '../../test/sample.ts'
import {
  buildCredential,
  buildStatusEntry,
  buildStatusListCredential,
  createStatusList,
  prepare,
  sign,
  verify,
} from '../index.ts'

const issuer = await makeIssuer()
const listUrl = 'https://badges.example/revoked.json'
const bits = 'https://badges.example/status/suspension'
const { id } = sampleInput(issuer.did)

const badge = async (credentialStatus: Parameters<typeof buildCredential>[0]['credentialStatus']) =>
  JSON.stringify(
    await sign(
      prepare(
        buildCredential({ ...sampleInput(issuer.did), ...(credentialStatus ? { credentialStatus } : {}) }),
      ),
      issuer,
    ),
  )
const result = async (text: string, pages: Record<string, unknown>) => {
  const { verdict, checks } = await verify(text, {
    fetch: async (url) => {
      const page = pages[url]
      if (page === undefined) throw new Error('not reachable in this test')
      return { status: 200, url, contentType: null, bytes: new TextEncoder().encode(JSON.stringify(page)) }
    },
  })
  return [verdict, checks.find(({ name }) => name === 'status')?.code]
}

describe('a 1EdTech revocation list', async () => {
  const listed = await badge({ id: listUrl, type: '1EdTechRevocationList' })
  const list = (revokedCredential: unknown, by = issuer.did) => ({
    [listUrl]: { id: listUrl, issuer: by, revokedCredential },
  })
  test.each<[string, Record<string, unknown>, string, string]>([
    ['names nobody', list([]), 'valid', 'status.clear'],
    ['names another', list([{ id: 'urn:uuid:other' }]), 'valid', 'status.clear'],
    ['names the badge', list([{ id, revocationReason: 'Erreur' }]), 'invalid', 'status.revoked'],
    ['says it of the badge in full', list([{ id, revoked: true }]), 'invalid', 'status.revoked'],
    ['took it back', list([{ id, revoked: false }]), 'valid', 'status.clear'],
    ['is another’s', list([], 'did:web:attacker.example'), 'invalid', 'status.list-foreign'],
    ['is not one', { [listUrl]: [] }, 'invalid', 'status.list-malformed'],
    ['cannot be had', {}, 'undetermined', 'status.unreachable'],
  ])('that %s', async (_name, pages, verdict, code) => {
    expect(await result(listed, pages)).toEqual([verdict, code])
  })
})

describe('suspension', async () => {
  const entries = [
    buildStatusEntry({ list: bits, index: 7, purpose: 'suspension' }),
    buildStatusEntry({ list: `${bits}-other`, index: 9 }),
  ]
  const signedList = async (url: string, purpose: 'suspension' | 'revocation', set: number[]) => {
    const list = createStatusList()
    for (const index of set) list.setBit(index)
    const validFrom = '2026-01-01T00:00:00Z'
    return sign(
      prepare(await buildStatusListCredential({ id: url, issuer: issuer.did, list, purpose, validFrom })),
      issuer,
    )
  }
  const listed = await badge(entries)
  const pages = async (suspended: number[], revoked: number[]) => ({
    [bits]: await signedList(bits, 'suspension', suspended),
    [`${bits}-other`]: await signedList(`${bits}-other`, 'revocation', revoked),
  })
  test('is looked up beside revocation, each in its own list', async () => {
    expect(await result(listed, await pages([], []))).toEqual(['valid', 'status.clear'])
    expect(await result(listed, await pages([7], []))).toEqual(['invalid', 'status.suspended'])
    expect(await result(listed, await pages([], [9]))).toEqual(['invalid', 'status.revoked'])
    const { [bits]: _, ...partly } = await pages([], [])
    expect(await result(listed, partly)).toEqual(['undetermined', 'status.unreachable'])
  })
})

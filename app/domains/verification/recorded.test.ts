import { type JsonObject, restorePrepared, sign, signerFor } from '@insigne/open-badges'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, testSecret, testWorld, type World } from '../../testing/index.ts'
import { createAchievement, publishAchievement, saveDraft } from '../achievements/index.ts'
import {
  createVault,
  credentialById,
  issueCredentials,
  keysOf,
  markKeyCompromised,
  rotateKey,
} from '../issuing/index.ts'
import { createOrganisation, type Organisation } from '../organisations/index.ts'
import { verifyBadge } from './index.ts'

const vault = createVault(testSecret)
const minute = 60_000

let world: World
let owner: Person
let organisation: Organisation
let achievementId: string

beforeAll(async () => {
  world = await testWorld('verification-recorded')
  owner = await world.person('helene@exemple.fr', { name: 'Hélène Baron' })
  organisation = await createOrganisation(owner.ctx, { name: 'Lieu-Dit Formation', kind: 'training' })
  achievementId = (await createAchievement(owner.ctx, organisation.id, 'participation')).achievementId
  await saveDraft(owner.ctx, achievementId, 'action', {
    name: 'Journée des métiers du bois',
    action: 'A suivi les trois ateliers de la journée.',
  })
  await publishAchievement(owner.ctx, achievementId)
  await world.drainJobs()
})
afterAll(() => world?.close())

async function award(sourceId: string): Promise<string> {
  const [issued] = await issueCredentials(owner.ctx, organisation, [
    {
      achievementId,
      version: 1,
      recipient: { name: 'Amina Diallo', address: null },
      awardedAt: world.clock.now(),
      evidence: [],
      sourceId,
    },
  ])
  await world.drainJobs()
  return (await credentialById(world.ctx(), issued?.credentialId ?? ''))?.json ?? ''
}

const activeKey = async () => {
  const active = (await keysOf(world.ctx(), organisation.id)).find((key) => key.state === 'active')
  if (active === undefined) throw new Error('no active key')
  return active
}

/** The verdict, and what is said of the key. */
async function judged(json: string): Promise<[string, string | undefined]> {
  const { report } = await verifyBadge(world.ctx(), json)
  return [report.verdict, report.checks.find(({ name }) => name === 'issuer')?.code]
}

/** What a thief of the key makes of a badge: another text, signed with a date that they choose. */
async function forge(json: string, keyId: string, created: Date, change: JsonObject = {}): Promise<string> {
  const { rows } = await sql<{ sealed: Buffer; method: string }>`
    select sealed_secret_key as sealed, verification_method as method from issuer_keys where id = ${keyId}`.execute(
    world.ctx().db,
  )
  const [row] = rows
  if (row === undefined) throw new Error('no such key')
  const place = { organisationId: organisation.id, keyId, purpose: 'assertionMethod' } as const
  const signer = await signerFor({ secretKeyMultibase: vault.open(row.sealed, place).toString() })
  const { proof: _, ...unsigned } = JSON.parse(json)
  const draft = restorePrepared(JSON.stringify({ ...unsigned, ...change }))
  return JSON.stringify(await sign(draft, { signer, verificationMethod: row.method, created }))
}

describe('a badge of here whose key was stolen later', () => {
  let key: Awaited<ReturnType<typeof activeKey>>
  let early: string
  let late: string
  let stolen: Date

  beforeAll(async () => {
    key = await activeKey()
    early = await award('early')
    world.clock.advance(10 * minute)
    stolen = world.clock.now()
    world.clock.advance(10 * minute)
    late = await award('late')
    expect(await judged(early)).toEqual(['valid', 'issuer.bound'])
    expect(await judged(late)).toEqual(['valid', 'issuer.bound'])
    world.clock.advance(10 * minute)
    await markKeyCompromised(owner.ctx, vault, {
      organisationId: organisation.id,
      keyId: key.id,
      since: stolen,
    })
  })

  test('is valid where it is recorded here before the theft', async () => {
    expect(await judged(early)).toEqual(['valid', 'issuer.key-retired'])
  })

  test('is invalid where it was signed after', async () => {
    expect(await judged(late)).toEqual(['invalid', 'issuer.key-revoked'])
  })

  test('is invalid where the record does not hold it, whatever date and identifier it bears', async () => {
    const before = new Date(stolen.getTime() - minute)
    const made = await forge(early, key.id, before, { id: `urn:uuid:${crypto.randomUUID()}` })
    expect(await judged(made)).toEqual(['invalid', 'issuer.not-recorded'])
    const borrowed = await forge(early, key.id, before, { name: 'Un autre badge' })
    expect(await judged(borrowed)).toEqual(['invalid', 'issuer.not-recorded'])
    const elsewhere = await forge(early, key.id, before, { id: 'https://exemple.fr/badges/1' })
    expect(await judged(elsewhere)).toEqual(['invalid', 'issuer.not-recorded'])
  })

  test('and a badge that is signed by the key that took over is valid', async () => {
    expect(await judged(await award('after'))).toEqual(['valid', 'issuer.bound'])
  })
})

test('a retired key that is stolen after its retirement leaves its recorded badges valid', async () => {
  const key = await activeKey()
  const badge = await award('before the rotation')
  world.clock.advance(minute)
  await rotateKey(owner.ctx, vault, organisation.id)
  world.clock.advance(minute)
  await markKeyCompromised(owner.ctx, vault, {
    organisationId: organisation.id,
    keyId: key.id,
    since: world.clock.now(),
  })
  expect(await judged(badge)).toEqual(['valid', 'issuer.key-retired'])
})

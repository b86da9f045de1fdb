import { type DidDocument, decodeStatusList, extract, parseJson, verify } from '@insigne/open-badges'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem, type Context } from '../../infra/context.ts'
import { type Person, testSecret, testWorld, type World } from '../../testing/index.ts'
import { createAchievement, publishAchievement, saveDraft } from '../achievements/index.ts'
import { addMember, createOrganisation, type Organisation, organisationById } from '../organisations/index.ts'
import {
  createVault,
  credentialById,
  didDocumentOf,
  type IssueRequest,
  issueCredentials,
  keysOf,
  localDid,
  localStatusList,
  markKeyCompromised,
  revokeCredential,
  rotateKey,
  signPending,
} from './index.ts'

let world: World
let owner: Person
let organisation: Organisation
let achievementId: string
const vault = createVault(testSecret)

beforeAll(async () => {
  world = await testWorld('issuing')
  owner = await world.person('helene@exemple.fr', { name: 'Hélène Baron' })
  organisation = await createOrganisation(owner.ctx, { name: 'Atelier Cardan', kind: 'training' })
  achievementId = await published(owner.ctx, organisation.id)
  await world.drainJobs()
})
afterAll(() => world?.close())

async function published(ctx: Context, organisationId: string): Promise<string> {
  const made = await createAchievement(ctx, organisationId, 'participation')
  await saveDraft(ctx, made.achievementId, 'action', {
    name: 'Journée des métiers',
    action: 'A suivi les trois ateliers de la journée des métiers.',
    criteria: ['A suivi les trois ateliers.'],
  })
  await publishAchievement(ctx, made.achievementId)
  return made.achievementId
}

let count = 0
const request = (more: Partial<IssueRequest> = {}): IssueRequest => {
  count += 1
  return {
    achievementId,
    version: 1,
    recipient: { name: `Personne ${count}`, address: `p${count}@exemple.fr` },
    awardedAt: world.clock.now(),
    evidence: [],
    sourceId: `source-${count}`,
    ...more,
  }
}
const issue = async (ctx: Context, requests: IssueRequest[]) =>
  (await issueCredentials(ctx, organisation, requests)).map((one) => one.credentialId)

async function one(more: Partial<IssueRequest> = {}): Promise<string> {
  const [id] = await issue(world.ctx(), [request(more)])
  await world.drainJobs()
  return id ?? ''
}

const resolveDid = (did: string): Promise<DidDocument | undefined> => localDid(world.ctx(), did)

/** Verifies as a stranger would: the keys and the list are what our pages serve. */
const verdict = async (json: string) =>
  verify(json, {
    resolveDid,
    now: world.clock.now(),
    fetch: async (url) => {
      const response = await world.anonymous.get(new URL(url).pathname)
      return {
        status: response.status,
        url,
        contentType: response.headers.get('content-type'),
        bytes: new Uint8Array(await response.arrayBuffer()),
      }
    },
  })

async function signedJson(id: string): Promise<string> {
  const json = (await credentialById(world.ctx(), id))?.json
  if (json === undefined || json === null) throw new Error('not signed')
  return json
}

describe('prepare, record, then sign', () => {
  test('a recorded credential is signed by the worker and verifies with the library', async () => {
    const [id = ''] = await issue(owner.ctx, [
      request({ evidence: [{ url: 'https://exemple.fr/photo' }], narrative: 'A tenu le stand.' }),
    ])
    expect(await credentialById(world.ctx(), id)).toMatchObject({ state: 'prepared', json: null })
    await world.drainJobs()
    const json = await signedJson(id)
    const report = await verdict(json)
    expect(report.checks.filter((check) => check.state === 'invalid')).toEqual([])
    expect(report).toMatchObject({ verdict: 'valid', issuer: { id: organisation.did, bound: true } })
    expect(json).not.toContain('@exemple.fr')
    expect(json).toContain(id)
  })

  test('the intent stands in the transaction of whoever asked: rolled back, nothing is signed', async () => {
    const asked = request()
    await expect(
      world
        .ctx()
        .db.transaction()
        .execute(async (db) => {
          await issue({ ...world.ctx(), db }, [asked])
          throw new Error('changed my mind')
        }),
    ).rejects.toThrow('changed my mind')
    await world.drainJobs()
    const rows = await sql`select 1 from credentials where source_id = ${asked.sourceId}`.execute(
      world.ctx().db,
    )
    expect(rows.rows).toEqual([])
  })

  test('the same source asked twice, in turn and at once, is one credential', async () => {
    const asked = request()
    const [first] = await issue(world.ctx(), [asked, asked])
    const again = await Promise.all([1, 2, 3].map(() => issue(world.ctx(), [asked])))
    expect(new Set([first, ...again.flat()]).size).toBe(1)
    const fresh = request()
    const atOnce = await Promise.all([1, 2, 3, 4].map(() => issue(world.ctx(), [fresh])))
    expect(new Set(atOnce.flat()).size).toBe(1)
  })

  test('signers at once share the work: each row is signed once', async () => {
    const ids = await issue(
      world.ctx(),
      Array.from({ length: 250 }, () => request()),
    )
    const counts = await Promise.all([1, 2, 3].map(() => signPending(world.ctx(), vault)))
    expect(counts.reduce((sum, signed) => sum + signed, 0)).toBeGreaterThanOrEqual(250)
    const jsons = await Promise.all(ids.map(signedJson))
    expect(new Set(jsons).size).toBe(250)
    expect(await signPending(world.ctx(), vault)).toBe(0)
  })

  test('a signer that dies leaves its rows to the next one', async () => {
    const id = (await issue(world.ctx(), [request()]))[0] ?? ''
    const dead = world
      .ctx()
      .db.transaction()
      .execute(async (db) => {
        await sql`select id from credentials where id = ${id} for update`.execute(db)
        await signPending({ ...world.ctx(), db }, vault)
        throw new Error('killed')
      })
    await expect(dead).rejects.toThrow('killed')
    expect(await credentialById(world.ctx(), id)).toMatchObject({ state: 'prepared' })
    await signPending(world.ctx(), vault)
    expect((await verdict(await signedJson(id))).verdict).toBe('valid')
  })

  test('one intent that cannot be signed waits; the others are signed', async () => {
    const ids = await issue(
      world.ctx(),
      Array.from({ length: 3 }, () => request()),
    )
    await sql`update credentials set prepared_json = '{"not":"a credential"}' where id = ${ids[1]}`.execute(
      world.ctx().db,
    )
    await expect(signPending(world.ctx(), vault)).rejects.toThrow()
    const states = await Promise.all(ids.map(async (id) => (await credentialById(world.ctx(), id))?.state))
    expect(states).toEqual(['signed', 'prepared', 'signed'])
    await sql`delete from credentials where id = ${ids[1]}`.execute(world.ctx().db)
  })

  test('two awards at once never share a place in a list', async () => {
    const batches = await Promise.all(
      [1, 2, 3, 4].map(() =>
        issue(
          world.ctx(),
          Array.from({ length: 50 }, () => request()),
        ),
      ),
    )
    const { rows } = await sql<{ places: number; all: number }>`
      select count(distinct (status_list_id, status_index)) as places, count(*) as all
      from credentials where id = any(${batches.flat()}::uuid[])`.execute(world.ctx().db)
    expect(rows).toEqual([{ places: 200, all: 200 }])
    await world.drainJobs()
  })

  test('a list that is nearly full is followed by a new one', async () => {
    await sql`update status_lists set allocated = 104854 where organisation_id = ${organisation.id} and open`.execute(
      world.ctx().db,
    )
    const ids = await issue(
      world.ctx(),
      Array.from({ length: 6 }, () => request()),
    )
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from credentials where id = any(${ids}::uuid[])
      group by status_list_id order by 1`.execute(world.ctx().db)
    expect(rows).toEqual([{ count: 3 }, { count: 3 }])
    await world.drainJobs()
    for (const id of [ids[0], ids[5]])
      expect((await verdict(await signedJson(id ?? ''))).verdict).toBe('valid')
  })
})

describe('revocation', () => {
  test('a withdrawn badge is said so by the served list, and by the verifier', async () => {
    const [kept, lost] = [await one(), await one()]
    const before = await credentialById(world.ctx(), lost)
    await revokeCredential(owner.ctx, lost, 'Remis par erreur.')
    await world.drainJobs()

    const path = `/status/${before?.statusListId}`
    const served = await world.anonymous.get(path)
    expect(served.headers.get('content-type')).toBe('application/vc+ld+json')
    expect(served.headers.get('cache-control')).toBe('public, max-age=30')
    const text = await served.text()
    expect(text).toBe(await localStatusList(world.ctx(), `http://insigne.test${path}`))
    const list = await decodeStatusList(/"encodedList":"([^"]+)"/.exec(text)?.[1] ?? '')
    expect(list.length).toBe(131_072)
    expect(list.getBit(before?.statusIndex ?? -1)).toBe(true)
    expect(list.getBit((await credentialById(world.ctx(), kept))?.statusIndex ?? -1)).toBe(false)

    const report = await verdict(await signedJson(lost))
    expect(report.verdict).toBe('invalid')
    expect(report.checks.find((check) => check.name === 'status')?.state).toBe('invalid')
    expect((await verdict(await signedJson(kept))).verdict).toBe('valid')

    const etag = served.headers.get('etag') ?? ''
    expect((await world.anonymous.get(path, { 'if-none-match': etag })).status).toBe(304)
  })

  test('a second withdrawal is refused, and a stranger or an awarder has no right to it', async () => {
    const id = await one()
    const stranger = await world.person('autre@exemple.fr')
    const awarder = await world.person('remet@exemple.fr')
    await addMember(owner.ctx, { organisationId: organisation.id, address: awarder.address, role: 'awarder' })
    await expect(revokeCredential(stranger.ctx, id, 'x')).rejects.toMatchObject({ kind: { status: 404 } })
    await expect(revokeCredential(awarder.ctx, id, 'x')).rejects.toMatchObject({ kind: { status: 403 } })
    await revokeCredential(owner.ctx, id, 'Erreur de nom.')
    await expect(revokeCredential(owner.ctx, id, 'x')).rejects.toMatchObject({
      kind: { code: 'issuing.already-revoked' },
    })
  })

  test('a hundred withdrawals set exactly a hundred bits', async () => {
    const ids = await issue(
      world.ctx(),
      Array.from({ length: 100 }, () => request()),
    )
    await world.drainJobs()
    await Promise.all(ids.map((id) => revokeCredential(owner.ctx, id, 'Essai.')))
    await world.drainJobs()
    const first = await credentialById(world.ctx(), ids[0] ?? '')
    const text =
      (await localStatusList(world.ctx(), `http://insigne.test/status/${first?.statusListId}`)) ?? ''
    const list = await decodeStatusList(/"encodedList":"([^"]+)"/.exec(text)?.[1] ?? '')
    let set = 0
    for (let index = 0; index < list.length; index += 1) if (list.getBit(index)) set += 1
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from credentials
      where revoked_at is not null and status_list_id = ${first?.statusListId}`.execute(world.ctx().db)
    expect(set).toBe(rows[0]?.count)
    expect(set).toBeGreaterThanOrEqual(100)
  })
})

describe('keys', () => {
  test('the DID document is served with one string for the key everywhere', async () => {
    const response = await world.anonymous.get(`/organisations/${organisation.slug}/did.json`)
    expect(response.headers.get('content-type')).toBe('application/did+json')
    const document = parseJson(await response.text())
    expect(document).toMatchObject({ id: organisation.did })
    const { verificationMethod = [], assertionMethod = [] } = await didDocumentOf(world.ctx(), organisation)
    expect(assertionMethod).toEqual(verificationMethod.map((method) => method.id))
    expect(verificationMethod.length).toBeGreaterThan(0)
    for (const method of verificationMethod) expect(method.controller).toBe(organisation.did)
  })

  test('an organisation asked for a key by several workers at once gets one', async () => {
    const other = await createOrganisation(owner.ctx, { name: 'Atelier du Port', kind: 'training' })
    const version = await published(owner.ctx, other.id)
    const requests = [request({ achievementId: version })]
    await issueCredentials(world.ctx(), other, requests)
    await Promise.all([1, 2, 3].map(() => signPending(world.ctx(), vault, { organisationId: other.id })))
    await world.drainJobs()
    expect((await keysOf(world.ctx(), other.id)).map((key) => key.state)).toEqual(['active'])
  })

  test('three rotations leave every old badge valid', async () => {
    const ids: string[] = []
    for (let turn = 0; turn < 4; turn += 1) {
      if (turn > 0) await rotateKey(world.ctx(), vault, organisation.id)
      ids.push(await one())
      world.clock.advance(1000)
    }
    const jsons = await Promise.all(ids.map(signedJson))
    const methods = jsons.map((json) => /"verificationMethod":"([^"]+)"/.exec(json)?.[1])
    expect(new Set(methods).size).toBe(4)
    for (const json of jsons) expect((await verdict(json)).verdict).toBe('valid')
  })

  test('a compromised key attests nothing any more, and another takes over', async () => {
    const id = await one()
    const [active] = (await keysOf(world.ctx(), organisation.id)).filter((key) => key.state === 'active')
    await markKeyCompromised(world.ctx(), vault, {
      organisationId: organisation.id,
      keyId: active?.id ?? '',
      since: world.clock.now(),
    })
    const document = await didDocumentOf(world.ctx(), organisation)
    expect(document.assertionMethod).not.toContain(active?.verificationMethod)
    expect(document.verificationMethod?.map((method) => method.id)).toContain(active?.verificationMethod)
    expect((await verdict(await signedJson(id))).verdict).toBe('invalid')
    expect((await verdict(await signedJson(await one()))).verdict).toBe('valid')
  })

  test('the whole database without the master secret holds no usable key', async () => {
    const { rows } = await sql<{ sealed_secret_key: Buffer; id: string; organisation_id: string }>`
      select id, organisation_id, sealed_secret_key from issuer_keys`.execute(world.ctx().db)
    expect(rows.length).toBeGreaterThan(3)
    const thief = createVault('a-guess-at-the-master-secret-of-32-characters')
    for (const row of rows) {
      const place = {
        organisationId: row.organisation_id,
        keyId: row.id,
        purpose: 'assertionMethod',
      } as const
      expect(vault.open(row.sealed_secret_key, place).toString()).toMatch(/^z3u2/)
      expect(() => thief.open(row.sealed_secret_key, place)).toThrow()
      expect(row.sealed_secret_key.toString('latin1')).not.toContain('z3u2')
    }
    const texts = JSON.stringify((await sql`select * from issuer_keys`.execute(world.ctx().db)).rows)
    expect(texts).not.toContain('z3u2')
  })

  test('a key sealed for one organisation and moved to another signs nothing there', async () => {
    const other = await createOrganisation(owner.ctx, { name: 'Atelier du Sud', kind: 'training' })
    await world.drainJobs()
    await sql`
      update issuer_keys set sealed_secret_key =
        (select sealed_secret_key from issuer_keys where organisation_id = ${organisation.id} limit 1)
      where organisation_id = ${other.id}`.execute(world.ctx().db)
    const moved = await published(owner.ctx, other.id)
    await issueCredentials(world.ctx(), other, [request({ achievementId: moved })])
    await expect(
      signPending(world.ctx(), createVault(testSecret), { organisationId: other.id }),
    ).rejects.toThrow()
    await sql`delete from organisations where id = ${other.id}`.execute(world.ctx().db)
  })
})

describe('what staff see', () => {
  test('the page of a credential, its files, and the form that withdraws it', async () => {
    const id = await one({ recipient: { name: 'Maëlle Dupont', address: 'maelle@exemple.fr' } })
    const html = await (await owner.get(`/credentials/${id}`)).text()
    expect(html).toContain('Maëlle Dupont')
    expect(html).toContain('Retirer ce badge')
    const json = await signedJson(id)
    for (const kind of ['png', 'svg'] as const) {
      const file = await owner.get(`/credentials/${id}/badge.${kind}`)
      const found = await extract(new Uint8Array(await file.arrayBuffer()))
      expect(found).toMatchObject({ carrier: kind, text: json })
    }
    expect(await (await owner.get(`/credentials/${id}/badge.json`)).text()).toBe(json)

    const empty = await owner.post(`/credentials/${id}/revoke`, { reason: ' ' })
    expect(empty.status).toBe(422)
    const done = await owner.post(`/credentials/${id}/revoke`, { reason: 'Remis deux fois.' })
    expect(done.status).toBe(303)
    expect(await (await owner.get(`/credentials/${id}`)).text()).toContain('Remis deux fois.')
  })

  test('each address answers strangers with « not found » and viewers with what they may see', async () => {
    const id = await one()
    const stranger = await world.person('inconnu@exemple.fr')
    const viewer = await world.person('lecture@exemple.fr')
    await addMember(owner.ctx, { organisationId: organisation.id, address: viewer.address, role: 'viewer' })
    for (const path of ['', '/badge.png', '/badge.svg', '/badge.json']) {
      expect((await stranger.get(`/credentials/${id}${path}`)).status).toBe(404)
      expect((await world.anonymous.get(`/credentials/${id}${path}`)).status).toBe(303)
      expect((await viewer.get(`/credentials/${id}${path}`)).status).toBe(200)
    }
    expect((await stranger.post(`/credentials/${id}/revoke`, { reason: 'x' })).status).toBe(404)
    expect((await viewer.post(`/credentials/${id}/revoke`, { reason: 'x' })).status).toBe(403)
    expect(await (await viewer.get(`/credentials/${id}`)).text()).not.toContain('Retirer ce badge')
    for (const path of ['/credentials/nothing', '/status/nothing', '/organisations/nothing/did.json'])
      expect((await owner.get(path)).status).toBe(404)
  })

  test('without an award right nothing is issued, and an unpublished version is refused', async () => {
    const stranger = await world.person('personne@exemple.fr')
    await expect(issue(stranger.ctx, [request()])).rejects.toMatchObject({ kind: { status: 404 } })
    await expect(issue(owner.ctx, [request({ version: 9 })])).rejects.toMatchObject({
      kind: { code: 'issuing.not-published' },
    })
  })

  test('removing an organisation leaves nothing of it', async () => {
    const other = await createOrganisation(owner.ctx, { name: 'Atelier passager', kind: 'association' })
    const made = await published(owner.ctx, other.id)
    await issueCredentials(asSystem(world.ctx()), other, [request({ achievementId: made })])
    await world.drainJobs()
    await sql`delete from organisations where id = ${other.id}`.execute(world.ctx().db)
    expect(await organisationById(world.ctx(), other.id)).toBeUndefined()
    for (const table of ['issuer_keys', 'status_lists', 'credentials']) {
      const left = await sql`select 1 from ${sql.table(table)} where organisation_id = ${other.id}`.execute(
        world.ctx().db,
      )
      expect(left.rows).toEqual([])
    }
  })
})

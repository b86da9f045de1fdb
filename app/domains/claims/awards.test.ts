import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '../../infra/context.ts'
import { type Person, testWorld, type World } from '../../testing/index.ts'
import { createAchievement, publishAchievement, saveDraft } from '../achievements/index.ts'
import { credentialById, revokeCredential } from '../issuing/index.ts'
import { addMember, createOrganisation, type Organisation } from '../organisations/index.ts'
import { runBatch } from './actions/run-batch.ts'
import { batchById, confirmBatch, correctBatch, countRows, createBatch } from './index.ts'
import { rowsOf } from './store.ts'

let world: World
let owner: Person
let organisation: Organisation

beforeAll(async () => {
  world = await testWorld('claims-awards')
  owner = await world.person('helene@exemple.fr', { name: 'Hélène Baron' })
  organisation = await createOrganisation(owner.ctx, { name: 'Atelier Cardan', kind: 'training' })
})
afterAll(() => world?.close())

async function published(ctx: Context, evidenceRule: 'required' | 'none' = 'none'): Promise<string> {
  const { achievementId } = await createAchievement(ctx, organisation.id, 'participation')
  await saveDraft(ctx, achievementId, 'action', {
    name: 'Journée des métiers',
    action: 'A suivi les trois ateliers de la journée des métiers.',
  })
  await saveDraft(ctx, achievementId, 'checks', { evidenceRule })
  await publishAchievement(ctx, achievementId)
  return achievementId
}

const paste = async (achievementId: string, text: string) =>
  createBatch(owner.ctx, { achievementId, list: { kind: 'paste', text } })

const people = (count: number, from = 1) =>
  ['Nom complet;E-mail']
    .concat(Array.from({ length: count }, (_, i) => `Personne ${from + i};personne${from + i}@exemple.fr`))
    .join('\n')

async function awarded(achievementId: string, text: string): Promise<string> {
  const id = await paste(achievementId, text)
  await confirmBatch(owner.ctx, id)
  await world.drainJobs()
  return id
}

const addsUp = ({ read, ...states }: Awaited<ReturnType<typeof countRows>>) =>
  Object.values(states).reduce((sum, count) => sum + count, 0) === read

describe('a list, from preview to receipt', () => {
  test('faults are kept, corrected in place, and awarded with the others', async () => {
    const achievementId = await published(owner.ctx)
    const id = await paste(
      achievementId,
      'Nom;Prénom;E-mail\nDupont;Maëlle;maelle@exemple.fr\nLe Goff;Yann;yann@laposte\n;;fatou@exemple.fr\nBaron;Luc;',
    )
    expect(await countRows(owner.ctx, id)).toMatchObject({ ready: 2, faulty: 2, already: 0, read: 4 })
    const faulty = await rowsOf(owner.ctx, id, { states: ['faulty'] })
    await correctBatch(
      owner.ctx,
      id,
      new Map([
        [faulty[0]?.id ?? '', { address: ' Yann@laposte.net ' }],
        [faulty[1]?.id ?? '', { name: '' }],
      ]),
    )
    expect(await countRows(owner.ctx, id)).toMatchObject({ ready: 3, faulty: 1, read: 4 })
    await confirmBatch(owner.ctx, id)
    expect((await batchById(owner.ctx, id))?.state).toBe('confirmed')
    await world.drainJobs()

    expect(await batchById(owner.ctx, id)).toMatchObject({ state: 'done', receipt: { year: 2026 } })
    const counts = await countRows(owner.ctx, id)
    expect(counts).toEqual({ ready: 0, recorded: 0, awarded: 3, already: 0, faulty: 1, read: 4 })
    const rows = await rowsOf(owner.ctx, id, { states: ['awarded'] })
    const credentials = await Promise.all(
      rows.map((row) => credentialById(owner.ctx, row.credentialId ?? '')),
    )
    expect(credentials.map((one) => [one?.state, one?.recipientName, one?.recipientAddress])).toEqual([
      ['signed', 'Maëlle Dupont', 'maelle@exemple.fr'],
      ['signed', 'Yann Le Goff', 'yann@laposte.net'],
      ['signed', 'Luc Baron', null],
    ])
  })

  test('the same list again awards nothing; a withdrawn badge can be awarded anew', async () => {
    const achievementId = await published(owner.ctx)
    const first = await awarded(achievementId, `${people(5)}\nSans Adresse;`)
    const again = await paste(achievementId, `${people(5)}\nsans  ADRESSE;`)
    expect(await countRows(owner.ctx, again)).toMatchObject({ ready: 0, already: 6, read: 6 })
    await expect(confirmBatch(owner.ctx, again)).rejects.toMatchObject({
      kind: { code: 'claims.nothing-ready' },
    })
    const [row] = await rowsOf(owner.ctx, first, { states: ['awarded'] })
    await revokeCredential(owner.ctx, row?.credentialId ?? '', 'Remis par erreur.')
    const third = await paste(achievementId, people(5))
    expect(await countRows(owner.ctx, third)).toMatchObject({ ready: 1, already: 4 })
  })

  test('a person twice in a list is awarded once; an address for two people is a fault', async () => {
    const achievementId = await published(owner.ctx)
    const id = await paste(
      achievementId,
      'Nom complet;E-mail;Récit\nA B;a@exemple.fr;x\nA B;a@exemple.fr;x\nC D;a@exemple.fr;x\nE F;;x\nE F;;x\nE F;;y',
    )
    const rows = await rowsOf(owner.ctx, id)
    expect(rows.map((row) => [row.line, row.state, row.twinLine, row.faults[0]?.code])).toEqual([
      [2, 'ready', null, undefined],
      [3, 'already', 2, undefined],
      [4, 'faulty', null, 'address-taken'],
      [5, 'ready', null, undefined],
      [6, 'already', 5, undefined],
      [7, 'faulty', null, 'same-name'],
    ])
  })

  test('where evidence is required, a row without any is told so', async () => {
    const achievementId = await published(owner.ctx, 'required')
    const id = await paste(
      achievementId,
      'Nom complet;E-mail;Preuve;Récit\nA;a@exemple.fr;;\nB;b@exemple.fr;www.exemple.fr/b;\nC;c@exemple.fr;;A tenu le stand.\nD;d@exemple.fr;javascript:alert(1);',
    )
    expect(await countRows(owner.ctx, id)).toMatchObject({ ready: 3, faulty: 1 })
    await confirmBatch(owner.ctx, id)
    await world.drainJobs()
    const rows = await rowsOf(owner.ctx, id, { states: ['awarded'] })
    const texts = await Promise.all(
      rows.map(async (row) => (await credentialById(owner.ctx, row.credentialId ?? ''))?.json ?? ''),
    )
    expect(texts[0]).toContain('"id":"https://www.exemple.fr/b"')
    expect(texts[1]).toContain('"narrative":"A tenu le stand."')
    expect(texts[2]).toContain('"narrative":"javascript:alert(1)"')
    expect(texts[2]).not.toContain('"id":"javascript')
  })

  test('two confirmations at once start one run and give one number', async () => {
    const achievementId = await published(owner.ctx)
    const id = await paste(achievementId, people(30))
    await Promise.all([1, 2, 3].map(() => confirmBatch(owner.ctx, id)))
    const jobs =
      await sql`select 1 from pgboss.job where name = 'claims.run-batch' and data->>'batchId' = ${id}`.execute(
        world.ctx().db,
      )
    expect(jobs.rows).toHaveLength(1)
    await Promise.all([1, 2, 3].map(() => runBatch(world.ctx(), id)))
    await world.drainJobs()
    expect(await countRows(owner.ctx, id)).toMatchObject({ awarded: 30, read: 30 })
    const doubles = await sql<{ count: number }>`
      select count(*) from credentials where achievement_id = ${achievementId}`.execute(world.ctx().db)
    expect(doubles.rows[0]?.count).toBe(30)
    await expect(correctBatch(owner.ctx, id, new Map())).rejects.toMatchObject({
      kind: { code: 'claims.batch-closed' },
    })
  })

  test('two lists with the same people, run at once, award each of them once', async () => {
    const achievementId = await published(owner.ctx)
    const ids = await Promise.all([paste(achievementId, people(40)), paste(achievementId, people(40, 21))])
    await Promise.all(ids.map((id) => confirmBatch(owner.ctx, id)))
    await Promise.all(ids.map((id) => runBatch(world.ctx(), id)))
    await world.drainJobs()
    const [one, two] = await Promise.all(ids.map((id) => countRows(owner.ctx, id)))
    expect((one?.awarded ?? 0) + (two?.awarded ?? 0)).toBe(60)
    expect((one?.already ?? 0) + (two?.already ?? 0)).toBe(20)
    const numbers = await Promise.all(
      ids.map(async (id) => (await batchById(owner.ctx, id))?.receipt?.number),
    )
    expect(new Set(numbers).size).toBe(2)
  })

  test('two thousand rows: counts add up at every moment, and each row has its own signed badge', async () => {
    const achievementId = await published(owner.ctx)
    const id = await paste(achievementId, people(2000))
    await confirmBatch(owner.ctx, id)
    let running = true
    const seen: number[] = []
    const watch = (async () => {
      while (running) {
        const counts = await countRows(world.ctx(), id)
        expect(addsUp(counts)).toBe(true)
        seen.push(counts.awarded)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    })()
    await world.drainJobs()
    running = false
    await watch
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    expect(await batchById(owner.ctx, id)).toMatchObject({ state: 'done' })
    const { rows } = await sql<{ credentials: number; signed: number; places: number }>`
      select count(distinct c.id) as credentials, count(*) filter (where c.state = 'signed') as signed,
             count(distinct (c.status_list_id, c.status_index)) as places
      from award_rows r join credentials c on c.id = r.credential_id
      where r.batch_id = ${id} and r.state = 'awarded'`.execute(world.ctx().db)
    expect(rows).toEqual([{ credentials: 2000, signed: 2000, places: 2000 }])
  })

  test('a run that dies goes on where it was', async () => {
    const achievementId = await published(owner.ctx)
    const id = await paste(achievementId, people(700))
    await confirmBatch(owner.ctx, id)
    const dying = world
      .ctx()
      .db.transaction()
      .execute(async (db) => {
        await runBatch({ ...world.ctx(), db }, id)
        throw new Error('killed')
      })
    await expect(dying).rejects.toThrow('killed')
    expect(await countRows(world.ctx(), id)).toMatchObject({ ready: 700, recorded: 0 })
    await world.drainJobs()
    expect(await countRows(world.ctx(), id)).toMatchObject({ awarded: 700, read: 700 })
  })
})

describe('rights', () => {
  test('a stranger sees nothing, a viewer may not award', async () => {
    const achievementId = await published(owner.ctx)
    const stranger = await world.person('autre@exemple.fr')
    const viewer = await world.person('lecture@exemple.fr')
    await addMember(owner.ctx, { organisationId: organisation.id, address: viewer.address, role: 'viewer' })
    const list = { kind: 'paste' as const, text: people(1) }
    const id = await paste(achievementId, people(1))
    for (const [ctx, status] of [
      [stranger.ctx, 404],
      [viewer.ctx, 403],
    ] as const) {
      await expect(createBatch(ctx, { achievementId, list })).rejects.toMatchObject({ kind: { status } })
      await expect(confirmBatch(ctx, id)).rejects.toMatchObject({ kind: { status } })
      await expect(correctBatch(ctx, id, new Map())).rejects.toMatchObject({ kind: { status } })
    }
  })

  test('a draft cannot be awarded, nor an empty list', async () => {
    const { achievementId } = await createAchievement(owner.ctx, organisation.id, 'participation')
    await expect(paste(achievementId, people(1))).rejects.toMatchObject({
      kind: { code: 'claims.not-published' },
    })
    await expect(paste(await published(owner.ctx), ' \n')).rejects.toMatchObject({
      kind: { code: 'claims.list-empty' },
    })
  })
})

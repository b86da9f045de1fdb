import type { Related } from '@insigne/open-badges'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { change } from '../../infra/context.ts'
import { testWorld, type World } from '../../testing/index.ts'
import { setRetired } from '../achievements/index.ts'
import { loadShipped, savoirEtreAlignment } from '../frameworks/index.ts'
import { areaByCode } from '../territories/index.ts'
import { enterReady, makeReady } from './actions/enter-entry.ts'
import { judgeOutdated, unmatchedImport } from './actions/judge-again.ts'
import {
  directoryCounts,
  enterEntry,
  entryById,
  entryOfAchievement,
  entryRecord,
  forgetTerms,
  loseSighting,
  removeEntry,
  searchDirectory,
} from './index.ts'
import { directoryMount } from './mount.tsx'
import { asking, foreign, publishedHere } from './test-entries.ts'

let world: World
beforeAll(async () => {
  world = await testWorld('directory-entering')
})
afterAll(() => world.close())

const enter = (input: Parameters<typeof enterEntry>[1]) => enterEntry(world.ctx(), input)
const lastChange = async () =>
  (await sql<{ change: number }>`select max(change) as change from directory_entries`.execute(world.ctx().db))
    .rows[0]?.change

describe('a definition of somebody else', () => {
  test('enters once, however often it is read, and only what a reader sees is a change', async () => {
    const first = await enter(foreign('once'))
    const change = await lastChange()
    expect(first.outcome).toBe('entered')
    expect(await enter(foreign('once'))).toEqual({ id: first.id, outcome: 'seen' })
    expect(await lastChange()).toBe(change)
    const renamed = foreign('once', { achievement: { name: 'Autre nom' } })
    expect(await enter(renamed)).toEqual({ id: first.id, outcome: 'changed' })
    expect(await entryById(world.ctx(), first.id)).toMatchObject({ name: 'Autre nom', origin: 'elsewhere' })
    expect((await entryRecord(world.ctx(), first.id))?.sightings).toHaveLength(1)
  })

  test('enters once when two writers bring it at the same moment', async () => {
    const both = await Promise.all(Array.from({ length: 6 }, () => enter(foreign('at-once'))))
    expect(new Set(both.map((one) => one.id)).size).toBe(1)
    expect(both.filter((one) => one.outcome === 'entered')).toHaveLength(1)
  })

  test('enters with many others at once, each with the outcome that it would have alone', async () => {
    const known = await enter(foreign('known'))
    const gone = await enter(foreign('taken-out'))
    await removeEntry(world.ctx(), gone.id, 'issuer')
    const inputs = [
      foreign('many-1'),
      foreign('known'),
      foreign('many-2'),
      foreign('taken-out'),
      foreign('many-1'),
      foreign('known', { achievement: { name: 'Renommé' } }),
      foreign('many-3'),
    ]
    const ready = await Promise.all(inputs.map((input) => makeReady(world.ctx(), input)))
    const entered = await enterReady(world.ctx(), ready)
    expect(entered.map((one) => one.outcome)).toEqual([
      'entered',
      'seen',
      'entered',
      'removed',
      'seen',
      'changed',
      'entered',
    ])
    expect(entered[1]?.id).toBe(known.id)
    expect(entered[3]?.id).toBe(gone.id)
    expect(entered[4]?.id).toBe(entered[0]?.id)
    expect(new Set(entered.map((one) => one.id)).size).toBe(5)
    for (const at of [0, 2, 6]) {
      const record = await entryRecord(world.ctx(), entered[at]?.id ?? '')
      expect(record?.sightings.map((one) => one.address)).toEqual([inputs[at]?.address])
      const { entries } = await searchDirectory(world.ctx(), asking({ q: record?.entry.name ?? '' }))
      expect(entries.map((one) => one.id)).toContain(entered[at]?.id)
    }
  })

  test('is one entry with its twin of 2.0, and the 3.0 one speaks', async () => {
    const narrative = 'Préparer un atelier de quartier avec trois voisins au moins.'
    const old = foreign('twin', {
      achievement: {
        id: 'https://badges.example.org/ob2/badges/twin',
        criteria: { narrative },
        name: 'Ancien',
      },
      lost: [],
    })
    const { id } = await enter({ ...old, address: 'https://badges.example.org/ob2/badges/twin' })
    const recent = foreign('twin', { achievement: { criteria: { narrative }, name: 'Nouveau' } })
    expect(await enter(recent)).toEqual({ id, outcome: 'changed' })
    expect(await enter({ ...old, address: 'https://badges.example.org/ob2/badges/twin' })).toEqual({
      id,
      outcome: 'seen',
    })
    const record = await entryRecord(world.ctx(), id)
    expect(record?.entry.name).toBe('Nouveau')
    expect(record?.sightings.map((one) => one.format).sort()).toEqual(['2.0', '3.0'])
  })

  test('is one with its other versions and languages, and none with what it is merely related to', async () => {
    const at = (name: string) => `https://badges.example.org/editions/${name}`
    const edition = (name: string, related: Related[] = []) =>
      foreign(name, { achievement: { id: at(name), name, related } })
    const { id } = await enter(edition('french'))
    const type: [string] = ['Related']
    const english = await enter(edition('english', [{ id: at('french'), type, inLanguage: 'fr' }]))
    expect(english.id).toBe(id)
    const follower = await enter(edition('follower', [{ id: at('french'), type }]))
    expect(follower).toMatchObject({ outcome: 'entered' })
    expect(follower.id).not.toBe(id)
  })

  test('of another address but the same host, issuer, name and criteria is the same', async () => {
    const same = {
      name: 'Accueil du public',
      criteria: { narrative: 'Accueillir dix personnes dans la journée.' },
    }
    const { id } = await enter(foreign('a1', { achievement: same }))
    expect((await enter(foreign('a2', { achievement: same }))).id).toBe(id)
    // The same words on the host of somebody else are somebody else's badge.
    expect((await enter(foreign('a3', { achievement: same, host: 'other.example.org' }))).id).not.toBe(id)
  })

  test('a copy on another host never overwrites what its own host says', async () => {
    const { id } = await enter(foreign('original', { achievement: { name: 'Le vrai nom' } }))
    const copy = {
      ...foreign('original', { achievement: { name: 'Un faux nom', version: '99' } }),
      address: 'https://copies.example.net/original',
    }
    expect(await enter(copy)).toEqual({ id, outcome: 'seen' })
    expect((await entryById(world.ctx(), id))?.name).toBe('Le vrai nom')
    const thief = foreign('thief', {
      host: 'thief.example.net',
      achievement: { related: [{ id: 'https://badges.example.org/badges/original', type: ['Related'] }] },
    })
    expect((await enter(thief)).id).not.toBe(id)
  })

  test('that names an issuer of another host is kept apart from that issuer', async () => {
    const claimed = foreign('claimed', { host: 'thief.example.net' })
    const { id } = await enter({ ...claimed, issuer: foreign(1).issuer })
    expect((await entryById(world.ctx(), id))?.issuer.key).toBe(
      'badges.example.org/issuers/1@thief.example.net',
    )
  })

  test('is shown as gone when its last address answers no more, and live when it comes back', async () => {
    const { id } = await enter(foreign('lost'))
    await loseSighting(world.ctx(), 'https://badges.example.org/badges/lost')
    await loseSighting(world.ctx(), 'https://badges.example.org/badges/lost')
    expect((await entryById(world.ctx(), id))?.state).toBe('gone')
    expect((await enter(foreign('lost'))).outcome).toBe('changed')
    expect((await entryById(world.ctx(), id))?.state).toBe('live')
  })

  test('takes any text: half signs, NUL, a huge description, no criteria at all', async () => {
    const { id } = await enter(
      foreign('odd', {
        achievement: {
          name: 'Un \u0000 nom \ud800 <b>gras</b>',
          description: 'mot '.repeat(20_000),
          criteria: {},
          tag: ['\u0000', '🙂'],
        },
      }),
    )
    const entry = await entryById(world.ctx(), id)
    expect(entry?.name).toContain('<b>gras</b>')
    expect(entry?.description.length).toBeLessThanOrEqual(3_000)
  })

  test('that was taken out never comes back, from any source', async () => {
    const narrative = 'Cette ligne dit assez pour que le badge soit reconnu.'
    const { id } = await enter(foreign('out', { achievement: { criteria: { narrative } } }))
    await removeEntry(world.ctx(), id, 'issuer')
    expect(await entryById(world.ctx(), id)).toBeUndefined()
    expect(await enter(foreign('out', { achievement: { criteria: { narrative } } }))).toEqual({
      id,
      outcome: 'removed',
    })
    const elsewhere = { ...foreign('out'), address: 'https://copies.example.net/out' }
    expect((await enter(elsewhere)).outcome).toBe('removed')
  })

  test('is entered and taken out by nobody but the product and its operator', async () => {
    const visitor = world.ctx({ kind: 'anonymous' })
    await expect(enterEntry(visitor, foreign('no'))).rejects.toMatchObject({ kind: { status: 403 } })
    await expect(removeEntry(visitor, 'x', 'issuer')).rejects.toMatchObject({ kind: { status: 403 } })
  })

  test('says nothing when its transaction fails', async () => {
    const before = (await directoryCounts(world.ctx())).entries
    await expect(
      change(world.ctx(), async (tx) => {
        await enterEntry(tx, foreign('rolled-back'))
        throw new Error('later')
      }),
    ).rejects.toThrow('later')
    expect((await directoryCounts(world.ctx())).entries).toBe(before)
  })

  test('is judged again when the rules changed, and not told as news when they say the same', async () => {
    const { id } = await enter(foreign('rules'))
    await sql`update directory_entries set rules_version = '0.9.0' where id = ${id}`.execute(world.ctx().db)
    const change = await lastChange()
    expect(await judgeOutdated(world.ctx())).toBe(false)
    expect((await entryRecord(world.ctx(), id))?.rulesVersion).not.toBe('0.9.0')
    expect(await lastChange()).toBe(change)
    await sql`update directory_entries set rules_version = '0.9.0', digest = '' where id = ${id}`.execute(
      world.ctx().db,
    )
    await judgeOutdated(world.ctx())
    expect(await lastChange()).not.toBe(change)
  })
})

describe('a badge made here', () => {
  test('is in the directory once it is published, with its areas, and follows its organisation', async () => {
    const calvados = await areaByCode(world.ctx(), 'D14')
    const made = await publishedHere(world, { name: 'Tailler une haie', territoryId: calvados?.id })
    await world.drainJobs()
    const entry = await entryOfAchievement(world.ctx(), made.achievementId)
    expect(entry).toMatchObject({ origin: 'here', areas: ['D14', 'R28'], awarded: true, state: 'live' })
    expect(entry?.ownAchievementId).toBe(made.achievementId)
    await made.rename('Haies et Bocages')
    await world.drainJobs()
    expect((await entryOfAchievement(world.ctx(), made.achievementId))?.issuer.name).toBe('Haies et Bocages')
    const found = await searchDirectory(world.ctx(), asking({ q: 'bocage', area: ['R28'] }))
    expect(found.entries.map((one) => one.id)).toEqual([entry?.id])
  })

  test('says whether it is still awarded, as soon as that changes', async () => {
    const made = await publishedHere(world, { name: 'Ramoner un poêle' })
    const awarded = async () => {
      await world.drainJobs()
      return (await entryOfAchievement(world.ctx(), made.achievementId))?.awarded
    }
    expect(await awarded()).toBe(true)
    await setRetired(world.ctx(), made.achievementId, true)
    expect(await awarded()).toBe(false)
    await setRetired(world.ctx(), made.achievementId, false)
    expect(await awarded()).toBe(true)
  })

  test('that was published before the directory stood is entered by the job that comes back', async () => {
    const made = await publishedHere(world, { name: 'Poser une cloison' })
    await world.drainJobs()
    const first = await entryOfAchievement(world.ctx(), made.achievementId)
    await sql`delete from directory_entries where id = ${first?.id}`.execute(world.ctx().db)
    expect(await entryOfAchievement(world.ctx(), made.achievementId)).toBeUndefined()
    await directoryMount.sweep?.(world.ctx())
    await world.drainJobs()
    expect((await entryOfAchievement(world.ctx(), made.achievementId))?.name).toBe('Poser une cloison')
  })

  test('goes with its organisation, and the index notices', async () => {
    const made = await publishedHere(world, { name: 'Herboristerie' })
    await world.drainJobs()
    expect((await searchDirectory(world.ctx(), asking({ q: 'herboristerie' }))).total).toBe(1)
    await sql`delete from organisations where id = ${made.organisationId}`.execute(world.ctx().db)
    expect((await searchDirectory(world.ctx(), asking({ q: 'herboristerie' }))).total).toBe(0)
    const left = await sql`select from directory_keys where key = ${`own:${made.achievementId}`}`.execute(
      world.ctx().db,
    )
    expect(left.rows).toHaveLength(0)
  })
})

test('words that no entry has any more are forgotten, and are found again once one has them', async () => {
  const words = async () =>
    (await sql<{ value: string }>`select value from directory_terms`.execute(world.ctx().db)).rows.map(
      (row) => row.value,
    )
  const kept = await words()
  const made = await publishedHere(world, { name: 'Xylographie' })
  await world.drainJobs()
  expect((await searchDirectory(world.ctx(), asking({ q: 'xylographie' }))).total).toBe(1)
  await forgetTerms(world.ctx())
  expect(await words()).toContain('xylographie')
  await sql`delete from organisations where id = ${made.organisationId}`.execute(world.ctx().db)
  await forgetTerms(world.ctx())
  expect(await words()).not.toContain('xylographie')
  expect((await words()).filter((word) => !kept.includes(word))).toEqual([])
  await publishedHere(world, { name: 'Xylographie' })
  await world.drainJobs()
  expect((await searchDirectory(world.ctx(), asking({ q: 'xylographie' }))).total).toBe(1)
})

describe('the skills of an entry', () => {
  test('are looked for again after an import of frameworks, in every entry', async () => {
    await loadShipped(world.ctx())
    const known = savoirEtreAlignment('300483')
    const alignment = known === undefined ? [] : [{ type: ['Alignment'], ...known }]
    const { id } = await enter(foreign('aligned', { achievement: { alignment } }))
    const skillId = async () => (await entryById(world.ctx(), id))?.skills[0]?.skillId
    const first = await skillId()
    expect(first).toMatch(/^[0-9a-f-]{36}$/)
    // As it would stand if the framework had come after it.
    await sql`update directory_entry_skills set skill_id = null where entry_id = ${id}`.execute(
      world.ctx().db,
    )
    await directoryMount.jobs?.[0]?.execute(world.ctx(), {})
    await world.drainJobs()
    expect(await skillId()).toBe(first)
    expect(await unmatchedImport(world.ctx())).toBeUndefined()
  })
})

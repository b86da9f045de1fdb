import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Person, testWorld, type World } from '../../../testing/index.ts'
import { entryRecord } from '../reads.ts'
import { readNow } from './actions/decide-source.ts'
import { proposeSource } from './actions/propose-source.ts'
import { recordById } from './records.ts'
import { lastRuns, sourceById } from './sources.ts'
import { tables } from './tables.ts'
import { badgeOf, issuerOf, onThisMachine, openHost, type TestHost } from './test-host.ts'

let world: World
let operator: Person
const open: TestHost[] = []
const host = async (pages: Record<string, unknown> = {}) => {
  const made = await openHost(pages)
  open.push(made)
  return made
}

beforeAll(async () => {
  world = await testWorld('directory-harvest', { harvest: onThisMachine() })
  operator = await world.person('operatrice@x.example', { operator: true })
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})
afterAll(() => world?.close())

async function read(typed: string) {
  const id = await proposeSource(operator.ctx, { typed })
  return again(id)
}
async function again(id: string) {
  await world.harvest()
  const [run] = await lastRuns(world.ctx(), id, 1)
  const source = await sourceById(world.ctx(), id)
  if (run === undefined || source === undefined) throw new Error('not read')
  const documents = await tables(world.ctx())
    .selectFrom('harvest_documents')
    .selectAll()
    .where('source_id', '=', id)
    .orderBy('depth')
    .execute()
  const entries = await tables(world.ctx())
    .selectFrom('harvest_origins')
    .innerJoin('harvest_documents', 'harvest_documents.id', 'harvest_origins.document_id')
    .select(['entry_id', 'harvest_origins.address'])
    .where('source_id', '=', id)
    .orderBy('harvest_origins.address')
    .execute()
  return { id, run, source, documents, entries }
}

describe('what can be given', () => {
  test('a badge class of 2.0: its issuer is asked at its own address, the raw record is kept byte for byte', async () => {
    const site = await host()
    site.pages.set('/badges/1.json', badgeOf(site.origin, 1))
    site.pages.set('/issuer.json', issuerOf(site.origin))
    const { run, source, entries, documents } = await read(`${site.origin}/badges/1.json`)
    expect(run).toMatchObject({ found: 1, added: 1, refused: 0, reason: null })
    expect(source).toMatchObject({
      kind: 'badge-class',
      name: 'Animer un atelier 1',
      failures: 0,
      runId: null,
    })
    expect(site.asked).toEqual(['/badges/1.json', '/issuer.json'])
    const record = await entryRecord(world.ctx(), entries[0]?.entry_id ?? '')
    expect(record?.entry).toMatchObject({
      origin: 'elsewhere',
      name: 'Animer un atelier 1',
      address: `${site.origin}/badges/1.json`,
      issuer: { name: 'Fabrique des Possibles' },
      state: 'live',
    })
    expect(record?.sightings[0]).toMatchObject({ format: '2.0', sourceId: source.id })
    const raw = await recordById(world.ctx(), record?.sightings[0]?.recordId ?? '')
    expect(new TextDecoder().decode(raw?.bytes)).toBe(JSON.stringify(badgeOf(site.origin, 1)))
    expect(documents).toHaveLength(1)
  })
})

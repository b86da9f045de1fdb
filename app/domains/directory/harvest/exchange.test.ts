import { createServer } from 'node:net'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, testWorld, type World } from '../../../testing/index.ts'
import { createAchievement, publishAchievement, saveDraft } from '../../achievements/index.ts'
import { createOrganisation } from '../../organisations/index.ts'
import { removeEntry } from '../actions/remove-entry.ts'
import { entriesById, entryOfAchievement } from '../reads.ts'
import { readNow } from './actions/decide-source.ts'
import { proposeSource } from './actions/propose-source.ts'
import { harvestedBy, onThisMachine } from './test-host.ts'

// Two whole instances, each with its own database and its own address on this machine.
interface Instance {
  world: World
  operator: Person
  origin: string
  close(): Promise<void>
}
let here: Instance
let there: Instance

beforeAll(async () => {
  here = await open('exchange-here')
  there = await open('exchange-there')
})
afterAll(async () => {
  await here?.close()
  await there?.close()
})

async function open(name: string): Promise<Instance> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const world = await testWorld(name, { origin, harvest: onThisMachine() })
  const server = serve({ fetch: world.app.fetch, port, hostname: '127.0.0.1' })
  const operator = await world.person(`op@${name}.example`, { operator: true })
  return {
    world,
    operator,
    origin,
    close: async () => {
      await new Promise((done) => server.close(done))
      await world.close()
    },
  }
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })

async function publish({ world }: Instance, organisation: string, names: string[]): Promise<string[]> {
  const owner = await world.person(`${organisation.toLowerCase().replaceAll(' ', '-')}@x.example`)
  const { id } = await createOrganisation(owner.ctx, { name: organisation, kind: 'training' })
  await world.drainJobs()
  const ids: string[] = []
  for (const name of names) {
    const { achievementId } = await createAchievement(owner.ctx, id, 'participation')
    await saveDraft(owner.ctx, achievementId, 'action', {
      name,
      action: `A suivi l’atelier « ${name} » en entier.`,
    })
    await publishAchievement(owner.ctx, achievementId)
    ids.push(achievementId)
  }
  await world.drainJobs()
  return ids
}

test('two instances exchange what each made, changes and removals included, and nothing goes round', {
  timeout: 120_000,
}, async () => {
  const ours = await publish(here, 'Atelier d’Ici', ['Tri du bois', 'Taille des haies'])
  const theirs = await publish(there, 'Ferme de Là-bas', ['Traite du matin', 'Fromage frais'])
  const readThere = harvestedBy(here.world)
  const readHere = harvestedBy(there.world)

  const first = await readThere(await proposeSource(here.operator.ctx, { typed: `${there.origin}/` }))
  expect(first.source).toMatchObject({ kind: 'feed', address: `${there.origin}/directory/feed` })
  expect(first.run).toMatchObject({ added: 2, refused: 0 })
  const entries = await entriesById(
    here.world.ctx(),
    first.entries.map((one) => one.entry_id),
  )
  expect(entries.map((one) => [one.name, one.issuer.name]).sort()).toEqual([
    ['Fromage frais', 'Ferme de Là-bas'],
    ['Traite du matin', 'Ferme de Là-bas'],
  ])

  // The other way: what came from there is not sent back.
  const back = await readHere(
    await proposeSource(there.operator.ctx, { typed: `${here.origin}/directory/feed` }),
  )
  expect(back.run).toMatchObject({ found: 2, added: 2 })
  const again = await publish(there, 'Moulin de Là-bas', ['Farine du jour'])
  expect(again).toHaveLength(1)

  // Only what changed is asked for; what was taken out there is taken out here.
  const removed = await entryOfAchievement(there.world.ctx(), theirs[0] ?? '')
  await removeEntry(there.operator.ctx, removed?.id ?? '', 'operator')
  await readNow(here.operator.ctx, first.id)
  const second = await readThere(first.id)
  expect(second.run).toMatchObject({ found: 1, added: 1, gone: 1 })
  const left = await entriesById(
    here.world.ctx(),
    second.entries.map((one) => one.entry_id),
  )
  expect(left.map((one) => one.name).sort()).toEqual(['Farine du jour', 'Fromage frais'])

  await readNow(here.operator.ctx, first.id)
  expect((await readThere(first.id)).run).toMatchObject({ found: 0, added: 0, refused: 0 })
  expect(ours).toHaveLength(2)
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountIdOfAddress, demoAccountIds } from '../domains/accounts/index.ts'
import { backpackOf, openPagesOf } from '../domains/backpack/index.ts'
import { credentialsByIds } from '../domains/issuing/index.ts'
import { testWorld, type World } from '../testing/index.ts'
import { shown } from './data/afterwards.ts'
import { demoAddress, demoPeople } from './data/people.ts'
import { loadDemo } from './load.ts'
import { removeDemo } from './remove.ts'

let world: World
let badges = 0

beforeAll(async () => {
  world = await testWorld('demo-afterwards')
  let told = false
  const loading = loadDemo(world.ctx()).finally(() => {
    told = true
  })
  while (!told) {
    await world.drainJobs()
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  badges = (await loading).badges
  await world.drainJobs()
})
afterAll(() => world?.close())

const holder = async (name: string) => {
  const accountId = (await accountIdOfAddress(world.ctx(), demoAddress(name))) ?? ''
  return world.ctx({ kind: 'person', accountId, sessionId: '', operator: false })
}
const pages = async () => openPagesOf(world.ctx(), await demoAccountIds(world.ctx()))

describe('after its awards, the demo', () => {
  test('is answered by three people of five, who leave one badge for later', async () => {
    expect(badges).toBeGreaterThan(250)
    let keepers = 0
    for (const { name } of demoPeople) {
      const lines = await backpackOf(await holder(name))
      if (lines.some(({ entry }) => entry.state === 'kept')) keepers += 1
    }
    expect(keepers / demoPeople.length).toBeCloseTo(0.6, 1)
    const states = (await backpackOf(await holder('Amina Diallo'))).map(({ entry }) => entry.state)
    expect(states.filter((state) => state === 'offered')).toHaveLength(1)
    expect(states).toContain('kept')
  })

  test('shows public badges that answer, and one that its issuer withdrew with a reason', async () => {
    const open = await pages()
    expect(open).toHaveLength(shown.length)
    const withdrawn = (
      await credentialsByIds(
        world.ctx(),
        open.map((one) => one.credentialId),
      )
    ).filter((one) => one.revokedAt !== null)
    expect(withdrawn.map((one) => one.revocationReason)).toEqual(['Remis par erreur à une homonyme'])
    for (const { slug, credentialId } of open) {
      const html = await (await world.anonymous.get(`/b/${slug}`)).text()
      const verdict = /<p class="word">([^<]*)</.exec(html)?.[1]
      expect(verdict).toBe(credentialId === withdrawn[0]?.id ? 'Invalide\u00a0: badge retiré' : 'Authentique')
    }
  })

  test('puts two badges of one name side by side on the front page', async () => {
    const html = await (await world.anonymous.get('/')).text()
    const links = [...html.matchAll(/<a href="(\/b\/[\w-]{22})">Travailler en équipe<\/a>/g)]
    expect(links).toHaveLength(2)
    expect(html).toContain('Participation')
    expect(html).toContain('non renseigné')
  })

  test('gives the front page back its lesson alone when it is removed', async () => {
    await removeDemo(world.ctx())
    world.clock.advance(120_000)
    const html = await (await world.anonymous.get('/')).text()
    expect(html).toContain('Deux badges, le même nom')
    expect(html).toContain('Apprendre à lire un badge')
    expect(html).not.toContain('/b/')
  })
})

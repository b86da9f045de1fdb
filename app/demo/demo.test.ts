import { assess } from '@insigne/badge-quality'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { achievementJson, type Nature, publishedBy } from '../domains/achievements/index.ts'
import { DirectoryQuery, searchDirectory } from '../domains/directory/index.ts'
import { loadShipped, savoirEtreAlignment, skillForAlignment } from '../domains/frameworks/index.ts'
import { listOrganisations } from '../domains/organisations/index.ts'
import { testWorld, type World } from '../testing/index.ts'
import { demoAchievements } from './data/achievements.ts'
import { loadDemo } from './load.ts'
import { removeDemo } from './remove.ts'

let world: World
beforeAll(async () => {
  world = await testWorld('demo')
  await loadShipped(world.ctx())
})
afterAll(() => world.close())

test('the demo comes in through the actions, shows the nature it declares, and goes out without a trace', async () => {
  const before = await world.countRows()
  // The worker's part is played here: the demo waits for its badges to be signed.
  let loading = true
  const worker = (async () => {
    while (loading) {
      await world.drainJobs()
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })()
  const { badges } = await loadDemo(world.ctx()).finally(() => {
    loading = false
  })
  await worker
  await world.drainJobs()
  expect(badges).toBeGreaterThan(250)

  const organisations = await listOrganisations(world.ctx())
  const versions = await publishedBy(
    world.ctx(),
    organisations.map((one) => one.id),
  )
  expect(versions).toHaveLength(demoAchievements.length)
  // The rules that judge everybody's badges read ours from the standard's fields alone.
  const shown = versions.map((version) => {
    const organisation = organisations.find((one) => one.id === version.organisationId)
    if (organisation === undefined) throw new Error('a version without its organisation')
    const achievement = achievementJson(world.ctx().origin, organisation, version)
    return { name: version.name, declared: version.nature, shown: assess({ achievement }).nature.shown }
  })
  expect(shown.filter((one) => one.shown !== one.declared && one.declared !== 'certification')).toEqual([])

  const all = await searchDirectory(world.ctx(), DirectoryQuery.parse({ origin: 'here' }))
  expect(all.total).toBe(demoAchievements.length)
  // One skill on every ground: having been there, having held, having been assessed, having been certified.
  const skill = await skillForAlignment(world.ctx(), savoirEtreAlignment('300465') ?? missingSkill())
  const team = await searchDirectory(world.ctx(), DirectoryQuery.parse({ skill: [skill?.id ?? ''] }))
  const grounds = (nature: Nature) =>
    new Set(team.entries.filter((one) => one.nature.shown === nature).map((one) => one.facts.join(' '))).size
  expect(grounds('participation')).toBeGreaterThanOrEqual(1)
  expect(grounds('engagement')).toBeGreaterThanOrEqual(1)
  expect(grounds('competence')).toBeGreaterThanOrEqual(2)
  expect(grounds('certification')).toBeGreaterThanOrEqual(1)

  await removeDemo(world.ctx())
  expect(await world.countRows()).toEqual(before)
})

function missingSkill(): never {
  throw new Error('the skill is not shipped any more')
}

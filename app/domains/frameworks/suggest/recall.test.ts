import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testWorld, type World } from '../../../testing/index.ts'
import { loadShipped, suggestSkills } from '../index.ts'
import { phrases, recallOf } from './test-recall.ts'

let world: World
beforeAll(async () => {
  world = await testWorld('suggest')
  await loadShipped(world.ctx())
})
afterAll(() => world.close())

const suggest = (text: string, language: 'fr' | 'en' = 'fr', limit = 5) =>
  suggestSkills(world.ctx(), { text, language, limit })

describe('suggestions from a text', () => {
  test.each(['tuning', 'apart'] as const)('the right skill is among the first five: %s', async (part) => {
    const list = phrases.filter((phrase) => phrase.part === part)
    const recall = await recallOf(list, async ({ text, language }) =>
      (await suggest(text, language)).map((one) => one.skill.id),
    )
    expect(recall.asked).toBeGreaterThan(70)
    expect(recall.five / recall.asked, JSON.stringify(recall.missed)).toBeGreaterThanOrEqual(0.9)
  })

  test('say which words were found, and where', async () => {
    const [first] = await suggest('Travailler en équipe', 'fr')
    expect(first).toMatchObject({
      label: expect.stringMatching(/équipe/i),
      reason: { by: 'label', words: ['travailler', 'équipe'], near: false },
    })
    expect((await suggest('en éqiupe')).map((one) => one.label)).toContain('Avoir l’esprit d’équipe')
    const typo = await suggest('autonmie')
    expect(typo.map((one) => one.label)).toContain('Faire preuve d’autonomie')
    expect(typo.every((one) => one.reason.near)).toBe(true)
    const alias = await suggest('gérer son stress')
    expect(alias).toContainEqual(
      expect.objectContaining({ label: 'Faire preuve de contrôle de soi', reason: expect.anything() }),
    )
    const neighbour = (await suggest('veiller aux détails')).find(
      (one) => one.label === 'Faire preuve de rigueur et de précision',
    )
    expect(neighbour).toBeDefined()
  })

  test('are the same each time, in the frameworks asked, at most as many as asked', async () => {
    const text = 'Elle organise son travail en équipe et communique à l’oral avec les clients.'
    const once = await suggest(text, 'fr', 10)
    expect(await suggest(text, 'fr', 10)).toEqual(once)
    expect((await suggest(text, 'fr', 3)).map((one) => one.label)).toEqual(
      once.slice(0, 3).map((one) => one.label),
    )
    const rectec = await suggestSkills(world.ctx(), { text, language: 'fr', frameworks: ['rectec'] })
    expect(new Set(rectec.map((one) => one.skill.framework.slug))).toEqual(new Set(['rectec']))
  })

  test.each(['', '   ', 'les de la', '!!! ???', '12345', '\u0000', 'x'.repeat(50_000), '日本語'])(
    'a text that says nothing leads to nothing, and breaks nothing: %j',
    async (text) => {
      expect(await suggest(text.replaceAll('\u0000', ' '))).toEqual([])
    },
  )

  test('a long text is read, its rarest words speak', async () => {
    const text = `${'Une phrase assez longue qui parle de tout et de rien. '.repeat(40)} Il garde son sang-froid.`
    expect((await suggest(text)).map((one) => one.label)).toContain('Faire preuve de contrôle de soi')
  })
})

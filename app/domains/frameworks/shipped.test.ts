import { h } from 'preact'
import { render } from 'preact-render-to-string'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testWorld, type World } from '../../testing/index.ts'
import {
  alignmentOfSkill,
  ancestorsOf,
  listFrameworks,
  loadShipped,
  neighboursOf,
  SkillFacts,
  savoirEtre,
  savoirEtreAlignment,
  sayReason,
  skillById,
  skillForAlignment,
  skillLabel,
  skillsByIds,
  skillsForAlignments,
  suggestSkills,
} from './index.ts'

let world: World
beforeAll(async () => {
  world = await testWorld('frameworks')
  await loadShipped(world.ctx())
})
afterAll(() => world.close())

describe('what comes with the product', () => {
  test('is loaded once, however often and by however many', async () => {
    const before = await world.countRows()
    await Promise.all([loadShipped(world.ctx()), loadShipped(world.ctx())])
    expect(await world.countRows()).toEqual(before)
    const all = await listFrameworks(world.ctx())
    expect(all.map((one) => [one.slug, one.active, one.withdrawn])).toEqual(
      expect.arrayContaining([
        ['rome-savoir-etre', 16, 0],
        ['esco-transversal', 39, 0],
        ['lifecomp', 9, 0],
        ['competences-cles-2018', 8, 0],
        ['rectec', 12, 0],
      ]),
    )
    for (const one of all) expect(one.sourceUrl).toMatch(/^https:/)
    expect(all.filter((one) => one.licence === null).map((one) => one.slug)).toEqual(['rectec'])
  })

  test('an alignment leads back to its skill, however its address is written', async () => {
    for (const { code } of savoirEtre) {
      const target = savoirEtreAlignment(code)
      if (target === undefined) throw new Error('an alignment is missing')
      const skill = await skillForAlignment(world.ctx(), target)
      expect(skill?.code).toBe(code)
      expect(skill && alignmentOfSkill(skill, 'fr')).toEqual(target)
    }
    const team = '60c78287-22eb-4103-9c8c-28deaa460da0'
    for (const targetUrl of [
      `http://data.europa.eu/esco/skill/${team}`,
      `https://data.europa.eu/esco/skill/${team}/`,
    ])
      expect((await skillForAlignment(world.ctx(), { targetUrl }))?.labels['fr']).toBe('travailler en équipe')
    const list = savoirEtreAlignment('300465')?.targetUrl ?? ''
    expect(await skillForAlignment(world.ctx(), { targetUrl: list })).toBeUndefined()
    expect(await skillForAlignment(world.ctx(), { targetUrl: 'https://x.example/1' })).toBeUndefined()
    expect(await skillForAlignment(world.ctx(), { targetUrl: '' })).toBeUndefined()
  })

  test('a text leads to skills, with the reason', async () => {
    const [first, ...others] = await suggestSkills(world.ctx(), {
      text: 'Elle travaille en equipe et fait preuve d’autonmie',
      language: 'fr',
    })
    expect([first, ...others].map((one) => one?.label)).toEqual(
      expect.arrayContaining(['Avoir l’esprit d’équipe', 'Faire preuve d’autonomie']),
    )
    expect(first?.reason.words.length).toBeGreaterThan(0)
  })

  test('a skill is read by its identifier, with what stands above it and near it, and said in a language', async () => {
    const uri = 'http://data.europa.eu/esco/skill/60c78287-22eb-4103-9c8c-28deaa460da0'
    const [team, none, rigour] = await skillsForAlignments(world.ctx(), [
      { targetUrl: uri },
      { targetUrl: 'https://x.example/none', targetCode: '300490' },
      {
        targetUrl: 'https://x.example/rome',
        targetCode: '300490',
        targetFramework: 'ROME 4.0, savoir-être professionnels (France Travail)',
      },
    ])
    expect(none).toBeUndefined()
    expect(rigour?.code).toBe('300490')
    if (team === undefined) throw new Error('the concept is missing')
    expect(await skillById(world.ctx(), team.id)).toEqual(team)
    expect(await skillById(world.ctx(), 'nothing')).toBeUndefined()
    const both = await skillsByIds(world.ctx(), [rigour?.id ?? '', 'nothing', team.id])
    expect(both.map((one) => skillLabel(one, 'en'))).toEqual([
      'Faire preuve de rigueur et de précision',
      'work in teams',
    ])
    const [above] = await ancestorsOf(world.ctx(), team)
    expect(above?.code).toBe('T4.3')
    const neighbours = await neighboursOf(world.ctx(), team.id)
    expect(neighbours.map((one) => [one.skill.code, one.weak])).toEqual([['300465', false]])
    const html = render(h(SkillFacts, { locale: 'fr', skill: team, parent: above, neighbours }))
    for (const words of [uri, 'Fait partie de', 'Avoir l’esprit d’équipe', 'selon la table d’Insigne'])
      expect(html).toContain(words)
    const [found] = await suggestSkills(world.ctx(), { text: 'équipe', language: 'fr' })
    expect(found && sayReason('fr', found.reason)).toContain('équipe')
  })
})

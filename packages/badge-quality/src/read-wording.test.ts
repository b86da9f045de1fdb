import { describe, expect, test } from 'vitest'
import { assess } from './assess.ts'
import { readWording } from './read-wording.ts'

describe('what the words of a text say', () => {
  test.each([
    ['A suivi les trois ateliers de la journée.', 'A suivi'],
    ['A participé à la visite.', 'participé'],
    ['Était présente à chaque séance', 'présente'],
    ['Attended the whole course.', 'Attended'],
  ])('%s: attendance, in the words that were typed', (text, words) => {
    const read = readWording(text)
    expect(read.attendance).toContain(words)
    expect(text).toContain(read.attendance)
    expect(read.observable).toBe(false)
  })

  test('an act that anybody can watch carries no remark', () => {
    const read = readWording('Range ses tâches par priorité et prévient d’un retard.', 'fr')
    expect(read).toMatchObject({ observable: true })
    expect(read).not.toHaveProperty('attendance')
    expect(read).not.toHaveProperty('claim')
  })

  test('an ability is told from an act', () => {
    expect(readWording('Est capable d’une grande autonomie.', 'fr').claim).toMatch(/capable/)
    expect(readWording('Fait preuve d’autonomie', 'fr').trait).toMatch(/autonomie/)
  })

  test.each(['', ' ', '😀', '\ud800', '<b>', 'a'.repeat(50_000)])('nothing is thrown on %j', (text) => {
    expect(readWording(text)).toBeDefined()
  })
})

describe('lines of context', () => {
  const narrative = (line: string) =>
    [
      '**Situation :** En atelier',
      '**Ce que la personne fait :** Range ses outils.',
      '**Critères :**',
      '1. Range avant midi',
      line,
    ].join('\n\n')
  const of = (line: string) =>
    assess({
      achievement: { name: 'x', achievementType: 'Competency', criteria: { narrative: narrative(line) } },
    })

  test.each([
    '**Charge de travail :** 35 heures, dont un entretien',
    '**Prérequis :** A suivi le module d’accueil',
    '**Forme de participation :** Sur place',
    '**Surveillance :** Une personne est présente pendant l’évaluation',
  ])('%s changes no answer', (line) => {
    expect(of(line).solidity).toEqual(of('').solidity)
    expect(of(line).nature).toEqual(of('').nature)
  })

  test('a level of the European framework is no alignment to a skill', () => {
    const level = { targetName: 'Niveau 4', targetUrl: 'http://data.europa.eu/snb/eqf/4', targetCode: '4' }
    const skill = { targetName: 'Planifier', targetUrl: 'http://data.europa.eu/esco/skill/e49f4158' }
    const check = (alignment: Record<string, string>[]) =>
      assess({ achievement: { alignment } }).solidity[2]?.state
    expect(check([level])).toBe('unknown')
    expect(check([level, skill])).toBe('yes')
  })
})

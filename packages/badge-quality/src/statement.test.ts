import { describe, expect, test } from 'vitest'
import { lines, type Statement, statements } from './statement.ts'

const read = (text: string): Statement => {
  const [one] = statements([{ document: 'achievement', pointer: '/criteria/narrative', text }], undefined)
  if (one === undefined) throw new Error('nothing to read')
  return one
}

describe('attendance', () => {
  test.each([
    'Avoir participé aux trois ateliers.',
    'A SUIVI LA FORMATION',
    'A participe a l atelier',
    'Présence à la séance.',
    'Le·la stagiaire a assisté aux deux journées.',
    'Attended the full day.',
    'Took part in the tour.',
    'Completed the induction programme.',
  ])('is read in « %s »', (text) => {
    expect(read(text)).toMatchObject({ attends: true, deeds: false, role: false })
  })

  test.each([
    'La seule présence ne suffit pas.',
    'Attendance alone is not enough.',
    'Suit l’ordre de travail donné par le chef.',
    'Présente le projet aux élus.',
    'Checks the tyres before each shift.',
  ])('is not read in « %s »', (text) => {
    expect(read(text).attends).toBe(false)
  })

  test.each([
    'Avoir suivi la formation et réussi le QCM final.',
    'Attended the workshop and produced a zine.',
  ])('leaves room for a deed beside it in « %s »', (text) => {
    expect(read(text)).toMatchObject({ attends: true, deeds: true })
  })

  test.each([
    'A participé à l’atelier de création d’un site.',
    'Participated in the rubric design workshop.',
  ])('finds no deed in the title of the session in « %s »', (text) => {
    expect(read(text)).toMatchObject({ attends: true, deeds: false, acts: false })
  })
})

describe('acts', () => {
  test.each([
    'Range les tâches avant de commencer',
    'Sur un chantier, l’ouvrier contrôle le sol et pose les garde-corps.',
    'En entrepôt, vérifie l’engin et gare sans danger.',
    'Accueillir un client et reformuler sa demande',
    'On a slope, drains and lines the trail.',
    'Greets each customer at the counter.',
  ])('are read in « %s »', (text) => {
    expect(read(text)).toMatchObject({ acts: true, observable: true })
  })

  test.each([
    'Être motivé.',
    'Connaître les valeurs.',
    'Maîtriser la négociation.',
    'Oser.',
    'Au programme : fixer des objectifs, conduire un entretien.',
    'Be a team player.',
    'In this course you will plan a project and build a schedule.',
  ])('are not read in « %s »', (text) => {
    expect(read(text)).toMatchObject({ acts: false, deeds: false })
  })

  test('are observable but only claimed behind « capable de »', () => {
    expect(read('Être capable de rédiger un courriel.')).toMatchObject({ acts: false, observable: true })
  })
})

describe('who judges', () => {
  test.each([
    'Observation au poste par un formateur.',
    'Test noté par l’encadrant.',
    'Deux encadrants techniques l’observent avec une grille.',
    'Évalué·e par un·e formateur·rice.',
    'Soutenance devant un jury de deux professionnels.',
    'Practical test marked by a master mechanic.',
    'A panel of two funders scores each criterion.',
  ])('is read in « %s »', (text) => {
    expect(read(text).judges).toBe(true)
  })

  test.each([
    'Atelier animé par un formateur.',
    'Avoir assisté aux soutenances devant le jury.',
    'Évaluation par un quiz en ligne.',
    'Les participants évaluent l’atelier.',
    'Évalué par la personne elle-même.',
    'N’est pas évalué par un formateur.',
    'Led by a certified instructor.',
    'Participants rate each talk.',
    'Assessed by the platform.',
  ])('is not read in « %s »', (text) => {
    expect(read(text).judges).toBe(false)
  })
})

describe('roles', () => {
  test.each([
    'Avoir été bénévole pendant quatre jours.',
    'Exercer le mandat de délégué pendant un an.',
    'Served on the committee for a full year.',
  ])('are read in « %s »', (text) => {
    expect(read(text).role).toBe(true)
  })

  test.each(['Atelier animé par un bénévole.', 'Session led by a volunteer.', 'Aucun bénévole.'])(
    'of somebody else are not read in « %s »',
    (text) => {
      expect(read(text).role).toBe(false)
    },
  )
})

test('markup, bullets and numbers are not part of a statement', () => {
  expect(lines('<ul><li>Un</li><li>Deux</li></ul>\n1. Trois\n- **Quatre**. Cinq')).toEqual([
    'Un',
    'Deux',
    'Trois',
    'Quatre.',
    'Cinq',
  ])
})

test.each(['évalué par ', 'la grille ', 'observation lors de la ', '** : ', '<', "l'", 'assessed and by '])(
  'a long text of « %s » is cut into bounded statements',
  (words) => {
    const text = words.repeat(20_000)
    const found = statements([{ document: 'achievement', pointer: '', text }], 'fr')
    expect(found.length).toBeLessThanOrEqual(300)
    expect(Math.max(0, ...found.map(({ raw }) => raw.length))).toBeLessThanOrEqual(400)
    expect(found.reduce((sum, { raw }) => sum + raw.length, 0)).toBeLessThanOrEqual(24_000)
  },
)

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assess } from './index.ts'
import { told } from './test-badges.ts'

// What a course page says around the one condition: words of assessment that are about the course, not the person.
const descriptions = [
  'Les intervenants ont présenté des grilles d’observation et des portfolios.',
  'Atelier animé par un formateur certifié. Un jury remet les badges en fin de journée.',
  'Formation délivrée par un organisme accrédité, certifié Qualiopi.',
  'Au programme : observer, évaluer, conduire un entretien devant un jury.',
  'Les stagiaires présentent leur projet devant un jury de deux professionnels.',
  'À l’issue, vous saurez accueillir un client en magasin et gérer un conflit.',
  'Preuve exigée pour les autres badges. Mise en situation évaluée par un expert dans le parcours suivant.',
  'How assessors score candidates: observation, interviews and tests.',
  'Two trained assessors review the portfolio of another badge. Evidence must be submitted there.',
  'Two-day course with role plays, peer feedback and a coach.',
]
const conditions = [
  'Avoir participé à l’atelier.',
  'Avoir suivi les trois jours de formation.',
  'Présence aux deux journées.',
  'Avoir assisté aux soutenances devant le jury.',
  'Être inscrit et présent.',
  'A suivi la formation et développé ses compétences d’accueil.',
  'Attended both days.',
  'Took part in the session on portfolios and assessment.',
  'Completed the five modules of the course.',
]

test('attendance is never shown as a competency, whatever is said around it and whatever it is called', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...conditions),
      fc.shuffledSubarray(descriptions),
      fc.constantFrom('Competency', 'Certification', 'MicroCredential', 'Assessment', 'Badge', 'License'),
      fc.constantFrom('Compétence : travailler en équipe', 'Expert Negotiator', 'Certification Vente'),
      (condition, around, achievementType, name) => {
        const description = around.join(' ')
        const { shown } = assess({
          achievement: told(condition, { description, achievementType, name }),
        }).nature
        expect(['participation', 'undetermined']).toContain(shown)
      },
    ),
    { numRuns: 1500 },
  )
})

test('evidence of presence and a framework do not raise attendance', () => {
  const achievement = told('Avoir assisté à quatre conférences.', {
    achievementType: 'Competency',
    alignment: [{ targetName: 'x', targetUrl: 'http://data.europa.eu/esco/skill/1' }],
  })
  const credential = {
    issuer: { id: 'did:web:x.fr', name: 'Centre', description: 'Certifié Qualiopi' },
    evidence: [{ type: ['Evidence'], narrative: 'Feuille d’émargement signée par le formateur qui évalue.' }],
    credentialSubject: { achievement, narrative: 'Présente aux séances 1, 2, 4 et 6, devant un jury.' },
  }
  expect(assess({ credential }).nature).toMatchObject({ declared: 'competence', shown: 'participation' })
})

import { assess } from '@insigne/badge-quality'
import type { Achievement } from '@insigne/open-badges'
import type { Area } from '../../territories/index.ts'
import { departments, regions } from '../../territories/official.ts'
import { atlasOf } from '../map/atlas.ts'
import type { DirectoryEntry, FactState } from '../model.ts'
import type { FoundEntry } from '../search/search-directory.ts'

// For tests only: badges as several issuers would write them. Every name is invented.

const area = (code: string, name: string, kind: Area['kind'], parentId: string | null): Area => ({
  ...{ id: code, slug: code.toLowerCase(), name, kind, code, parentId },
})
export const areas: Area[] = [
  ...regions.map(([code, name]) => area(`R${code}`, name, 'region', null)),
  ...departments.map(([code, name, region]) => area(`D${code}`, name, 'department', `R${region}`)),
]
export const atlas = atlasOf(areas)

const states: Record<string, FactState> = { y: 'yes', n: 'no', u: 'unknown' }
export const facts = (signs: string): FactState[] => [...signs].map((sign) => states[sign] ?? 'unknown')

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

export const skill = {
  skillId: idOf(900),
  name: 'Organiser son travail',
  framework: 'ROME 4.0',
  address: 'https://candidat.francetravail.example/competences/300483',
  code: '300483',
  suggested: false,
}

let made = 0
export function entry(more: Partial<DirectoryEntry>): FoundEntry {
  made += 1
  return {
    id: idOf(made),
    origin: 'elsewhere',
    address: `https://badges.cardan.example/b/${made}`,
    ownAchievementId: null,
    name: 'Organiser son travail dans un atelier',
    description: 'Prépare son poste, ordonne ses tâches, prévient d’un retard.',
    language: 'fr',
    nature: { declared: 'competence', shown: 'competence', missing: [] },
    facts: facts('yyyyyynuyy'),
    issuer: {
      key: 'https://badges.cardan.example/',
      name: 'Atelier Cardan',
      address: 'https://cardan.example/',
      organisationId: null,
    },
    areas: ['D14', 'R28'],
    skills: [skill],
    image: 'https://badges.cardan.example/image.png',
    illustrative: false,
    awarded: true,
    state: 'live',
    firstSeenAt: new Date('2026-03-02T09:00:00Z'),
    seenAt: new Date('2026-06-12T09:00:00Z'),
    changedAt: new Date('2026-06-12T09:00:00Z'),
    reason: { where: 'choices' },
    ...more,
  }
}

const issuer = (name: string, host: string) => ({
  key: `https://${host}/`,
  name,
  address: `https://${host}/`,
  organisationId: null,
})

export const competence = entry({
  origin: 'here',
  ownAchievementId: idOf(500),
  address: `https://insigne.example/achievements/${idOf(500)}`,
})
export const crops = entry({
  name: 'Tenir son planning de cultures',
  description: 'Choisit l’ordre des travaux selon la météo et les commandes.',
  facts: facts('yyyyyyyuyu'),
  issuer: issuer('Les Jardins de la Vire', 'jardins-vire.example'),
  areas: ['D50', 'R28'],
})
export const lowered = entry({
  name: 'Organisation du travail',
  description: 'Delivered to participants who attended the two-day workshop on organising one’s work.',
  language: 'en',
  nature: { declared: 'competence', shown: 'participation', missing: ['assessment', 'assessor'] },
  facts: facts('yuunuyuuuu'),
  issuer: issuer('Open Learning Rouen', 'learning-rouen.example'),
  areas: ['D76', 'R28'],
  skills: [{ ...skill, suggested: true }],
  awarded: null,
})
export const engagement = entry({
  name: 'Responsable d’atelier vélo, une saison',
  description: 'A tenu l’accueil et le stock, chaque samedi, d’avril à septembre.',
  nature: { declared: 'engagement', shown: 'engagement', missing: [] },
  facts: facts('yynyuyuuyu'),
  issuer: issuer('La Roue Libre', 'roue-libre.example'),
  areas: ['D27', 'R28'],
  illustrative: true,
})
export const gone = entry({
  name: 'Journée : gérer son temps',
  description: 'Une journée d’atelier en groupe.',
  nature: { declared: 'participation', shown: 'participation', missing: [] },
  facts: facts('yyunnynuyu'),
  issuer: issuer('Lieu-Dit Formation', 'lieu-dit.example'),
  state: 'gone',
  awarded: false,
})
export const network = entry({
  name: 'Apprenant agile : agir avec méthode',
  description: 'Fixe un but, choisit ses moyens, fait le point.',
  nature: { declared: 'certification', shown: 'certification', missing: [] },
  facts: facts('yyyyyyyyyy'),
  issuer: issuer('Réseau (exemple illustratif)', 'reseau.example'),
  areas: ['D76', 'R28'],
  illustrative: true,
})
/** Long words, no sentence, no place, no nature, markup where words should be. */
export const rough = entry({
  name: `Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft <b>2026</b>`,
  description: '',
  language: null,
  nature: { declared: null, shown: 'undetermined', missing: [] },
  facts: facts('uuuuuuuuuu'),
  issuer: { ...issuer('<script>alert(1)</script>', 'x.example'), address: 'javascript:alert(1)' },
  address: 'javascript:alert(1)',
  areas: [],
  skills: [],
  awarded: null,
})

export const entries = [competence, crops, network, engagement, lowered, gone, rough]
export const twenty = [
  ...entries,
  ...Array.from({ length: 13 }, (_, index) =>
    entry({
      name: `Tenir un poste d’accueil, niveau ${index + 1}`,
      description: `Accueille, oriente et note ${index + 3} demandes sans perdre le fil.`,
      facts: facts('yyuynyunyu'),
      issuer: issuer(`Maison de quartier ${index + 1}`, `quartier-${index + 1}.example`),
      areas: [`D${['35', '21', '25', '13', '59'][index % 5] ?? '35'}`],
    }),
  ),
]

export const achievement: Achievement = {
  id: 'https://learning-rouen.example/badges/7',
  type: ['Achievement'],
  name: lowered.name,
  description: lowered.description,
  achievementType: 'Competency',
  criteria: {
    id: 'https://learning-rouen.example/badges/7/criteria',
    narrative: 'The participant attended both days.\n\nA certificate of attendance is given at the end.',
  },
}
export const assessment = assess({ achievement })

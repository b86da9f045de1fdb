import { item, licences, type ShippedFramework } from './shipped.ts'

const lifeCompPage =
  'https://joint-research-centre.ec.europa.eu/lifecomp/lifecomp-conceptual-reference-model_en'
// The French titles are our translation: the framework was published in English.
const lifeComp: readonly (readonly [code: string, en: string, fr: string])[] = [
  ['P1', 'Self-regulation', 'Autorégulation'],
  ['P2', 'Flexibility', 'Flexibilité'],
  ['P3', 'Wellbeing', 'Bien-être'],
  ['S1', 'Empathy', 'Empathie'],
  ['S2', 'Communication', 'Communication'],
  ['S3', 'Collaboration', 'Collaboration'],
  ['L1', 'Growth mindset', 'Confiance dans sa capacité à progresser'],
  ['L2', 'Critical thinking', 'Pensée critique'],
  ['L3', 'Managing learning', 'Gestion de son apprentissage'],
]

export const lifeCompFramework: ShippedFramework = {
  slug: 'lifecomp',
  name: {
    fr: 'LifeComp (Commission européenne, Centre commun de recherche)',
    en: 'LifeComp (European Commission, Joint Research Centre)',
  },
  sourceUrl: lifeCompPage,
  licence: licences.ccBy,
  version: '2020',
  languages: ['en', 'fr'],
  items: lifeComp.map(([code, en, fr]) => item({ key: code, uri: lifeCompPage, labels: { fr, en } })),
}

const recommendation = 'https://eur-lex.europa.eu/legal-content/FR/TXT/?uri=CELEX:32018H0604(01)'
const keyCompetences: readonly (readonly [fr: string, en: string])[] = [
  ['Compétences en lecture et en écriture', 'Literacy competence'],
  ['Compétences multilingues', 'Multilingual competence'],
  [
    'Compétences mathématiques et compétences en sciences, technologies et ingénierie',
    'Mathematical competence and competence in science, technology and engineering',
  ],
  ['Compétences numériques', 'Digital competence'],
  [
    'Compétences personnelles, sociales et capacité d’apprendre à apprendre',
    'Personal, social and learning to learn competence',
  ],
  ['Compétences citoyennes', 'Citizenship competence'],
  ['Compétences entrepreneuriales', 'Entrepreneurship competence'],
  ['Sensibilité et expression culturelles', 'Cultural awareness and expression competence'],
]

export const keyCompetencesFramework: ShippedFramework = {
  slug: 'competences-cles-2018',
  name: {
    fr: 'Compétences clés pour l’éducation et la formation tout au long de la vie (Conseil de l’UE, 2018)',
    en: 'Key competences for lifelong learning (Council of the EU, 2018)',
  },
  sourceUrl: recommendation,
  licence: {
    name: 'Réutilisation autorisée, décision 2011/833/UE (EUR-Lex)',
    url: 'https://eur-lex.europa.eu/content/legal-notice/legal-notice.html',
  },
  version: '2018/C 189/01',
  languages: ['fr', 'en'],
  items: keyCompetences.map(([fr, en], order) =>
    item({ key: `${order + 1}`, uri: recommendation, labels: { fr, en } }),
  ),
}

const rectecPage =
  'https://www.pedagogie.ac-nantes.fr/innovation-pedagogique/echanger/l-outil-rectec--1478309.kjsp?RH=1164377091218'
// Twelve titles, cited: neither a licence nor codes were found. The numbers only give their order.
const rectec: readonly string[] = [
  'Organiser son activité',
  'Travailler en équipe',
  'Prendre en compte les règlements',
  'Mobiliser des ressources mathématiques',
  'Communiquer à l’oral',
  'Communiquer à l’écrit',
  'Utiliser les ressources numériques',
  'Prendre en compte les usages sociaux',
  'Gérer des informations',
  'Agir face à l’imprévu',
  'Construire son parcours professionnel',
  'Développer ses savoirs et ses modes d’apprentissage',
]

export const rectecFramework: ShippedFramework = {
  slug: 'rectec',
  name: { fr: 'RECTEC, compétences transversales (titres)', en: 'RECTEC, transversal skills (titles)' },
  sourceUrl: rectecPage,
  licence: null,
  version: '2019',
  languages: ['fr'],
  items: rectec.map((fr, order) =>
    item({ key: `rectec-${order + 1}`, code: `${order + 1}`, uri: rectecPage, labels: { fr } }),
  ),
}

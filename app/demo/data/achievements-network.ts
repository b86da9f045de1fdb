import { assessor, type DemoAchievement, observed, rome } from './achievement.ts'

/** The levels that the places of the network award on grounds of their own. */
const offered = new Set(['maitrise-integrer'])

/** The eight-badge pattern: four competencies at two levels, and one badge that gathers them. */
const four = [
  {
    key: 'organiser',
    name: 'Organiser son travail',
    symbol: 'checklist',
    code: '300483',
    practise: 'Préparer sa journée et tenir ses tâches, avec une fiche ou une aide.',
    master: 'Organiser le travail de plusieurs jours, et le refaire quand un imprévu arrive.',
    criteria: [
      'Range les tâches par ordre avant de commencer',
      'Prévient avant un retard',
      'Laisse un poste prêt pour la suite',
    ],
  },
  {
    key: 'adapter',
    name: 'S’adapter',
    symbol: 'crossing',
    code: '300479',
    practise: 'Changer de tâche ou de consigne quand on l’explique.',
    master: 'Changer de méthode seul quand la situation change, et le dire aux autres.',
    criteria: [
      'Applique une nouvelle consigne le jour même',
      'Pose une question quand elle n’est pas claire',
      'Explique ce qui a été changé',
    ],
  },
  {
    key: 'communiquer',
    name: 'Communiquer',
    symbol: 'speech',
    code: '300412',
    practise: 'Dire clairement une information utile à un collègue ou à un client.',
    master: 'Mener un échange difficile jusqu’à une réponse comprise par tous.',
    criteria: [
      'Reformule ce qui a été demandé',
      'Choisit des mots que l’autre comprend',
      'Vérifie que le message est passé',
    ],
  },
  {
    key: 'integrer',
    name: 'S’intégrer',
    symbol: 'team',
    code: '300465',
    practise: 'Prendre sa place dans une équipe et en suivre les règles.',
    master: 'Aider une équipe à bien travailler, et y accueillir les autres.',
    criteria: [
      'Prend sa part des tâches communes',
      'Accepte une remarque et l’applique',
      'Aide un collègue sans qu’on le demande',
    ],
  },
] as const

const eight: DemoAchievement[] = four.flatMap((one, index) => [
  {
    key: `pratique-${one.key}`,
    organisation: 'reseau',
    facts: {
      nature: 'competence',
      name: `${one.name} : je pratique`,
      situation: 'En formation ou en stage, avec une personne qui accompagne',
      action: one.practise,
      criteria: [...one.criteria.slice(0, 2)],
      assessment: observed('Deux fois, en formation ou en stage'),
      assessor: assessor('La personne référente du parcours'),
      evidenceRule: 'required',
      gridShown: true,
      alignments: rome(one.code),
      look: { symbol: one.symbol, colours: 'ciel' },
      illustrative: true,
    },
    narratives: `pratique-${one.key}`,
    awards: { count: 22 - index * 2, place: 'normandie', start: index * 5 },
  },
  {
    key: `maitrise-${one.key}`,
    organisation: 'reseau',
    facts: {
      nature: 'competence',
      name: `${one.name} : je maîtrise`,
      situation: 'Au travail, dans une situation qui change',
      action: one.master,
      criteria: [...one.criteria],
      assessment: observed('Trois fois, dont une en entreprise'),
      assessor: assessor('Une personne de l’entreprise et la personne référente'),
      evidenceRule: 'required',
      gridShown: true,
      identityCheck: 'known-person',
      alignments: rome(one.code),
      look: { symbol: one.symbol, colours: 'sarcelle' },
      illustrative: true,
    },
    narratives: `maitrise-${one.key}`,
    ...(offered.has(`maitrise-${one.key}`) ? { offered: ['situation', 'assessor'] } : {}),
    awards: { count: 9 - index, place: 'normandie', start: index * 5 },
  },
])

const families = [
  [
    'methode',
    'Agir avec méthode',
    'path',
    'Se fixer un but, choisir des étapes et vérifier où l’on en est.',
    '300483',
  ],
  [
    'cooperer',
    'Communiquer et coopérer',
    'bridge',
    'Demander, proposer et décider à plusieurs dans un projet commun.',
    '300465',
  ],
  [
    'critique',
    'Créer et garder l’esprit critique',
    'lamp',
    'Comparer plusieurs sources, garder un doute et proposer une idée.',
    '300497',
  ],
] as const

const agile: DemoAchievement[] = [
  ...families.map(
    ([key, name, symbol, action, code], index): DemoAchievement => ({
      key: `agile-${key}`,
      organisation: 'reseau',
      facts: {
        nature: 'competence',
        name: `Apprenant agile : ${name}`,
        description: 'Modèle d’illustration. La grille officielle de la certification n’est pas publique.',
        situation: 'Dans un parcours de formation personnalisé',
        action,
        criteria: [
          'Dit son but avec ses mots',
          'Montre deux traces de ce qui a été fait',
          'Explique ce qui a été changé en route',
        ],
        assessment: { kind: 'portfolio', note: 'Carnet d’apprentissage relu à deux' },
        assessor: assessor('Une personne qui ne suit pas le parcours'),
        evidenceRule: 'required',
        gridShown: true,
        identityCheck: 'known-person',
        alignments: rome(code),
        look: { symbol, colours: 'mousse', ringText: 'Apprenant agile' },
        illustrative: true,
      },
      narratives: 'agile-famille',
      awards: { count: 12 - index * 2, place: 'normandie', start: index * 9 },
    }),
  ),
  {
    key: 'agile',
    organisation: 'reseau',
    facts: {
      nature: 'certification',
      name: 'Apprenant agile',
      description: 'Modèle d’illustration d’une certification de réseau. Elle n’est pas enregistrée au RS.',
      situation: 'Au terme d’un parcours, devant deux personnes extérieures',
      action:
        'Conduire son propre apprentissage : fixer un but, coopérer, garder l’esprit critique et en rendre compte.',
      criteria: [
        'Présente trois situations réelles',
        'Relie chaque situation à une famille de la grille',
        'Répond aux questions sans aide',
        'Dit ce qui reste à apprendre',
      ],
      assessment: { kind: 'interview', note: 'Quarante minutes, sur dossier' },
      assessor: assessor('Deux personnes extérieures au lieu de formation'),
      evidenceRule: 'required',
      gridShown: true,
      identityCheck: 'document',
      alignments: [...rome('300460'), ...rome('300465')],
      look: { symbol: 'compass', colours: 'encre', ringText: 'Apprenant agile' },
      illustrative: true,
    },
    narratives: 'agile',
    awards: { count: 6, place: 'normandie', start: 3 },
  },
]

/** What a place of the network awards by the network's model: where and by whom is its own. */
const followed: DemoAchievement[] = eight
  .filter(({ key }) => key === 'maitrise-integrer')
  .map((model) => ({
    key: 'integrer-cuisine',
    organisation: 'lieudit',
    follows: model.key,
    facts: {
      ...model.facts,
      situation: 'En cuisine, pendant un service qui change',
      assessor: assessor('Une cheffe de cuisine et la personne référente'),
    },
    narratives: 'integrer-cuisine',
    awards: { count: 5, place: 'normandie', start: 17 },
  }))

/** What the network awards: two patterns of badges that belong together, and what a member awards by its model. */
export const networkAchievements: DemoAchievement[] = [...eight, ...followed, ...agile]

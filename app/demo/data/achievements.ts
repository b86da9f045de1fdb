import { type Facts, type Nature, savoirEtreAlignment } from '../../domains/achievements/index.ts'

/** One badge of the demo: who makes it, what it says, who receives it. */
export interface DemoAchievement {
  key: string
  organisation: string
  facts: Partial<Facts> & { nature: Nature; name: string; action: string }
  /** Key of the narratives of its awards; without one the award carries none. */
  narratives?: string
  /** How many people receive it, from which place. */
  awards: { count: number; place: 'normandie' | 'dijon' | 'all'; start: number }
}

const observed = (note: string): Facts['assessment'] => ({ kind: 'observation', note })
const assessor = (role: string): Facts['assessor'] => ({ role, independent: true })
const rome = (code: string) => [savoirEtreAlignment(code)].filter((one) => one !== undefined)

/** The eight-badge pattern: four competencies at two levels, and one badge that gathers them. */
const four = [
  {
    key: 'organiser',
    name: 'Organiser son travail',
    symbol: 'checklist',
    code: '300483',
    practise: 'Préparer sa journée et tenir ses tâches, avec une fiche ou une aide.',
    master: 'Organiser le travail de plusieurs jours, et le refaire quand un imprévu arrive.',
    criteria: ['Range les tâches par ordre avant de commencer', 'Prévient avant un retard', 'Laisse un poste prêt pour la suite'],
  },
  {
    key: 'adapter',
    name: 'S’adapter',
    symbol: 'crossing',
    code: '300479',
    practise: 'Changer de tâche ou de consigne quand on l’explique.',
    master: 'Changer de méthode seul quand la situation change, et le dire aux autres.',
    criteria: ['Applique une nouvelle consigne le jour même', 'Pose une question quand elle n’est pas claire', 'Explique ce qui a été changé'],
  },
  {
    key: 'communiquer',
    name: 'Communiquer',
    symbol: 'speech',
    code: '300412',
    practise: 'Dire clairement une information utile à un collègue ou à un client.',
    master: 'Mener un échange difficile jusqu’à une réponse comprise par tous.',
    criteria: ['Reformule ce qui a été demandé', 'Choisit des mots que l’autre comprend', 'Vérifie que le message est passé'],
  },
  {
    key: 'integrer',
    name: 'S’intégrer',
    symbol: 'team',
    code: '300465',
    practise: 'Prendre sa place dans une équipe et en suivre les règles.',
    master: 'Aider une équipe à bien travailler, et y accueillir les autres.',
    criteria: ['Prend sa part des tâches communes', 'Accepte une remarque et l’applique', 'Aide un collègue sans qu’on le demande'],
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
      assessment: observed('Deux observations par la personne référente'),
      assessor: assessor('Référente ou référent du parcours'),
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
      assessment: observed('Trois observations, dont une en entreprise'),
      assessor: assessor('Une personne de l’entreprise et la personne référente'),
      evidenceRule: 'required',
      gridShown: true,
      identityCheck: 'known-person',
      alignments: rome(one.code),
      look: { symbol: one.symbol, colours: 'sarcelle' },
      illustrative: true,
    },
    narratives: `maitrise-${one.key}`,
    awards: { count: 9 - index, place: 'normandie', start: index * 5 },
  },
])

const families = [
  ['methode', 'Agir avec méthode', 'path', 'Se fixer un but, choisir des étapes et vérifier où l’on en est.', '300483'],
  ['cooperer', 'Communiquer et coopérer', 'bridge', 'Demander, proposer et décider à plusieurs dans un projet commun.', '300465'],
  ['critique', 'Créer et garder l’esprit critique', 'lamp', 'Comparer plusieurs sources, garder un doute et proposer une idée.', '300497'],
] as const

const agile: DemoAchievement[] = [
  ...families.map(([key, name, symbol, action, code], index): DemoAchievement => ({
    key: `agile-${key}`,
    organisation: 'reseau',
    facts: {
      nature: 'competence',
      name: `Apprenant agile : ${name}`,
      description: 'Modèle d’illustration. La grille officielle de la certification n’est pas publique.',
      situation: 'Dans un parcours de formation personnalisé',
      action,
      criteria: ['Dit son but avec ses mots', 'Montre deux traces de ce qui a été fait', 'Explique ce qui a été changé en route'],
      assessment: { kind: 'portfolio', note: 'Carnet d’apprentissage relu à deux' },
      assessor: assessor('Formatrice ou formateur qui ne suit pas la personne'),
      evidenceRule: 'required',
      gridShown: true,
      identityCheck: 'known-person',
      alignments: rome(code),
      look: { symbol, colours: 'mousse', ringText: 'Apprenant agile' },
      illustrative: true,
    },
    narratives: 'agile-famille',
    awards: { count: 12 - index * 2, place: 'normandie', start: index * 9 },
  })),
  {
    key: 'agile',
    organisation: 'reseau',
    facts: {
      nature: 'certification',
      name: 'Apprenant agile',
      description: 'Modèle d’illustration d’une certification de réseau. Elle n’est pas enregistrée au RS.',
      situation: 'Au terme d’un parcours, devant deux personnes extérieures',
      action: 'Conduire son propre apprentissage : fixer un but, coopérer, garder l’esprit critique et en rendre compte.',
      criteria: ['Présente trois situations réelles', 'Relie chaque situation à une famille de la grille', 'Répond aux questions sans aide', 'Dit ce qui reste à apprendre'],
      assessment: { kind: 'interview', note: 'Dossier et entretien de quarante minutes' },
      assessor: assessor('Deux personnes extérieures au lieu de formation'),
      evidenceRule: 'required',
      gridShown: true,
      identityCheck: 'document',
      alignments: rome('300460'),
      look: { symbol: 'compass', colours: 'encre', ringText: 'Apprenant agile' },
      illustrative: true,
    },
    narratives: 'agile',
    awards: { count: 6, place: 'normandie', start: 3 },
  },
]

const others: DemoAchievement[] = [
  {
    key: 'composite',
    organisation: 'reseau',
    facts: {
      nature: 'competence',
      name: 'Compétences transversales en situation',
      description: 'Rassemble les badges « je maîtrise ». Il en faut au moins trois sur quatre.',
      situation: 'Au travail, dans des situations qui changent',
      action: 'Montrer au moins trois des quatre compétences au niveau « je maîtrise ».',
      criteria: ['Détient trois badges « je maîtrise »', 'Raconte une situation où elles ont servi ensemble'],
      assessment: { kind: 'portfolio', note: 'Lecture des badges et entretien court' },
      assessor: assessor('Responsable pédagogique du réseau'),
      evidenceRule: 'required',
      gridShown: true,
      identityCheck: 'known-person',
      alignments: rome('300460'),
      look: { symbol: 'puzzle', colours: 'sarcelle' },
      illustrative: true,
    },
    narratives: 'maitrise-integrer',
    awards: { count: 4, place: 'normandie', start: 6 },
  },
  {
    key: 'organiser-atelier',
    organisation: 'cardan',
    facts: {
      nature: 'competence',
      name: 'Organiser son travail dans un atelier',
      situation: 'Atelier de production, quand l’ordre du jour change',
      action: 'Préparer son poste, ranger ses tâches par priorité, prévenir avant qu’un retard gêne l’équipe.',
      criteria: ['Range les tâches avant de commencer', 'Prévient d’un retard avant la pause', 'Prépare l’outillage du lendemain', 'Note au tableau ce qui change', 'Termine ou passe le relais'],
      assessment: observed('Observation au poste, trois séances'),
      assessor: assessor('Deux encadrants techniques'),
      evidenceRule: 'required',
      gridShown: false,
      alignments: rome('300483'),
      look: { symbol: 'checklist', colours: 'sarcelle' },
    },
    narratives: 'organiser-atelier',
    awards: { count: 14, place: 'normandie', start: 0 },
  },
  {
    key: 'accueillir',
    organisation: 'cardan',
    facts: {
      nature: 'competence',
      name: 'Accueillir un nouveau dans l’équipe',
      situation: 'Premier jour d’un stagiaire ou d’un salarié',
      action: 'Présenter le lieu, montrer un geste, vérifier que la personne a compris.',
      criteria: ['Présente les règles de sécurité', 'Montre puis laisse faire', 'Revient vérifier dans la journée'],
      assessment: observed('Une journée d’accueil observée'),
      assessor: assessor('Encadrant technique'),
      evidenceRule: 'required',
      gridShown: true,
      alignments: rome('300465'),
      look: { symbol: 'hand', colours: 'ciel' },
    },
    narratives: 'accueillir',
    awards: { count: 11, place: 'normandie', start: 12 },
  },
  {
    key: 'equipe-terrain',
    organisation: 'vire',
    facts: {
      nature: 'competence',
      name: 'Travailler en équipe sur le terrain',
      situation: 'Récolte et préparation des paniers, à plusieurs et dehors',
      action: 'Suivre le rythme du groupe, relayer un collègue, signaler ce qui bloque.',
      criteria: ['Relaye un collègue fatigué', 'Signale un problème à la bonne personne', 'Respecte le partage des tâches'],
      assessment: observed('Trois jours de récolte'),
      assessor: assessor('Chef de culture'),
      evidenceRule: 'required',
      alignments: rome('300465'),
      look: { symbol: 'sprout', colours: 'mousse' },
    },
    narratives: 'equipe-terrain',
    awards: { count: 9, place: 'normandie', start: 20 },
  },
  {
    key: 'equipe-atelier',
    organisation: 'lieudit',
    facts: {
      nature: 'participation',
      name: 'Travailler en équipe : atelier découverte',
      action: 'A suivi une demi-journée sur le travail en équipe.',
      look: { symbol: 'team', colours: 'craie' },
    },
    narratives: 'equipe-atelier',
    awards: { count: 24, place: 'normandie', start: 8 },
  },
  {
    key: 'repas',
    organisation: 'lieudit',
    facts: {
      nature: 'realisation',
      name: 'Repas pour quarante personnes',
      situation: 'Cuisine de formation, service de midi',
      action: 'A préparé et servi un menu complet pour quarante convives.',
      criteria: ['Menu servi à l’heure', 'Règles d’hygiène tenues'],
      evidenceRule: 'optional',
      look: { symbol: 'pot', colours: 'argile' },
    },
    narratives: 'repas',
    awards: { count: 10, place: 'normandie', start: 14 },
  },
  {
    key: 'velo',
    organisation: 'roue',
    facts: {
      nature: 'engagement',
      name: 'Bénévole à l’atelier vélo, une saison',
      action: 'A tenu une permanence chaque semaine à l’atelier, de mars à octobre.',
      evidenceRule: 'optional',
      look: { symbol: 'bicycle', colours: 'gaude' },
    },
    narratives: 'velo',
    awards: { count: 8, place: 'normandie', start: 5 },
  },
  {
    key: 'mission',
    organisation: 'estuaire',
    facts: {
      nature: 'engagement',
      name: 'Mission tenue jusqu’au bout',
      action: 'A mené une mission de plus de quatre semaines jusqu’à son terme.',
      evidenceRule: 'optional',
      look: { symbol: 'calendar', colours: 'gaude' },
    },
    narratives: 'mission',
    awards: { count: 12, place: 'normandie', start: 24 },
  },
  {
    key: 'bois',
    organisation: 'menuiserie',
    facts: {
      nature: 'participation',
      name: 'Découverte des métiers du bois',
      action: 'A passé une journée dans l’atelier de menuiserie.',
      look: { symbol: 'door', colours: 'craie' },
    },
    narratives: 'bois',
    awards: { count: 16, place: 'dijon', start: 0 },
  },
  {
    key: 'commande',
    organisation: 'tremplin',
    facts: {
      nature: 'competence',
      name: 'Préparer une commande sans erreur',
      situation: 'Entrepôt, avec une liste et un lecteur de codes',
      action: 'Prélever, contrôler et emballer une commande, et signaler ce qui manque.',
      criteria: ['Contrôle la référence avant de prélever', 'Signale un manque avant le départ', 'Filme une palette qui tient'],
      assessment: { kind: 'practical-test', note: 'Mise en situation d’une matinée, chez un employeur' },
      assessor: assessor('Chef d’équipe de l’entrepôt et formateur'),
      evidenceRule: 'required',
      gridShown: true,
      identityCheck: 'known-person',
      alignments: rome('300490'),
      look: { symbol: 'parcel', colours: 'sarcelle' },
    },
    narratives: 'commande',
    awards: { count: 13, place: 'dijon', start: 4 },
  },
  {
    key: 'adapter-dijon',
    organisation: 'tremplin',
    facts: {
      nature: 'realisation',
      name: 'Trois semaines, trois entreprises',
      situation: 'Stages courts dans trois entreprises de métiers différents',
      action: 'A terminé trois stages d’une semaine et en a tiré un bilan écrit.',
      criteria: ['Trois stages terminés', 'Bilan présenté à un employeur'],
      evidenceRule: 'optional',
      look: { symbol: 'crossing', colours: 'argile' },
    },
    narratives: 'pratique-adapter',
    awards: { count: 15, place: 'dijon', start: 7 },
  },
  {
    key: 'accueille',
    organisation: 'perrin',
    facts: {
      nature: 'engagement',
      name: 'Accueille et accompagne des stagiaires',
      action: 'A nommé un tuteur et tenu un bilan écrit pour chaque stagiaire de l’année.',
      evidenceRule: 'optional',
      look: { symbol: 'house', colours: 'gaude' },
    },
    narratives: 'accueille',
    awards: { count: 5, place: 'dijon', start: 15 },
  },
]

export const demoAchievements: DemoAchievement[] = [...eight, ...agile, ...others]

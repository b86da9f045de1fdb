import { item, licences, type ShippedFramework } from './shipped.ts'

const prefix = 'http://data.europa.eu/esco/skill/'
/** The address of an ESCO concept: http, exactly. */
export const escoUri = (id: string): string => `${prefix}${id}`

type Group = readonly [code: string, id: string, fr: string, en: string]
const groups: readonly Group[] = [
  ['T1.1', '9adca63b-9c75-4804-8dab-d62872540a10', 'maîtriser des langues', 'mastering languages'],
  [
    'T1.2',
    'edc72cfe-78a8-4531-b00f-92992a0bb8cb',
    'travailler avec des chiffres et des mesures',
    'working with numbers and measures',
  ],
  [
    'T1.3',
    '3399045f-8078-4066-8b46-475b49b260ab',
    'travailler avec des appareils et applications numériques',
    'working with digital devices and applications',
  ],
  [
    'T2.1',
    'fff1d675-c36a-4c12-9cd4-407f21ccd06a',
    'traiter des informations, idées et concepts',
    'processing information, ideas and concepts',
  ],
  ['T2.2', '66fdc34c-2326-4baa-b8ff-7a1d1015fe3a', 'planifier et organiser', 'planning and organising'],
  ['T2.3', '13d301d0-98cb-414f-a8f9-a3f059228133', 'traiter des problèmes', 'dealing with problems'],
  [
    'T2.4',
    'e84d080a-ff6d-41a7-b7b9-133e97c7bf00',
    'penser de manière créative et innovante',
    'thinking creatively and innovatively',
  ],
  ['T3.1', '14c41899-0224-4cbc-bd8c-e946ada2da87', 'travailler de manière efficace', 'working efficiently'],
  [
    'T3.2',
    '91860993-1a8b-4473-91f3-600aa1924bd0',
    'adopter une approche proactive',
    'taking a proactive approach',
  ],
  [
    'T3.3',
    '2b2c3254-7f6c-47e2-84f1-aece946fbfae',
    'maintenir une attitude positive',
    'maintaining a positive attitude',
  ],
  [
    'T3.4',
    'f5c9eef3-0495-4747-9519-d71a58d252bd',
    'démontrer une volonté d’apprendre',
    'demonstrating willingness to learn',
  ],
  ['T4.1', '6f142deb-03a9-4cd7-94ce-e0f023ae2169', 'communiquer', 'communicating'],
  ['T4.2', '82463bb1-85d1-4e99-a4ce-08508fc3b2a3', 'aider d’autres personnes', 'supporting others'],
  [
    'T4.3',
    '036afa6e-cdde-4b38-a53a-8e7910a840e1',
    'collaborer au sein d’équipes et de réseaux',
    'collaborating in teams and networks',
  ],
  ['T4.4', 'fe5eabaa-63f6-4c44-b405-fc3ded8d56cb', 'diriger d’autres personnes', 'leading others'],
  [
    'T4.5',
    '925af2b5-2f4d-4cce-92cc-79e1ff887c7d',
    'respecter un code de conduite éthique',
    'following ethical code of conduct',
  ],
  [
    'T5.1',
    'ccb6db6a-8538-431c-b740-5f241bdb71cf',
    'manipuler et contrôler des objets et équipements',
    'manipulating and controlling objects and equipment',
  ],
  [
    'T5.2',
    'e52389a2-1a05-45b0-8db3-4bda0f0c0b48',
    'réagir en fonction des circonstances physiques',
    'responding to physical circumstances',
  ],
  [
    'T6.1',
    '3d54fec5-d9cb-45a0-bf8d-ffaf3790a5bb',
    'mettre en application des aptitudes et des compétences liées à la santé',
    'applying health-related skills and competences',
  ],
  [
    'T6.2',
    '80cf002a-6586-4db7-9c9a-88325a9a5e1b',
    'mettre en application des aptitudes et des compétences liées à l’environnement',
    'applying environmental skills and competences',
  ],
  [
    'T6.3',
    'd6e97b91-b75d-45f5-8566-667798957b0f',
    'mettre en application des aptitudes et des compétences civiques',
    'applying civic skills and competences',
  ],
  [
    'T6.4',
    '6115ff80-3d84-4e87-8e2b-6ede7ee004b4',
    'mettre en application des aptitudes et des compétences culturelles',
    'applying cultural skills and competences',
  ],
  [
    'T6.5',
    '6c6957bf-cf1f-4483-9c7e-1655f251b01a',
    'mettre en application des aptitudes et compétences entrepreneuriales et financières',
    'applying entrepreneurial and financial skills and competences',
  ],
  [
    'T6.6',
    '44ff6716-7d71-4a16-821b-61d10e9e290d',
    'mettre en application des connaissances générales',
    'applying general knowledge',
  ],
]

interface Concept {
  id: string
  group: string
  fr: string
  en: string
  frAliases?: readonly string[]
  enAliases?: readonly string[]
  /** The savoir-être of ROME that we read as the nearest; `weak` where it is only near. */
  rome: string
  weak?: boolean
}
const concepts: readonly Concept[] = [
  {
    id: '83e6510b-ffeb-4aec-959c-4265fd0ff7b7',
    group: 'T3.1',
    fr: 'veiller aux détails',
    en: 'attend to detail',
    frAliases: ['s’attacher aux détails'],
    enAliases: ['attend to accuracy', 'attend to precision', 'deal with details'],
    rome: '300490',
  },
  { id: 'e49f4158-9d4c-425d-bf32-dfe89b19840a', group: 'T2.2', fr: 'planifier', en: 'plan', rome: '300483' },
  {
    id: '60c78287-22eb-4103-9c8c-28deaa460da0',
    group: 'T4.3',
    fr: 'travailler en équipe',
    en: 'work in teams',
    enAliases: [
      'work in groups',
      'cooperate with colleagues',
      'collaborate on tasks',
      'handle team dynamics',
    ],
    rome: '300465',
  },
  {
    id: 'c29aa9d2-4da8-4bdd-831c-8d4a2fb51730',
    group: 'T3.1',
    fr: 'travailler de manière autonome',
    en: 'work independently',
    enAliases: ['work without supervision', 'work autonomously', 'work on your own'],
    rome: '300460',
  },
  {
    id: '001115fb-569f-4ee6-8381-c6807ef2527f',
    group: 'T3.2',
    fr: 'faire preuve d’initiative',
    en: 'show initiative',
    rome: '300467',
  },
  {
    id: '75d8e5d9-bef3-418b-9011-01bff9f27207',
    group: 'T4.4',
    fr: 'diriger les autres',
    en: 'lead others',
    enAliases: ['supervise others', 'take on a leadership role', 'guide others', 'direct others'],
    rome: '300489',
  },
  {
    id: '77b636e8-fab3-41a8-8022-1e0a354059dc',
    group: 'T4.2',
    fr: 'faire preuve d’empathie',
    en: 'show empathy',
    rome: '300412',
  },
  {
    id: '20012caa-b63c-4cb9-b2b8-01a1cfdfc1d1',
    group: 'T2.1',
    fr: 'réfléchir rapidement',
    en: 'think quickly',
    rome: '300473',
    weak: true,
  },
  {
    id: '49de9958-2aa4-4eef-a89d-fe5d5bcd28c4',
    group: 'T3.4',
    fr: 's’adapter au changement',
    en: 'adapt to change',
    frAliases: ['s’adapter aux changements'],
    enAliases: ['adjust to change', 'adapt to changes'],
    rome: '300479',
  },
  {
    id: 'c624c6a3-b0ba-4a31-a296-0d433fe47e41',
    group: 'T2.4',
    fr: 'avoir un esprit créatif',
    en: 'think creatively',
    frAliases: ['réfléchir de manière créative', 'faire preuve de créativité'],
    enAliases: ['find new ideas', 'innovate', 'use imagination', 'innovative thinking', 'show originality'],
    rome: '300497',
  },
  {
    id: '7a147904-22b3-498a-b4d9-7bceeb86b45d',
    group: 'T3.3',
    fr: 'gérer le stress',
    en: 'cope with pressure',
    frAliases: ['faire face à la pression', 'résister à la pression'],
    enAliases: ['handle pressure', 'cope with stress', 'perform under pressure', 'work under pressure'],
    rome: '300478',
  },
  {
    id: '429062f1-a958-43ea-83dd-4e1af078c156',
    group: 'T3.4',
    fr: 'faire preuve de curiosité',
    en: 'demonstrate curiosity',
    frAliases: ['montrer de l’intérêt', 'se montrer curieux'],
    enAliases: ['show curiosity', 'show interest', 'be curious'],
    rome: '300493',
  },
  {
    id: '19a64e91-bfe3-4c48-9225-3bb1229b12f0',
    group: 'T3.2',
    fr: 'faire preuve de détermination',
    en: 'show determination',
    rome: '300485',
  },
  {
    id: 'e2d44a9b-f28c-489e-9861-b654b5ded507',
    group: 'T4.4',
    fr: 'motiver d’autres personnes',
    en: 'motivate others',
    enAliases: ['energise others', 'inspire others', 'encourage others', 'empower others'],
    rome: '300416',
  },
  {
    id: '199f7919-5114-41b6-b6a5-41e0e4896ec1',
    group: 'T3.2',
    fr: 'assumer des responsabilités',
    en: 'assume responsibility',
    rome: '300461',
  },
]

const groupUri = new Map(groups.map(([code, id]) => [code, escoUri(id)]))

export const escoFramework: ShippedFramework = {
  slug: 'esco-transversal',
  name: {
    fr: 'ESCO, compétences transversales (Commission européenne)',
    en: 'ESCO, transversal skills (European Commission)',
  },
  sourceUrl: 'https://esco.ec.europa.eu/en/classification/skill_main',
  licence: licences.ccBy,
  // The files that the labels were read from do not say their version.
  version: '',
  languages: ['fr', 'en'],
  items: [
    ...groups.map(([code, id, fr, en]) =>
      item({ key: escoUri(id), code, uri: escoUri(id), labels: { fr, en }, kind: 'group' }),
    ),
    ...concepts.map((one) =>
      item({
        key: escoUri(one.id),
        code: '',
        uri: escoUri(one.id),
        labels: { fr: one.fr, en: one.en },
        aliases: { fr: [...(one.frAliases ?? [])], en: [...(one.enAliases ?? [])] },
        parentKey: groupUri.get(one.group) ?? null,
      }),
    ),
  ],
}

/** Our reading of which ESCO concept stands nearest to each savoir-être: no official table was found. */
export const romeToEsco: readonly { code: string; uri: string; weak: boolean }[] = concepts.map((one) => ({
  code: one.rome,
  uri: escoUri(one.id),
  weak: one.weak ?? false,
}))

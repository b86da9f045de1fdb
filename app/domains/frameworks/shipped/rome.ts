import { item, licences, type ShippedFramework } from './shipped.ts'

// The macro-« savoir-être professionnels » of ROME 4.0 with their OGR codes. The aliases are the names of the
// list that came before (fourteen, 2018) and those that job offers write.
const list: readonly (readonly [code: string, label: string, aliases: readonly string[]])[] = [
  ['300490', 'Faire preuve de rigueur et de précision', ['Rigueur', 'Faire preuve de rigueur']],
  [
    '300483',
    'Organiser son travail selon les priorités et les objectifs',
    ['Sens de l’organisation', 'Organiser son travail'],
  ],
  ['300465', 'Avoir l’esprit d’équipe', ['Travail en équipe', 'Travailler en équipe']],
  ['300460', 'Faire preuve d’autonomie', ['Autonomie', 'Être autonome']],
  ['300467', 'Être force de proposition', ['Force de proposition', 'Prendre des initiatives']],
  ['300489', 'Faire preuve de leadership', ['Capacité à fédérer', 'Leadership']],
  ['300412', 'Être à l’écoute, faire preuve d’empathie', ['Être à l’écoute', 'Empathie']],
  ['300473', 'Faire preuve de réactivité', ['Réactivité', 'Être réactif']],
  ['300479', 'Être ouvert aux changements', ['Capacité d’adaptation', 'S’adapter aux changements']],
  ['300497', 'Faire preuve de créativité, d’inventivité', ['Créativité', 'Inventivité']],
  ['399999', 'Avoir le sens du service', ['Sens du service']],
  ['300478', 'Faire preuve de contrôle de soi', ['Gestion du stress', 'Gérer son stress']],
  ['300493', 'Faire preuve de curiosité, d’ouverture d’esprit', ['Curiosité', 'Ouverture d’esprit']],
  ['300485', 'Faire preuve de persévérance', ['Persévérance']],
  ['300416', 'Inspirer, donner du sens', []],
  ['300461', 'Faire preuve de sens des responsabilités', ['Sens des responsabilités']],
]

/** The sixteen, as choices of a form. */
export const savoirEtre: readonly { code: string; label: string }[] = list.map(([code, label]) => ({
  code,
  label,
}))

export const savoirEtreName = {
  fr: 'ROME 4.0, savoir-être professionnels (France Travail)',
  en: 'ROME 4.0, professional soft skills (France Travail)',
} as const
// The concepts have codes but no page of their own: the address is that of the published list.
export const romeAddress =
  'https://www.data.gouv.fr/datasets/repertoire-operationnel-des-metiers-et-des-emplois-rome/'

export const savoirEtreFramework: ShippedFramework = {
  slug: 'rome-savoir-etre',
  name: savoirEtreName,
  sourceUrl: romeAddress,
  licence: licences.ouverte,
  version: 'ROME 4.0, v4.60',
  languages: ['fr'],
  items: list.map(([code, label, aliases]) =>
    item({ key: code, uri: romeAddress, labels: { fr: label }, aliases: { fr: [...aliases] } }),
  ),
}

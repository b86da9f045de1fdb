import type { Alignment } from './facts.ts'

// The « savoir-être professionnels » of ROME 4.0 (France Travail, Licence Ouverte), with their OGR codes.
const list = [
  ['300490', 'Faire preuve de rigueur et de précision'],
  ['300483', 'Organiser son travail selon les priorités et les objectifs'],
  ['300465', 'Avoir l’esprit d’équipe'],
  ['300460', 'Faire preuve d’autonomie'],
  ['300467', 'Être force de proposition'],
  ['300489', 'Faire preuve de leadership'],
  ['300412', 'Être à l’écoute, faire preuve d’empathie'],
  ['300473', 'Faire preuve de réactivité'],
  ['300479', 'Être ouvert aux changements'],
  ['300497', 'Faire preuve de créativité, d’inventivité'],
  ['399999', 'Avoir le sens du service'],
  ['300478', 'Faire preuve de contrôle de soi'],
  ['300493', 'Faire preuve de curiosité, d’ouverture d’esprit'],
  ['300485', 'Faire preuve de persévérance'],
  ['300416', 'Inspirer, donner du sens'],
  ['300461', 'Faire preuve de sens des responsabilités'],
] as const

export const savoirEtre: readonly { code: string; label: string }[] = list.map(([code, label]) => ({
  code,
  label,
}))

const framework = 'ROME 4.0, savoir-être professionnels (France Travail)'
// The concepts have codes but no page of their own: the address is that of the published list.
const address = 'https://www.data.gouv.fr/datasets/repertoire-operationnel-des-metiers-et-des-emplois-rome/'

/** One of the sixteen as an alignment; undefined for a code that is none of them. */
export function savoirEtreAlignment(code: string): Alignment | undefined {
  const one = savoirEtre.find((entry) => entry.code === code)
  return one === undefined
    ? undefined
    : { targetName: one.label, targetUrl: address, targetFramework: framework, targetCode: one.code }
}

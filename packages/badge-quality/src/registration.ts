import type { Badge } from './badge.ts'
import type { Proof } from './model.ts'
import { firstMember, items, member, type Place, proofOf, proofOfText, texts } from './place.ts'

// « RS 232 » is a cable: in free text the number of the Répertoire spécifique has four figures or more.
const inText = /(?:^|[^\p{L}\d])(?:RNCP\s?(?:n°\s?)?\d{3,6}|RS\s?(?:n°\s?)?\d{4,6})(?!\d)/iu
const inAddress = /francecompetences\.fr\/recherche\/(?:rncp|rs)\/\d{1,6}/i
const asCode = /^(?:RNCP|RS)[\s-]?\d{1,6}$/i

/**
 * The number in a French register (RNCP, RS) that the badge carries: in an identifier, an alignment, a labelled
 * line or the name. Whether the register holds it is for the caller to ask.
 */
export function registrationOf({ achievement, stated, name }: Badge): Proof | undefined {
  if (stated.registration !== undefined) return stated.registration.proof
  const identifiers = items(member(achievement, 'otherIdentifier')).flatMap((one) => [
    ...items(member(one, 'identifier')),
  ])
  const links = items(firstMember(achievement, 'alignment', 'alignments'))
  const codes = [...identifiers, ...links.flatMap((one) => [...items(member(one, 'targetCode'))])]
  const code = codes.find((one) => matches(one, asCode))
  if (code !== undefined) return proofOf(code)
  const pages = links.flatMap((one) => [...items(firstMember(one, 'targetUrl', 'url'))])
  const page = pages.find((one) => matches(one, inAddress))
  if (page !== undefined) return proofOf(page)
  const named = [
    ...links.flatMap((one) => texts(firstMember(one, 'targetName', 'name'))),
    ...name.map(({ source }) => source),
  ].find(({ text }) => inText.test(text))
  return named === undefined ? undefined : proofOfText(named)
}

const matches = ({ value }: Place, pattern: RegExp): boolean =>
  typeof value === 'string' && pattern.test(value.trim())

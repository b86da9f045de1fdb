import { type Badge, badgeOf } from './badge.ts'
import type { AssessInput, DeclaredRegistration, Proof } from './model.ts'
import { firstMember, items, member, type Place, proofOf, proofOfText, texts } from './place.ts'

// « RS 232 » is a cable: in free text the number of the Répertoire spécifique has four figures or more.
const inText = /(?:^|[^\p{L}\d])(?:(RNCP)\s?(?:n°\s?)?(\d{3,6})|(RS)\s?(?:n°\s?)?(\d{4,6}))(?!\d)/iu
const inAddress = /francecompetences\.fr\/recherche\/(rncp|rs)\/(\d{1,6})/i
const asCode = /^(RNCP|RS)[\s-]?(\d{1,6})$/i

/**
 * The number in a French register (RNCP, RS) that the badge carries: in an identifier, an alignment, a labelled
 * line or the name. Whether the register holds it is for the caller to ask.
 */
export const registrationOf = (badge: Badge): Proof | undefined => numberIn(badge)?.proof

/** Where the number stands, and the whole text there: a proof quotes only so much of it. */
function numberIn({ achievement, stated, name }: Badge): { proof: Proof; said: string } | undefined {
  if (stated.registration !== undefined)
    return { proof: stated.registration.proof, said: stated.registration.value }
  const identifiers = items(member(achievement, 'otherIdentifier')).flatMap((one) => [
    ...items(member(one, 'identifier')),
  ])
  const links = items(firstMember(achievement, 'alignment', 'alignments'))
  const codes = [...identifiers, ...links.flatMap((one) => [...items(member(one, 'targetCode'))])]
  const pages = links.flatMap((one) => [...items(firstMember(one, 'targetUrl', 'url'))])
  const place = codes.find((one) => matches(one, asCode)) ?? pages.find((one) => matches(one, inAddress))
  if (place !== undefined) return { proof: proofOf(place), said: String(place.value) }
  const named = [
    ...links.flatMap((one) => texts(firstMember(one, 'targetName', 'name'))),
    ...name.map(({ source }) => source),
  ].find(({ text }) => inText.test(text))
  return named === undefined ? undefined : { proof: proofOfText(named), said: named.text }
}

const matches = ({ value }: Place, pattern: RegExp): boolean =>
  typeof value === 'string' && pattern.test(value.trim())

/**
 * The number that a badge declares in the RNCP or the RS, to ask the register with: the answer goes back into
 * `assess` as `registration`. Undefined where none is declared or its register cannot be told. No specification: ours.
 * @param input what is known of the badge, as for `assess`
 * @throws never on JSON
 * @example
 * const number = declaredRegistration({ achievement: { alignment: { targetCode: 'RNCP34126' } } })
 * number.register // 'RNCP'
 * number.number // '34126'
 */
export function declaredRegistration(input: AssessInput): DeclaredRegistration | undefined {
  const found = numberIn(badgeOf(input))
  if (found === undefined) return undefined
  const said = found.said.trim()
  const match = asCode.exec(said) ?? inAddress.exec(said) ?? inText.exec(said)
  const [register, number] = match?.slice(1).filter((part) => part !== undefined) ?? []
  if (register === undefined || number === undefined) return undefined
  return {
    register: register.toUpperCase() === 'RS' ? 'RS' : 'RNCP',
    number: number.replace(/^0+(?=\d)/, ''),
    proof: found.proof,
  }
}

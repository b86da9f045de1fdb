import { type Check, no, unknown, yes } from '../finding.ts'
import { firstMember, isAddress, items, member, proofOf, text } from '../place.ts'

/** 3. Aligned to a framework, by an address or a code; its name alone cannot be looked up. */
export const alignment: Check = ({ achievement, stated }) => {
  if (stated.alignment !== undefined) return yes(stated.alignment.proof)
  const own = [text(member(achievement, 'id')), text(member(member(achievement, 'criteria'), 'id'))].map(
    (one) => one?.text,
  )
  const lists = ['alignment', 'alignments', 'extensions:CompetencyExtension', 'skills']
  const links = lists.flatMap((key) => items(member(achievement, key)))
  for (const link of links) {
    const target = firstMember(link, 'targetUrl', 'url', 'framework_identifier', 'escoID', 'target_url')
    const address = text(target)?.text
    // A level says how demanding, not what: it is a fact of its own, in the European list.
    if (address !== undefined && isLevel(address)) continue
    // The badge's own page is no framework.
    if (target !== undefined && address !== undefined && isAddress(address) && !own.includes(address))
      return yes(proofOf(target))
    const code = firstMember(link, 'targetCode', 'target_code')
    if (code !== undefined && text(code) !== undefined) return yes(proofOf(code))
  }
  const named = links
    .filter((link) => !isLevel(text(firstMember(link, 'targetUrl', 'url'))?.text ?? ''))
    .map((link) => firstMember(link, 'targetName', 'name'))
    .find((name) => name !== undefined)
  return named === undefined ? unknown : no(proofOf(named))
}

/** A level of the European qualifications framework, as the EU publishes them. */
const isLevel = (address: string): boolean => /^https?:\/\/data\.europa\.eu\/snb\/eqf\//.test(address)

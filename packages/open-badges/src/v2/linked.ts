import type { Fault } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import { type HostedDocuments, namesAnother } from './hosted.ts'
import type { Assertion2, BadgeClass2, Issuer2 } from './model.ts'
import { type Reading, readBadgeClass, readIssuer } from './read.ts'
import { upgradeBadgeClass, upgradeIssuer } from './upgrade.ts'

/** The documents that an assertion names. */
export interface Linked {
  badge?: BadgeClass2
  /** As its own address gives it: only this one says which keys and addresses are the issuer's. */
  issuer?: Issuer2
  /** As the badge class holds it inside, for display. */
  claimed?: Issuer2
  issuerId?: string
  faults: Fault[]
  unreachable: string[]
  /** Documents that name another address than theirs, or came from another site. */
  mismatched: string[]
}

interface Sort<T> {
  /** Member of the assertion that led here, for the path of faults. */
  member: string
  upgrade: (document: JsonObject, address: string) => JsonObject
  read: (document: JsonObject) => Reading<T>
}

const badgeClasses: Sort<BadgeClass2> = { member: 'badge', upgrade: upgradeBadgeClass, read: readBadgeClass }
const issuers: Sort<Issuer2> = { member: 'issuer', upgrade: upgradeIssuer, read: readIssuer }

async function load<T>(
  address: string,
  { member, upgrade, read }: Sort<T>,
  documents: HostedDocuments,
  linked: Linked,
): Promise<T | undefined> {
  const answer = await documents.json(address)
  if (answer.state === 'unreachable' || answer.state === 'gone' || answer.state === 'refused') {
    linked.unreachable.push(address)
    return undefined
  }
  if (answer.state === 'redirected') {
    linked.mismatched.push(address)
    return undefined
  }
  if (answer.state === 'malformed') {
    linked.faults.push({ code: `${member}-malformed`, path: `/${member}`, message: `${address} is not JSON` })
    return undefined
  }
  if (namesAnother(answer.document, address)) {
    linked.mismatched.push(address)
    return undefined
  }
  const { value, faults } = read(upgrade(answer.document, address))
  linked.faults.push(...faults.map((one): Fault => ({ ...one, path: `/${member}${one.path ?? ''}` })))
  return value
}

/** Asks for an issuer at its own address. */
export async function loadIssuer(address: string, documents: HostedDocuments): Promise<Linked> {
  const linked: Linked = { issuerId: address, faults: [], unreachable: [], mismatched: [] }
  const issuer = await load(address, issuers, documents, linked)
  return issuer ? { ...linked, issuer } : linked
}

/** Asks for the badge class and the issuer of an assertion, each at its own address. */
export async function loadLinked(assertion: Assertion2, documents: HostedDocuments): Promise<Linked> {
  const linked: Linked = { faults: [], unreachable: [], mismatched: [] }
  const { badge } = assertion
  const badgeClass = typeof badge === 'string' ? await load(badge, badgeClasses, documents, linked) : badge
  if (!badgeClass) return linked
  linked.badge = badgeClass
  const { issuer } = badgeClass
  const address = typeof issuer === 'string' ? issuer : issuer.id
  linked.issuerId = address
  if (typeof issuer !== 'string') linked.claimed = issuer
  // The first badges hold all that their issuer says; there is no document at its origin.
  if (typeof issuer !== 'string' && isOrigin(address)) return linked
  const found = await load(address, issuers, documents, linked)
  if (found) linked.issuer = found
  return linked
}

/** An issuer of 0.5 is named by the origin of its site. */
export const isOrigin = (address: string): boolean => {
  if (!URL.canParse(address)) return false
  const { origin, href, protocol } = new URL(address)
  return /^https?:$/.test(protocol) && (href === `${origin}/` || href === origin)
}

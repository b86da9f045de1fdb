export const entryStates = ['offered', 'kept', 'declined', 'deleted'] as const
export type EntryState = (typeof entryStates)[number]
export type Decision = 'keep' | 'decline' | 'delete' | 'publish'

/** What can be decided in each state. Declining is no last word; deleting is. */
const decisions: Record<EntryState, readonly Decision[]> = {
  offered: ['keep', 'decline', 'delete'],
  kept: ['decline', 'delete', 'publish'],
  declined: ['keep', 'delete'],
  deleted: [],
}

export const mayDecide = (state: EntryState, decision: Decision): boolean =>
  decisions[state].includes(decision)

/** Who asks: an account with its verified addresses, or nobody in particular. */
export interface Asker {
  accountId: string
  addresses: readonly string[]
}

/** Whether the entry is this person's: they keep it already, or it was sent to one of their addresses. */
export function belongsTo(
  entry: { accountId: string | null; address: string | null },
  asker: Asker,
): boolean {
  if (entry.accountId !== null) return entry.accountId === asker.accountId
  return entry.address !== null && asker.addresses.includes(entry.address)
}

/**
 * Whether the bearer of the message's link may decide. Once somebody has taken the badge under an account,
 * a link that was forwarded shows it and changes nothing.
 */
export function bearerMayDecide(
  entry: { accountId: string | null; address: string | null },
  asker: Asker | undefined,
): boolean {
  if (entry.accountId === null) return true
  return asker !== undefined && entry.accountId === asker.accountId
}

/** The account that keeps a badge taken through a link: only one that the badge was meant for. */
export function keeperOf(
  entry: { accountId: string | null; address: string | null },
  asker: Asker | undefined,
): string | null {
  if (asker === undefined || entry.accountId !== null) return entry.accountId
  // Without an address the link itself is all there is: whoever was handed it keeps the badge.
  return entry.address === null || asker.addresses.includes(entry.address) ? asker.accountId : null
}

/** « c…e@exemple.fr »: enough for the one whose address it is. */
export function veilAddress(address: string): string {
  const [local = '', host = ''] = address.split('@')
  return `${local.slice(0, 1)}…${local.length > 2 ? local.slice(-1) : ''}@${host}`
}

import { sql } from 'kysely'
import type { Context } from '../../infra/context.ts'
import { isId } from '../../infra/ids.ts'
import { nameKey } from './rules.ts'
import { type IssuingTables, tables } from './tables.ts'

/** A credential that we issue: its intent, then its signed text. */
export interface Credential {
  id: string
  organisationId: string
  achievementId: string
  version: number
  recipientName: string
  recipientAddress: string | null
  state: 'prepared' | 'signed'
  /** The exact signed text; null until it is signed. */
  json: string | null
  issuedAt: Date
  validUntil: Date | null
  revokedAt: Date | null
  revocationReason: string | null
  statusListId: string
  statusIndex: number
}

const columns = [
  'id',
  'organisation_id',
  'achievement_id',
  'version',
  'recipient_name',
  'recipient_address',
  'state',
  'signed_json',
  'issued_at',
  'valid_until',
  'revoked_at',
  'revocation_reason',
  'status_list_id',
  'status_index',
] as const

type Row = Pick<IssuingTables['credentials'], (typeof columns)[number]>

const credentialOf = (row: Row): Credential => ({
  id: row.id,
  organisationId: row.organisation_id,
  achievementId: row.achievement_id,
  version: row.version,
  recipientName: row.recipient_name,
  recipientAddress: row.recipient_address,
  state: row.state,
  json: row.signed_json,
  issuedAt: row.issued_at,
  validUntil: row.valid_until,
  revokedAt: row.revoked_at,
  revocationReason: row.revocation_reason,
  statusListId: row.status_list_id,
  statusIndex: row.status_index,
})

export async function credentialById(ctx: Context, id: string): Promise<Credential | undefined> {
  const [credential] = await credentialsByIds(ctx, [id])
  return credential
}

/** Those that exist, in the order of the ids. */
export async function credentialsByIds(ctx: Context, ids: string[]): Promise<Credential[]> {
  const uuids = ids.filter((id) => isId(id))
  if (uuids.length === 0) return []
  const rows = await tables(ctx)
    .selectFrom('credentials')
    .select(columns)
    .where(sql<boolean>`id = any(${uuids}::uuid[])`)
    .execute()
  const byId = new Map(rows.map((row) => [row.id, credentialOf(row)]))
  return uuids.map((id) => byId.get(id)).filter((one) => one !== undefined)
}

export interface Person {
  name: string
  address: string | null
}

/**
 * Which of these people hold the achievement already, in any version and not withdrawn: the same address,
 * or the same name for somebody without one. One answer for each person, in order.
 */
export async function holdAlready(ctx: Context, achievementId: string, people: Person[]): Promise<boolean[]> {
  const addresses = new Set<string>()
  const names = new Set<string>()
  for (const person of people)
    if (person.address === null) names.add(nameKey(person.name))
    else addresses.add(person.address)
  const known = async (column: 'recipient_address' | 'recipient_key', wanted: Set<string>) => {
    if (wanted.size === 0) return new Set<string | null>()
    const rows = await tables(ctx)
      .selectFrom('credentials')
      .select(column)
      .distinct()
      .where('achievement_id', '=', achievementId)
      .where('revoked_at', 'is', null)
      .where(sql<boolean>`${sql.ref(column)} = any(${[...wanted]}::text[])`)
      .execute()
    return new Set<string | null>(rows.map((row) => Object.values(row)[0] ?? null))
  }
  const heldAddresses = await known('recipient_address', addresses)
  const heldNames = await known('recipient_key', names)
  return people.map((person) =>
    person.address === null ? heldNames.has(nameKey(person.name)) : heldAddresses.has(person.address),
  )
}

/** Gives an address to somebody who had none. False when the credential has one already. */
export async function giveAddress(ctx: Context, credentialId: string, address: string): Promise<boolean> {
  const changed = await tables(ctx)
    .updateTable('credentials')
    .set({ recipient_address: address })
    .where('id', '=', credentialId)
    .where('recipient_address', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/** Which of these are signed: what is still being signed is left out. */
export async function signedAmong(ctx: Context, credentialIds: string[]): Promise<string[]> {
  if (credentialIds.length === 0) return []
  const rows = await tables(ctx)
    .selectFrom('credentials')
    .select('id')
    .where(sql<boolean>`id = any(${credentialIds}::uuid[])`)
    .where('state', '=', 'signed')
    .execute()
  return rows.map((row) => row.id)
}

import { sql } from 'kysely'
import type { Context } from '../../infra/context.ts'
import { isId } from '../../infra/ids.ts'
import { type ClaimsTables, tables } from './tables.ts'

/** A code for a group: one page, one poster, as many badges as it allows. */
export interface ClaimCode {
  id: string
  code: string
  organisationId: string
  achievementId: string
  version: number
  label: string
  narrative: string
  opensAt: Date
  closesAt: Date
  maxAwards: number
  approval: 'automatic' | 'staff'
  stoppedAt: Date | null
}

/** Somebody who used a code. */
export interface ClaimRequest {
  id: string
  codeId: string
  name: string
  address: string | null
  state: 'waiting' | 'accepted' | 'refused'
  createdAt: Date
  credentialId: string | null
}

/** A badge whose holder has no address: the code that stands on the card. */
export interface ClaimCard {
  code: string
  credentialId: string
  organisationId: string
  keptAt: Date | null
}

const codeOf = (row: ClaimsTables['claim_codes']): ClaimCode => ({
  id: row.id,
  code: row.code,
  organisationId: row.organisation_id,
  achievementId: row.achievement_id,
  version: row.version,
  label: row.label,
  narrative: row.narrative,
  opensAt: row.opens_at,
  closesAt: row.closes_at,
  maxAwards: row.max_awards,
  approval: row.approval,
  stoppedAt: row.stopped_at,
})

const requestOf = (row: ClaimsTables['claim_requests']): ClaimRequest => ({
  id: row.id,
  codeId: row.code_id,
  name: row.name,
  address: row.address,
  state: row.state,
  createdAt: row.created_at,
  credentialId: row.credential_id,
})

const cardOf = (row: ClaimsTables['claim_cards']): ClaimCard => ({
  code: row.code,
  credentialId: row.credential_id,
  organisationId: row.organisation_id,
  keptAt: row.kept_at,
})

export async function codeById(
  ctx: Context,
  id: string,
  options: { lock?: boolean } = {},
): Promise<ClaimCode | undefined> {
  if (!isId(id)) return undefined
  const row = await tables(ctx)
    .selectFrom('claim_codes')
    .selectAll()
    .where('id', '=', id)
    .$if(options.lock === true, (query) => query.forUpdate())
    .executeTakeFirst()
  return row === undefined ? undefined : codeOf(row)
}

export async function codeByText(ctx: Context, code: string): Promise<ClaimCode | undefined> {
  const row = await tables(ctx)
    .selectFrom('claim_codes')
    .selectAll()
    .where('code', '=', code)
    .executeTakeFirst()
  return row === undefined ? undefined : codeOf(row)
}

export async function codesOf(
  ctx: Context,
  achievementId: string,
): Promise<(ClaimCode & { taken: number })[]> {
  const rows = await tables(ctx)
    .selectFrom('claim_codes')
    .selectAll()
    .where('achievement_id', '=', achievementId)
    .orderBy('created_at', 'desc')
    .execute()
  const taken = await takenOf(
    ctx,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({ ...codeOf(row), taken: taken.get(row.id) ?? 0 }))
}

/** Places taken: badges awarded and requests that wait. */
export async function takenOf(ctx: Context, codeIds: string[]): Promise<Map<string, number>> {
  if (codeIds.length === 0) return new Map()
  const rows = await tables(ctx)
    .selectFrom('claim_requests')
    .select(['code_id', (eb) => eb.fn.countAll<number>().as('count')])
    .where(sql<boolean>`code_id = any(${codeIds}::uuid[])`)
    .where((eb) => eb.or([eb('state', '=', 'waiting'), eb('credential_id', 'is not', null)]))
    .groupBy('code_id')
    .execute()
  return new Map(rows.map((row) => [row.code_id, row.count]))
}

export async function requestsOf(ctx: Context, codeId: string): Promise<ClaimRequest[]> {
  const rows = await tables(ctx)
    .selectFrom('claim_requests')
    .selectAll()
    .where('code_id', '=', codeId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(requestOf)
}

export async function requestById(ctx: Context, id: string): Promise<ClaimRequest | undefined> {
  if (!isId(id)) return undefined
  const row = await tables(ctx)
    .selectFrom('claim_requests')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : requestOf(row)
}

export async function requestByPerson(
  ctx: Context,
  codeId: string,
  personKey: string,
): Promise<ClaimRequest | undefined> {
  const row = await tables(ctx)
    .selectFrom('claim_requests')
    .selectAll()
    .where('code_id', '=', codeId)
    .where('person_key', '=', personKey)
    .executeTakeFirst()
  return row === undefined ? undefined : requestOf(row)
}

export async function cardByText(ctx: Context, code: string): Promise<ClaimCard | undefined> {
  const row = await tables(ctx)
    .selectFrom('claim_cards')
    .selectAll()
    .where('code', '=', code)
    .executeTakeFirst()
  return row === undefined ? undefined : cardOf(row)
}

export async function cardOfCredential(ctx: Context, credentialId: string): Promise<ClaimCard | undefined> {
  const row = await tables(ctx)
    .selectFrom('claim_cards')
    .selectAll()
    .where('credential_id', '=', credentialId)
    .executeTakeFirst()
  return row === undefined ? undefined : cardOf(row)
}

/** The cards of a batch, in the order of its lines. */
export async function cardsOf(ctx: Context, batchId: string): Promise<{ code: string; name: string }[]> {
  return tables(ctx)
    .selectFrom('claim_cards')
    .innerJoin('award_rows', 'award_rows.credential_id', 'claim_cards.credential_id')
    .select(['claim_cards.code', 'award_rows.name'])
    .where('claim_cards.batch_id', '=', batchId)
    .where('award_rows.batch_id', '=', batchId)
    .orderBy('award_rows.line')
    .execute()
}

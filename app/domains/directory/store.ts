import { sql } from 'kysely'
import type { Context } from '../../infra/context.ts'
import { newId } from '../../infra/ids.ts'
import type { EntrySkill } from './model.ts'
import type { Prepared } from './prepare.ts'
import { authorityOf } from './rules.ts'
import { type RemovalReason, tables } from './tables.ts'

/**
 * Writers of the directory pass one by one until they commit: what is compared is all there, terms are made once,
 * and changes are numbered in the order in which others see them.
 */
export async function oneWriter(tx: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('directory.write'))`.execute(tx.db)
}

const nextChange = () => sql<number>`nextval('directory_change')`

const columnsOf = (ctx: Context, one: Prepared) => ({
  origin: one.input.origin,
  address: one.input.address,
  own_achievement: one.input.ownAchievementId ?? null,
  name: one.name,
  sort_name: one.sortName,
  description: one.description,
  language: one.language,
  nature_declared: one.declared,
  nature_shown: one.shown,
  missing: one.missing,
  facts: one.facts,
  issuer_key: one.issuerKey,
  issuer_name: one.issuerName,
  issuer_address: one.issuerAddress,
  organisation_id: one.input.organisationId ?? null,
  areas: [...one.input.areas],
  image: one.image,
  illustrative: one.input.illustrative,
  awarded: one.input.awarded,
  state: 'live' as const,
  authority: authorityOf(one.input),
  version: one.input.achievement.version ?? null,
  achievement: jsonText(one.input.achievement),
  issuer: jsonText(one.input.issuer),
  lost: one.input.lost === undefined ? null : jsonText(one.input.lost),
  rules_version: one.rulesVersion,
  digest: one.digest,
  seen_at: ctx.clock.now(),
  changed_at: ctx.clock.now(),
  change: nextChange(),
})

/** Where an entry stands. */
export interface Place {
  id: string
  number: number
}

/** New entries, in the order given. */
export async function insertEntries(tx: Context, many: readonly Prepared[]): Promise<Place[]> {
  if (many.length === 0) return []
  const ids = many.map(() => newId())
  const rows = await tables(tx)
    .insertInto('directory_entries')
    .values(
      many.map((one, at) => ({
        id: ids[at] ?? newId(),
        ...columnsOf(tx, one),
        first_seen_at: tx.clock.now(),
      })),
    )
    .returning(['id', 'number'])
    .execute()
  return rows.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
}

export async function updateEntry(tx: Context, id: string, one: Prepared): Promise<void> {
  await tables(tx).updateTable('directory_entries').set(columnsOf(tx, one)).where('id', '=', id).execute()
}

/** What a new version of the rules says of an entry that did not change. */
export async function updateJudgement(
  tx: Context,
  id: string,
  judged: Pick<Prepared, 'declared' | 'shown' | 'missing' | 'facts' | 'rulesVersion' | 'digest'>,
  visible: boolean,
): Promise<void> {
  await tables(tx)
    .updateTable('directory_entries')
    .set({
      nature_declared: judged.declared,
      nature_shown: judged.shown,
      missing: judged.missing,
      facts: judged.facts,
      rules_version: judged.rulesVersion,
      digest: judged.digest,
      ...(visible ? { changed_at: tx.clock.now(), change: nextChange() } : {}),
    })
    .where('id', '=', id)
    .execute()
}

export async function replaceSkills(
  tx: Context,
  many: readonly { id: string; skills: readonly EntrySkill[] }[],
): Promise<void> {
  const ids = many.map(({ id }) => id)
  await tables(tx).deleteFrom('directory_entry_skills').where('entry_id', 'in', ids).execute()
  const rows = many.flatMap(({ id, skills }) =>
    skills.map(({ skillId, ...skill }, position) => ({
      entry_id: id,
      position,
      skill_id: skillId,
      ...skill,
    })),
  )
  if (rows.length > 0) await tables(tx).insertInto('directory_entry_skills').values(rows).execute()
}

/** Each was read at its address, now. */
export async function keepSightings(
  tx: Context,
  many: readonly { id: string; one: Prepared }[],
): Promise<void> {
  const now = tx.clock.now()
  await tables(tx)
    .insertInto('directory_sightings')
    .values(
      many.map(({ id, one: { input } }) => ({
        entry_id: id,
        address: input.address,
        first_seen_at: now,
        format: input.lost === undefined ? ('3.0' as const) : ('2.0' as const),
        source_id: input.sourceId ?? null,
        record_id: input.recordId ?? null,
        state: 'live' as const,
        seen_at: now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['entry_id', 'address']).doUpdateSet((eb) => ({
        format: eb.ref('excluded.format'),
        source_id: eb.ref('excluded.source_id'),
        record_id: eb.ref('excluded.record_id'),
        state: eb.ref('excluded.state'),
        seen_at: eb.ref('excluded.seen_at'),
      })),
    )
    .execute()
}

export async function touchEntry(tx: Context, id: string): Promise<void> {
  await tables(tx)
    .updateTable('directory_entries')
    .set({ seen_at: tx.clock.now() })
    .where('id', '=', id)
    .execute()
}

/** Moves everything that led to one entry over to another, and takes the first out. */
export async function mergeInto(tx: Context, keptId: string, goneId: string): Promise<void> {
  await sql`
    update directory_sightings s set entry_id = ${keptId} where entry_id = ${goneId} and not exists (
      select from directory_sightings k where k.entry_id = ${keptId} and k.address = s.address
    )`.execute(tx.db)
  await tables(tx)
    .updateTable('directory_keys')
    .set({ entry_id: keptId })
    .where('entry_id', '=', goneId)
    .execute()
  await tables(tx)
    .updateTable('directory_reports')
    .set({ entry_id: keptId })
    .where('entry_id', '=', goneId)
    .execute()
  await deleteEntry(tx, goneId, 'merged')
}

/** Takes an entry out and leaves its mark; its keys stay refused, unless it lives on in another. */
export async function deleteEntry(tx: Context, id: string, reason: RemovalReason): Promise<void> {
  await sql`
    insert into directory_removals (entry_id, number, origin, address, name, reason, removed_at, change)
    select id, number, origin, address, name, ${reason}, ${tx.clock.now()}, nextval('directory_change')
    from directory_entries where id = ${id}`.execute(tx.db)
  if (reason !== 'merged')
    await sql`
      insert into directory_removed_keys (key, entry_id)
      select key, entry_id from directory_keys where entry_id = ${id} on conflict (key) do nothing`.execute(
      tx.db,
    )
  await sql`select set_config('insigne.removal', 'named', true)`.execute(tx.db)
  await tables(tx).deleteFrom('directory_entries').where('id', '=', id).execute()
  await sql`select set_config('insigne.removal', '', true)`.execute(tx.db)
}

export async function putSearchRows(
  tx: Context,
  rows: readonly { number: number; packed: Buffer }[],
): Promise<void> {
  await tables(tx)
    .insertInto('directory_search')
    .values([...rows])
    .onConflict((conflict) =>
      conflict.column('number').doUpdateSet((eb) => ({ packed: eb.ref('excluded.packed') })),
    )
    .execute()
}

/** PostgreSQL takes neither NUL nor half a sign. */
const jsonText = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'string' ? inner.replaceAll('\0', '').toWellFormed() : inner,
  )

/** The sightings at this address are of the past; the entries that have no other. */
export async function markSightingGone(tx: Context, address: string): Promise<string[]> {
  const rows = await tables(tx)
    .updateTable('directory_sightings')
    .set({ state: 'gone' })
    .where('address', '=', address)
    .where('state', '=', 'live')
    .returning('entry_id')
    .execute()
  const ids = rows.map((row) => row.entry_id)
  if (ids.length === 0) return []
  const alive = await tables(tx)
    .selectFrom('directory_sightings')
    .select('entry_id')
    .where('entry_id', 'in', ids)
    .where('state', '=', 'live')
    .execute()
  const still = new Set(alive.map((row) => row.entry_id))
  return ids.filter((id) => !still.has(id))
}

export async function markGone(tx: Context, id: string): Promise<void> {
  await tables(tx)
    .updateTable('directory_entries')
    .set({ state: 'gone', changed_at: tx.clock.now(), change: nextChange() })
    .where('id', '=', id)
    .where('state', '=', 'live')
    .execute()
}

export async function keepMatchedAt(tx: Context, until: Date): Promise<void> {
  await tables(tx).updateTable('directory_state').set({ matched_at: until }).execute()
}

/** What was read at this address is still there, unchanged. */
export async function seeSighting(tx: Context, address: string): Promise<void> {
  const rows = await tables(tx)
    .updateTable('directory_sightings')
    .set({ seen_at: tx.clock.now() })
    .where('address', '=', address)
    .where('state', '=', 'live')
    .returning('entry_id')
    .execute()
  for (const { entry_id } of rows) await touchEntry(tx, entry_id)
}

/** The mark of a removal stays for those who follow the changes; its keys may come back. */
export const forgetRemoval = (tx: Context, id: string) =>
  tables(tx).deleteFrom('directory_removed_keys').where('entry_id', '=', id).execute()

export const deleteWithoutTrace = (tx: Context, ids: readonly string[]) =>
  tables(tx)
    .deleteFrom('directory_entries')
    .where('origin', '=', 'elsewhere')
    .where('id', 'in', [...ids])
    .execute()

import type { Context } from '../../infra/context.ts'
import { newId } from '../../infra/ids.ts'
import { listCapacity } from './rules.ts'
import { newSeed, statusIndexes } from './status-index.ts'
import { tables } from './tables.ts'

export interface StatusPlace {
  listId: string
  index: number
}

/**
 * Takes `count` places that were never given and never will be again. The list's row is locked until the
 * end of the transaction, so two awards of one organisation cannot meet; a full list is followed by a new one.
 */
export async function allocatePlaces(
  ctx: Context,
  organisationId: string,
  count: number,
): Promise<StatusPlace[]> {
  const places: StatusPlace[] = []
  while (places.length < count) {
    const list = await lockOpenList(ctx, organisationId)
    const take = Math.min(count - places.length, listCapacity - list.allocated)
    const indexAt = statusIndexes(list.seed)
    for (let draw = list.allocated; draw < list.allocated + take; draw += 1)
      places.push({ listId: list.id, index: indexAt(draw) })
    const allocated = list.allocated + take
    await tables(ctx)
      .updateTable('status_lists')
      .set({ allocated, open: allocated < listCapacity })
      .where('id', '=', list.id)
      .execute()
  }
  return places
}

async function lockOpenList(ctx: Context, organisationId: string) {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const list = await tables(ctx)
      .selectFrom('status_lists')
      .select(['id', 'seed', 'allocated'])
      .where('organisation_id', '=', organisationId)
      .where('open', '=', true)
      .forUpdate()
      .executeTakeFirst()
    if (list !== undefined) return list
    await tables(ctx)
      .insertInto('status_lists')
      .values({
        id: newId(),
        organisation_id: organisationId,
        seed: newSeed(),
        allocated: 0,
        open: true,
        revision: 1,
        published_revision: 0,
        published_json: null,
        published_at: null,
        created_at: ctx.clock.now(),
      })
      .onConflict((conflict) => conflict.column('organisation_id').where('open', '=', true).doNothing())
      .execute()
  }
  throw new Error('No status list could be opened')
}

/** Sets the bit of a place; the worker publishes the list after. */
export async function setBit(ctx: Context, place: StatusPlace): Promise<void> {
  const { numInsertedOrUpdatedRows } = await tables(ctx)
    .insertInto('status_bits')
    .values({ list_id: place.listId, status_index: place.index, set_at: ctx.clock.now() })
    .onConflict((conflict) => conflict.columns(['list_id', 'status_index']).doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 0n) return
  await tables(ctx)
    .updateTable('status_lists')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', place.listId)
    .execute()
}

export interface PublishedList {
  json: string
  revision: number
  publishedAt: Date
}

export async function publishedList(
  ctx: Context,
  listId: string,
): Promise<PublishedList | 'waiting' | undefined> {
  const row = await tables(ctx)
    .selectFrom('status_lists')
    .select(['published_json', 'published_revision', 'published_at'])
    .where('id', '=', listId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  if (row.published_json === null || row.published_at === null) return 'waiting'
  return { json: row.published_json, revision: row.published_revision, publishedAt: row.published_at }
}

export const statusListUrl = (origin: string, listId: string) => `${origin}/status/${listId}`

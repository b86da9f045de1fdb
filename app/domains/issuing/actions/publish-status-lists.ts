import { buildStatusListCredential, createStatusList, prepare, sign } from '@insigne/open-badges'
import { type Context, change } from '../../../infra/context.ts'
import { organisationById } from '../../organisations/index.ts'
import { activeKey } from '../keys.ts'
import { listLength, listMaxAge } from '../rules.ts'
import { openSigner } from '../signer.ts'
import { statusListUrl } from '../status-lists.ts'
import { tables } from '../tables.ts'
import type { Vault } from '../vault.ts'

/**
 * Signs and stores every list whose bits changed since it was last published. Two workers share the lists;
 * a killed one leaves its list to the next. Returns how many were published.
 */
export async function publishStatusLists(
  ctx: Context,
  vault: Vault,
  scope: { organisationId?: string | undefined } = {},
): Promise<number> {
  let published = 0
  while (await change(ctx, (tx) => publishOne(tx, vault, scope.organisationId))) published += 1
  return published
}

async function publishOne(ctx: Context, vault: Vault, organisationId: string | undefined): Promise<boolean> {
  const list = await tables(ctx)
    .selectFrom('status_lists')
    .select(['id', 'organisation_id', 'revision'])
    .whereRef('published_revision', '<', 'revision')
    .$if(organisationId !== undefined, (query) => query.where('organisation_id', '=', organisationId ?? ''))
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (list === undefined) return false
  const organisation = await organisationById(ctx, list.organisation_id)
  if (organisation === undefined) return false

  const bits = createStatusList(listLength)
  const set = await tables(ctx)
    .selectFrom('status_bits')
    .select('status_index')
    .where('list_id', '=', list.id)
    .execute()
  for (const { status_index } of set) bits.setBit(status_index, true)

  const now = ctx.clock.now()
  const key = await activeKey(ctx, vault, organisation)
  const draft = await buildStatusListCredential({
    id: statusListUrl(ctx.origin, list.id),
    issuer: organisation.did,
    list: bits,
    purpose: 'revocation',
    validFrom: now,
    ttl: listMaxAge * 1000,
  })
  const signed = await sign(prepare(draft), {
    signer: await openSigner(vault, key),
    verificationMethod: key.verificationMethod,
    created: now,
  })
  await tables(ctx)
    .updateTable('status_lists')
    .set({ published_json: JSON.stringify(signed), published_revision: list.revision, published_at: now })
    .where('id', '=', list.id)
    .execute()
  return true
}

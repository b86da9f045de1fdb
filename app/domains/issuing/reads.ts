import type { RecordedCredential } from '@insigne/open-badges'
import { z } from 'zod'
import { type Context, found } from '../../infra/context.ts'
import { isId } from '../../infra/ids.ts'
import { refuse } from '../../infra/refusal.ts'
import { localDid } from './did.ts'
import { issuingRefusals } from './errors.ts'
import { publishedList, statusListUrl } from './status-lists.ts'
import { tables } from './tables.ts'

/** The signed list, as it is served; refused while its first signature is on its way. */
export async function statusListJson(
  ctx: Context,
  listId: string,
): Promise<{ json: string; revision: number }> {
  const list = found(isId(listId) ? await publishedList(ctx, listId) : undefined)
  if (list === 'waiting') throw refuse(issuingRefusals.listNotReady)
  return list
}

/** The signed text of one of our own lists by its address; undefined for any other address. */
export async function localStatusList(ctx: Context, url: string): Promise<string | undefined> {
  const base = statusListUrl(ctx.origin, '')
  if (!url.startsWith(base)) return undefined
  const listId = url.slice(base.length)
  const list = isId(listId) ? await publishedList(ctx, listId) : undefined
  return list === undefined || list === 'waiting' ? undefined : list.json
}

const Badge = z.object({ id: z.string(), type: z.array(z.string()) })
const badgeTypes = ['OpenBadgeCredential', 'AchievementCredential']
const Signed = z.object({ proof: z.array(z.object({ proofValue: z.string() })) })

/**
 * Since when a badge of an organisation of ours is recorded here with this very signature. Null when the record does
 * not hold it: the record is complete, since nothing is signed without a row. Undefined of all that is no badge of ours.
 */
export async function recordedSince(
  ctx: Context,
  { issuer, credential, signature }: RecordedCredential,
): Promise<Date | null | undefined> {
  const badge = Badge.safeParse(credential)
  if (!badge.success || !badgeTypes.some((type) => badge.data.type.includes(type))) return undefined
  if ((await localDid(ctx, issuer)) === undefined) return undefined
  const id = badge.data.id.replace(/^urn:uuid:/, '')
  if (!isId(id)) return null
  const row = await tables(ctx)
    .selectFrom('credentials')
    .select(['signed_json', 'signed_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined || row.signed_json === null) return null
  // Whoever holds the key can write the identifier of a badge that exists, not have its signature on another text.
  const { proof } = Signed.parse(JSON.parse(row.signed_json))
  return proof.some((one) => one.proofValue === signature) ? row.signed_at : null
}

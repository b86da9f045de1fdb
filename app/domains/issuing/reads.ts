import { type Context, found } from '../../infra/context.ts'
import { isId } from '../../infra/ids.ts'
import { refuse } from '../../infra/refusal.ts'
import { issuingRefusals } from './errors.ts'
import { publishedList, statusListUrl } from './status-lists.ts'

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

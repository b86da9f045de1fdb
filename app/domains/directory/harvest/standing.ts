import type { Profile } from '@insigne/open-badges'
import type { Context } from '../../../infra/context.ts'
import { isId, newId } from '../../../infra/ids.ts'
import { listOrganisations } from '../../organisations/index.ts'
import { looksLike, mixesAlphabets, skeleton } from './likeness.ts'
import { type Reason, reason } from './reasons.ts'
import { hostOfAddress, hostOfDid } from './rules.ts'
import { tables } from './tables.ts'

/** Who may enter: not who had themselves removed, nor who may pass for somebody else until a person has looked. */
export class Standing {
  readonly #ctx: Context
  readonly #known = new Map<string, Promise<Reason | undefined>>()
  #own: Promise<{ key: string; name: string }[]> | undefined

  constructor(ctx: Context) {
    this.#ctx = ctx
  }

  /** Why an issuer's definitions do not enter; undefined when they do. Asked once for each issuer of a slice. */
  refusal(issuer: Profile, key: string, address: string): Promise<Reason | undefined> {
    const name = issuer.name ?? ''
    const cacheKey = JSON.stringify([key, name, hostOfAddress(address)])
    const known = this.#known.get(cacheKey)
    if (known !== undefined) return known
    const asked = this.#look(issuer, key, name, address)
    this.#known.set(cacheKey, asked)
    return asked
  }

  async #look(issuer: Profile, key: string, name: string, address: string): Promise<Reason | undefined> {
    const hosts = [hostOfAddress(address), hostOfDid(issuer.id) ?? hostOfAddress(issuer.id)]
    if (await isClosed(this.#ctx, key, hosts)) return reason('removed-by-issuer')
    const judged = await judgement(this.#ctx, key, name)
    if (judged === 'allowed') return undefined
    if (judged === 'held' || judged === 'refused') return reason('look-alike', name)
    const like = await this.#like(key, name)
    if (like === undefined) {
      await keepName(this.#ctx, key, name)
      return undefined
    }
    await holdLikeness(this.#ctx, { key, name }, like)
    return reason('look-alike', like.name)
  }

  async #like(key: string, name: string): Promise<{ key: string; name: string } | undefined> {
    this.#own ??= listOrganisations(this.#ctx).then((all) =>
      all.map((one) => ({ key: `organisations/${one.slug}`, name: one.name })),
    )
    const own = (await this.#own).find((one) => !key.endsWith(one.key) && looksLike(name, one.name))
    if (own !== undefined) return own
    const [other] = await tables(this.#ctx)
      .selectFrom('harvest_names')
      .select(['issuer_key', 'name'])
      .where('skeleton', '=', skeleton(name))
      .where('issuer_key', '!=', key)
      .limit(1)
      .execute()
    if (other !== undefined && looksLike(name, other.name)) return { key: other.issuer_key, name: other.name }
    return mixesAlphabets(name) ? { key: '', name } : undefined
  }
}

async function isClosed(ctx: Context, key: string, hosts: string[]): Promise<boolean> {
  const scopes = [issuerScope(key), ...hosts.filter((one) => one !== '').map(hostScope)]
  const row = await tables(ctx)
    .selectFrom('harvest_closures')
    .select('scope')
    .where('scope', 'in', scopes)
    .executeTakeFirst()
  return row !== undefined
}

export const issuerScope = (key: string) => `issuer:${key}`
export const hostScope = (host: string) => `host:${host}`

async function judgement(ctx: Context, key: string, name: string) {
  const row = await tables(ctx)
    .selectFrom('harvest_likenesses')
    .select(['state', 'name'])
    .where('issuer_key', '=', key)
    .executeTakeFirst()
  // Allowed under one name is not allowed under every other.
  return row === undefined || (row.state === 'allowed' && row.name !== name) ? undefined : row.state
}

const keepName = (ctx: Context, key: string, name: string) =>
  tables(ctx)
    .insertInto('harvest_names')
    .values({ issuer_key: key, name, skeleton: skeleton(name) })
    .onConflict((conflict) => conflict.column('issuer_key').doUpdateSet({ name, skeleton: skeleton(name) }))
    .execute()

const holdLikeness = (
  ctx: Context,
  issuer: { key: string; name: string },
  like: { key: string; name: string },
) =>
  tables(ctx)
    .insertInto('harvest_likenesses')
    .values({
      id: newId(),
      issuer_key: issuer.key,
      name: issuer.name,
      like_name: like.name,
      like_key: like.key,
      state: 'held',
      created_at: ctx.clock.now(),
      decided_at: null,
    })
    .onConflict((conflict) =>
      conflict.column('issuer_key').doUpdateSet({
        name: issuer.name,
        like_name: like.name,
        like_key: like.key,
        state: 'held',
        decided_at: null,
      }),
    )
    .execute()

export interface Likeness {
  id: string
  issuerKey: string
  name: string
  likeName: string
  likeKey: string
  createdAt: Date
}

export async function heldLikenesses(ctx: Context): Promise<Likeness[]> {
  const rows = await tables(ctx)
    .selectFrom('harvest_likenesses')
    .selectAll()
    .where('state', '=', 'held')
    .orderBy('created_at')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    issuerKey: row.issuer_key,
    name: row.name,
    likeName: row.like_name,
    likeKey: row.like_key,
    createdAt: row.created_at,
  }))
}

/** The operator's word on a held issuer; its documents are read again when it is allowed. */
export async function decideLikeness(
  ctx: Context,
  id: string,
  state: 'allowed' | 'refused',
): Promise<string | undefined> {
  if (!isId(id)) return undefined
  const row = await tables(ctx)
    .updateTable('harvest_likenesses')
    .set({ state, decided_at: ctx.clock.now() })
    .where('id', '=', id)
    .where('state', '=', 'held')
    .returning(['issuer_key', 'name'])
    .executeTakeFirst()
  if (row === undefined) return undefined
  if (state === 'allowed') await keepName(ctx, row.issuer_key, row.name)
  return row.issuer_key
}

import { type Context, requirePerson } from '../../infra/context.ts'
import { refusals, refuse } from '../../infra/refusal.ts'
import { allows, type Role, type Verb } from './policy.ts'
import type { Organisation } from './store.ts'
import { roleIn } from './store.ts'

/**
 * Lets pass, or refuses: sign in first (401), no member here, so nothing to see (404),
 * a member without this right (403). The product itself always passes.
 */
export async function permit(
  ctx: Context,
  organisation: Pick<Organisation, 'id'>,
  verb: Verb,
): Promise<void> {
  if (ctx.viewer.kind === 'system') return
  const { accountId } = requirePerson(ctx)
  const role = await roleIn(ctx, organisation.id, accountId)
  if (role === undefined) throw refuse(refusals.notFound)
  if (!allows(role, verb)) throw refuse(refusals.notAllowed)
}

/** The same question without a refusal: to show a button or not. */
export async function may(
  ctx: Context,
  organisation: Pick<Organisation, 'id'>,
  verb: Verb,
): Promise<boolean> {
  if (ctx.viewer.kind === 'system') return true
  const role = await roleOf(ctx, organisation)
  return role !== undefined && allows(role, verb)
}

/** What the viewer is here; undefined for everybody else. */
export async function roleOf(
  ctx: Context,
  organisation: Pick<Organisation, 'id'>,
): Promise<Role | undefined> {
  if (ctx.viewer.kind !== 'person') return undefined
  return roleIn(ctx, organisation.id, ctx.viewer.accountId)
}

import { type Context, requirePerson } from '../../../infra/context.ts'
import { refusals, refuse } from '../../../infra/refusal.ts'

/** What concerns the whole directory is the operator's. */
export function requireOperator(ctx: Context): void {
  if (!requirePerson(ctx).operator) throw refuse(refusals.notAllowed)
}

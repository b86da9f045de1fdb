import { type AssessInput, declaredRegistration, type RegistrationState } from '@insigne/badge-quality'
import type { Context } from '../../infra/context.ts'
import { type Registration, registrationOf } from '../frameworks/index.ts'
import type { Facts } from './facts.ts'
import { heldBy } from './registered.ts'

/** What the register says of the number that the badge declares; undefined where it declares none. */
export const askRegister = async (
  ctx: Context,
  { nature, registration }: Pick<Facts, 'nature' | 'registration'>,
): Promise<Registration | undefined> =>
  nature !== 'registered' || registration === null
    ? undefined
    : registrationOf(ctx, registration.register, registration.number, ctx.locale)

/** Whether the register holds the number that a badge from anywhere declares, in the words of the rules. */
export async function askHeld(ctx: Context, input: AssessInput): Promise<RegistrationState> {
  const declared = declaredRegistration(input)
  if (declared === undefined) return 'unknown'
  return heldBy(await registrationOf(ctx, declared.register, declared.number, ctx.locale))
}

import { type Context, change, found, requirePerson } from '../../../infra/context.ts'
import { newId } from '../../../infra/ids.ts'
import { sendMail } from '../../../infra/mail/index.ts'
import { refuse } from '../../../infra/refusal.ts'
import { ensureAccount } from '../../accounts/index.ts'
import { invitationLetter } from '../emails/invitation.ts'
import { organisationRefusals } from '../errors.ts'
import { permit } from '../permit.ts'
import type { Role } from '../policy.ts'
import { leavesNobodyInCharge } from '../rules.ts'
import { deleteMember, lockOrganisation, membersOf, organisationById, putMember, roleIn } from '../store.ts'

/**
 * Gives the holder of an address a role, at once; the address needs no account yet. A new member is told
 * by a message; a member already there only changes role.
 */
export const addMember = (
  ctx: Context,
  input: { organisationId: string; address: string; role: Role; name?: string | undefined },
): Promise<{ accountId: string }> =>
  change(ctx, async (tx) => {
    const organisation = found(await organisationById(tx, input.organisationId))
    await permit(tx, organisation, 'members.edit')
    const accountId = await ensureAccount(tx, {
      address: input.address,
      name: input.name ?? '',
      demo: organisation.demo,
    })
    if ((await roleIn(tx, organisation.id, accountId)) !== undefined) {
      await setRole(tx, organisation.id, accountId, input.role)
      return { accountId }
    }
    await putMember(tx, organisation.id, accountId, input.role)
    // Demo people have no mailbox.
    if (!organisation.demo)
      await sendMail(tx, [
        {
          to: input.address,
          letter: invitationLetter(tx.locale, { origin: tx.origin, organisation, role: input.role }),
          once: `organisations.invitation:${newId()}`,
        },
      ])
    return { accountId }
  })

export const changeRole = (
  ctx: Context,
  input: { organisationId: string; accountId: string; role: Role },
): Promise<void> =>
  change(ctx, async (tx) => {
    await permit(tx, { id: input.organisationId }, 'members.edit')
    found(await roleIn(tx, input.organisationId, input.accountId))
    await setRole(tx, input.organisationId, input.accountId, input.role)
  })

/** Ends a membership: somebody else's with the right to, one's own always. The last owner stays. */
export const removeMember = (
  ctx: Context,
  input: { organisationId: string; accountId: string },
): Promise<void> =>
  change(ctx, async (tx) => {
    const own = tx.viewer.kind === 'person' && requirePerson(tx).accountId === input.accountId
    await permit(tx, { id: input.organisationId }, own ? 'organisation.read' : 'members.edit')
    await refuseEmptyChair(tx, input.organisationId, input.accountId, undefined)
    await deleteMember(tx, input.organisationId, input.accountId)
  })

async function setRole(ctx: Context, organisationId: string, accountId: string, role: Role): Promise<void> {
  await refuseEmptyChair(ctx, organisationId, accountId, role)
  await putMember(ctx, organisationId, accountId, role)
}

async function refuseEmptyChair(
  ctx: Context,
  organisationId: string,
  accountId: string,
  nextRole: Role | undefined,
): Promise<void> {
  // Two owners who leave together would each see the other stay.
  await lockOrganisation(ctx, organisationId)
  if (leavesNobodyInCharge(await membersOf(ctx, organisationId), accountId, nextRole))
    throw refuse(organisationRefusals.lastOwner)
}

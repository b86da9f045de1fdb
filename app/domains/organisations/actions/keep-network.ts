import { type Context, change, found } from '../../../infra/context.ts'
import { sendMail } from '../../../infra/mail/index.ts'
import { refuse } from '../../../infra/refusal.ts'
import { accountsById } from '../../accounts/index.ts'
import { networkInvitationLetter } from '../emails/network-invitation.ts'
import { organisationRefusals } from '../errors.ts'
import { deleteLink, insertInvitation, writeJoined } from '../networks.ts'
import { permit } from '../permit.ts'
import { membersOf, type Organisation, organisationById, organisationBySlug } from '../store.ts'

/**
 * Invites an organisation into a network: told by the address of its public page, or the last word of it. Those in
 * charge there are written to; nothing is shared before they accept. Invited twice, nothing changes.
 */
export const inviteToNetwork = (ctx: Context, networkId: string, address: string): Promise<void> =>
  change(ctx, async (tx) => {
    const network = found(await organisationById(tx, networkId))
    await permit(tx, network, 'network.edit')
    const organisation = await organisationBySlug(tx, slugIn(address))
    if (organisation === undefined) throw refuse(organisationRefusals.networkUnknown)
    if (organisation.id === network.id) throw refuse(organisationRefusals.networkItself)
    if (!(await insertInvitation(tx, network.id, organisation.id))) return
    if (!organisation.demo) await writeToOwners(tx, network, organisation)
  })

/** Accepts an invitation, in the name of the organisation. */
export const joinNetwork = (ctx: Context, networkId: string, organisationId: string): Promise<void> =>
  change(ctx, async (tx) => {
    await permit(tx, { id: organisationId }, 'network.edit')
    if (!(await writeJoined(tx, networkId, organisationId)))
      throw refuse(organisationRefusals.networkNotInvited)
  })

/** Ends the link from either side: an invitation refused or withdrawn, a network left, a member let go. */
export const endNetworkLink = (
  ctx: Context,
  link: { networkId: string; organisationId: string; side: 'network' | 'member' },
): Promise<void> =>
  change(ctx, async (tx) => {
    const id = link.side === 'network' ? link.networkId : link.organisationId
    await permit(tx, { id }, 'network.edit')
    await deleteLink(tx, link.networkId, link.organisationId)
  })

/** `https://…/organisations/atelier-cardan`, `/organisations/atelier-cardan/` and `atelier-cardan` are one place. */
const slugIn = (address: string): string =>
  /(?:^|\/organisations\/)([a-z0-9-]{1,80})\/?$/.exec(address.trim().toLowerCase())?.[1] ?? ''

async function writeToOwners(ctx: Context, network: Organisation, organisation: Organisation): Promise<void> {
  const owners = (await membersOf(ctx, organisation.id)).filter(({ role }) => role === 'owner')
  const people = await accountsById(
    ctx,
    owners.map(({ accountId }) => accountId),
  )
  const day = ctx.clock.now().toISOString().slice(0, 10)
  await sendMail(
    ctx,
    people.map(({ id, address }) => ({
      to: address,
      letter: networkInvitationLetter(ctx.locale, { origin: ctx.origin, network, organisation }),
      // Withdrawn and made again, an invitation writes at most once a day.
      once: `organisations.network-invitation:${network.id}:${organisation.id}:${id}:${day}`,
    })),
  )
}

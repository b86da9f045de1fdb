import { z } from 'zod'
import {
  type Errors,
  formToken,
  type Handling,
  page,
  type Router,
  readForm,
  seeOther,
  setFlash,
  text,
  type Values,
} from '../../infra/http/index.ts'
import { Refusal } from '../../infra/refusal.ts'
import { endNetworkLink, inviteToNetwork, joinNetwork } from './actions/keep-network.ts'
import { networkMembersOf, networksOf } from './networks.ts'
import { NetworksPage } from './pages/networks.tsx'
import { may } from './permit.ts'
import type { Verb } from './policy.ts'
import type { Organisation } from './store.ts'
import { organisationWords } from './words.ts'

const AddressForm = z.object({ address: text(300) })
const JoinForm = z.object({ network: z.uuid() })
const EndForm = z.union([z.object({ network: z.uuid() }), z.object({ member: z.uuid() })])

/** The networks of an organisation: invite, accept, end. `allowed` finds the organisation of the path. */
export function networkRoutes(
  router: Router,
  allowed: (c: Handling, verb: Verb) => Promise<Organisation>,
): void {
  router.get('/organisations/:slug/manage/networks', async (c) =>
    showNetworks(c, await allowed(c, 'organisation.read')),
  )
  router.post('/organisations/:slug/manage/networks', async (c) => {
    const organisation = await allowed(c, 'network.edit')
    const form = await readForm(c, AddressForm)
    if (!form.ok) return showNetworks(c, organisation, form)
    return changed(c, organisation, 'organisations.network-invited', form.values, () =>
      inviteToNetwork(c.var.ctx, organisation.id, form.data.address),
    )
  })
  router.post('/organisations/:slug/manage/networks/join', async (c) => {
    const organisation = await allowed(c, 'network.edit')
    const form = await readForm(c, JoinForm)
    if (!form.ok) return showNetworks(c, organisation, { errors: { '': firstOf(form.errors) } })
    return changed(c, organisation, 'organisations.network-joined', {}, () =>
      joinNetwork(c.var.ctx, form.data.network, organisation.id),
    )
  })
  router.post('/organisations/:slug/manage/networks/end', async (c) => {
    const organisation = await allowed(c, 'network.edit')
    const form = await readForm(c, EndForm)
    if (!form.ok) return showNetworks(c, organisation, { errors: { '': firstOf(form.errors) } })
    const link =
      'network' in form.data
        ? { networkId: form.data.network, organisationId: organisation.id, side: 'member' as const }
        : { networkId: organisation.id, organisationId: form.data.member, side: 'network' as const }
    return changed(c, organisation, 'organisations.network-ended', {}, () => endNetworkLink(c.var.ctx, link))
  })
}

const firstOf = (errors: Errors): string => Object.values(errors)[0] ?? ''

/** Runs a change; what is refused is said where it was asked, with what was typed. */
async function changed(
  c: Handling,
  organisation: Organisation,
  flash: string,
  values: Values,
  run: () => Promise<void>,
): Promise<Response> {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof Refusal) || !error.kind.code.startsWith('organisations.network-')) throw error
    const said = error.say(c.var.ctx.locale)
    const field = 'address' in values ? 'address' : ''
    const status = error.kind.status === 409 ? 409 : 422
    return showNetworks(c, organisation, { values, errors: { [field]: said } }, status)
  }
  setFlash(c, flash)
  return seeOther(c, `/organisations/${organisation.slug}/manage/networks`)
}

async function showNetworks(
  c: Handling,
  organisation: Organisation,
  typed: { values?: Values; errors?: Errors } = {},
  status: 200 | 409 | 422 = typed.errors === undefined ? 200 : 422,
): Promise<Response> {
  const { ctx } = c.var
  const body = (
    <NetworksPage
      locale={ctx.locale}
      token={formToken(c)}
      organisation={organisation}
      networks={await networksOf(ctx, organisation.id)}
      members={await networkMembersOf(ctx, organisation.id)}
      canEdit={await may(ctx, organisation, 'network.edit')}
      {...typed}
    />
  )
  const title = organisationWords(ctx.locale).networks.title
  const place = { name: organisation.name, path: `/organisations/${organisation.slug}` }
  return page(c, { title, area: 'staff', place, body }, status)
}

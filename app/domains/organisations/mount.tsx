import { found, requirePerson } from '../../infra/context.ts'
import {
  type Errors,
  formToken,
  type Handling,
  type Mount,
  page,
  parseForm,
  readBody,
  readForm,
  seeOther,
  setFlash,
  type Values,
} from '../../infra/http/index.ts'
import { Refusal } from '../../infra/refusal.ts'
import { accountsById } from '../accounts/index.ts'
import { listTerritories } from '../territories/index.ts'
import { createOrganisation } from './actions/create-organisation.ts'
import { editProfile } from './actions/edit-profile.ts'
import { addMember, changeRole, removeMember } from './actions/keep-members.ts'
import { organisationRefusals } from './errors.ts'
import { networkRoutes } from './network-routes.tsx'
import { MembersPage } from './pages/members.tsx'
import { ProfileFormPage, profileValues } from './pages/profile-form.tsx'
import { may, permit } from './permit.ts'
import type { Verb } from './policy.ts'
import { InviteForm, MemberForm, profileForm, RoleForm } from './schema.ts'
import { membersOf, type Organisation, organisationBySlug } from './store.ts'
import { organisationWords } from './words.ts'

export const organisationsMount: Mount = {
  name: 'organisations',
  flashes: (locale) => {
    const t = organisationWords(locale).flash
    return {
      'organisations.created': t.created,
      'organisations.saved': t.saved,
      'organisations.invited': t.invited,
      'organisations.role-changed': t.roleChanged,
      'organisations.removed': t.removed,
      'organisations.left': t.left,
      'organisations.network-invited': t.networkInvited,
      'organisations.network-joined': t.networkJoined,
      'organisations.network-ended': t.networkEnded,
    }
  },
  routes(router) {
    router.get('/organisations/new', (c) => {
      requirePerson(c.var.ctx)
      return showProfile(c, undefined, { values: {} })
    })
    router.post('/organisations/new', async (c) => {
      requirePerson(c.var.ctx)
      const form = await readProfile(c)
      if (!form.ok) return showProfile(c, undefined, form)
      try {
        const { slug } = await createOrganisation(c.var.ctx, form.data)
        setFlash(c, 'organisations.created')
        return seeOther(c, `/organisations/${slug}/manage`)
      } catch (error) {
        if (!(error instanceof Refusal) || error.kind.code !== organisationRefusals.slugRefused.code)
          throw error
        const field = form.data.displayName === undefined ? 'name' : 'displayName'
        const errors = { [field]: organisationWords(c.var.ctx.locale).form.badName }
        return showProfile(c, undefined, { values: form.values, errors })
      }
    })

    router.get('/organisations/:slug/manage/profile', async (c) => {
      const organisation = await allowed(c, 'organisation.edit')
      return showProfile(c, organisation, { values: profileValues(organisation) })
    })
    router.post('/organisations/:slug/manage/profile', async (c) => {
      const organisation = await allowed(c, 'organisation.edit')
      const form = await readProfile(c)
      if (!form.ok) return showProfile(c, organisation, form)
      await editProfile(c.var.ctx, organisation.id, form.data)
      setFlash(c, 'organisations.saved')
      return seeOther(c, `/organisations/${organisation.slug}/manage`)
    })

    networkRoutes(router, allowed)

    router.get('/organisations/:slug/manage/members', async (c) =>
      showMembers(c, await allowed(c, 'organisation.read')),
    )
    router.post('/organisations/:slug/manage/members', async (c) => {
      const organisation = await allowed(c, 'members.edit')
      const form = await readForm(c, InviteForm)
      if (!form.ok) return showMembers(c, organisation, form)
      return changed(c, organisation, 'organisations.invited', form.values, () =>
        addMember(c.var.ctx, { organisationId: organisation.id, ...form.data }),
      )
    })
    router.post('/organisations/:slug/manage/members/role', async (c) => {
      const organisation = await allowed(c, 'members.edit')
      const form = await readForm(c, RoleForm)
      if (!form.ok)
        return showMembers(c, organisation, { errors: { '': Object.values(form.errors)[0] ?? '' } })
      const { account: accountId, role } = form.data
      return changed(c, organisation, 'organisations.role-changed', {}, () =>
        changeRole(c.var.ctx, { organisationId: organisation.id, accountId, role }),
      )
    })
    router.post('/organisations/:slug/manage/members/remove', async (c) => {
      const organisation = await allowed(c, 'organisation.read')
      const form = await readForm(c, MemberForm)
      if (!form.ok)
        return showMembers(c, organisation, { errors: { '': Object.values(form.errors)[0] ?? '' } })
      const { account: accountId } = form.data
      const own = accountId === requirePerson(c.var.ctx).accountId
      return changed(
        c,
        organisation,
        own ? 'organisations.left' : 'organisations.removed',
        {},
        () => removeMember(c.var.ctx, { organisationId: organisation.id, accountId }),
        own ? '/space' : undefined,
      )
    })
  },
}

interface Typed {
  values?: Values
  errors?: Errors
}

/** The organisation of the path, for somebody who may do this there. Who is not signed in is sent to sign in. */
async function allowed(c: Handling, verb: Verb): Promise<Organisation> {
  requirePerson(c.var.ctx)
  const organisation = found(await organisationBySlug(c.var.ctx, c.req.param('slug') ?? ''))
  await permit(c.var.ctx, organisation, verb)
  return organisation
}

async function readProfile(c: Handling) {
  const ids = (await listTerritories(c.var.ctx)).map((territory) => territory.id)
  const { values } = await readBody(c)
  return parseForm(c.var.ctx.locale, profileForm(c.var.ctx.locale, ids), values)
}

async function showProfile(
  c: Handling,
  organisation: Organisation | undefined,
  typed: Typed,
): Promise<Response> {
  const { ctx } = c.var
  const words = organisationWords(ctx.locale)
  const body = (
    <ProfileFormPage
      locale={ctx.locale}
      token={formToken(c)}
      action={
        organisation === undefined ? '/organisations/new' : `${placeOf(organisation).path}/manage/profile`
      }
      territories={await listTerritories(ctx)}
      existing={organisation !== undefined}
      values={typed.values ?? {}}
      errors={typed.errors}
    />
  )
  const frame =
    organisation === undefined
      ? ({ title: words.create.title, area: 'person' } as const)
      : ({ title: words.profile.title, area: 'staff', place: placeOf(organisation) } as const)
  return page(c, { ...frame, body }, typed.errors === undefined ? 200 : 422)
}

const placeOf = ({ name, slug }: Organisation) => ({ name, path: `/organisations/${slug}` })

/** Runs a change of members; what is refused is said above the list, with what was typed. */
async function changed(
  c: Handling,
  organisation: Organisation,
  flash: string,
  values: Values,
  run: () => Promise<unknown>,
  next = `/organisations/${organisation.slug}/manage/members`,
): Promise<Response> {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind.code !== organisationRefusals.lastOwner.code) throw error
    return showMembers(c, organisation, { values, errors: { '': error.say(c.var.ctx.locale) } }, 409)
  }
  setFlash(c, flash)
  return seeOther(c, next)
}

async function showMembers(
  c: Handling,
  organisation: Organisation,
  typed: Typed = {},
  status: 200 | 409 | 422 = typed.errors === undefined ? 200 : 422,
): Promise<Response> {
  const { ctx } = c.var
  const members = await membersOf(ctx, organisation.id)
  const people = new Map(
    (
      await accountsById(
        ctx,
        members.map((member) => member.accountId),
      )
    ).map((person) => [person.id, person]),
  )
  const body = (
    <MembersPage
      locale={ctx.locale}
      token={formToken(c)}
      organisation={organisation}
      members={members.map(({ accountId, role }) => ({
        accountId,
        role,
        name: people.get(accountId)?.name ?? '',
        address: people.get(accountId)?.address ?? '',
      }))}
      ownId={requirePerson(ctx).accountId}
      canEdit={await may(ctx, organisation, 'members.edit')}
      {...typed}
    />
  )
  const title = organisationWords(ctx.locale).members.title
  return page(c, { title, area: 'staff', place: placeOf(organisation), body }, status)
}

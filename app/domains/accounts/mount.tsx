import { found, requirePerson } from '../../infra/context.ts'
import {
  clearSessionCookie,
  type Errors,
  formToken,
  type Handling,
  type Mount,
  page,
  readForm,
  safePath,
  seeOther,
  setFlash,
  setSessionCookie,
  type Values,
} from '../../infra/http/index.ts'
import { Refusal } from '../../infra/refusal.ts'
import { claimInstance } from './actions/claim-instance.ts'
import { consumeSignIn, inspectSignIn } from './actions/consume-sign-in.ts'
import { addAddress, endSession, removeAddress, rename } from './actions/keep-addresses.ts'
import { requestSignIn } from './actions/request-sign-in.ts'
import { AccountPage } from './pages/account.tsx'
import { ClaimInstancePage } from './pages/claim-instance.tsx'
import { CheckPage, LinkSentPage, SignInPage } from './pages/sign-in.tsx'
import { sessionDays } from './rules.ts'
import { AddressForm, CheckForm, ClaimForm, NameForm, SessionForm, SignInForm } from './schema.ts'
import { listSessions } from './sessions.ts'
import { accountById } from './store.ts'
import { accountWords } from './words.ts'

export interface AccountsOptions {
  /** Messages are kept here, so the page after sign-in says where to read them. */
  outbox: boolean
}

export function accountsMount(options: AccountsOptions): Mount {
  return {
    name: 'accounts',
    flashes: (locale) => {
      const t = accountWords(locale).flash
      return {
        'accounts.saved': t.saved,
        'accounts.link-sent': t.linkSent,
        'accounts.signed-out': t.signedOut,
        'accounts.claimed': t.claimed,
      }
    },
    routes(router) {
      router.get('/sign-in', (c) => showSignIn(c, safePath(c.req.query('next') ?? '/space')))
      router.post('/sign-in', async (c) => {
        const form = await readForm(c, SignInForm)
        if (!form.ok) return showSignIn(c, safePath(String(form.values.next ?? '')), form)
        await requestSignIn(c.var.ctx, form.data)
        const t = accountWords(c.var.ctx.locale)
        return page(c, {
          title: t.sent.title,
          body: <LinkSentPage locale={c.var.ctx.locale} address={form.data.address} trial={options.outbox} />,
        })
      })
      router.get('/sign-in/check', async (c) => {
        const link = c.req.query('token') ?? ''
        const { address, adding } = await inspectSignIn(c.var.ctx, link)
        const { locale } = c.var.ctx
        return page(c, {
          title: accountWords(locale).check.title,
          body: (
            <CheckPage locale={locale} token={formToken(c)} link={link} address={address} adding={adding} />
          ),
        })
      })
      router.post('/sign-in/check', async (c) => {
        const form = await readForm(c, CheckForm)
        const token = form.ok ? form.data.token : ''
        const signedIn = await consumeSignIn(c.var.ctx, { token, userAgent: c.req.header('user-agent') })
        return withSession(c, signedIn.sessionToken, signedIn.nextPath)
      })
      router.post('/sign-out', async (c) => {
        if (c.var.ctx.viewer.kind === 'person') await endSession(c.var.ctx, c.var.ctx.viewer.sessionId)
        clearSessionCookie(c)
        setFlash(c, 'accounts.signed-out')
        return seeOther(c, '/')
      })

      router.get('/account', (c) => showAccount(c))
      router.post('/account/name', async (c) => {
        const form = await readForm(c, NameForm)
        if (!form.ok) return showAccount(c, form)
        await rename(c.var.ctx, form.data.name)
        setFlash(c, 'accounts.saved')
        return seeOther(c, '/account')
      })
      router.post('/account/addresses', async (c) => {
        const form = await readForm(c, AddressForm)
        if (!form.ok) return showAccount(c, form)
        await addAddress(c.var.ctx, form.data.address)
        setFlash(c, 'accounts.link-sent')
        return seeOther(c, '/account')
      })
      router.post('/account/addresses/remove', async (c) => {
        const form = await readForm(c, AddressForm)
        if (!form.ok) return showAccount(c, form)
        try {
          await removeAddress(c.var.ctx, form.data.address)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          return showAccount(c, { values: {}, errors: { address: error.say(c.var.ctx.locale) } })
        }
        setFlash(c, 'accounts.saved')
        return seeOther(c, '/account')
      })
      router.post('/account/sessions/end', async (c) => {
        const form = await readForm(c, SessionForm)
        if (form.ok) await endSession(c.var.ctx, form.data.session)
        return seeOther(c, '/account')
      })

      router.get('/claim-instance', (c) => showClaim(c, { values: { token: c.req.query('token') ?? '' } }))
      router.post('/claim-instance', async (c) => {
        const form = await readForm(c, ClaimForm)
        if (!form.ok) return showClaim(c, form)
        try {
          const input = { ...form.data, userAgent: c.req.header('user-agent') }
          const { sessionToken } = await claimInstance(c.var.ctx, input)
          setFlash(c, 'accounts.claimed')
          return withSession(c, sessionToken, '/space')
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          return showClaim(c, { values: form.values, errors: { token: error.say(c.var.ctx.locale) } })
        }
      })
    },
  }
}

interface Typed {
  values?: Values
  errors?: Errors
}

const statusOf = (typed: Typed | undefined) => (typed?.errors === undefined ? 200 : 422)

function withSession(c: Handling, token: string, path: string): Response {
  setSessionCookie(c, token, sessionDays * 24 * 3600)
  return seeOther(c, path)
}

function showSignIn(c: Handling, next: string, typed?: Typed): Response {
  const { locale } = c.var.ctx
  const body = <SignInPage locale={locale} token={formToken(c)} next={next} {...typed} />
  return page(c, { title: accountWords(locale).signIn.title, body }, statusOf(typed))
}

function showClaim(c: Handling, typed: Typed): Response {
  const { locale } = c.var.ctx
  const body = <ClaimInstancePage locale={locale} token={formToken(c)} {...typed} />
  return page(c, { title: accountWords(locale).claim.title, body }, statusOf(typed))
}

async function showAccount(c: Handling, typed?: Typed): Promise<Response> {
  const viewer = requirePerson(c.var.ctx)
  const { locale } = c.var.ctx
  const account = found(await accountById(c.var.ctx, viewer.accountId))
  const sessions = await listSessions(c.var.ctx, viewer.accountId)
  const body = (
    <AccountPage
      locale={locale}
      token={formToken(c)}
      account={account}
      sessions={sessions}
      currentSession={viewer.sessionId}
      {...typed}
    />
  )
  return page(c, { title: accountWords(locale).account.title, area: 'person', body }, statusOf(typed))
}

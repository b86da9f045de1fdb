import { found } from '../../infra/context.ts'
import {
  addressKey,
  type Errors,
  formToken,
  type Handling,
  page,
  type Router,
  readForm,
  seeOther,
  setFlash,
  type Values,
} from '../../infra/http/index.ts'
import { newId, readCode } from '../../infra/ids.ts'
import { Refusal, refuse } from '../../infra/refusal.ts'
import { accountById } from '../accounts/index.ts'
import { isAwarded, publishedVersion } from '../achievements/index.ts'
import { bakedPng, credentialById } from '../issuing/index.ts'
import { organisationById } from '../organisations/index.ts'
import { keepCard } from './actions/keep-card.ts'
import { redeemCode, refuseUnlessOpen } from './actions/redeem-code.ts'
import {
  type ClaimCard,
  type ClaimCode,
  type ClaimRequest,
  cardByText,
  cardOfCredential,
  codeByText,
  requestById,
  takenOf,
} from './codes.ts'
import { claimsRefusals } from './errors.ts'
import { OfferPage, TakePage, TypeCodePage } from './pages/claim.tsx'
import { ClaimCardPage } from './pages/claim-card.tsx'
import { DonePage } from './pages/claim-done.tsx'
import { codeLength, codeState } from './rules.ts'
import { CodeForm, KeepForm, takeForm } from './schema.ts'
import { Tries } from './tries.ts'
import { claimsWords } from './words.ts'

/** A code on a phone: see the badge, take it, find it again. */
export function claimRoutes(router: Router): void {
  const tries = new Tries()

  router.get('/c', (c) => showType(c, {}))
  router.post('/c', async (c) => {
    const form = await readForm(c, CodeForm)
    try {
      const { code } = await lookUp(c, tries, form.ok ? form.data.code : '')
      return seeOther(c, `/c/${code}`)
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind.status !== 404) throw error
      return showType(c, form.values, error.say(c.var.ctx.locale))
    }
  })
  router.get('/c/:code', async (c) => {
    const place = await lookUp(c, tries, c.req.param('code'))
    return 'card' in place ? showCard(c, place.card) : showOffer(c, place.group)
  })
  router.get('/c/:code/take', async (c) => {
    const group = await groupOf(c, tries)
    await refuseIfClosed(c, group)
    return showTake(c, group)
  })
  router.post('/c/:code/take', async (c) => {
    const group = await groupOf(c, tries)
    const form = await readForm(c, takeForm(c.var.ctx.locale))
    if (!form.ok) return showTake(c, group, form)
    const request = await redeemCode(c.var.ctx, { codeId: group.id, ...form.data })
    // By address everybody lands on the same page: where it leads tells nobody who has the badge.
    const id = request?.id ?? (form.data.address === null ? undefined : form.data.requestId)
    return seeOther(c, `/c/${group.code}/done${id === undefined ? '' : `/${id}`}`)
  })
  router.get('/c/:code/done', async (c) => showDone(c, await groupOf(c, tries)))
  router.get('/c/:code/done/:request', async (c) =>
    showDone(c, await groupOf(c, tries), c.req.param('request')),
  )
  router.post('/c/:code/keep', async (c) => {
    const card = await cardOf(c, tries)
    const form = await readForm(c, KeepForm)
    if (!form.ok) return showCard(c, card, form)
    await keepCard(c.var.ctx, { code: card.code, address: form.data.address })
    setFlash(c, 'claims.kept')
    return seeOther(c, `/c/${card.code}`)
  })
  router.get('/c/:code/badge.png', async (c) => {
    const card = await cardOf(c, tries)
    const credential = found(await credentialById(c.var.ctx, card.credentialId))
    const png = await bakedPng(c.var.ctx, credential)
    return c.body(new Uint8Array(png).buffer, 200, {
      'content-type': 'image/png',
      'content-disposition': 'attachment; filename="badge.png"',
      'cache-control': 'private, no-store',
    })
  })
}

type Found = { code: string; group: ClaimCode } | { code: string; card: ClaimCard }

/**
 * What a code opens. A slip is told by its check character without a look; what passes it and does not exist
 * is counted. Both get the same answer.
 */
async function lookUp(c: Handling, tries: Tries, typed: string): Promise<Found> {
  const visitor = addressKey(c.var.clientAddress)
  await tries.check(visitor)
  const code = readCode(typed, codeLength)
  if (code === undefined) throw refuse(claimsRefusals.codeUnknown)
  const group = await codeByText(c.var.ctx, code)
  if (group !== undefined) return { code, group }
  const card = await cardByText(c.var.ctx, code)
  if (card !== undefined) return { code, card }
  await tries.count(visitor)
  throw refuse(claimsRefusals.codeUnknown)
}

async function groupOf(c: Handling, tries: Tries): Promise<ClaimCode> {
  const place = await lookUp(c, tries, c.req.param('code') ?? '')
  return found('group' in place ? place.group : undefined)
}
async function cardOf(c: Handling, tries: Tries): Promise<ClaimCard> {
  const place = await lookUp(c, tries, c.req.param('code') ?? '')
  return found('card' in place ? place.card : undefined)
}

async function refuseIfClosed(c: Handling, group: ClaimCode): Promise<void> {
  const taken = (await takenOf(c.var.ctx, [group.id])).get(group.id) ?? 0
  refuseUnlessOpen(codeState(group, taken, c.var.ctx.clock.now()))
  if (!(await isAwarded(c.var.ctx, group.achievementId))) throw refuse(claimsRefusals.codeClosed)
}

async function offered(c: Handling, group: ClaimCode) {
  const { ctx } = c.var
  return {
    locale: ctx.locale,
    code: group.code,
    version: found(await publishedVersion(ctx, group.achievementId, group.version)),
    organisation: found(await organisationById(ctx, group.organisationId)),
  }
}

function showType(c: Handling, values: Values, error?: string): Response {
  const { locale } = c.var.ctx
  return page(
    c,
    {
      title: claimsWords(locale).claim.typeTitle,
      area: 'person',
      index: true,
      body: <TypeCodePage locale={locale} token={formToken(c)} values={values} error={error} />,
    },
    error === undefined ? 200 : 422,
  )
}

async function showOffer(c: Handling, group: ClaimCode): Promise<Response> {
  await refuseIfClosed(c, group)
  const offer = await offered(c, group)
  return page(c, { title: offer.version.name, area: 'person', body: <OfferPage {...offer} /> })
}

async function showTake(
  c: Handling,
  group: ClaimCode,
  form?: { values: Values; errors: Errors },
): Promise<Response> {
  const { ctx } = c.var
  const offer = await offered(c, group)
  const account = ctx.viewer.kind === 'person' ? await accountById(ctx, ctx.viewer.accountId) : undefined
  const known: Values =
    account === undefined ? {} : { name: account.name, address: account.addresses[0] ?? '' }
  const request = form?.values['request']
  return page(
    c,
    {
      title: claimsWords(ctx.locale).claim.title,
      area: 'person',
      body: (
        <TakePage
          {...offer}
          token={formToken(c)}
          requestId={typeof request === 'string' ? request : newId()}
          values={form?.values ?? known}
          errors={form?.errors ?? {}}
        />
      ),
    },
    form === undefined ? 200 : 422,
  )
}

async function showDone(c: Handling, group: ClaimCode, requestId?: string): Promise<Response> {
  const { ctx } = c.var
  const { version } = await offered(c, group)
  const known = requestId === undefined ? undefined : await requestById(ctx, requestId)
  // Somebody who held the badge before has a request and no badge of it: they read what a newcomer reads.
  const request = known?.codeId !== group.id || isIdle(known) ? undefined : known
  const credentialId = request?.address === null ? request.credentialId : null
  const card = credentialId === null ? undefined : await cardOfCredential(ctx, credentialId)
  return page(c, {
    title: claimsWords(ctx.locale).done.title,
    area: 'person',
    body: (
      <DonePage
        locale={ctx.locale}
        origin={ctx.origin}
        path={`/c/${group.code}/done${requestId === undefined ? '' : `/${requestId}`}`}
        version={version}
        request={request}
        asked={requestId === undefined ? undefined : askedFor(group, request)}
        card={card?.code}
      />
    ),
  })
}

const isIdle = (request: ClaimRequest) => request.state === 'accepted' && request.credentialId === null

function askedFor(group: ClaimCode, request: ClaimRequest | undefined): 'message' | 'waiting' | undefined {
  if (request === undefined) return group.approval === 'staff' ? 'waiting' : 'message'
  if (request.state === 'waiting') return 'waiting'
  return request.state === 'accepted' && request.address !== null ? 'message' : undefined
}

async function showCard(
  c: Handling,
  card: ClaimCard,
  form?: { values: Values; errors: Errors },
): Promise<Response> {
  const { ctx } = c.var
  const credential = found(await credentialById(ctx, card.credentialId))
  const version = found(await publishedVersion(ctx, credential.achievementId, credential.version))
  return page(
    c,
    {
      title: version.name,
      area: 'person',
      body: (
        <ClaimCardPage
          locale={ctx.locale}
          token={formToken(c)}
          code={card.code}
          credential={credential}
          version={version}
          organisation={found(await organisationById(ctx, card.organisationId))}
          values={form?.values ?? {}}
          errors={form?.errors ?? {}}
        />
      ),
    },
    form === undefined ? 200 : 422,
  )
}

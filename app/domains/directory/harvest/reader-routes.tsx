import { RateLimiterMemory } from 'rate-limiter-flexible'
import { found } from '../../../infra/context.ts'
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
} from '../../../infra/http/index.ts'
import { Refusal, refuse } from '../../../infra/refusal.ts'
import { showAbsent } from '../absent.tsx'
import { entriesById, entryById, entryRecord } from '../reads.ts'
import { decideHeld } from './actions/decide-held.ts'
import { beginProof, useProof } from './actions/prove-host.ts'
import { reportEntry, settleReport } from './actions/report-entry.ts'
import type { Reach } from './ask.ts'
import { harvestRefusals } from './errors.ts'
import { ProofPage, RemovalPage } from './pages/removal.tsx'
import { ReportPage } from './pages/report.tsx'
import { ReviewPage } from './pages/review.tsx'
import { requireOperator } from './permit.ts'
import { hostsOf, proofById } from './proofs.ts'
import { openReports } from './reports.ts'
import { HeldForm, ProofForm, RemovalForm, ReportForm, SettleForm } from './schema.ts'
import { heldLikenesses } from './standing.ts'
import { harvestWords } from './words.ts'

const reportsPerHour = 20

/** What readers and issuers may ask for without an account, and what the operator answers. */
export function readerRoutes(router: Router, reachOf: (c: Handling) => Reach): void {
  const reports = new RateLimiterMemory({ points: reportsPerHour, duration: 3_600 })
  const checks = new RateLimiterMemory({ points: 60, duration: 3_600 })
  const take = async (limiter: RateLimiterMemory, c: Handling) => {
    const taken = await limiter.consume(addressKey(c.var.clientAddress)).catch((reason: unknown) => {
      if (reason instanceof Error) throw reason
      return undefined
    })
    if (taken === undefined) throw refuse(harvestRefusals.tooManyReports)
  }

  router.get('/directory/entries/:id/report', (c) => showReport(c))
  router.post('/directory/entries/:id/report', async (c) => {
    const form = await readForm(c, ReportForm)
    if (!form.ok) return showReport(c, form)
    const { reason, detail, contact } = form.data
    try {
      await take(reports, c)
      await reportEntry(c.var.ctx, idOf(c), { reason, detail, contact })
    } catch (error) {
      // Too many for now: the words stay on the page, to be sent later.
      if (!(error instanceof Refusal) || error.kind.status !== 429) throw error
      return showReport(c, { values: form.values, errors: { '': error.say(c.var.ctx.locale) } }, 429)
    }
    setFlash(c, 'directory.reported')
    return seeOther(c, `/directory/entries/${idOf(c)}`)
  })

  router.get('/directory/entries/:id/removal', (c) => showRemoval(c))
  router.post('/directory/entries/:id/removal', async (c) => {
    const form = await readForm(c, RemovalForm)
    if (!form.ok) return showRemoval(c, form)
    await take(checks, c)
    const { host, what } = form.data
    const id = await beginProof(c.var.ctx, idOf(c), { host, whole: what === 'all' })
    return seeOther(c, `/directory/removals/${id}`)
  })
  router.get('/directory/removals/:id', (c) => showProof(c))
  router.post('/directory/removals/:id', async (c) => {
    const { ctx } = c.var
    const form = await readForm(c, ProofForm)
    if (!form.ok) return showProof(c)
    await take(checks, c)
    try {
      await useProof(ctx, reachOf(c), idOf(c), form.data.act)
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind.status === 404) throw error
      return showProof(c, error.say(ctx.locale))
    }
    setFlash(c, `directory.${flashes[form.data.act]}`)
    return seeOther(c, `/directory/removals/${idOf(c)}`)
  })

  router.get('/directory/review', (c) => showReview(c))
  router.post('/directory/review/reports/:id', async (c) => {
    requireOperator(c.var.ctx)
    const form = await readForm(c, SettleForm)
    if (!form.ok) return showReview(c, { id: idOf(c), ...form })
    const { decision, answer } = form.data
    try {
      await settleReport(c.var.ctx, idOf(c), { remove: decision === 'remove', answer })
    } catch (error) {
      // A badge made here stays: the answer is kept for the other button.
      if (!(error instanceof Refusal) || error.kind.code !== harvestRefusals.ownEntry.code) throw error
      const errors = { answer: error.say(c.var.ctx.locale) }
      return showReview(c, { id: idOf(c), values: form.values, errors })
    }
    setFlash(c, 'directory.settled')
    return seeOther(c, '/directory/review')
  })
  router.post('/directory/review/issuers/:id', async (c) => {
    requireOperator(c.var.ctx)
    const form = await readForm(c, HeldForm)
    if (!form.ok) return showReview(c, { id: idOf(c), ...form })
    await decideHeld(c.var.ctx, idOf(c), form.data.decision === 'allow')
    setFlash(c, 'directory.settled')
    return seeOther(c, '/directory/review')
  })
}

const flashes = { remove: 'removed', correct: 'corrected', reopen: 'reopened' } as const
const idOf = (c: Handling) => c.req.param('id') ?? ''

interface Typed {
  values: Values
  errors: Errors
}

async function showReport(c: Handling, typed?: Typed, status: 422 | 429 = 422): Promise<Response> {
  const { ctx } = c.var
  const { locale } = ctx
  const entry = await entryById(ctx, idOf(c))
  if (entry === undefined) return showAbsent(c, idOf(c))
  const body = <ReportPage locale={locale} token={formToken(c)} entry={entry} {...typed} />
  const { title } = harvestWords(locale).report
  return page(c, { title, body, current: '/directory' }, typed === undefined ? 200 : status)
}

async function showRemoval(c: Handling, typed?: Typed): Promise<Response> {
  const { ctx } = c.var
  const { locale } = ctx
  const record = await entryRecord(ctx, idOf(c))
  if (record === undefined) return showAbsent(c, idOf(c))
  const { entry, issuer } = record
  const body = (
    <RemovalPage
      locale={locale}
      token={formToken(c)}
      entry={entry}
      hosts={hostsOf(entry, issuer)}
      {...typed}
    />
  )
  const { title } = harvestWords(locale).removal
  return page(c, { title, body, current: '/directory' }, typed === undefined ? 200 : 422)
}

async function showProof(c: Handling, error?: string): Promise<Response> {
  const { ctx } = c.var
  const { locale } = ctx
  const proof = found(await proofById(ctx, idOf(c)))
  const body = <ProofPage locale={locale} token={formToken(c)} proof={proof} error={error} />
  const { title } = harvestWords(locale).removal
  return page(c, { title, body, current: '/directory' }, error === undefined ? 200 : 422)
}

async function showReview(c: Handling, typed?: Typed & { id: string }): Promise<Response> {
  const { ctx } = c.var
  requireOperator(ctx)
  const { locale } = ctx
  const [reports, held] = await Promise.all([openReports(ctx), heldLikenesses(ctx)])
  const entries = await entriesById(
    ctx,
    reports.map((one) => one.entryId),
  )
  const named = reports.map((one) => ({
    ...one,
    entryName: entries.find((entry) => entry.id === one.entryId)?.name ?? one.entryId,
  }))
  const body = <ReviewPage locale={locale} token={formToken(c)} reports={named} held={held} typed={typed} />
  const { title } = harvestWords(locale).review
  return page(c, { title, body, current: '/directory' }, typed === undefined ? 200 : 422)
}

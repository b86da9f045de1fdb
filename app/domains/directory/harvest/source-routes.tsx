import { found, requirePerson } from '../../../infra/context.ts'
import {
  type Errors,
  formToken,
  type Handling,
  page,
  parseForm,
  type Router,
  readBody,
  readForm,
  seeOther,
  setFlash,
  type Values,
} from '../../../infra/http/index.ts'
import { Refusal } from '../../../infra/refusal.ts'
import { listAreas, listTerritories } from '../../territories/index.ts'
import { showRemoved } from '../absent.tsx'
import { decideSource, readNow, stopSource } from './actions/decide-source.ts'
import { proposeSource } from './actions/propose-source.ts'
import { runningDocuments } from './frontier.ts'
import { SourcePage } from './pages/source.tsx'
import { SourcesPage } from './pages/sources.tsx'
import { requireOperator } from './permit.ts'
import { issuersOf, refusedDocuments } from './reads.ts'
import { isWithdrawn, recordById } from './records.ts'
import { lastRunOf, lastRuns } from './run-store.ts'
import { DecisionForm, SourceForm, StopForm } from './schema.ts'
import { listSources, proposedBy, sourceById } from './sources.ts'
import { harvestWords } from './words.ts'

const pageSize = 50
type Wake = (c: Handling) => Promise<void>

export function sourceRoutes(router: Router, wake: Wake): void {
  router.get('/directory/sources', (c) => showSources(c))
  router.post('/directory/sources', (c) => addSource(c, wake))
  router.get('/directory/sources/:id', (c) => showSource(c))
  router.post('/directory/sources/:id/decide', async (c) => {
    requireOperator(c.var.ctx)
    const form = await readForm(c, DecisionForm)
    if (!form.ok) return showSource(c, form)
    const { data } = form
    const accept = data.decision === 'accept'
    await decideSource(
      c.var.ctx,
      idOf(c),
      data.decision === 'accept' ? { accept: true } : { accept: false, reason: data.reason },
    )
    return done(c, accept ? 'accepted' : 'refused', accept ? wake : undefined)
  })
  router.post('/directory/sources/:id/read', async (c) => {
    await readNow(c.var.ctx, idOf(c))
    return done(c, 'reading', wake)
  })
  router.post('/directory/sources/:id/stop', async (c) => {
    requireOperator(c.var.ctx)
    const form = await readForm(c, StopForm)
    if (!form.ok) return showSource(c, form)
    await stopSource(c.var.ctx, idOf(c), form.data.reason)
    return done(c, 'stopped')
  })
  router.get('/directory/records/:id', async (c) => {
    const record = found(await recordById(c.var.ctx, idOf(c)))
    if (isWithdrawn(record)) return showRemoved(c)
    // Somebody else's bytes: read as a file, never shown as a page of ours.
    return c.body(new Uint8Array(record.bytes), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${record.id}.txt"`,
      'last-modified': record.fetchedAt.toUTCString(),
      'cache-control': 'no-store',
    })
  })
}

const idOf = (c: Handling) => c.req.param('id') ?? ''

async function done(c: Handling, flash: string, wake?: Wake): Promise<Response> {
  await wake?.(c)
  setFlash(c, `directory.source-${flash}`)
  return seeOther(c, `/directory/sources/${idOf(c)}`)
}

async function addSource(c: Handling, wake: Wake): Promise<Response> {
  const { ctx } = c.var
  requirePerson(ctx)
  const { values, files } = await readBody(c)
  const form = parseForm(ctx.locale, SourceForm, values)
  if (!form.ok) return showSources(c, form)
  const [file] = (files['file'] ?? []).filter((one) => one.size > 0)
  try {
    const id = await proposeSource(ctx, {
      typed: form.data.address,
      note: form.data.note,
      territoryId: form.data.territory,
      ...(file === undefined
        ? {}
        : {
            file: {
              name: file.name,
              contentType: file.type,
              bytes: new Uint8Array(await file.arrayBuffer()),
            },
          }),
    })
    const operator = ctx.viewer.kind === 'person' && ctx.viewer.operator
    if (operator) await wake(c)
    setFlash(c, operator ? 'directory.source-added' : 'directory.source-proposed')
    return seeOther(c, `/directory/sources/${id}`)
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind.status === 401) throw error
    const field = error.kind.code === 'directory.file-too-large' ? 'file' : 'address'
    return showSources(c, { values, errors: { [field]: error.say(ctx.locale) } })
  }
}

interface Typed {
  values: Values
  errors: Errors
}

async function showSources(c: Handling, typed?: Typed): Promise<Response> {
  const { ctx } = c.var
  const { locale, viewer } = ctx
  const who = viewer.kind !== 'person' ? 'anonymous' : viewer.operator ? 'operator' : 'person'
  const asked = Number(c.req.query('page') ?? '1')
  const number = Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1
  const [{ sources, total }, proposals, mine, areas] = await Promise.all([
    listSources(ctx, { states: ['active', 'stopped'], limit: pageSize, offset: (number - 1) * pageSize }),
    who === 'operator'
      ? listSources(ctx, { states: ['proposed'], limit: 100, offset: 0 }).then((all) => all.sources)
      : [],
    viewer.kind === 'person' && !viewer.operator ? proposedBy(ctx, viewer.accountId) : [],
    who === 'anonymous' ? [] : listTerritories(ctx),
  ])
  const t = harvestWords(locale).sources
  const body = (
    <SourcesPage
      locale={locale}
      token={formToken(c)}
      who={who}
      sources={sources}
      runs={
        await lastRunOf(
          ctx,
          sources.map((one) => one.id),
        )
      }
      page={number}
      pages={Math.max(1, Math.ceil(total / pageSize))}
      proposals={proposals}
      mine={mine}
      areas={areas.map((one) => ({ value: one.id, label: one.name }))}
      values={typed?.values}
      errors={typed?.errors}
    />
  )
  const content = {
    title: t.title,
    body,
    current: '/directory',
    index: true,
    canonical: `${ctx.origin}/directory/sources`,
  }
  return page(c, content, typed === undefined ? 200 : 422)
}

async function showSource(c: Handling, typed?: Typed): Promise<Response> {
  const { ctx } = c.var
  const { locale, viewer } = ctx
  const operator = viewer.kind === 'person' && viewer.operator
  const source = found(await sourceById(ctx, idOf(c)))
  const own = viewer.kind === 'person' && source.proposedBy === viewer.accountId
  // What was not accepted is between the operator and whoever proposed it.
  if ((source.state === 'proposed' || source.state === 'refused') && !operator && !own) found(undefined)
  const [runs, waiting, refusals, issuers, areas] = await Promise.all([
    lastRuns(ctx, source.id, 11),
    source.runId === null ? 0 : runningDocuments(ctx, source.runId),
    refusedDocuments(ctx, source.id),
    issuersOf(ctx, source.id),
    source.areas.length === 0 ? [] : listAreas(ctx),
  ])
  const body = (
    <SourcePage
      locale={locale}
      token={formToken(c)}
      operator={operator}
      now={ctx.clock.now()}
      source={source}
      areas={areas.filter((one) => source.areas.includes(one.code)).map((one) => one.name)}
      runs={runs}
      waiting={waiting}
      refusals={refusals}
      issuers={issuers}
      values={typed?.values}
      errors={typed?.errors}
    />
  )
  const refresh = source.runId !== null && typed === undefined ? { refreshSeconds: 5 } : {}
  return page(
    c,
    { title: source.name, body, current: '/directory', ...refresh },
    typed === undefined ? 200 : 422,
  )
}

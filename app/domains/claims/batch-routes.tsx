import { found, requirePerson } from '../../infra/context.ts'
import {
  formToken,
  type Handling,
  json,
  page,
  type Router,
  readBody,
  seeOther,
  setFlash,
} from '../../infra/http/index.ts'
import { type AchievementVersion, publishedVersion, publishedVersions } from '../achievements/index.ts'
import { type Organisation, organisationById, organisationBySlug, permit } from '../organisations/index.ts'
import { confirmBatch } from './actions/confirm-batch.ts'
import { type Corrections, correctBatch } from './actions/correct-batch.ts'
import { resumeBatch } from './actions/resume-batch.ts'
import { staffPlace } from './award-routes.tsx'
import { cardsOf } from './codes.ts'
import { exportRows } from './export-rows.ts'
import { type Cells, cellNames } from './list/check-row.ts'
import { AwardsPage } from './pages/awards.tsx'
import { BatchPreview } from './pages/batch-preview.tsx'
import { BatchProgress } from './pages/batch-progress.tsx'
import { BatchReceipt } from './pages/batch-receipt.tsx'
import { CardsPage } from './pages/cards.tsx'
import { faultyPerPage, remainingSeconds, rowsPerPage } from './rules.ts'
import {
  type Batch,
  batchById,
  batchesOf,
  countBatches,
  countCards,
  countRows,
  countWithoutAddress,
  rowsOf,
} from './store.ts'
import { claimsWords, sayFault } from './words.ts'

/** One batch at its address, from preview to receipt, and the list of them all. */
export function batchRoutes(router: Router): void {
  router.get('/organisations/:slug/awards', showAwards)
  router.get('/awards/:id', async (c) => {
    const place = await readable(c)
    if (place.batch.state === 'preview') return showPreview(c, place)
    return place.batch.state === 'confirmed' ? showProgress(c, place) : showReceipt(c, place)
  })
  router.get('/awards/:id/progress', async (c) => json(await progressOf(c, (await readable(c)).batch)))
  router.post('/awards/:id/correct', async (c) => {
    const { batch } = await readable(c)
    const { values } = await readBody(c)
    await correctBatch(c.var.ctx, batch.id, correctionsOf(values))
    setFlash(c, 'claims.corrected')
    return seeOther(c, `/awards/${batch.id}?faulty=${pageNumber(values['page'])}#correct`)
  })
  router.post('/awards/:id/confirm', async (c) => {
    const { batch } = await readable(c)
    await confirmBatch(c.var.ctx, batch.id)
    return seeOther(c, `/awards/${batch.id}`)
  })
  router.post('/awards/:id/resume', async (c) => {
    const { batch } = await readable(c)
    return seeOther(c, `/awards/${await resumeBatch(c.var.ctx, batch.id)}`)
  })
  router.get('/awards/:id/faulty.csv', async (c) => {
    const { batch } = await readable(c)
    const { locale } = c.var.ctx
    const t = claimsWords(locale).export
    const rows = await rowsOf(c.var.ctx, batch.id, { states: ['faulty'] })
    const text = exportRows(
      t.titles,
      rows.map((row) => ({
        row,
        reason: row.faults.map((fault) => sayFault(locale, fault, row.cells)).join(' '),
      })),
    )
    return c.body(text, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${t.file}"`,
      'cache-control': 'private, no-store',
    })
  })
  router.get('/awards/:id/cards', async (c) => {
    const { batch, version, organisation } = await readable(c)
    const { ctx } = c.var
    return page(c, {
      title: claimsWords(ctx.locale).cards.title,
      bare: true,
      body: (
        <CardsPage
          locale={ctx.locale}
          origin={ctx.origin}
          version={version}
          organisation={organisation}
          cards={await cardsOf(ctx, batch.id)}
        />
      ),
    })
  })
}

interface BatchPlace {
  batch: Batch
  version: AchievementVersion
  organisation: Organisation
}

/** A batch of an organisation in which the viewer may award. */
async function readable(c: Handling): Promise<BatchPlace> {
  requirePerson(c.var.ctx)
  const batch = found(await batchById(c.var.ctx, c.req.param('id') ?? ''))
  const organisation = found(await organisationById(c.var.ctx, batch.organisationId))
  await permit(c.var.ctx, organisation, 'credential.award')
  const version = found(await publishedVersion(c.var.ctx, batch.achievementId, batch.version))
  return { batch, version, organisation }
}

function pageNumber(value: unknown): number {
  const number = typeof value === 'string' ? Number(value) : 1
  return Number.isInteger(number) && number > 0 && number < 10_000 ? number : 1
}

/** A page that exists: corrections may have emptied the last one. */
const within = (asked: number, total: number, size: number) =>
  Math.min(asked, Math.max(1, Math.ceil(total / size)))

function correctionsOf(values: Record<string, string | string[]>): Corrections {
  const corrections = new Map<string, Partial<Cells>>()
  for (const [name, value] of Object.entries(values)) {
    const [, rowId, cell] = /^cell\.([0-9a-f-]{36})\.([a-z]+)$/.exec(name) ?? []
    const known = cellNames.find((one) => one === cell)
    if (rowId === undefined || known === undefined || typeof value !== 'string') continue
    corrections.set(rowId, { ...corrections.get(rowId), [known]: value })
  }
  return corrections
}

async function showPreview(c: Handling, place: BatchPlace): Promise<Response> {
  const { ctx } = c.var
  const { batch } = place
  const counts = await countRows(ctx, batch.id)
  const faulty = within(pageNumber(c.req.query('faulty')), counts.faulty, faultyPerPage)
  const others = within(pageNumber(c.req.query('rows')), counts.read - counts.faulty, rowsPerPage)
  return page(c, {
    title: claimsWords(ctx.locale).choose.title(place.version.name),
    ...staffPlace(place.organisation),
    body: (
      <BatchPreview
        locale={ctx.locale}
        token={formToken(c)}
        batch={batch}
        version={place.version}
        counts={counts}
        withoutAddress={await countWithoutAddress(ctx, batch.id)}
        faulty={{
          page: faulty,
          rows: await rowsOf(ctx, batch.id, {
            states: ['faulty'],
            limit: faultyPerPage,
            offset: (faulty - 1) * faultyPerPage,
          }),
        }}
        others={{
          page: others,
          rows: await rowsOf(ctx, batch.id, {
            states: ['ready', 'already'],
            limit: rowsPerPage,
            offset: (others - 1) * rowsPerPage,
          }),
        }}
      />
    ),
  })
}

async function progressOf(c: Handling, batch: Batch) {
  const { read, ...counts } = await countRows(c.var.ctx, batch.id)
  return {
    done: counts.awarded,
    total: counts.ready + counts.recorded + counts.awarded,
    finished: batch.state === 'done',
    counts: { ...counts, read },
  }
}

async function showProgress(c: Handling, { batch, version, organisation }: BatchPlace): Promise<Response> {
  const { ctx } = c.var
  const progress = await progressOf(c, batch)
  const elapsed = (ctx.clock.now().getTime() - (batch.confirmedAt ?? batch.createdAt).getTime()) / 1000
  return page(c, {
    title: claimsWords(ctx.locale).choose.title(version.name),
    ...staffPlace(organisation),
    refreshSeconds: 3,
    body: (
      <BatchProgress
        locale={ctx.locale}
        batch={batch}
        version={version}
        progress={progress}
        remaining={remainingSeconds(progress.done, progress.total, elapsed)}
      />
    ),
  })
}

async function showReceipt(c: Handling, place: BatchPlace): Promise<Response> {
  const { ctx } = c.var
  const { batch } = place
  const counts = await countRows(ctx, batch.id)
  const rows = within(pageNumber(c.req.query('rows')), counts.awarded, rowsPerPage)
  return page(c, {
    title: claimsWords(ctx.locale).choose.title(place.version.name),
    ...staffPlace(place.organisation),
    body: (
      <BatchReceipt
        locale={ctx.locale}
        token={formToken(c)}
        batch={batch}
        version={place.version}
        organisation={place.organisation}
        counts={counts}
        cards={await countCards(ctx, batch.id)}
        awarded={{
          page: rows,
          rows: await rowsOf(ctx, batch.id, {
            states: ['awarded'],
            limit: rowsPerPage,
            offset: (rows - 1) * rowsPerPage,
          }),
        }}
      />
    ),
  })
}

async function showAwards(c: Handling): Promise<Response> {
  const { ctx } = c.var
  requirePerson(ctx)
  const organisation = found(await organisationBySlug(ctx, c.req.param('slug') ?? ''))
  await permit(ctx, organisation, 'organisation.read')
  const total = await countBatches(ctx, organisation.id)
  const number = within(pageNumber(c.req.query('page')), total, rowsPerPage)
  const batches = await batchesOf(ctx, organisation.id, {
    limit: rowsPerPage,
    offset: (number - 1) * rowsPerPage,
  })
  const versions = await publishedVersions(
    ctx,
    batches.map(({ batch }) => batch),
  )
  const names = new Map(versions.map((one) => [`${one.achievementId} ${one.version}`, one.name]))
  return page(c, {
    title: claimsWords(ctx.locale).awards.title,
    ...staffPlace(organisation),
    body: (
      <AwardsPage
        locale={ctx.locale}
        organisation={organisation}
        total={total}
        page={number}
        batches={batches.map(({ batch, counts }) => ({
          batch,
          counts,
          badge: names.get(`${batch.achievementId} ${batch.version}`) ?? '',
        }))}
      />
    ),
  })
}

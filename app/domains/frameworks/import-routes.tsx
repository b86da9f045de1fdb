import { found, requirePerson } from '../../infra/context.ts'
import {
  type Errors,
  formToken,
  type Handling,
  json,
  page,
  parseForm,
  type Router,
  readBody,
  seeOther,
  type Values,
} from '../../infra/http/index.ts'
import { newId } from '../../infra/ids.ts'
import { Refusal, refuse } from '../../infra/refusal.ts'
import type { ProgressState } from '../../ui/islands/progress-poll.tsx'
import { type Organisation, organisationBySlug } from '../organisations/index.ts'
import { requestImport } from './actions/request-import.ts'
import { frameworksRefusals } from './errors.ts'
import { type FrameworkImport, importById, importsOf } from './imports.ts'
import { ImportFormPage } from './pages/import-form.tsx'
import { ImportStatePage } from './pages/import-state.tsx'
import { permitImport } from './permit-import.ts'
import { fileBytes } from './rules.ts'
import { importForm } from './schema.ts'
import { frameworkById, listFrameworks } from './store.ts'
import { frameworksWords } from './words.ts'

/** Sending a file, and following what becomes of it. */
export function importRoutes(router: Router): void {
  router.get('/frameworks/import', async (c) => showForm(c, await instance(c)))
  router.post('/frameworks/import', async (c) => receive(c, await instance(c)))
  router.get('/frameworks/imports/:id', showImport)
  router.get('/frameworks/imports/:id/progress', async (c) => json(progressOf((await readable(c)).one)))
  router.get('/organisations/:slug/frameworks', async (c) => showForm(c, await own(c)))
  router.post('/organisations/:slug/frameworks', async (c) => receive(c, await own(c)))
}

/** For whom: an organisation, or the whole installation. */
interface Place {
  organisation: Organisation | undefined
  path: string
}

async function instance(c: Handling): Promise<Place> {
  requirePerson(c.var.ctx)
  await permitImport(c.var.ctx, null)
  return { organisation: undefined, path: '/frameworks/import' }
}

async function own(c: Handling): Promise<Place> {
  requirePerson(c.var.ctx)
  const organisation = found(await organisationBySlug(c.var.ctx, c.req.param('slug') ?? ''))
  await permitImport(c.var.ctx, organisation.id)
  return placeOf(organisation)
}

const placeOf = (organisation: Organisation | undefined): Place => ({
  organisation,
  path: organisation === undefined ? '/frameworks/import' : `/organisations/${organisation.slug}/frameworks`,
})

const frameOf = ({ organisation }: Place) =>
  organisation === undefined
    ? ({ area: 'person' } as const)
    : ({
        area: 'staff',
        place: { name: organisation.name, path: `/organisations/${organisation.slug}` },
      } as const)

async function showForm(
  c: Handling,
  place: Place,
  form: { values: Values; errors: Errors } | undefined = undefined,
): Promise<Response> {
  const { ctx } = c.var
  const ownerId = place.organisation?.id ?? null
  const body = (
    <ImportFormPage
      locale={ctx.locale}
      token={formToken(c)}
      action={place.path}
      importId={newId()}
      frameworks={(await listFrameworks(ctx)).filter(
        (one) => one.kind !== 'shipped' && one.ownerId === ownerId,
      )}
      imports={await importsOf(ctx, ownerId)}
      above={place.organisation?.name}
      values={form?.values ?? {}}
      errors={form?.errors ?? {}}
    />
  )
  const title = frameworksWords(ctx.locale).form.title
  return page(c, { title, ...frameOf(place), body }, form === undefined ? 200 : 422)
}

async function receive(c: Handling, place: Place): Promise<Response> {
  const { ctx } = c.var
  const { values, files } = await readBody(c)
  const form = parseForm(ctx.locale, importForm(ctx.locale), values)
  if (!form.ok) return showForm(c, place, form)
  try {
    const file = files['file']?.[0]
    if (file === undefined || (file.size === 0 && file.name === ''))
      throw refuse(frameworksRefusals.fileMissing)
    if (file.size > fileBytes) throw refuse(frameworksRefusals.fileTooLarge)
    const { data } = form
    const id = await requestImport(ctx, {
      id: data.import,
      ownerId: place.organisation?.id ?? null,
      fileName: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
      wish: {
        name: data.name,
        sourceUrl: data.source,
        licenceName: data.licence,
        licenceUrl: data.licenceUrl,
        version: data.version,
        language: data.language,
        format: data.format,
        frameworkId: data.framework === '' ? undefined : data.framework,
      },
    })
    return seeOther(c, `/frameworks/imports/${id}`)
  } catch (error) {
    if (!(error instanceof Refusal) || ![409, 413, 422].includes(error.kind.status)) throw error
    const field = error.kind.status === 409 ? 'framework' : 'file'
    return showForm(c, place, { values, errors: { [field]: error.say(ctx.locale) } })
  }
}

/** An import that the viewer could have asked for. */
async function readable(c: Handling): Promise<{ one: FrameworkImport; place: Place }> {
  requirePerson(c.var.ctx)
  const one = found(await importById(c.var.ctx, c.req.param('id') ?? ''))
  return { one, place: placeOf(await permitImport(c.var.ctx, one.ownerId)) }
}

const progressOf = (one: FrameworkImport): ProgressState => ({
  done: one.done,
  total: one.total,
  finished: one.state === 'done' || one.state === 'refused',
})

async function showImport(c: Handling): Promise<Response> {
  const { ctx } = c.var
  const { one, place } = await readable(c)
  const framework = one.frameworkId === null ? undefined : await frameworkById(ctx, one.frameworkId)
  const progress = progressOf(one)
  return page(c, {
    title: framework?.name[ctx.locale] ?? frameworksWords(ctx.locale).form.title,
    ...frameOf(place),
    ...(progress.finished ? {} : { refreshSeconds: 3 }),
    body: (
      <ImportStatePage
        locale={ctx.locale}
        one={one}
        progress={progress}
        framework={framework && { name: framework.name[ctx.locale], path: `/frameworks/${framework.slug}` }}
        again={place.path}
      />
    ),
  })
}

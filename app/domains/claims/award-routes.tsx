import { found, requirePerson } from '../../infra/context.ts'
import {
  type Errors,
  formToken,
  type Handling,
  page,
  parseForm,
  type Router,
  readBody,
  seeOther,
  type Values,
} from '../../infra/http/index.ts'
import { newId } from '../../infra/ids.ts'
import { Refusal, refuse } from '../../infra/refusal.ts'
import { decode } from '../../infra/text-table/index.ts'
import {
  type AchievementVersion,
  achievementById,
  publishedVersion,
  refuseUnlessAwarded,
} from '../achievements/index.ts'
import { type Organisation, organisationById, permit } from '../organisations/index.ts'
import { confirmBatch } from './actions/confirm-batch.ts'
import { createBatch, type NewBatch } from './actions/create-batch.ts'
import { claimsRefusals } from './errors.ts'
import { checkCells, tidyAddress, tidyText } from './list/check-row.ts'
import { ChoosePage } from './pages/choose.tsx'
import { fileBytes } from './rules.ts'
import { AwardForm } from './schema.ts'
import { countRows } from './store.ts'
import { claimsWords, sayFault } from './words.ts'

/** Choosing to whom: the list is read here, and only here. */
export function awardRoutes(router: Router): void {
  router.get('/achievements/:id/award', async (c) => showChoose(c, await awardable(c, c.req.param('id')), {}))
  router.post('/achievements/:id/award', async (c) => {
    const place = await awardable(c, c.req.param('id'))
    const { values, files } = await readBody(c)
    const form = parseForm(c.var.ctx.locale, AwardForm, values)
    if (!form.ok) return showChoose(c, place, form)
    const { kind, batch } = form.data
    if (kind === 'one') return awardOne(c, place, form.data, values)
    try {
      const list = kind === 'paste' ? pasted(form.data.list) : await sent(c, files['file']?.[0])
      const id = await createBatch(c.var.ctx, { id: batch, achievementId: place.version.achievementId, list })
      return seeOther(c, `/awards/${id}`)
    } catch (error) {
      if (!(error instanceof Refusal) || ![413, 422].includes(error.kind.status)) throw error
      const field = kind === 'paste' ? 'list' : 'file'
      return showChoose(c, place, { values, errors: { [field]: error.say(c.var.ctx.locale) } })
    }
  })
}

export interface AwardPlace {
  version: AchievementVersion
  organisation: Organisation
}

/** A published achievement that the viewer may award. */
export async function awardable(c: Handling, achievementId: string): Promise<AwardPlace> {
  requirePerson(c.var.ctx)
  const achievement = found(await achievementById(c.var.ctx, achievementId))
  const organisation = found(await organisationById(c.var.ctx, achievement.organisationId))
  await permit(c.var.ctx, organisation, 'credential.award')
  const version = await publishedVersion(c.var.ctx, achievement.id)
  if (version === undefined) throw refuse(claimsRefusals.notPublished)
  await refuseUnlessAwarded(c.var.ctx, achievement)
  return { version, organisation }
}

export const staffPlace = (organisation: Organisation) => ({
  area: 'staff' as const,
  place: { name: organisation.name, path: `/organisations/${organisation.slug}` },
  current: `/organisations/${organisation.slug}/awards`,
})

function showChoose(
  c: Handling,
  { version, organisation }: AwardPlace,
  form: { values?: Values; errors?: Errors },
): Response {
  const { locale } = c.var.ctx
  return page(
    c,
    {
      title: claimsWords(locale).choose.title(version.name),
      ...staffPlace(organisation),
      body: (
        <ChoosePage
          locale={locale}
          token={formToken(c)}
          version={version}
          batchId={newId()}
          values={form.values ?? {}}
          errors={form.errors ?? {}}
        />
      ),
    },
    form.errors === undefined ? 200 : 422,
  )
}

const pasted = (text: string): NewBatch['list'] => ({ kind: 'paste', text })

async function sent(c: Handling, file: File | undefined): Promise<NewBatch['list']> {
  if (file === undefined || file.size === 0) {
    const sentence = (locale: 'fr' | 'en') => claimsWords(locale).choose.fileMissing
    throw new Refusal(
      { code: 'claims.file-missing', status: 422 },
      { fr: sentence('fr'), en: sentence('en') },
    )
  }
  if (file.size > fileBytes) throw refuse(claimsRefusals.fileTooLarge)
  const read = decode(new Uint8Array(await file.arrayBuffer()))
  if (read === undefined) throw refuse(claimsRefusals.notText)
  c.var.ctx.log.debug({ bytes: file.size, encoding: read.encoding }, 'list read')
  return { kind: 'file', fileName: file.name.slice(0, 120), ...read }
}

/** One person is awarded at once: the form itself says everything, so a preview would ask twice. */
async function awardOne(
  c: Handling,
  place: AwardPlace,
  typed: { batch?: string | undefined; name: string; address: string; evidence: string; narrative: string },
  values: Values,
): Promise<Response> {
  const { ctx } = c.var
  const cells = {
    name: tidyText(typed.name.replace(/\s+/g, ' ')),
    address: tidyAddress(typed.address),
    evidence: tidyText(typed.evidence),
    narrative: tidyText(typed.narrative),
  }
  const faults = checkCells(cells, { evidenceRequired: place.version.evidenceRule === 'required' })
  if (faults.length > 0) {
    const errors: Errors = {}
    for (const fault of faults) errors[fault.cell] ??= sayFault(ctx.locale, fault, cells)
    return showChoose(c, place, { values, errors })
  }
  const id = await createBatch(ctx, {
    id: typed.batch,
    achievementId: place.version.achievementId,
    list: { kind: 'one', row: { line: 1, cells, faults: [] } },
  })
  if ((await countRows(ctx, id)).ready > 0) await confirmBatch(ctx, id)
  return seeOther(c, `/awards/${id}`)
}

import { found, requirePerson } from '../../infra/context.ts'
import {
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
import { Refusal } from '../../infra/refusal.ts'
import { type AchievementVersion, publishedVersion } from '../achievements/index.ts'
import { type Organisation, organisationById, permit } from '../organisations/index.ts'
import { createCode, stopCode } from './actions/keep-codes.ts'
import { decideRequests } from './actions/redeem-code.ts'
import { type AwardPlace, awardable, staffPlace } from './award-routes.tsx'
import { type ClaimCode, codeById, codesOf, requestsOf, takenOf } from './codes.ts'
import { addDays, dayOf } from './days.ts'
import { claimsRefusals } from './errors.ts'
import { CodePage } from './pages/code.tsx'
import { CodePoster } from './pages/code-poster.tsx'
import { CodesPage } from './pages/codes.tsx'
import { codeForm, DecideForm } from './schema.ts'
import { claimsWords } from './words.ts'

/** Codes for groups, as staff see them. */
export function codeRoutes(router: Router): void {
  router.get('/achievements/:id/codes', async (c) => showCodes(c, await awardable(c, c.req.param('id'))))
  router.post('/achievements/:id/codes', async (c) => {
    const place = await awardable(c, c.req.param('id'))
    const { ctx } = c.var
    const form = await readForm(c, codeForm(ctx.locale, dayOf(ctx.clock.now())))
    if (!form.ok) return showCodes(c, place, form)
    try {
      const id = await createCode(ctx, { achievementId: place.version.achievementId, ...form.data })
      return seeOther(c, `/codes/${id}`)
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind.code !== claimsRefusals.evidenceMissing.code) throw error
      return showCodes(c, place, { values: form.values, errors: { narrative: error.say(ctx.locale) } })
    }
  })
  router.get('/codes/:id', async (c) => showCode(c, await readable(c)))
  router.post('/codes/:id/stop', async (c) => {
    const { code } = await readable(c)
    await stopCode(c.var.ctx, code.id)
    setFlash(c, 'claims.code-stopped')
    return seeOther(c, `/codes/${code.id}`)
  })
  router.post('/codes/:id/requests', async (c) => {
    const place = await readable(c)
    const form = await readForm(c, DecideForm)
    if (!form.ok || form.data.request.length === 0)
      return showCode(c, place, claimsWords(c.var.ctx.locale).code.nobody)
    const { request: requestIds, decision } = form.data
    await decideRequests(c.var.ctx, { codeId: place.code.id, requestIds, decision })
    setFlash(c, 'claims.decided')
    return seeOther(c, `/codes/${place.code.id}`)
  })
  router.get('/codes/:id/poster', async (c) => {
    const { code, version, organisation } = await readable(c)
    const { ctx } = c.var
    return page(c, {
      title: version.name,
      bare: true,
      body: (
        <CodePoster
          locale={ctx.locale}
          origin={ctx.origin}
          version={version}
          organisation={organisation}
          code={code}
        />
      ),
    })
  })
}

interface CodePlace {
  code: ClaimCode
  version: AchievementVersion
  organisation: Organisation
}

async function readable(c: Handling): Promise<CodePlace> {
  requirePerson(c.var.ctx)
  const code = found(await codeById(c.var.ctx, c.req.param('id') ?? ''))
  const organisation = found(await organisationById(c.var.ctx, code.organisationId))
  await permit(c.var.ctx, organisation, 'credential.award')
  return {
    code,
    organisation,
    version: found(await publishedVersion(c.var.ctx, code.achievementId, code.version)),
  }
}

async function showCodes(
  c: Handling,
  { version, organisation }: AwardPlace,
  form?: { values: Values; errors: Errors },
): Promise<Response> {
  const { ctx } = c.var
  const today = dayOf(ctx.clock.now())
  const fresh: Values = { opens: today, closes: addDays(today, 7), most: '30', approval: 'automatic' }
  return page(
    c,
    {
      title: claimsWords(ctx.locale).codes.title(version.name),
      ...staffPlace(organisation),
      body: (
        <CodesPage
          locale={ctx.locale}
          token={formToken(c)}
          now={ctx.clock.now()}
          version={version}
          codes={await codesOf(ctx, version.achievementId)}
          values={form?.values ?? fresh}
          errors={form?.errors ?? {}}
        />
      ),
    },
    form === undefined ? 200 : 422,
  )
}

async function showCode(c: Handling, place: CodePlace, error?: string): Promise<Response> {
  const { ctx } = c.var
  return page(
    c,
    {
      title: claimsWords(ctx.locale).code.title(place.code.label),
      ...staffPlace(place.organisation),
      body: (
        <CodePage
          locale={ctx.locale}
          token={formToken(c)}
          origin={ctx.origin}
          now={ctx.clock.now()}
          version={place.version}
          code={place.code}
          taken={(await takenOf(ctx, [place.code.id])).get(place.code.id) ?? 0}
          requests={await requestsOf(ctx, place.code.id)}
          error={error}
        />
      ),
    },
    error === undefined ? 200 : 422,
  )
}

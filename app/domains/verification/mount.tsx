import { type Errors, type Handling, json, type Mount, page, readBody } from '../../infra/http/index.ts'
import { sayMoment } from '../../infra/i18n.ts'
import { Refusal } from '../../infra/refusal.ts'
import { assessRoute } from './assess-route.ts'
import { readFacts, shorten } from './facts.ts'
import { type ReadLocal, readAddress } from './fetch-badge.ts'
import { markFor } from './mark-for.ts'
import { maxFileBytes } from './max-file-bytes.ts'
import { ResultPage } from './pages/result.tsx'
import { VerifyBox, VerifyPage } from './pages/verify.tsx'
import { verdictWord } from './parts/verdict-block.tsx'
import { readUrl, readWish } from './read-request.ts'
import { vcApiRoutes } from './vc-api/routes.ts'
import { verifyBadge } from './verify-badge.ts'
import { verificationWords } from './words.ts'

export interface VerificationOptions {
  /** Opens the paths of the conformance suites. */
  vcApi: boolean
  /** Reads a badge of this very site by its address: the slice that publishes them gives it. */
  readLocal?: ReadLocal | undefined
}

export function verificationMount(options: VerificationOptions): Mount {
  return {
    name: 'verification',
    // Verifying changes nothing and keeps nothing: a form on another site may ask for it.
    openForms: ['/verify'],
    routes(router) {
      router.post('/api/verify', async (c) => {
        const { input, recipient } = await readWish(c, options.readLocal)
        const { report } = await verifyBadge(c.var.ctx, input, { recipient })
        return json(report)
      })
      assessRoute(router)
      router.get('/verify', (c) => showBox(c, c.req.query('url')))
      router.post('/verify', (c) => showResult(c, options.readLocal))
      if (options.vcApi) vcApiRoutes(router)
    },
  }
}

function showBox(c: Handling, value: string | undefined, errors?: Errors): Response {
  const { locale } = c.var.ctx
  const { title } = verificationWords(locale).page
  const body = <VerifyPage locale={locale} value={value} errors={errors} />
  const canonical = `${c.var.ctx.origin}/verify`
  return page(c, { title, body, canonical, index: true }, errors === undefined ? 200 : 422)
}

async function showResult(c: Handling, readLocal: ReadLocal | undefined): Promise<Response> {
  const { ctx } = c.var
  const { locale } = ctx
  const { values, files } = await readBody(c)
  const typed = typeof values['badge'] === 'string' ? values['badge'].trim() : ''
  const [file] = files['file'] ?? []
  const t = verificationWords(locale)
  if (typed === '' && file === undefined) return showBox(c, typed, { badge: t.page.empty })
  if (typed !== '' && file !== undefined) return showBox(c, typed, { badge: t.page.both })
  if (file !== undefined && file.size > maxFileBytes) return showBox(c, typed, { file: t.page.tooLarge })

  let given: Given
  try {
    given = file === undefined ? await readTyped(c, typed, readLocal) : await readFile(c, file)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return showBox(c, typed, { badge: error.say(locale) })
  }
  const reading = await verifyBadge(ctx, given.input)
  const { credential, report } = reading
  const mark =
    credential === undefined
      ? ({ kind: 'none' } as const)
      : await markFor(ctx, credential, readFacts(credential, report))
  const { source } = given
  const box = <VerifyBox locale={locale} />
  const body = <ResultPage locale={locale} reading={reading} source={source} mark={mark} box={box} />
  return page(c, { title: verdictWord(report, locale), current: '/verify', body })
}

interface Given {
  input: Uint8Array | string
  source: string
}

async function readFile(c: Handling, file: File): Promise<Given> {
  const { locale, clock } = c.var.ctx
  const source = verificationWords(locale).sources.file(
    shorten(file.name, 34),
    sayMoment(locale, clock.now()),
  )
  return { input: new Uint8Array(await file.arrayBuffer()), source }
}

// An address holds no space and no brace; anything else is the badge itself.
async function readTyped(c: Handling, typed: string, readLocal: ReadLocal | undefined): Promise<Given> {
  const { locale, clock } = c.var.ctx
  const t = verificationWords(locale).sources
  const moment = sayMoment(locale, clock.now())
  const url = /^[{[]|^eyJ/.test(typed) ? undefined : readAddress(c.var.ctx, typed)
  if (url === undefined) return { input: typed, source: t.text(moment) }
  const source = t.address(shorten(`${url.host}${url.pathname}`, 34), moment)
  return { input: await readUrl(c.var.ctx, url.href, readLocal), source }
}

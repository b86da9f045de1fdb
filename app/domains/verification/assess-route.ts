import { type Assessment, assess } from '@insigne/badge-quality'
import { type JsonObject, parseJson, type VerificationReport } from '@insigne/open-badges'
import { type Handling, json, type Router } from '../../infra/http/index.ts'
import { refuse } from '../../infra/refusal.ts'
import { askHeld } from '../achievements/index.ts'
import { verificationRefusals } from './errors.ts'
import { memberText } from './member-text.ts'
import { verifyBadge } from './verify-badge.ts'

/**
 * Nature and solidité of any achievement or credential, for programs: the same answer as the page and as
 * `insigne assess`. Nothing is kept. A credential is verified first, since who issued it is one of the facts.
 */
export function assessRoute(router: Router): void {
  router.post('/api/achievements/assess', async (c) => {
    const type =
      (c.req.header('content-type') ?? 'application/json').split(';')[0]?.trim().toLowerCase() ?? ''
    if (!/^application\/(?:[\w.-]+\+)?json$/.test(type)) throw refuse(verificationRefusals.jsonOnly)
    return json(await assessGiven(c, given(await c.req.text())))
  })
}

type Given = { achievement: JsonObject } | { credential: string; parsed: JsonObject | undefined }

/** What was sent: an achievement, a credential, or one of them under its name. */
function given(text: string): Given {
  const body = readObject(text)
  if (body === undefined) throw refuse(verificationRefusals.notJson)
  const { achievement, credential } = body
  if (isObject(achievement) && credential === undefined) return { achievement }
  if (achievement === undefined && typeof credential === 'string' && credential.trim() !== '')
    return { credential, parsed: undefined }
  if (achievement === undefined && isObject(credential)) {
    // What is signed is text: it is judged exactly as it was sent.
    const exact = memberText(text, 'credential')
    if (typeof exact !== 'string') throw refuse(verificationRefusals.nothingToAssess)
    return { credential: exact, parsed: credential }
  }
  if ('credentialSubject' in body || 'badge' in body) return { credential: text, parsed: body }
  if ('criteria' in body) return { achievement: body }
  throw refuse(verificationRefusals.nothingToAssess)
}

async function assessGiven(
  c: Handling,
  sent: Given,
): Promise<Assessment & { verdict?: 'valid' | 'invalid' | 'undetermined' }> {
  if ('achievement' in sent) {
    const { achievement } = sent
    return assess({ achievement, registration: await askHeld(c.var.ctx, { achievement }) })
  }
  const { report, assessment } = await verifyBadge(c.var.ctx, sent.credential)
  const judged =
    assessment ?? (sent.parsed === undefined ? undefined : await assessUnread(c, sent.parsed, report))
  if (judged === undefined) throw refuse(verificationRefusals.nothingToAssess)
  return { verdict: report.verdict, ...judged }
}

/** What could not be verified is judged by what it says, as far as it says anything. */
const assessUnread = async (c: Handling, credential: JsonObject, report: VerificationReport) =>
  assess({ credential, report, registration: await askHeld(c.var.ctx, { credential }) })

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function readObject(text: string): JsonObject | undefined {
  try {
    const value = parseJson(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

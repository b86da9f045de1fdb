import { directRecords } from '../canonical/direct.ts'
import { type Statements, unsignedStatements } from '../canonical/statements.ts'
import { type ContextBundle, credentialsV1, credentialsV2 } from '../contexts/bundle.ts'
import { OpenBadgesError } from '../errors.ts'
import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts'
import { check } from './catalogue/index.ts'
import type { Environment } from './examination.ts'
import type { Check } from './report.ts'

interface ContextRules {
  /** The second context must be one of Open Badges. */
  wantsOpenBadges: boolean
  /** The second context must be that of learner records, and Open Badges the third. */
  wantsClr?: boolean
  /** The document may carry contexts of its own. */
  allowsInline: boolean
}

function listFault(
  context: Json | undefined,
  { wantsOpenBadges, wantsClr = false, allowsInline }: ContextRules,
  bundle: ContextBundle,
): Check | undefined {
  const list = asArray(context)
  if (list.length === 0) return check('context.missing')
  const inline = list.findIndex((one) => typeof one !== 'string' && !(allowsInline && isJsonObject(one)))
  if (inline !== -1) return check('context.inline', { path: `/@context/${inline}` })
  const urls = list.filter((one) => typeof one === 'string')
  if (urls[0] !== credentialsV2 && urls[0] !== credentialsV1) return check('context.order', { context: urls })
  if (new Set(urls).size !== urls.length) return check('context.order', { context: urls })
  if (wantsClr && !/\/spec\/clr\/v2p0\/context(-2\.\d\.\d)?\.json$/.test(urls[1] ?? '')) {
    return check('context.order', { context: urls })
  }
  const badges = urls[wantsClr ? 2 : 1] ?? ''
  if (wantsOpenBadges && !/\/spec\/ob\/v3p0\/context(-3\.\d\.\d)?\.json$/.test(badges)) {
    return check('context.order', { context: urls })
  }
  const foreign = urls.filter((url) => bundle.at(url) === undefined)
  return foreign.length > 0 ? check('context.foreign', { foreign }) : undefined
}

/**
 * The vocabulary: only pinned contexts, in order, and every word defined by them (safe mode). Gives the statements of the
 * document, so that what was checked is what the signature is compared with.
 */
export async function checkContext(
  document: JsonObject,
  rules: ContextRules,
  isWellFormed: boolean,
  bundles: Environment['bundles'],
): Promise<{ check: Check; statements?: Statements }> {
  const context = document['@context']
  const fault = listFault(context, rules, bundles[0])
  if (fault) return { check: fault }
  let failure: Check | undefined
  // Context 3.0.3 exists in two texts: a word is known if either defines it.
  for (const bundle of bundles) {
    try {
      // What breaks the model has its verdict already: the general processor is not started for it.
      const statements = isWellFormed
        ? await unsignedStatements(document, bundle)
        : directRecords(document, bundle, 'proof')
      if (!statements) return { check: check('context.not-run') }
      return {
        check: check('context.pinned', { context: asArray(context), edition: bundle.edition }),
        statements,
      }
    } catch (error) {
      if (!(error instanceof OpenBadgesError)) throw error
      failure = check(error.code === 'context.foreign' ? error.code : 'context.unknown-term', {
        reason: error.message,
      })
    }
  }
  return { check: failure ?? check('context.unknown-term') }
}

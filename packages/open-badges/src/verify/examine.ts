import { clrFaults } from '../clr/nested.ts'
import type { Fault } from '../errors.ts'
import { faultsOf } from '../guard/check.ts'
import { credentialFaults } from '../guard/credential.ts'
import { asArray, type JsonObject } from '../json.ts'
import { check } from './catalogue/index.ts'
import { checkContext } from './check-context.ts'
import { checkEmbedded, checkJwt } from './check-proof.ts'
import { type Checks, type Environment, passed, put, type Subject } from './examination.ts'
import type { Check } from './report.ts'

const structureCode: Record<string, string> = {
  credential: 'structure.ob3',
  clr: 'structure.clr',
  endorsement: 'structure.endorsement',
  'status-list': 'structure.status-list',
}

const faultData = (faults: Fault[]): JsonObject[] =>
  faults.map(({ code, path = '', message }) => ({ code, path, message }))

function checkStructure({ document, shape }: Subject): Check {
  if (!shape) {
    const faults = credentialFaults(document, 'verify')
    return faults.length === 0
      ? check('structure.vc')
      : check('structure.faults', { faults: faultData(faults) })
  }
  const types = asArray(document['type'])
  const isClr = shape.code === 'clr'
  const faults = isClr ? clrFaults(document, shape, 'tolerant') : faultsOf(document, shape, 'tolerant')
  if (!types.includes('VerifiableCredential')) {
    faults.unshift({
      code: `${shape.code}.type-value`,
      path: '/type',
      message: 'VerifiableCredential is missing',
    })
  }
  if (faults.length === 0) return check(structureCode[shape.code] ?? 'structure.ob3')
  const foreign = faults.some(
    ({ code }) => code.endsWith('.unknown-term') || code.endsWith('.keyword-refused'),
  )
  return check(foreign ? 'structure.unknown-term' : 'structure.faults', {
    faults: faultData(faults),
  })
}

/**
 * Structure, context, proof and issuer of one signed document: what every credential, list and endorsement needs.
 * The guard comes first: nothing unsigned passes it, so what is shown later is what was signed.
 */
export async function examine(subject: Subject, environment: Environment): Promise<Checks> {
  const checks: Checks = new Map()
  put(checks, checkStructure(subject))
  const { check: context, statements } = await checkContext(
    subject.document,
    {
      wantsClr: subject.shape?.code === 'clr',
      wantsOpenBadges: subject.shape !== undefined && subject.shape.code !== 'status-list',
      allowsInline: subject.shape === undefined && environment.options.inlineContexts === true,
    },
    passed(checks, 'structure'),
    environment.bundles,
  )
  put(checks, context)
  // A document that breaks the model is not hashed: its graph may be hostile, and its verdict is known.
  if (!statements || !passed(checks, 'structure')) return checks
  const { proof, issuer } = subject.jwt
    ? await checkJwt(subject.jwt.token, subject.jwt.opened, environment)
    : await checkEmbedded(subject.document, statements, environment)
  put(checks, proof)
  put(checks, issuer)
  return checks
}

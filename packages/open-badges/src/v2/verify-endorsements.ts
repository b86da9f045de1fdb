import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts'
import { check } from '../verify/catalogue/index.ts'
import type { Check } from '../verify/report.ts'
import type { HostedDocuments } from './hosted.ts'
import { loadIssuer } from './linked.ts'
import { sameAddress } from './scope.ts'
import { askHosted, checkScope } from './verify-hosted.ts'

const maxEndorsements = 20

/** An endorsement, with the id of what carries it. */
interface Carried {
  address: string | undefined
  about: string
  path: string
}

function carriedBy(document: JsonObject | undefined, path: string): Carried[] {
  const about = document?.['id']
  if (typeof about !== 'string') return []
  return asArray(document?.['endorsement']).map((one: Json, at): Carried => {
    const id = isJsonObject(one) ? one['id'] : one
    return { address: typeof id === 'string' ? id : undefined, about, path: `${path}/endorsement/${at}` }
  })
}

async function verdictOf({ address, about, path }: Carried, documents: HostedDocuments): Promise<JsonObject> {
  if (address === undefined) return { path, state: 'invalid', code: 'proof.hosted-address' }
  const { proof, document } = await askHosted(address, undefined, documents)
  if (proof.state !== 'valid' || !document) return { path, state: proof.state, code: proof.code }
  const { claim, type, issuer } = document
  const target = isJsonObject(claim) ? claim['id'] : undefined
  if (!asArray(type).includes('Endorsement')) return { path, state: 'invalid', code: 'structure.faults' }
  if (typeof target !== 'string' || !(target === about || sameAddress(target, about)))
    return { path, state: 'invalid', code: 'endorsements.foreign-subject' }
  const by = isJsonObject(issuer) ? issuer['id'] : issuer
  if (typeof by !== 'string') return { path, state: 'invalid', code: 'structure.faults' }
  const { state, code } = checkScope(address, await loadIssuer(by, documents))
  return { path, state, code: state === 'valid' ? 'endorsements.valid' : code }
}

/** Endorsements of an assertion, its badge class and its issuer: each hosted by whoever endorses. OB 2.0, "Endorsement". */
export async function checkLegacyEndorsements(
  carriers: [JsonObject | undefined, string][],
  documents: HostedDocuments,
): Promise<Check> {
  const found = carriers.flatMap(([document, path]) => carriedBy(document, path))
  if (found.length === 0) return check('endorsements.none')
  if (found.length > maxEndorsements) return check('endorsements.undetermined', { count: found.length })
  const results: JsonObject[] = []
  for (const one of found) results.push(await verdictOf(one, documents))
  const data: JsonObject = { endorsements: results }
  if (results.some(({ code }) => code === 'endorsements.foreign-subject'))
    return check('endorsements.foreign-subject', data)
  if (results.some(({ state }) => state === 'invalid')) return check('endorsements.invalid', data)
  const isOpen = results.some(({ state }) => state === 'undetermined')
  return check(isOpen ? 'endorsements.undetermined' : 'endorsements.valid', data)
}

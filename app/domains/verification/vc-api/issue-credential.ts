import {
  type JsonObject,
  type KeyAlgorithm,
  prepareCredential,
  restorePrepared,
  sign,
  signSelective,
} from '@insigne/open-badges'
import { exampleContexts } from './surroundings.ts'
import { testIssuer } from './test-issuer.ts'
import { testStatusEntry } from './test-status-list.ts'

export interface IssueWish {
  credential: JsonObject
  created: Date
  /** Kind of key: it decides the cryptosuite. */
  algorithm: KeyAlgorithm
  /** Where this installation is reached: a status entry in the test list is asked for. */
  listedAt?: string | undefined
  /** Signed so that the holder can show chosen parts; the JSON pointers name what must always be shown. */
  selective?: { mandatory?: readonly string[] | undefined } | undefined
}

const credentialsV1 = 'https://www.w3.org/2018/credentials/v1'
const dataIntegrity = 'https://w3id.org/security/data-integrity/v2'
const strictTypes = new Set(['OpenBadgeCredential', 'AchievementCredential', 'EndorsementCredential'])

/**
 * Signs a credential under a test key; its `issuer` becomes that key's DID. Badges go through the strict rules of every
 * badge issued here, other credentials through those of the W3C data model. Throws OpenBadgesError on faults.
 */
export async function issueForTest(wish: IssueWish): Promise<object> {
  const { credential, created, algorithm, listedAt, selective } = wish
  const { did, verificationMethod, signer } = await testIssuer(algorithm)
  const draft: JsonObject = { ...credential }
  const issuer = ownIssuer(credential['issuer'], did)
  if (issuer !== undefined) draft['issuer'] = issuer
  if (listedAt !== undefined) draft['credentialStatus'] = testStatusEntry(listedAt, algorithm)
  const by = { signer, verificationMethod, created }
  const types = [draft['type'] ?? []].flat()
  if (types.some((type) => typeof type === 'string' && strictTypes.has(type))) {
    const badge = restorePrepared(JSON.stringify(draft))
    return selective === undefined
      ? sign(badge, by)
      : signSelective(badge, { ...by, ...mandatoryOf(selective) })
  }
  draft['@context'] = withProofTerms(draft['@context'])
  const prepared = await prepareCredential(draft, { contexts: exampleContexts, inlineContexts: true })
  return selective === undefined
    ? sign(prepared, by)
    : signSelective(prepared, { ...by, ...mandatoryOf(selective) })
}

const mandatoryOf = ({ mandatory }: NonNullable<IssueWish['selective']>) =>
  mandatory === undefined ? {} : { mandatory }

// Whoever is named stands for the test issuer; what names nobody stays as it is, and is refused like any other fault.
function ownIssuer(given: JsonObject[string] | undefined, did: string): JsonObject | string | undefined {
  const isNamed = (id: unknown) => typeof id === 'string' && URL.canParse(id)
  if (isNamed(given)) return did
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined
  return isNamed(given['id']) ? { ...given, id: did } : undefined
}

// The context of the data model 1.1 knows no Data Integrity proof. VC Data Integrity 1.0, 2.4.2 (context injection).
function withProofTerms(context: JsonObject[string] | undefined): JsonObject[string] {
  const list = [context ?? []].flat()
  return list[0] === credentialsV1 && !list.includes(dataIntegrity)
    ? [...list, dataIntegrity]
    : (context ?? [])
}

import {
  buildStatusEntry,
  buildStatusListCredential,
  createStatusList,
  type JsonObject,
  type KeyAlgorithm,
  prepare,
  sign,
} from '@insigne/open-badges'
import { testIssuer } from './test-issuer.ts'

export const statusListPath = '/vc-api/status-lists'

const list = createStatusList()
const algorithms: readonly KeyAlgorithm[] = ['Ed25519', 'P-256', 'P-384']
const begun = new Date()
let next = 0

const addressOf = (origin: string, algorithm: KeyAlgorithm): string =>
  `${origin}${statusListPath}/${algorithm.toLowerCase()}`

/** The next place in the list of a test issuer, as a credential names it. */
export function testStatusEntry(origin: string, algorithm: KeyAlgorithm): JsonObject {
  const index = next
  next = (next + 1) % list.length
  return { ...buildStatusEntry({ list: addressOf(origin, algorithm), index }) }
}

/** The signed list at an address of ours; `undefined` for any other address. */
export async function testStatusList(origin: string, url: string): Promise<string | undefined> {
  const algorithm = algorithms.find((one) => addressOf(origin, one) === url)
  if (algorithm === undefined) return undefined
  const { did, signer, verificationMethod } = await testIssuer(algorithm)
  const draft = await buildStatusListCredential({ id: url, issuer: did, list, validFrom: begun })
  return JSON.stringify(await sign(prepare(draft), { signer, verificationMethod }))
}

import { statementsOf } from '../canonical/statements.ts'
import { bundle2025 } from '../contexts/bundle.ts'
import type { Signer } from '../crypto/signer.ts'
import { OpenBadgesError } from '../errors.ts'
import { asArray, isJsonObject } from '../json.ts'
import { frozenCopy } from '../json-copy.ts'
import { makeProof } from '../proof/make-proof.ts'
import { dateTime } from '../v3/build.ts'
import type { DataIntegrityProof } from '../v3/model.ts'
import type { VerifiablePresentation } from './build.ts'

/** How a presentation is signed, and for which request. VC Data Integrity 1.0, 2.1. */
export interface SignPresentationOptions {
  signer: Signer
  /** DID URL of a key of the holder. */
  verificationMethod: string
  /** The value that the site asked to sign: it makes the presentation good once. */
  challenge: string
  /** The site that asked. Without it another site could pass the presentation on. */
  domain: string
  /** Default: the present. */
  created?: Date | string
  /** When the presentation stops being good. */
  expires?: Date | string
}

/** A presentation with its holder's proof. VC Data Model 2.0, 4.13; VC Data Integrity 1.0, 2.1. */
export type SignedPresentation = VerifiablePresentation & { proof: DataIntegrityProof[] }

/**
 * Signs a presentation for one request of one site, with a key that the holder lists for `authentication`.
 * VC Data Integrity 1.0, 2.1.
 * @param draft what `buildPresentation` gave
 * @param options the holder's key, and the request that it answers
 * @throws `presentation.holder`, `presentation.request`, `presentation.signed`, `sign.…`, `context.…`
 * @example
 * const draft = buildPresentation({ holder, credentials: [credential] })
 * const request = { challenge: 'x7Qk-1', domain: 'emploi.example' }
 * const shown = await signPresentation(draft, { ...holderKey, ...request })
 * const { verdict } = await verifyPresentation(shown, request)
 * verdict // 'valid'
 */
export async function signPresentation(
  draft: VerifiablePresentation,
  { signer, verificationMethod, challenge, domain, created = new Date(), expires }: SignPresentationOptions,
): Promise<SignedPresentation> {
  if (verificationMethod.split('#')[0] !== draft.holder)
    throw new OpenBadgesError({ code: 'presentation.holder', message: 'The key is not one of the holder' })
  if (challenge === '' || domain === '')
    throw new OpenBadgesError({ code: 'presentation.request', message: 'Give a challenge and a domain' })
  const document = frozenCopy(draft)
  if (!isJsonObject(document) || document['proof'] !== undefined)
    throw new OpenBadgesError({ code: 'presentation.signed', message: 'This presentation is already signed' })
  const proof = await makeProof({
    signer,
    verificationMethod,
    created,
    purpose: 'authentication',
    more: { challenge, domain, ...(expires === undefined ? {} : { expires: dateTime(expires) }) },
    context: asArray(document['@context']),
    statements: await statementsOf(document, bundle2025),
    bundle: bundle2025,
  })
  return { ...draft, proof: [proof] }
}

import { credentialsV2 } from '../contexts/bundle.ts'
import { type Fault, OpenBadgesError, refuseFaults } from '../errors.ts'
import { hasFormat, isIri } from '../guard/format.ts'
import { asArray, isJsonObject, type JsonObject } from '../json.ts'
import { frozenCopy } from '../json-copy.ts'

/** A credential as a JWT, inside a presentation. VC Data Model 2.0, 4.13.1. */
export interface EnvelopedCredential {
  '@context': string
  /** `data:application/vc+jwt,` and the token. */
  id: string
  type: 'EnvelopedVerifiableCredential'
}

/** What a holder shows. VC Data Model 2.0, 4.13. */
export interface VerifiablePresentation {
  '@context': string[]
  id?: string
  type: string[]
  holder: string
  verifiableCredential: (JsonObject | EnvelopedCredential)[]
}

/** What `buildPresentation` needs. VC Data Model 2.0, 4.13. */
export interface PresentationInput {
  /** The holder's DID, whose key signs. */
  holder: string
  /** Credentials as they were received: objects with their proof, or compact JWTs. */
  credentials: readonly (JsonObject | string)[]
  id?: string
}

const enveloped = (token: string): EnvelopedCredential => ({
  '@context': credentialsV2,
  id: `data:application/vc+jwt,${token}`,
  type: 'EnvelopedVerifiableCredential',
})

function faultOf(one: JsonObject | string): string | undefined {
  if (typeof one === 'string') return hasFormat(one.trim(), 'jwt') ? undefined : 'A compact JWT is expected'
  if (!isJsonObject(one) || asArray(one['proof']).length === 0)
    return 'A credential with its proof is expected'
  return undefined
}

/**
 * A presentation of credentials as they were received, ready for `signPresentation`. Nothing in a credential changes.
 * VC Data Model 2.0, 4.13.
 * @param input the holder, and the credentials to show
 * @throws `presentation.credential`, `presentation.holder`
 * @example
 * const presentation = buildPresentation({ holder, credentials: [credential] })
 * presentation.verifiableCredential.length // 1
 */
export function buildPresentation({ holder, credentials, id }: PresentationInput): VerifiablePresentation {
  if (!isIri(holder))
    throw new OpenBadgesError({
      code: 'presentation.holder',
      path: '/holder',
      message: 'The holder is a URL',
    })
  const faults = credentials.flatMap((one, at): Fault[] => {
    const message = faultOf(one)
    return message === undefined
      ? []
      : [{ code: 'presentation.credential', path: `/credentials/${at}`, message }]
  })
  refuseFaults(faults)
  return {
    '@context': [credentialsV2],
    ...(id === undefined ? {} : { id }),
    type: ['VerifiablePresentation'],
    holder,
    verifiableCredential: credentials.map((one) => {
      if (typeof one === 'string') return enveloped(one.trim())
      const copy = frozenCopy(one)
      return isJsonObject(copy) ? copy : {}
    }),
  }
}

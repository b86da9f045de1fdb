import { z } from 'zod'
import { type Endpoints, type KeyName, keyNames } from './suites.ts'

const Issued = z.object({ issuer: z.union([z.string(), z.object({ id: z.string() })]) })

/** The test issuers have no name before they are asked to sign: their keys are made when first needed. */
export async function discoverIssuers(productUrl: string): Promise<Endpoints['issuers']> {
  const ask = async (key: KeyName): Promise<string> => {
    const response = await fetch(`${productUrl}/vc-api/credentials/issue?key=${key}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        credential: {
          '@context': ['https://www.w3.org/ns/credentials/v2'],
          type: ['VerifiableCredential'],
          issuer: 'urn:example:whoever-signs',
          credentialSubject: { id: 'urn:example:somebody' },
        },
      }),
    })
    if (response.status !== 201)
      throw new Error(`The product did not issue with ${key}: ${await response.text()}`)
    const { issuer } = Issued.parse(await response.json())
    return typeof issuer === 'string' ? issuer : issuer.id
  }
  const [ed25519, p256, p384] = await Promise.all(keyNames.map(ask))
  return { Ed25519: ed25519 ?? '', 'P-256': p256 ?? '', 'P-384': p384 ?? '' }
}

import { type DidDocument, didDocument } from '@insigne/open-badges'
import type { Context } from '../../infra/context.ts'
import { type Organisation, organisationBySlug } from '../organisations/index.ts'
import { keysOf } from './keys.ts'

/** The DID document of an organisation: every key it ever had; a compromised one attests nothing any more. */
export async function didDocumentOf(ctx: Context, organisation: Organisation): Promise<DidDocument> {
  const keys = await keysOf(ctx, organisation.id)
  return didDocument({
    did: organisation.did,
    alsoKnownAs: [`${ctx.origin}/organisations/${organisation.slug}`],
    keys: keys.map((key) => ({
      id: key.verificationMethod,
      publicKeyMultibase: key.publicKeyMultibase,
      assertion: key.state !== 'compromised',
      ...(key.compromisedAt === null ? {} : { revoked: key.compromisedAt.toISOString() }),
    })),
  })
}

/** The document of one of our own organisations, from the database; undefined for any other DID. */
export async function localDid(ctx: Context, did: string): Promise<DidDocument | undefined> {
  const slug = /^did:web:[^:]+:organisations:([a-z0-9-]+)$/.exec(did)?.[1]
  if (slug === undefined) return undefined
  const organisation = await organisationBySlug(ctx, slug)
  return organisation?.did === did ? didDocumentOf(ctx, organisation) : undefined
}

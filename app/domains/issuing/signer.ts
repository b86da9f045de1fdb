import { generateKey, type Signer, signerFor } from '@insigne/open-badges'
import { newId } from '../../infra/ids.ts'
import type { SealedFor, Vault } from './vault.ts'

// With vault.ts, the only file that sees a private key.

export interface SealedKey {
  id: string
  publicKeyMultibase: string
  sealed: Buffer
}

/** A new key pair, sealed at once. Opened again before it is trusted: a key that cannot be opened signs nothing. */
export async function newSealedKey(vault: Vault, organisationId: string): Promise<SealedKey> {
  const pair = await generateKey('Ed25519')
  const id = newId()
  const owner = ownerOf(organisationId, id)
  const sealed = vault.seal(Buffer.from(pair.secretKeyMultibase), owner)
  if (vault.open(sealed, owner).toString() !== pair.secretKeyMultibase)
    throw new Error('A sealed key did not open')
  return { id, publicKeyMultibase: pair.publicKeyMultibase, sealed }
}

const opened = new WeakMap<Vault, Map<string, Signer>>()

/** The signer of a key, opened once in the life of a worker. */
export async function openSigner(
  vault: Vault,
  key: { id: string; organisationId: string; sealed: Uint8Array },
): Promise<Signer> {
  const known = opened.get(vault) ?? new Map<string, Signer>()
  opened.set(vault, known)
  const signer = known.get(key.id)
  if (signer !== undefined) return signer
  const secretKeyMultibase = vault.open(key.sealed, ownerOf(key.organisationId, key.id)).toString()
  const made = await signerFor({ secretKeyMultibase })
  if (known.size >= 500) known.clear()
  known.set(key.id, made)
  return made
}

const ownerOf = (organisationId: string, keyId: string): SealedFor => ({
  organisationId,
  keyId,
  purpose: 'assertionMethod',
})

import { sql } from 'kysely'
import { type Context, change } from '../../infra/context.ts'
import type { Organisation } from '../organisations/index.ts'
import { newSealedKey } from './signer.ts'
import { type KeyState, tables } from './tables.ts'
import type { Vault } from './vault.ts'

export interface IssuerKey {
  id: string
  organisationId: string
  verificationMethod: string
  publicKeyMultibase: string
  state: KeyState
  compromisedAt: Date | null
}

/** Every key that an organisation ever showed, oldest first: old badges need the old ones. */
export async function keysOf(ctx: Context, organisationId: string): Promise<IssuerKey[]> {
  const rows = await tables(ctx)
    .selectFrom('issuer_keys')
    .select([
      'id',
      'organisation_id',
      'verification_method',
      'public_key_multibase',
      'state',
      'compromised_at',
    ])
    .where('organisation_id', '=', organisationId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    verificationMethod: row.verification_method,
    publicKeyMultibase: row.public_key_multibase,
    state: row.state,
    compromisedAt: row.compromised_at,
  }))
}

export interface SigningKey {
  id: string
  organisationId: string
  verificationMethod: string
  sealed: Buffer
}

/** The key that signs now, made and activated when there is none. Called twice at once it makes one. */
export const activeKey = (ctx: Context, vault: Vault, organisation: Organisation): Promise<SigningKey> =>
  change(ctx, async (tx) => {
    const known = await findActive(tx, organisation.id)
    if (known !== undefined) return known
    await lockKeys(tx, organisation.id)
    const meanwhile = await findActive(tx, organisation.id)
    if (meanwhile !== undefined) return meanwhile
    const id = await addKey(tx, vault, organisation)
    await tables(tx)
      .updateTable('issuer_keys')
      .set({ state: 'active', activated_at: tx.clock.now() })
      .where('id', '=', id)
      .execute()
    const made = await findActive(tx, organisation.id)
    if (made === undefined) throw new Error('An organisation has no active key')
    return made
  })

async function findActive(ctx: Context, organisationId: string): Promise<SigningKey | undefined> {
  const row = await tables(ctx)
    .selectFrom('issuer_keys')
    .select(['id', 'verification_method', 'sealed_secret_key'])
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'active')
    .executeTakeFirst()
  return row === undefined
    ? undefined
    : {
        id: row.id,
        organisationId,
        verificationMethod: row.verification_method,
        sealed: row.sealed_secret_key,
      }
}

/** A new key, shown in the DID document from now on but not signing yet. */
export async function addKey(ctx: Context, vault: Vault, organisation: Organisation): Promise<string> {
  const key = await newSealedKey(vault, organisation.id)
  await tables(ctx)
    .insertInto('issuer_keys')
    .values({
      id: key.id,
      organisation_id: organisation.id,
      verification_method: `${organisation.did}#${key.publicKeyMultibase}`,
      public_key_multibase: key.publicKeyMultibase,
      sealed_secret_key: key.sealed,
      state: 'pending',
      created_at: ctx.clock.now(),
      activated_at: null,
      retired_at: null,
      compromised_at: null,
    })
    .execute()
  return key.id
}

/** Keys of one organisation change one after the other, until the end of the transaction. */
export async function lockKeys(ctx: Context, organisationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`issuer keys ${organisationId}`}, 0))`.execute(
    ctx.db,
  )
}

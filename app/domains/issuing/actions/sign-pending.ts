import { restorePrepared, sign } from '@insigne/open-badges'
import { sql } from 'kysely'
import { type Context, change } from '../../../infra/context.ts'
import { describeError } from '../../../infra/log.ts'
import { organisationById } from '../../organisations/index.ts'
import { credentialsSigned } from '../events.ts'
import { activeKey } from '../keys.ts'
import { signingChunk } from '../rules.ts'
import { openSigner } from '../signer.ts'
import { tables } from '../tables.ts'
import type { Vault } from '../vault.ts'
import { publishStatusLists } from './publish-status-lists.ts'

/**
 * Signs every recorded intent that nobody else is signing. A chunk is one transaction: killed at any moment,
 * its rows are unsigned again and free for the next worker; a signature that was not stored was never shown.
 * Returns how many were signed.
 */
export async function signPending(
  ctx: Context,
  vault: Vault,
  scope: { organisationId?: string | undefined } = {},
): Promise<number> {
  let signed = 0
  let failure: unknown
  for (const organisationId of await organisationsWaiting(ctx, scope.organisationId)) {
    try {
      // The list comes first: a badge never points at a list that is not there.
      await publishStatusLists(ctx, vault, { organisationId })
      const refused: Refused = new Map()
      for (;;) {
        const taken = await change(ctx, (tx) => signChunk(tx, vault, organisationId, refused))
        signed += taken.signed
        if (taken.all === 0) break
      }
      // What cannot be signed waits, visibly, while everything else went out.
      for (const [credentialId, error] of refused) {
        ctx.log.error({ credentialId, ...describeError(error) }, 'a credential cannot be signed')
        failure ??= error
      }
    } catch (error) {
      // One organisation in trouble does not hold up the others.
      ctx.log.error({ organisationId, ...describeError(error) }, 'signing failed, it will be tried again')
      failure ??= error
    }
  }
  if (failure !== undefined) throw failure
  return signed
}

async function organisationsWaiting(ctx: Context, only: string | undefined): Promise<string[]> {
  const rows = await tables(ctx)
    .selectFrom('credentials')
    .select('organisation_id')
    .distinct()
    .where('state', '=', 'prepared')
    .$if(only !== undefined, (query) => query.where('organisation_id', '=', only ?? ''))
    .execute()
  return rows.map((row) => row.organisation_id)
}

/** Intents that could not be signed in this turn, and why. */
type Refused = Map<string, unknown>

async function signChunk(
  ctx: Context,
  vault: Vault,
  organisationId: string,
  refused: Refused,
): Promise<{ all: number; signed: number }> {
  const intents = await tables(ctx)
    .selectFrom('credentials')
    .select(['id', 'prepared_json'])
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'prepared')
    .$if(refused.size > 0, (query) => query.where('id', 'not in', [...refused.keys()]))
    .orderBy('created_at')
    .limit(signingChunk)
    .forUpdate()
    .skipLocked()
    .execute()
  if (intents.length === 0) return { all: 0, signed: 0 }
  const organisation = await organisationById(ctx, organisationId)
  if (organisation === undefined) return { all: 0, signed: 0 }
  const key = await activeKey(ctx, vault, organisation)
  const signer = await openSigner(vault, key)
  const now = ctx.clock.now()
  const ids: string[] = []
  const texts: string[] = []
  for (const intent of intents) {
    try {
      const signed = await sign(restorePrepared(intent.prepared_json ?? ''), {
        signer,
        verificationMethod: key.verificationMethod,
        created: now,
      })
      ids.push(intent.id)
      texts.push(JSON.stringify(signed))
    } catch (error) {
      refused.set(intent.id, error)
    }
  }
  if (ids.length === 0) return { all: intents.length, signed: 0 }
  await sql`
    update credentials
    set state = 'signed', signed_json = done.text, prepared_json = null, key_id = ${key.id}, signed_at = ${now}
    from unnest(${ids}::uuid[], ${texts}::text[]) as done (id, text)
    where credentials.id = done.id and credentials.state = 'prepared'`.execute(ctx.db)
  await ctx.queue.emit(ctx, credentialsSigned, { credentialIds: ids })
  return { all: intents.length, signed: ids.length }
}

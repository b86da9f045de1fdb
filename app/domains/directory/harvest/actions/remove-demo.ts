import { type Context, change } from '../../../../infra/context.ts'
import { forgetEntries } from '../../actions/forget-entries.ts'
import { tables } from '../tables.ts'

/** Takes out the sources of the demo, with all that only they brought. */
export const removeDemoSources = (ctx: Context): Promise<void> =>
  change(ctx, async (tx) => {
    const db = tables(tx)
    const sources = await db.selectFrom('directory_sources').select('id').where('demo', '=', true).execute()
    if (sources.length === 0) return
    const ids = sources.map((one) => one.id)
    const documents = db.selectFrom('harvest_documents').where('source_id', 'in', ids)
    const hosts = await documents.select('host').distinct().execute()
    const origins = await db
      .selectFrom('harvest_origins')
      .select(['entry_id', 'issuer_key'])
      .where('document_id', 'in', documents.select('id'))
      .execute()
    const kept = await db
      .selectFrom('harvest_origins')
      .select('entry_id')
      .where('document_id', 'not in', documents.select('id'))
      .execute()
    const others = new Set(kept.map((one) => one.entry_id))
    await forgetEntries(
      tx,
      origins.map((one) => one.entry_id).filter((id) => !others.has(id)),
    )
    await db.deleteFrom('directory_sources').where('id', 'in', ids).execute()
    const keys = [...new Set(origins.map((one) => one.issuer_key))]
    if (keys.length > 0) {
      await db.deleteFrom('harvest_names').where('issuer_key', 'in', keys).execute()
      await db.deleteFrom('harvest_likenesses').where('issuer_key', 'in', keys).execute()
    }
    for (const { host } of hosts) await forgetHost(tx, host)
  })

// A host that no other source asks leaves nothing behind.
async function forgetHost(tx: Context, host: string): Promise<void> {
  const db = tables(tx)
  const other = await db
    .selectFrom('harvest_documents')
    .select('id')
    .where('host', '=', host)
    .limit(1)
    .executeTakeFirst()
  if (other !== undefined) return
  await db.deleteFrom('harvest_hosts').where('host', '=', host).execute()
  for (const scheme of ['http', 'https'])
    await db
      .deleteFrom('harvest_issuers')
      .where((eb) =>
        eb(
          eb.fn<string>('left', ['address', eb.val(scheme.length + host.length + 4)]),
          '=',
          `${scheme}://${host}/`,
        ),
      )
      .execute()
}

import type { Context } from '../../../infra/context.ts'
import { newId } from '../../../infra/ids.ts'
import { isAddress, type ReadFile } from '../files/read-file.ts'
import type { FrameworkImport } from '../imports.ts'
import { plainText, slugOf } from '../rules.ts'
import { tables } from '../tables.ts'

/** Paths of their own below /frameworks. */
const takenSlugs = ['import', 'imports']

/** The framework that an import is for: the one that was chosen, the one it was the last time, or a new one. */
export async function ensureFramework(ctx: Context, one: FrameworkImport, file: ReadFile): Promise<string> {
  const { ownerId } = one
  // A command may be given any text: only an address becomes a link.
  const wish = {
    ...one.wish,
    sourceUrl: address(one.wish.sourceUrl),
    licenceUrl: address(one.wish.licenceUrl),
  }
  if (wish.frameworkId !== undefined) return wish.frameworkId
  const { described } = file
  const name = wish.name ?? described.name ?? one.fileName.replace(/\.[a-z]+$/i, '')
  const origin = described.origin ?? `${file.kind}:${plainText(name)}`
  const known = await tables(ctx)
    .selectFrom('frameworks')
    .select('id')
    .where('origin', '=', origin)
    .where('owner_id', ownerId === null ? 'is' : '=', ownerId)
    .executeTakeFirst()
  const words = {
    name_fr: name,
    name_en: name,
    source_url: wish.sourceUrl ?? described.sourceUrl ?? null,
    licence_name: wish.licenceName ?? described.licence?.name ?? null,
    licence_url: wish.licenceUrl ?? described.licence?.url ?? null,
  }
  if (known !== undefined) {
    // What the person says of it this time wins; what they leave out stays as it was.
    const said = {
      ...(wish.name === undefined ? {} : { name_fr: name, name_en: name }),
      ...(wish.sourceUrl === undefined ? {} : { source_url: wish.sourceUrl }),
      ...(wish.licenceName === undefined
        ? {}
        : { licence_name: wish.licenceName, licence_url: wish.licenceUrl ?? null }),
    }
    if (Object.keys(said).length > 0)
      await tables(ctx).updateTable('frameworks').set(said).where('id', '=', known.id).execute()
    return known.id
  }
  const id = newId()
  const made = await tables(ctx)
    .insertInto('frameworks')
    .values({
      ...words,
      id,
      slug: await freeSlug(ctx, name, id),
      kind: file.kind,
      origin,
      languages: file.languages,
      version_label: wish.version ?? described.version ?? '',
      file_digest: one.fileDigest,
      imported_at: ctx.clock.now(),
      imported_by: one.createdBy,
      owner_id: ownerId,
      demo: false,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  // Another worker made it a moment ago: it is there now.
  return made?.id ?? ensureFramework(ctx, one, file)
}

const address = (text: string | undefined) => (text !== undefined && isAddress(text) ? text : undefined)

async function freeSlug(ctx: Context, name: string, id: string): Promise<string> {
  const slug = slugOf(name)
  const taken = await tables(ctx)
    .selectFrom('frameworks')
    .select('slug')
    .where('slug', '=', slug)
    .executeTakeFirst()
  return taken === undefined && !takenSlugs.includes(slug) ? slug : `${slug}-${id.slice(0, 8)}`
}

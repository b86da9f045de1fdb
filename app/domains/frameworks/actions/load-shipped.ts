import { sql } from 'kysely'
import { type Context, change } from '../../../infra/context.ts'
import { digest, newId } from '../../../infra/ids.ts'
import { idFrom } from '../rules.ts'
import { clues } from '../shipped/clues.ts'
import { escoFramework, romeToEsco } from '../shipped/esco.ts'
import { keyCompetencesFramework, lifeCompFramework, rectecFramework } from '../shipped/european.ts'
import { savoirEtreFramework } from '../shipped/rome.ts'
import type { ShippedFramework } from '../shipped/shipped.ts'
import { tables } from '../tables.ts'
import { countWords, settleItems, writeClues, writeItems } from '../write-items.ts'

/** What the product brings, each with its licence and its source. */
export const shippedFrameworks: readonly ShippedFramework[] = [
  savoirEtreFramework,
  escoFramework,
  lifeCompFramework,
  keyCompetencesFramework,
  rectecFramework,
]

export const shippedSkillId = (slug: string, key: string): string => idFrom('shipped', slug, key)
const edition = digest(JSON.stringify([shippedFrameworks, clues, romeToEsco]))

/** Brings the shipped frameworks up to this edition of the product; done already, it only looks. */
export async function loadShipped(ctx: Context): Promise<void> {
  if (await isLoaded(ctx)) return
  await change(ctx, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('frameworks shipped', 0))`.execute(tx.db)
    if (await isLoaded(tx)) return
    for (const one of shippedFrameworks) await loadOne(tx, one)
    await writeMappings(tx)
    await writeClues(
      tx,
      Object.entries(clues).flatMap(([slug, byKey]) =>
        Object.entries(byKey).flatMap(([key, words]) =>
          (['fr', 'en'] as const).flatMap((language) =>
            words[language].map((text) => ({ skillId: shippedSkillId(slug, key), language, text })),
          ),
        ),
      ),
    )
    // The counts of words were made before the clues came.
    await countWords(tx)
  })
}

async function isLoaded(ctx: Context): Promise<boolean> {
  const rows = await tables(ctx)
    .selectFrom('frameworks')
    .select('slug')
    .where('kind', '=', 'shipped')
    .where('file_digest', '=', edition)
    .execute()
  return rows.length >= shippedFrameworks.length
}

async function loadOne(ctx: Context, one: ShippedFramework): Promise<void> {
  const id = idFrom('framework', one.slug)
  const written = {
    name_fr: one.name.fr,
    name_en: one.name.en,
    source_url: one.sourceUrl,
    licence_name: one.licence?.name ?? null,
    licence_url: one.licence?.url ?? null,
    languages: one.languages,
    version_label: one.version,
    file_digest: edition,
    imported_at: ctx.clock.now(),
  }
  await tables(ctx)
    .insertInto('frameworks')
    .values({
      ...written,
      id,
      slug: one.slug,
      kind: 'shipped',
      origin: `shipped:${one.slug}`,
      imported_by: null,
      owner_id: null,
      demo: false,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(written))
    .execute()
  const place = {
    frameworkId: id,
    importId: newId(),
    part: 'shipped',
    idOf: (item: { key: string }) => shippedSkillId(one.slug, item.key),
  }
  await writeItems(
    ctx,
    place,
    one.items.map((item, order) => ({ ...item, place: order })),
  )
  await settleItems(ctx, place)
}

async function writeMappings(ctx: Context): Promise<void> {
  await tables(ctx).deleteFrom('skill_mappings').where('by', '=', 'insigne').execute()
  await tables(ctx)
    .insertInto('skill_mappings')
    .values(
      romeToEsco.map((one) => ({
        from_skill: shippedSkillId('rome-savoir-etre', one.code),
        to_skill: shippedSkillId('esco-transversal', one.uri),
        weak: one.weak,
        by: 'insigne',
      })),
    )
    .execute()
}

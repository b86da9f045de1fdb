import { sql } from 'kysely'
import type { Context } from '../../infra/context.ts'
import { type TermKind, tables } from './tables.ts'

export interface WantedTerm {
  kind: TermKind
  value: string
  /** What a reader sees: the name of an issuer or a skill, a word with its accents. */
  label: string
}

/** The number of each term, made where there is none. Called by the one writer at a time. */
export async function ensureTerms(tx: Context, wanted: readonly WantedTerm[]): Promise<Map<string, number>> {
  const byKey = new Map(wanted.map((one) => [termKey(one), one]))
  const ids = new Map<string, number>()
  if (byKey.size === 0) return ids
  const all = [...byKey.values()]
  const { rows } = await sql<{ id: number; kind: TermKind; value: string; label: string }>`
    select t.id, t.kind, t.value, t.label
    from unnest(${all.map((one) => one.kind)}::text[], ${all.map((one) => one.value)}::text[]) as w (kind, value)
    join directory_terms t on t.kind = w.kind and t.value = w.value`.execute(tx.db)
  const renamed: { id: number; label: string }[] = []
  for (const row of rows) {
    const label = byKey.get(termKey(row))?.label
    ids.set(termKey(row), row.id)
    // A name may change; a word that was first met without its accents gets them.
    const better = row.kind === 'word' ? row.label === row.value : true
    if (better && label !== undefined && label !== row.label) renamed.push({ id: row.id, label })
  }
  for (const { id, label } of renamed)
    await tables(tx).updateTable('directory_terms').set({ label }).where('id', '=', id).execute()
  const missing = all.filter((one) => !ids.has(termKey(one)))
  if (missing.length > 0) {
    const made = await sql<{ id: number; kind: TermKind; value: string }>`
      insert into directory_terms (kind, value, label, fr, en)
      select w.kind, w.value, w.label,
             case when w.kind = 'word' then (ts_lexize('french_stem', w.value))[1] end,
             case when w.kind = 'word' then (ts_lexize('english_stem', w.value))[1] end
      from unnest(${missing.map((one) => one.kind)}::text[], ${missing.map((one) => one.value)}::text[],
                  ${missing.map((one) => one.label)}::text[]) as w (kind, value, label)
      returning id, kind, value`.execute(tx.db)
    for (const row of made.rows) ids.set(termKey(row), row.id)
  }
  return ids
}

export const termKey = ({ kind, value }: { kind: TermKind; value: string }): string => `${kind} ${value}`

/** The stems of words that the directory has never met. */
export async function stemsOf(
  ctx: Context,
  words: readonly string[],
): Promise<Map<string, { fr: string; en: string }>> {
  if (words.length === 0) return new Map()
  const { rows } = await sql<{ word: string; fr: string | null; en: string | null }>`
    select word, (ts_lexize('french_stem', word))[1] as fr, (ts_lexize('english_stem', word))[1] as en
    from unnest(${[...words]}::text[]) as word`.execute(ctx.db)
  return new Map(rows.map(({ word, fr, en }) => [word, { fr: fr ?? word, en: en ?? word }]))
}

/** What readers see of these terms. */
export async function labelsOf(ctx: Context, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tables(ctx)
    .selectFrom('directory_terms')
    .select(['id', 'label'])
    .where('id', '=', sql<number>`any(${[...ids]}::int[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, row.label]))
}

import { sql } from 'kysely'
import type { Context } from '../../infra/context.ts'
import { newId } from '../../infra/ids.ts'
import type { Item } from './item.ts'
import { uriKey } from './rules.ts'

/** What became of some items, and what exactly changed. */
export interface Written {
  added: number
  changed: number
  unchanged: number
  /** Items that could only be completed, and that are not there. */
  unknown: string[]
  changes: { key: string; label: string; fields: string[] }[]
}

export interface Place {
  frameworkId: string
  /** The import that writes; null for what comes with the product. */
  importId: string | null
  part: string
  /** The file completes what is there (names in another language, parents) and adds nothing. */
  completeOnly?: boolean
  keepParents?: boolean
  idOf?: (item: Item) => string
}

/**
 * Writes items beside what their framework holds already: new ones, those that changed, those that came back.
 * Languages that a file does not speak keep their words. Run again with the same items, it changes nothing.
 */
export async function writeItems(ctx: Context, place: Place, items: readonly Item[]): Promise<Written> {
  const rows = JSON.stringify(
    items.map((item) => ({
      id: place.idOf?.(item) ?? newId(),
      key: item.key,
      code: item.code,
      guid: item.guid,
      place: item.place,
      uri: item.uri,
      uri_key: item.uri === null ? null : uriKey(item.uri),
      labels: item.labels,
      descriptions: item.descriptions,
      aliases: item.aliases,
      parent_key: item.parentKey,
      kind: item.kind,
      in_force: item.inForce,
    })),
  )
  const { frameworkId, importId, part } = place
  const complete = place.completeOnly === true
  const keepParents = complete || place.keepParents === true
  const { rows: found } = await sql<{
    key: string
    label: string
    known: boolean
    fields: string[]
    skill_id: string
  }>`
    with given as (
      select * from json_to_recordset(${rows}::json) as g (
        id uuid, key text, code text, guid text, place int, uri text, uri_key text, labels jsonb, descriptions jsonb, aliases jsonb,
        parent_key text, kind text, in_force boolean)),
    compared as (
      select g.*, s.id as known_id,
        coalesce(s.labels, '{}') || g.labels as new_labels,
        coalesce(s.descriptions, '{}') || g.descriptions as new_descriptions,
        coalesce(s.aliases, '{}') || g.aliases as new_aliases,
        array_remove(array[
          case when s.labels is distinct from coalesce(s.labels, '{}') || g.labels then 'label' end,
          case when s.descriptions is distinct from coalesce(s.descriptions, '{}') || g.descriptions
            then 'description' end,
          case when s.aliases is distinct from coalesce(s.aliases, '{}') || g.aliases then 'aliases' end,
          case when not ${complete} and s.code is distinct from g.code then 'code' end,
          case when not ${complete} and s.guid is distinct from g.guid then 'guid' end,
          case when not ${complete} and s.uri is distinct from g.uri then 'uri' end,
          case when (g.parent_key is not null or not ${keepParents}) and s.parent_key is distinct from g.parent_key
            then 'parent' end,
          case when not ${complete} and s.kind is distinct from g.kind then 'kind' end,
          case when not ${complete} and s.in_force is distinct from g.in_force then 'in-force' end,
          case when not ${complete} and s.state = 'withdrawn' then 'back' end], null) as fields
      from given g left join skills s on s.framework_id = ${frameworkId} and s.key = g.key),
    inserted as (
      insert into skills (id, framework_id, key, code, guid, place, uri, uri_key, labels, descriptions, aliases, parent_key,
                          kind, part, state, in_force, added_in, seen_in)
      select id, ${frameworkId}, key, code, guid, place, uri, uri_key, labels, descriptions, aliases, parent_key,
             kind, ${part}, 'active', in_force, ${importId}::uuid, ${importId}::uuid
      from compared where known_id is null and not ${complete}),
    updated as (
      update skills s set
        labels = c.new_labels, descriptions = c.new_descriptions, aliases = c.new_aliases,
        code = case when ${complete} then s.code else c.code end,
        guid = case when ${complete} then s.guid else c.guid end,
        place = case when ${complete} then s.place else c.place end,
        uri = case when ${complete} then s.uri else c.uri end,
        uri_key = case when ${complete} then s.uri_key else c.uri_key end,
        parent_key = case when ${keepParents} then coalesce(c.parent_key, s.parent_key) else c.parent_key end,
        kind = case when ${complete} then s.kind else c.kind end,
        in_force = case when ${complete} then s.in_force else c.in_force end,
        part = case when ${complete} then s.part else ${part} end,
        state = case when ${complete} then s.state else 'active' end,
        withdrawn_in = case when ${complete} then s.withdrawn_in else null end,
        changed_in = case when cardinality(c.fields) > 0 then ${importId}::uuid else s.changed_in end,
        seen_in = case when ${complete} then s.seen_in else ${importId}::uuid end
      from compared c where s.id = c.known_id)
    select key, coalesce(new_labels ->> 'fr', (select value from jsonb_each_text(new_labels) limit 1), '') as label,
      known_id is not null as known, fields, coalesce(known_id, id) as skill_id
    from compared`.execute(ctx.db)

  const fresh = found.filter((row) => !row.known)
  const touched = found.filter((row) => row.known && row.fields.length > 0)
  await writeTerms(
    ctx,
    [...(complete ? [] : fresh), ...touched].map((row) => row.skill_id),
  )
  return {
    added: complete ? 0 : fresh.length,
    changed: touched.length,
    unchanged: found.length - fresh.length - touched.length,
    unknown: complete ? fresh.map((row) => row.key) : [],
    changes: touched.map(({ key, label, fields }) => ({ key, label, fields })),
  }
}

/** Names and aliases of these skills as they are searched for. Clues, which are ours, stay. */
export async function writeTerms(ctx: Context, skillIds: readonly string[]): Promise<void> {
  if (skillIds.length === 0) return
  await sql`delete from skill_terms where skill_id = any(${skillIds}::uuid[]) and kind <> 'clue'`.execute(
    ctx.db,
  )
  await sql`
    with named as (
      select s.id, s.framework_id, l.key as language, 'label' as kind, l.value as text
      from skills s, jsonb_each_text(s.labels) l
      where s.id = any(${skillIds}::uuid[]) and s.state = 'active' and s.in_force
      union all
      select s.id, s.framework_id, a.key, 'alias', t.value
      from skills s, jsonb_each(s.aliases) a, jsonb_array_elements_text(a.value) t
      where s.id = any(${skillIds}::uuid[]) and s.state = 'active' and s.in_force),
    terms as (
      insert into skill_terms (skill_id, framework_id, language, kind, text, lexemes)
      select id, framework_id, language, kind, text, skill_lexemes(language, text)
      from named
      returning id, framework_id, language, lexemes)
    insert into skill_words (language, lexeme, term_id, framework_id, size)
    select t.language, l, t.id, t.framework_id, cardinality(t.lexemes)
    from terms t, unnest(t.lexemes) l`.execute(ctx.db)
}

/** Words of our own that lead to a skill. */
export async function writeClues(
  ctx: Context,
  clues: readonly { skillId: string; language: string; text: string }[],
): Promise<void> {
  const ids = [...new Set(clues.map((one) => one.skillId))]
  await sql`delete from skill_terms where skill_id = any(${ids}::uuid[]) and kind = 'clue'`.execute(ctx.db)
  await sql`
    with terms as (
      insert into skill_terms (skill_id, framework_id, language, kind, text, lexemes)
      select s.id, s.framework_id, c.language, 'clue', c.text, skill_lexemes(c.language, c.text)
      from json_to_recordset(${JSON.stringify(
        clues.map((one) => ({ skill_id: one.skillId, language: one.language, text: one.text })),
      )}::json) as c (skill_id uuid, language text, text text)
      join skills s on s.id = c.skill_id
      returning id, framework_id, language, lexemes)
    insert into skill_words (language, lexeme, term_id, framework_id, size)
    select t.language, l, t.id, t.framework_id, cardinality(t.lexemes)
    from terms t, unnest(t.lexemes) l`.execute(ctx.db)
}

/** After the last item: parents are tied, what the file no longer holds is withdrawn, words are counted again. */
export async function settleItems(
  ctx: Context,
  place: Pick<Place, 'frameworkId' | 'importId' | 'part' | 'completeOnly'>,
): Promise<{ withdrawn: { id: string; label: string; key: string }[] }> {
  const { frameworkId, importId, part } = place
  const withdrawn =
    place.completeOnly === true
      ? []
      : (
          await sql<{ id: string; label: string; key: string }>`
            update skills set state = 'withdrawn', withdrawn_in = ${importId}::uuid
            where framework_id = ${frameworkId} and part = ${part} and state = 'active'
              and seen_in is distinct from ${importId}::uuid
            returning id, key,
              coalesce(labels ->> 'fr', (select value from jsonb_each_text(labels) limit 1), '') as label`.execute(
            ctx.db,
          )
        ).rows
  await sql`
    delete from skill_terms where skill_id = any(${withdrawn.map((row) => row.id)}::uuid[])`.execute(ctx.db)
  // Thousands of rows that the planner has not counted would be joined row by row.
  await sql`analyze skills`.execute(ctx.db)
  await sql`
    update skills s set parent_id = p.id
    from skills p
    where s.framework_id = ${frameworkId} and p.framework_id = ${frameworkId} and p.key = s.parent_key
      and s.parent_id is distinct from p.id`.execute(ctx.db)
  await sql`
    update skills s set parent_id = null
    where s.framework_id = ${frameworkId} and s.parent_id is not null
      and not exists (select from skills p where p.id = s.parent_id and p.key = s.parent_key)`.execute(ctx.db)
  await countWords(ctx)
  return { withdrawn }
}

/** How many terms hold each word, and under the empty word how many there are. One at a time, so that the last count holds. */
export async function countWords(ctx: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('frameworks lexicon', 0))`.execute(ctx.db)
  await sql`delete from skill_lexicon`.execute(ctx.db)
  await sql`
    insert into skill_lexicon (language, lexeme, terms)
    select language, lexeme, count(*) from skill_words group by language, lexeme
    union all select language, '', count(*) from skill_terms group by language`.execute(ctx.db)
  await sql`analyze skills, skill_terms, skill_words, skill_lexicon`.execute(ctx.db)
}

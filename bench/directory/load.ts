import type { Definition } from './definitions.ts'
import { definitions, skillId, skillNames, skillWords, words } from './definitions.ts'
import type { Door, Sql } from './world.ts'

const batch = 4_000

/** Fills the tables of the directory, and beside them the bare table, with the first `size` definitions. */
export async function load(door: Door, sql: Sql, size: number): Promise<void> {
  await sql(
    'truncate directory_entries, directory_entry_skills, directory_search, directory_terms, directory_removals, bare cascade',
  )
  await sql('drop index if exists bare_text, bare_skills, bare_nature, bare_department, bare_region')
  const terms = new Map<string, number>()
  const fresh: [kind: string, value: string, label: string][] = []
  const term = (kind: string, value: string, label = value): number => {
    const key = `${kind} ${value}`
    const known = terms.get(key)
    if (known !== undefined) return known
    const id = terms.size + 1
    terms.set(key, id)
    fresh.push([kind, value, label])
    return id
  }
  // The words are made of letters without accents, or are folded once here.
  const ids: number[] = []
  const wordId = (place: number): number => {
    ids[place] ??=
      door.tellingWords(words[place] ?? '').map(({ word, shown }) => term('word', word, shown))[0] ?? 0
    return ids[place]
  }
  const wordIds = (places: readonly number[], had: Set<number>) => {
    const fresh = [...new Set(places.map(wordId))].filter((id) => id !== 0 && !had.has(id))
    for (const id of fresh) had.add(id)
    return fresh
  }
  // As `to_tsvector` would make it, from the same stems, without reading each text again.
  const stems: string[] = []
  const tsvectorOf = (one: Definition): string => {
    const places = [
      ...one.nameWords,
      ...one.skills.flatMap((skill) => skillWords[skill] ?? []),
      ...one.restWords,
    ]
    return [...new Set(places.map((place) => stems[place] ?? ''))].join(' ')
  }
  for (const row of await sql(
    `select o, to_tsvector('bare', word)::text as stem from unnest($1::text[]) with ordinality as w (word, o)`,
    [words],
  ))
    stems[Number(row['o']) - 1] = String(row['stem']).replace(/^'|':\d+$/g, '')
  let rows: Definition[] = []
  let sent = 0
  // The database writes one batch while the next one is made.
  let last: Promise<unknown> = Promise.resolve()
  const flush = async () => {
    if (rows.length === 0) return
    const packed = rows.map((one) => {
      const had = new Set<number>()
      const name = wordIds(one.nameWords, had)
      const skills = wordIds(
        one.skills.flatMap((skill) => skillWords[skill] ?? []),
        had,
      )
      return door.pack({
        facts: door.factBits(one.facts),
        issuer: term('issuer', issuerKey(one.issuer), `Émetteur ${one.issuer}`),
        traits: [
          term('nature', one.nature),
          ...(one.language === null ? [] : [term('language', one.language)]),
          ...one.areas.map((area) => term('area', area)),
          ...(one.awarded ? [term('awarded', 'yes')] : []),
          term('origin', one.here ? 'here' : 'elsewhere'),
        ],
        topics: [
          ...one.skills.map((skill) => term('skill', skillId(skill), skillNames[skill])),
          ...one.frameworks.map((framework) => term('framework', framework)),
        ],
        words: [name, skills, wordIds(one.restWords, had)],
      })
    })
    const added = fresh.splice(0)
    if (added.length > 0)
      await sql(
        `insert into directory_terms (id, kind, value, label, fr, en) overriding system value
         select $1::int + o - 1, kind, value, label,
           case when kind = 'word' then (ts_lexize('french_stem', value))[1] end,
           case when kind = 'word' then (ts_lexize('english_stem', value))[1] end
         from unnest($2::text[], $3::text[], $4::text[]) with ordinality as t (kind, value, label, o)`,
        [sent + 1, added.map((one) => one[0]), added.map((one) => one[1]), added.map((one) => one[2])],
      )
    sent += added.length
    const column = <T>(read: (one: Definition) => T): T[] => rows.map(read)
    await last
    const numbers = column((one) => one.number)
    const entriesIn = sql(
      `insert into directory_entries (id, number, origin, address, name, sort_name, description,
         language, nature_shown, missing, facts, issuer_key, issuer_name, areas, illustrative, awarded, state,
         authority, achievement, issuer, rules_version, digest, first_seen_at, seen_at, changed_at, change)
       overriding system value
       select ('10000000-0000-4000-8000-' || lpad(to_hex(number), 12, '0'))::uuid, number, origin, 'https://b.example/' || number, name, lower(name),
         description, language, nature, '{}', facts, issuer, 'Émetteur ' || issuer, string_to_array(areas, ','), false,
         awarded, 'live', 3, '{}', '{}', '1', '', now(), now(), now(), number
       from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
         $9::text[], $10::boolean[])
         as t (number, origin, name, description, language, nature, facts, issuer, areas, awarded)`,
      [
        numbers,
        column((one) => (one.here ? 'here' : 'elsewhere')),
        column((one) => one.name),
        column((one) => one.description),
        column((one) => one.language),
        column((one) => one.nature),
        column((one) => one.facts),
        column((one) => issuerKey(one.issuer)),
        column((one) => one.areas.join(',')),
        column((one) => one.awarded),
      ],
    )
    const searchIn = sql('insert into directory_search select * from unnest($1::int[], $2::bytea[])', [
      numbers,
      packed,
    ])
    const skills = rows.flatMap((one) =>
      one.skills.map((skill, at) => [one.number, at, skill, one.frameworks[0]] as const),
    )
    const skillsIn = sql(
      `insert into directory_entry_skills (entry_id, position, skill_id, name, framework, address, suggested)
       select ('10000000-0000-4000-8000-' || lpad(to_hex(t.number), 12, '0'))::uuid, t.position, t.skill, t.name, t.framework, '', false
       from unnest($1::int[], $2::int[], $3::uuid[], $4::text[], $5::text[]) as t (number, position, skill, name, framework)`,
      [
        skills.map((one) => one[0]),
        skills.map((one) => one[1]),
        skills.map((one) => skillId(one[2])),
        skills.map((one) => skillNames[one[2]]),
        skills.map((one) => one[3]),
      ],
    )
    const bareIn = sql(
      `insert into bare
       select number, tsv::tsvector, name, nature, facts, language, areas[1], areas[2],
         issuer, awarded, here, skills_of, framework
       from (select *, string_to_array(nullif(areas_of, ''), ',') as areas, string_to_array(nullif(skill_ids, ''), ',')::int[] as skills_of
         from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::int[], $6::text[], $7::text[],
         $8::int[], $9::boolean[], $10::boolean[], $11::text[], $12::text[])
         as t (number, name, tsv, nature, facts, language, areas_of, issuer, awarded, here, skill_ids, framework)) t`,
      [
        numbers,
        column((one) => one.name),
        column(tsvectorOf),
        column((one) => one.nature),
        column((one) => door.factBits(one.facts)),
        column((one) => one.language),
        column((one) => one.areas.join(',')),
        column((one) => one.issuer),
        column((one) => one.awarded),
        column((one) => one.here),
        column((one) => one.skills.join(',')),
        column((one) => one.frameworks[0] ?? null),
      ],
    )
    last = Promise.all([entriesIn, searchIn, skillsIn, bareIn])
    last.catch(() => undefined)
    rows = []
  }
  for (const one of definitions(size)) {
    rows.push(one)
    if (rows.length === batch) await flush()
    if (one.number % 100_000 === 0) console.error(`  ${one.number} definitions`)
  }
  await flush()
  await last
  await sql("select setval('directory_change', (select max(change) from directory_entries))")
  console.error('  indexes of the bare table…')
  await sql('create index if not exists bare_text on bare using gin (tsv) with (fastupdate = off)')
  await sql('create index if not exists bare_skills on bare using gin (skills)')
  await sql('create index if not exists bare_nature on bare (nature, number desc)')
  await sql('create index if not exists bare_department on bare (department, number desc)')
  await sql('create index if not exists bare_region on bare (region, number desc)')
  await sql('vacuum analyze')
}

export const issuerKey = (issuer: number): string => `badges${issuer}.example/issuer`

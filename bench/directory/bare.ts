import type { Sql } from './world.ts'

/**
 * The same question by hand on a bare table with the best index we know: what the words find goes once into
 * memory, the facets are counted from there, the newest twenty come out. It corrects nothing, knows no group and
 * counts each facet with its own choices: less than the directory answers.
 */
export async function askBare(sql: Sql, query: Record<string, unknown>): Promise<number> {
  const values: unknown[] = []
  const put = (value: unknown) => `$${values.push(value)}`
  const list = (name: string) => (Array.isArray(query[name]) ? query[name] : [])
  const where = [
    ...(typeof query['q'] === 'string' ? [`tsv @@ plainto_tsquery('bare', ${put(query['q'])})`] : []),
    ...(list('nature').length > 0 ? [`nature = any(${put(list('nature'))}::text[])`] : []),
    ...list('fact').map((fact) => `facts & ${1 << (Number(fact) - 1)} <> 0`),
    ...(list('skill').length > 0
      ? [`skills && ${put(list('skill').map((one) => Number.parseInt(String(one).slice(-12), 16)))}::int[]`]
      : []),
    ...(list('area').length > 0
      ? [`(department = any(${put(list('area'))}::text[]) or region = any(${put(list('area'))}::text[]))`]
      : []),
    ...(list('language').length > 0 ? [`language = any(${put(list('language'))}::text[])`] : []),
    ...(list('framework').length > 0 ? [`framework = any(${put(list('framework'))}::text[])`] : []),
    ...(query['awarded'] === 'yes' ? ['awarded'] : []),
  ]
  const order = query['order'] === 'name' ? 'name' : 'number desc'
  const offset = (Number(query['page'] ?? 1) - 1) * 20
  const rows = await sql(
    `with hits as materialized (
       select number, name, nature, facts, language, department, region, issuer, awarded, here, skills, framework
       from bare ${where.length === 0 ? '' : `where ${where.join(' and ')}`})
     select 'total' as facet, '' as value, count(*) as n from hits
     union all select 'nature', nature, count(*) from hits group by nature
     union all select 'language', language, count(*) from hits group by language
     union all select 'department', department, count(*) from hits group by department
     union all select 'region', region, count(*) from hits group by region
     union all select 'framework', framework, count(*) from hits group by framework
     union all select 'awarded', awarded::text, count(*) from hits group by awarded
     union all select 'here', here::text, count(*) from hits group by here
     union all select 'facts', facts::text, count(*) from hits group by facts
     union all (select 'issuer', issuer::text, count(*) from hits group by issuer order by 3 desc limit 30)
     union all select 'issuers', '', count(distinct issuer) from hits
     union all (select 'skill', skill::text, count(*) from hits, unnest(skills) as skill group by skill order by 3 desc limit 30)
     union all (select 'page', number::text, 0 from hits order by ${order} offset ${offset} limit 20)`,
    values,
  )
  return Number(rows.find((row) => row['facet'] === 'total')?.['n'] ?? 0)
}

import { askBare } from '../directory/bare.ts'
import { load } from '../directory/load.ts'
import { openMini } from '../directory/mini.ts'
import { type Kind, mix, type Question, questions } from '../directory/queries.ts'
import { openWorld } from '../directory/world.ts'
import { peer, percentile, print } from '../measure.ts'

/**
 * The directory asked as people ask it, exact counts included, beside the same question by hand on a bare table
 * and beside an index in memory where it fits. `DIRECTORY_SIZES=20000,200000,2000000` chooses the sizes.
 */
const area = 'directory'
const sizes = (process.env['DIRECTORY_SIZES'] ?? '20000,200000').split(',').map(Number)
const memory = () => {
  globalThis.gc?.()
  return process.memoryUsage().rss / 1024 / 1024
}

const world = await openWorld()
try {
  for (const size of sizes) {
    console.error(`${size} definitions…`)
    const begun = performance.now()
    await load(world.door, world.sql, size)
    figure(size, 'insigne', 'loading', (performance.now() - begun) / 1000, 's', size)
    const before = memory()
    const fresh = world.another()
    const reading = performance.now()
    await fresh.search({})
    figure(
      size,
      'insigne',
      'first search of a process: the index is read',
      (performance.now() - reading) / 1000,
      's',
      1,
    )
    figure(size, 'insigne', 'memory of the index', memory() - before, 'MiB', 1)

    const many = questions(size > 500_000 ? 400 : 800, 11)
    const few = many.slice(0, size > 500_000 ? 60 : 200)
    const sql = (query: Record<string, unknown>) => askBare(world.sql, query)
    for (const one of questions(40, 5)) await fresh.search(one.query)
    for (const one of questions(10, 5)) await sql(one.query)
    // Alternately, a handful each, so that a machine that slows down slows both.
    const ours: Timed[] = []
    let cpu = 0
    const theirs: Timed[] = []
    for (let at = 0; at < many.length; at += 20) {
      const used = process.cpuUsage()
      ours.push(
        ...(await timed(many.slice(at, at + 20), (query) => {
          world.door.forgetAnswers()
          return fresh.search(query)
        })),
      )
      const { user, system } = process.cpuUsage(used)
      cpu += (user + system) / 1000
      theirs.push(
        ...(await timed(
          few.slice((at * few.length) / many.length, ((at + 20) * few.length) / many.length),
          sql,
        )),
      )
    }
    tell(size, 'insigne', ours)
    figure(size, 'insigne', 'mix, processor time of the web process', cpu / many.length, 'ms', many.length)
    tell(size, 'PostgreSQL, bare table', theirs)
    tell(size, 'insigne, asked again', await timed(many.slice(0, 100), (query) => fresh.search(query), 2))
    if (size > 200_000) continue
    const beforeMini = memory()
    const mini = openMini(size)
    figure(size, peer('minisearch'), 'memory of the index', memory() - beforeMini, 'MiB', 1)
    for (const one of questions(20, 5)) mini(one.query)
    tell(size, peer('minisearch'), await timed(few, async (query) => mini(query)))
  }
} finally {
  await world.close()
}

interface Timed {
  kind: Kind
  ms: number
}

async function timed(
  asked: readonly Question[],
  run: (query: Record<string, unknown>) => Promise<unknown>,
  times = 1,
): Promise<Timed[]> {
  const all: Timed[] = []
  for (const { kind, query } of asked)
    for (let again = 1; again <= times; again++) {
      const begun = performance.now()
      await run(query)
      if (again === times) all.push({ kind, ms: performance.now() - begun })
    }
  return all
}

function tell(size: number, who: string, all: readonly Timed[]): void {
  const kinds: (Kind | 'mix')[] = ['mix', ...(Object.keys(mix) as Kind[])]
  for (const kind of kinds) {
    const of = all.filter((one) => kind === 'mix' || one.kind === kind).map((one) => one.ms)
    if (of.length === 0) continue
    figure(size, who, `${kind}, p50`, percentile(of, 0.5), 'ms', of.length)
    figure(size, who, `${kind}, p95`, percentile(of, 0.95), 'ms', of.length)
  }
}

function figure(size: number, who: string, metric: string, value: number, unit: string, n: number): void {
  print({ area, case: `${size} definitions`, who, metric, value, unit, n })
}

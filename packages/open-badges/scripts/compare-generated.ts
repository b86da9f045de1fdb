import { availableParallelism } from 'node:os'
import { parentPort, Worker, workerData } from 'node:worker_threads'
import fc from 'fast-check'
import type { JsonObject } from '../src/json.ts'
import { bothWays } from '../test/agreement.ts'

// `node scripts/compare-generated.ts [COUNT] [WORKERS]`: generated badges, canonicalised by the short way and by the
// general one. Every other worker makes small badges, of some 80 statements; the others, of some 300 and up to thousands.
const batch = 100
const sizes = ['small', 'xsmall'] as const

interface Tally {
  compared: number
  general: number
  differences: string[]
}

async function compare(seed: number, badges: fc.Arbitrary<JsonObject>): Promise<Tally> {
  const tally: Tally = { compared: 0, general: 0, differences: [] }
  for (const badge of fc.sample(badges, { seed, numRuns: batch })) {
    const both = await bothWays(badge)
    if (!both) tally.general += 1
    else if (both.short.every((short) => short === both.general)) tally.compared += 1
    else
      tally.differences.push(
        `${both.general.slice(0, 40)} | ${both.short.map((one) => one.slice(0, 40)).join(' | ')} : ${JSON.stringify(badge)}`,
      )
  }
  return tally
}

// The next batch goes to whoever is free.
function run(size: string, next: () => number | undefined, done: (tally: Tally) => void): Promise<void> {
  const thread = new Worker(new URL(import.meta.url), { workerData: { size } })
  const give = (): void => thread.postMessage(next())
  give()
  return new Promise((resolve, reject) => {
    thread.on('message', (tally: Tally) => {
      done(tally)
      give()
    })
    thread.on('error', reject)
    thread.on('exit', () => resolve())
  })
}

async function main(): Promise<void> {
  const batches = Math.ceil(Number(process.argv[2] ?? 100_000) / batch)
  const workers = Number(process.argv[3] ?? availableParallelism())
  const started = performance.now()
  const total: Tally = { compared: 0, general: 0, differences: [] }
  const add = (tally: Tally): void => {
    total.compared += tally.compared
    total.general += tally.general
    total.differences.push(...tally.differences)
    for (const difference of tally.differences) console.error(difference)
    const count = total.compared + total.general + total.differences.length
    if (count % 5_000 === 0) console.error(`${count} done, ${total.differences.length} differ`)
  }
  let at = 0
  const next = (): number | undefined => (at < batches ? 20_261_123 + at++ : undefined)
  await Promise.all(
    Array.from({ length: workers }, (_, worker) => run(sizes[worker % sizes.length] ?? 'small', next, add)),
  )
  const seconds = Math.round((performance.now() - started) / 1000)
  console.log(JSON.stringify({ ...total, differences: total.differences.length, seconds }))
  process.exitCode = total.differences.length === 0 ? 0 : 1
}

if (parentPort) {
  // Sizes are fixed when the generators are made.
  fc.configureGlobal({ baseSize: workerData.size })
  const { generatedBadge } = await import('../test/generated-badge.ts')
  const port = parentPort
  port.on('message', async (seed: number | undefined) => {
    if (seed === undefined) port.close()
    else port.postMessage(await compare(seed, generatedBadge))
  })
} else await main()

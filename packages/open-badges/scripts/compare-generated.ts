import { availableParallelism } from 'node:os'
import { parentPort, Worker, workerData } from 'node:worker_threads'
import fc from 'fast-check'
import { bothWays } from '../test/agreement.ts'
import { generatedBadge } from '../test/generated-badge.ts'

// `node scripts/compare-generated.ts [COUNT]`: generated badges, canonicalised by the short way and by the general one.
const batch = 100

interface Tally {
  compared: number
  general: number
  differences: string[]
}

async function compare(seed: number): Promise<Tally> {
  const tally: Tally = { compared: 0, general: 0, differences: [] }
  for (const badge of fc.sample(generatedBadge, { seed, numRuns: batch })) {
    const both = await bothWays(badge)
    if (!both) tally.general += 1
    else if (both.short.every((short) => short === both.general)) tally.compared += 1
    else tally.differences.push(JSON.stringify(badge))
  }
  return tally
}

function run(worker: number, workers: number, batches: number, done: (tally: Tally) => void): Promise<void> {
  const thread = new Worker(new URL(import.meta.url), { workerData: { worker, workers, batches } })
  return new Promise((resolve, reject) => {
    thread.on('message', done)
    thread.on('error', reject)
    thread.on('exit', () => resolve())
  })
}

async function main(): Promise<void> {
  const count = Number(process.argv[2] ?? 100_000)
  const started = performance.now()
  const total: Tally = { compared: 0, general: 0, differences: [] }
  const workers = availableParallelism()
  const add = (tally: Tally): void => {
    total.compared += tally.compared
    total.general += tally.general
    total.differences.push(...tally.differences)
    if ((total.compared + total.general) % 10_000 === 0)
      console.error(`${total.compared + total.general} done`)
  }
  const batches = Math.ceil(count / batch)
  await Promise.all(Array.from({ length: workers }, (_, worker) => run(worker, workers, batches, add)))
  const seconds = Math.round((performance.now() - started) / 1000)
  console.log(JSON.stringify({ ...total, differences: total.differences.length, seconds }))
  for (const document of total.differences.slice(0, 3)) console.log(document)
  process.exitCode = total.differences.length === 0 ? 0 : 1
}

if (parentPort) {
  const { worker, workers, batches } = workerData
  for (let at = Number(worker); at < Number(batches); at += Number(workers)) {
    parentPort.postMessage(await compare(20_261_123 + at))
  }
} else await main()

import { open } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { maxFileBytes } from '../bake/extract.ts'
import type { VerificationReport } from '../verify/report.ts'
import { verify } from '../verify/verify.ts'

/** How many threads, when, and for whom. No specification: ours. */
export interface VerifyFilesOptions {
  /** Threads; default one for each core. */
  concurrency?: number
  /** Instant of the verifications; default the present of each. */
  now?: Date
  /** An identity that every recipient is expected to have. */
  recipient?: string
}

/** What came of a file: its report, or why it could not be read (`ENOENT`, `EACCES`…). No specification: ours. */
export type FileOutcome = { path: string; report: VerificationReport } | { path: string; error: string }

type Settings = Pick<VerifyFilesOptions, 'now' | 'recipient'>
// Few enough to hold little in memory, enough that messages cost nothing beside signatures.
const batchSize = 16
const role = 'insigne-verify-files'

const isErrno = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'

// One byte more than the limit is enough for the refusal of a file that is too large.
async function head(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const bytes = new Uint8Array(Math.min(size, maxFileBytes + 1))
    let length = 0
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length)
      if (bytesRead === 0) break
      length += bytesRead
    }
    return bytes.subarray(0, length)
  } finally {
    await file.close()
  }
}

async function verifyFile(path: string, settings: Settings): Promise<FileOutcome> {
  try {
    return { path, report: await verify(await head(path), { ...settings, offline: true }) }
  } catch (error) {
    if (isErrno(error)) return { path, error: String(error.code) }
    throw error
  }
}

/** A thread that verifies batches, one after the other. */
class Lane {
  readonly #worker: Worker

  constructor(settings: Settings) {
    this.#worker = new Worker(new URL(import.meta.url), { workerData: { role, settings } })
    // Waiting for files must not keep a program alive that nobody reads from any more.
    this.#worker.unref()
  }

  verify(paths: string[]): Promise<{ lane: Lane; outcomes: FileOutcome[] }> {
    return new Promise((resolve, reject) => {
      this.#worker.ref()
      this.#worker.once('message', (outcomes: FileOutcome[]) => {
        this.#worker.off('error', reject)
        this.#worker.unref()
        resolve({ lane: this, outcomes })
      })
      this.#worker.once('error', reject)
      this.#worker.postMessage(paths)
    })
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }
}

async function* batches(paths: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string[]> {
  let batch: string[] = []
  for await (const path of paths) {
    batch.push(path)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/**
 * Verifies many files (PNG, SVG, JSON, JWT) on every core, without network, in constant memory: paths are taken as
 * outcomes are read. Outcomes come in the order in which they are ready. Node only. OB 3.0, 8 (verification).
 * @param paths the files, as many as you like
 * @param options threads, instant, recipient
 * @throws never on bad input
 * @example
 * const verdicts = []
 * for await (const outcome of verifyFiles(['badge.png', 'badge.json'])) {
 *   if ('report' in outcome) verdicts.push(outcome.report.verdict)
 * }
 * verdicts // ['valid', 'valid']
 */
export async function* verifyFiles(
  paths: Iterable<string> | AsyncIterable<string>,
  { concurrency = availableParallelism(), ...settings }: VerifyFilesOptions = {},
): AsyncGenerator<FileOutcome> {
  const source = batches(paths)
  const lanes: Lane[] = []
  const working = new Map<Lane, ReturnType<Lane['verify']>>()
  try {
    for (let at = 0; at < Math.max(1, concurrency); at += 1) {
      const { done, value } = await source.next()
      if (done) break
      const lane = new Lane(settings)
      lanes.push(lane)
      working.set(lane, lane.verify(value))
    }
    while (working.size > 0) {
      const { lane, outcomes } = await Promise.race(working.values())
      const { done, value } = await source.next()
      if (done) working.delete(lane)
      else working.set(lane, lane.verify(value))
      yield* outcomes
    }
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()))
  }
}

// The same file is the thread: its address is the same in the sources and once built.
if (!isMainThread && workerData?.role === role) {
  const { settings } = workerData
  parentPort?.on('message', async (paths: string[]) => {
    const outcomes: FileOutcome[] = []
    for (const path of paths) outcomes.push(await verifyFile(path, settings))
    parentPort?.postMessage(outcomes)
  })
}

import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findPlace } from './place.ts'
import { readPostmaster } from './postmaster.ts'
import { isRunning } from './processes.ts'

/** Ends the server of a throwaway folder, whoever uses it, and removes all that the folder held. */
export async function discardEmbeddedPostgres(dataDirectory: string): Promise<void> {
  if (!existsSync(dataDirectory)) return
  const place = findPlace(dataDirectory)
  if (place) {
    const postmaster = readPostmaster(place.cluster)
    if ('pid' in postmaster) await end(postmaster.pid)
    rmSync(place.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  }
  for (const name of ['postgres.lock', 'postgres.lock.pid', 'postgres.location', 'postgres']) {
    rmSync(join(dataDirectory, name), { recursive: true, force: true })
  }
}

// First the stop that takes its back-ends along without saving anything, then the kill.
async function end(pid: number): Promise<void> {
  for (const signal of ['SIGQUIT', 'SIGKILL'] as const) {
    process.kill(pid, signal)
    for (let tries = 0; tries < 200; tries += 1) {
      if (!isRunning(pid)) return
      await sleep(15)
    }
  }
}

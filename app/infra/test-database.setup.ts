import { chmodSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { discardEmbeddedPostgres } from './postgres/index.ts'

const PREFIX = 'insigne-test-'

/**
 * Vitest global setup: names the throwaway folder of this run. The server starts with the first test that
 * asks for a database, so that a run without one pays nothing, and ends with the run.
 */
export async function setup(): Promise<void> {
  if (process.env['TEST_DATABASE_URL']) return
  await discardDeadRuns()
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`))
  chmodSync(folder, 0o755) // run as root, the server's account must pass
  process.env['TEST_DATABASE_FOLDER'] = folder
}

export async function teardown(): Promise<void> {
  const folder = process.env['TEST_DATABASE_FOLDER']
  if (folder) await discard(folder)
}

/** A run that was killed leaves its server; only folders whose run is no longer alive are touched. */
async function discardDeadRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]
    if (pid === undefined || isAlive(Number(pid))) continue
    const folder = join(tmpdir(), name)
    // Anybody may leave a folder of this name here; only our own is ours to remove.
    const { uid } = lstatSync(folder)
    if (uid === (process.getuid?.() ?? uid)) await discard(folder)
  }
}

async function discard(folder: string): Promise<void> {
  await discardEmbeddedPostgres(folder)
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

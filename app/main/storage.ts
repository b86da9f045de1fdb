import { mkdirSync } from 'node:fs'
import type { Config } from '../infra/config.ts'
import { ExplainedError } from '../infra/explained.ts'
import type { Log } from '../infra/log.ts'
import { findServerFaults, inspectServer, openEmbeddedPostgres } from '../infra/postgres/index.ts'

/** Where the data lies, for as long as this process needs it. */
export interface Storage {
  url: string
  /** What the operator should know. */
  notes: readonly string[]
  /** Brings the embedded server back if it died; returns its address. */
  ensureRunning(): Promise<string>
  close(): Promise<void>
}

/** The server does not do what we need: the sentence says what, and what to do. */
class StorageError extends ExplainedError {}

export async function openStorage(config: Config, log: Log): Promise<Storage> {
  const own = config.databaseUrl
  if (own !== undefined) {
    const report = await inspectServer(own).catch((error: unknown) => {
      throw new StorageError(unreachable(own, error))
    })
    const faults = findServerFaults(report)
    if (faults.length > 0) throw new StorageError(faults.map((fault) => fault.message).join('\n'))
    return { url: own, notes: [], ensureRunning: async () => own, close: async () => undefined }
  }
  try {
    mkdirSync(config.dataDirectory, { recursive: true })
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new StorageError(
      `The data folder ${config.dataDirectory} cannot be made (${reason}). Choose another with INSIGNE_DATA.`,
    )
  }
  const embedded = await openEmbeddedPostgres({
    dataDirectory: config.dataDirectory,
    log: ({ message, ...facts }) => log.info(facts, message),
  })
  return {
    url: embedded.url,
    notes: embedded.notes,
    ensureRunning: () => embedded.ensureRunning(),
    close: () => embedded.close(),
  }
}

/** Where the server was looked for and what it answered; never the name or the password that were given. */
function unreachable(url: string, error: unknown): string {
  const host = URL.parse(url)?.host ?? 'the address given'
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const said = reasons[code] ?? (code === '' ? 'no answer' : code)
  return `The database at ${host} cannot be used: ${said}. Check DATABASE_URL, and that the server is running.`
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'this host does not exist',
  ETIMEDOUT: 'no answer',
  '28P01': 'it refuses the name or the password',
  '28000': 'it refuses the name or the password',
  '3D000': 'it has no database of this name',
}

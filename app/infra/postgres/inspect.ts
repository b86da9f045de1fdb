import pg from 'pg'
import { z } from 'zod'

const EXTENSIONS = ['pg_trgm', 'unaccent', 'citext'] as const
const OLDEST_MAJOR = 15

export interface ServerReport {
  /** Major version, as in 15 or 18. */
  version: number
  fsync: boolean
  synchronousCommit: string
  encoding: string
  /** Whether trigram search sees accented letters as letters in this database. */
  accentedTrigrams: boolean
  /** Which of the extensions that we may use can be created here. */
  extensions: Record<(typeof EXTENSIONS)[number], boolean>
}

export interface ServerFault {
  code: 'database.too-old' | 'database.not-durable' | 'database.encoding' | 'database.extension-missing'
  message: string
}

const Row = z.object({
  version: z.coerce.number(),
  fsync: z.string(),
  synchronous_commit: z.string(),
  encoding: z.string(),
  ctype: z.string(),
  extensions: z.array(z.string()),
})

/** Reads what a server promises. Throws the connection error if it cannot be reached within 10 s. */
export async function inspectServer(url: string): Promise<ServerReport> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    query_timeout: 10_000,
  })
  client.on('error', () => undefined) // a connection cut between queries is reported by the next one
  try {
    await client.connect()
    const { rows } = await client.query(
      `select current_setting('server_version_num')::int / 10000 as version,
              current_setting('fsync') as fsync,
              current_setting('synchronous_commit') as synchronous_commit,
              current_setting('server_encoding') as encoding,
              (select datctype from pg_database where datname = current_database()) as ctype,
              array(select name::text from pg_available_extensions where name = any($1)) as extensions`,
      [EXTENSIONS],
    )
    const row = Row.parse(rows[0])
    const has = (name: string) => row.extensions.includes(name)
    return {
      version: row.version,
      fsync: row.fsync === 'on',
      synchronousCommit: row.synchronous_commit,
      encoding: row.encoding,
      accentedTrigrams: !['C', 'POSIX'].includes(row.ctype),
      extensions: { pg_trgm: has('pg_trgm'), unaccent: has('unaccent'), citext: has('citext') },
    }
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Why the application refuses a server; empty if it may use it. */
export function findServerFaults(report: ServerReport): ServerFault[] {
  const faults: ServerFault[] = []
  if (report.version < OLDEST_MAJOR) {
    faults.push({
      code: 'database.too-old',
      message: `The server of DATABASE_URL is PostgreSQL ${report.version}; version ${OLDEST_MAJOR} or later is needed.`,
    })
  }
  if (!report.fsync || report.synchronousCommit === 'off') {
    faults.push({
      code: 'database.not-durable',
      message:
        'The server of DATABASE_URL may lose what it confirmed: set fsync = on and synchronous_commit = on in its configuration.',
    })
  }
  if (report.encoding !== 'UTF8') {
    faults.push({
      code: 'database.encoding',
      message: `The database of DATABASE_URL is encoded in ${report.encoding}; make one with encoding UTF8.`,
    })
  }
  for (const name of ['pg_trgm', 'unaccent'] as const) {
    if (report.extensions[name]) continue
    faults.push({
      code: 'database.extension-missing',
      message: `The server of DATABASE_URL lacks the extension ${name}: install PostgreSQL's contrib modules there.`,
    })
  }
  return faults
}

import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'

/** A connection or a transaction. A slice names its own tables with `withTables`. */
export type Database = Kysely<unknown>

// Counts and totals fit in a number; dates of birth and the like never do time zones.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

export interface OpenDatabase {
  db: Database
  close(): Promise<void>
}

/** Opens a pool. Connections that die are replaced: the next statement finds a new one. */
export function openDatabase(url: string, options: { max?: number; name?: string } = {}): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    application_name: options.name ?? 'insigne',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
  })
  // An idle connection that is cut is no news: without a listener it would end the process.
  pool.on('error', () => undefined)
  // Nor is one that is cut between two statements of a transaction: the next statement says so.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  return { db, close: () => db.destroy() }
}

/** True when the server answers. */
export async function databaseAnswers(db: Database): Promise<boolean> {
  try {
    await sql`select 1`.execute(db)
    return true
  } catch {
    return false
  }
}

/** The SQLSTATE of a database error, such as 23505 for a duplicate. */
export function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : undefined
}

const unreachable = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT'])

/** Two transactions waited for each other, and this one was given up: nothing is wrong with it, it may be tried again. */
export const isDeadlock = (error: unknown): boolean => sqlState(error) === '40P01'

/** The database is away (stopped, restarting, cut): worth trying again, not a bug of ours. */
export function isDatabaseAway(error: unknown): boolean {
  const state = sqlState(error)
  if (state !== undefined) return state.startsWith('08') || state.startsWith('57P')
  if (!(error instanceof Error)) return false
  if ('code' in error && typeof error.code === 'string' && unreachable.has(error.code)) return true
  return /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect|server closed the connection/.test(
    error.message,
  )
}

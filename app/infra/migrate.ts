import { type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Database } from './database.ts'

/** One step of the schema: plain SQL, forward only, inside PostgreSQL 15. */
export interface Step {
  /** `0001-accounts`: the order and the slice that owns what it creates. */
  name: string
  sql: string
}

/** Brings the schema up to date in one transaction, under a lock: two processes may call it together. */
export async function migrate(db: Database, steps: Step[]): Promise<string[]> {
  const migrations: Record<string, Migration> = {}
  for (const step of steps)
    migrations[step.name] = {
      up: async (tx: Kysely<unknown>) => {
        await sql.raw(step.sql).execute(tx)
      },
    }
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableName: 'schema_migrations',
    migrationLockTableName: 'schema_migrations_lock',
  })
  const { error, results } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
  return (results ?? []).filter((one) => one.status === 'Success').map((one) => one.migrationName)
}

/** The steps that are not applied yet: empty when the schema fits the program. */
export async function pendingSteps(db: Database, steps: Step[]): Promise<string[]> {
  const applied = await sql<{ name: string }>`select name from schema_migrations`.execute(db)
  const done = new Set(applied.rows.map((row) => row.name))
  return steps.filter((step) => !done.has(step.name)).map((step) => step.name)
}

import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { discardEmbeddedPostgres, openEmbeddedPostgres } from './postgres/index.ts'

export interface TestDatabaseOptions {
  /** Shown in the database's name, to find it while a test is being debugged. */
  name: string
  /** Stands for everything that `migrate` does: databases of one digest are copies of one template. */
  digest: string
  /** Runs once for a digest; must close its connections. */
  migrate: (url: string) => Promise<void>
  /** A server of its own that really writes to the disk, for tests that pull the plug. */
  durable?: boolean
}

export interface TestDatabase {
  url: string
  /** Drops the database, even under open connections. */
  close(): Promise<void>
}

/**
 * A migrated database of its own for one test file, on a real server: that of TEST_DATABASE_URL (a role
 * that may create databases), otherwise the embedded one of this Vitest run.
 */
export async function openTestDatabase(options: TestDatabaseOptions): Promise<TestDatabase> {
  const server = options.durable
    ? await openOwnServer()
    : { url: await runServer(), close: async () => undefined }
  const database = `test_${options.name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, 30)}_${randomBytes(5).toString('hex')}`
  await withClient(server.url, async (client) => {
    const template = await makeTemplate(client, server.url, options)
    await copyDatabase(client, template, database)
  })
  return {
    url: inDatabase(server.url, database),
    async close() {
      await withClient(server.url, (client) => dropDatabase(client, database))
      await server.close()
    },
  }
}

let shared: Promise<string> | undefined

async function runServer(): Promise<string> {
  const given = process.env['TEST_DATABASE_URL']
  if (given) return given
  const dataDirectory = process.env['TEST_DATABASE_FOLDER']
  if (!dataDirectory) {
    throw new Error(
      'No test server: name app/infra/test-database.setup.ts as globalSetup, or set TEST_DATABASE_URL.',
    )
  }
  // Never closed here: the server serves all files of the run, and the global setup ends it.
  shared ??= openEmbeddedPostgres({
    dataDirectory,
    log: () => undefined,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  }).then((server) => server.url)
  return await shared
}

async function openOwnServer(): Promise<{ url: string; close(): Promise<void> }> {
  // Named after this process, so that the next run removes what a killed one leaves.
  const folder = mkdtempSync(join(tmpdir(), `insigne-test-${process.pid}-`))
  chmodSync(folder, 0o755)
  const server = await openEmbeddedPostgres({ dataDirectory: folder, log: () => undefined })
  return {
    url: server.url,
    async close() {
      await server.close()
      await discardEmbeddedPostgres(folder)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

// One process at a time makes a template; the number only has to differ from other locks.
const TEMPLATE_LOCK = 7_405_110_319

async function makeTemplate(client: pg.Client, url: string, options: TestDatabaseOptions): Promise<string> {
  const template = `test_template_${createHash('sha256').update(options.digest).digest('hex').slice(0, 20)}`
  await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
  try {
    // The mark comes last: a database without it is what a failed migration left.
    const { rowCount } = await client.query('select from pg_database where datname = $1 and datistemplate', [
      template,
    ])
    if (rowCount === 1) return template
    await client.query(`drop database if exists ${template} with (force)`)
    await client.query(`create database ${template} template template0 encoding 'UTF8'`)
    await options.migrate(inDatabase(url, template))
    await client.query(`alter database ${template} with allow_connections false is_template true`)
    return template
  } finally {
    await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK])
  }
}

const IN_USE = '55006'

async function copyDatabase(client: pg.Client, template: string, database: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(`create database ${database} template ${template}`)
      return
    } catch (error) {
      // Back-ends of the migration may outlive their connections by a moment.
      if (!(error instanceof pg.DatabaseError && error.code === IN_USE && attempt < 50)) throw error
      await sleep(50)
    }
  }
}

const NOT_OURS = '42501'

async function dropDatabase(client: pg.Client, database: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(`drop database if exists ${database} with (force)`)
      return
    } catch (error) {
      // The server's own vacuum may be at work in it: a role that is no superuser waits for it.
      if (!(error instanceof pg.DatabaseError && error.code === NOT_OURS && attempt < 50)) throw error
      await sleep(50)
    }
  }
}

function inDatabase(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

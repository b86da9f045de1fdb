import { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { z } from 'zod'
import { ADMINISTRATOR } from './cluster.ts'
import type { Passwords } from './passwords.ts'
import { samePath } from './processes.ts'

export const DATABASE = 'insigne'

// Every process that uses the server keeps one connection under this name; the last to leave stops it.
const PRESENT = 'insigne presence'
const PASSING = 'insigne passing'
// Held shared while joining, alone while leaving: nobody joins a server that is being stopped.
const DOOR = 7_405_110_318

export interface Presence {
  /** Whether this connection holds and the server takes new ones; if not, this presence has ended. */
  alive(): Promise<boolean>
  /** Closes; `stop` is called, with the door still shut, only if nobody else uses the server. */
  leave(stop: () => Promise<void>): Promise<'stopped' | 'others-present' | 'server-gone'>
}

/** Joins the server at a port; throws a connection error, or `WrongServer` if it serves another folder. */
export async function joinServer(port: number, cluster: string, passwords: Passwords): Promise<Presence> {
  const { client, socket } = administratorClient(port, passwords, PRESENT)
  let broken = false
  client.on('error', () => {
    broken = true
  })
  client.on('end', () => {
    broken = true
  })
  try {
    await client.connect()
    const served = await client.query('show data_directory')
    const folder = Row.parse(served.rows[0]).data_directory
    if (!samePath(folder, cluster)) throw new WrongServer(`port ${port} serves ${folder}`)
    await client.query('select pg_advisory_lock_shared($1)', [DOOR])
    await client.query('select pg_advisory_unlock_shared($1)', [DOOR])
    await makeDatabase(client, passwords)
  } catch (error) {
    await client.end().catch(ignore)
    throw error
  }
  // Being present alone keeps no process alive.
  socket.unref()
  return {
    async alive() {
      if (broken || !(await accepts(port, passwords))) {
        // Left open, it would count as one more process once the server recovered.
        socket.destroy()
        return false
      }
      return true
    },
    async leave(stop) {
      if (broken) return 'server-gone'
      socket.ref()
      return await leave(client, () => broken, stop)
    },
  }
}

function administratorClient(port: number, passwords: Passwords, name: string) {
  const socket = new Socket()
  const client = new pg.Client({
    stream: () => socket,
    host: '127.0.0.1',
    port,
    user: ADMINISTRATOR,
    password: passwords.administrator,
    database: 'postgres',
    ssl: false,
    application_name: name,
    connectionTimeoutMillis: 10_000,
    query_timeout: 30_000,
  })
  return { client, socket }
}

/**
 * Whether a new connection is served. An old one still answers for a moment after a crash of another
 * back-end; the server deals with the crash before it takes a new one.
 */
async function accepts(port: number, passwords: Passwords): Promise<boolean> {
  const { client } = administratorClient(port, passwords, PASSING)
  client.on('error', ignore)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(ignore)
  }
}

export class WrongServer extends Error {}

const Row = z.object({ data_directory: z.string() })
const Missing = z.object({ role: z.boolean(), database: z.boolean() })
const Counts = z.object({ present: z.coerce.number(), others: z.coerce.number() })

async function makeDatabase(client: pg.Client, passwords: Passwords): Promise<void> {
  const missing = async () =>
    Missing.parse(
      (
        await client.query(
          `select not exists (select from pg_roles where rolname = $1) as role,
                  not exists (select from pg_database where datname = $1) as database`,
          [DATABASE],
        )
      ).rows[0],
    )
  const before = await missing()
  if (!before.role && !before.database) return
  await client.query('select pg_advisory_lock($1)', [DOOR])
  const { role, database } = await missing()
  // No superuser: row-level security must bind the application.
  const password = client.escapeLiteral(passwords.application)
  if (role) await client.query(`create role ${DATABASE} login createdb password ${password}`)
  if (database) await client.query(`create database ${DATABASE} owner ${DATABASE}`)
  await client.query('select pg_advisory_unlock($1)', [DOOR])
}

async function leave(
  client: pg.Client,
  isBroken: () => boolean,
  stop: () => Promise<void>,
): Promise<'stopped' | 'others-present' | 'server-gone'> {
  try {
    await client.query('select pg_advisory_lock($1)', [DOOR])
    // Said at once: this back-end may stay listed for a moment after its connection closed.
    await client.query(`select set_config('application_name', $1, false)`, [PASSING])
    if (await isUsed(client)) return 'others-present'
    await stop()
    return 'stopped'
  } catch (error) {
    if (isBroken()) return 'server-gone'
    throw error
  } finally {
    await client.end().catch(ignore)
  }
}

async function isUsed(client: pg.Client): Promise<boolean> {
  for (const end = Date.now() + 1_000; ; await sleep(40)) {
    const { rows } = await client.query(
      `select count(*) filter (where application_name = $1) as present,
              count(*) filter (where application_name <> $2) as others
         from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
      [PRESENT, PASSING],
    )
    const { present, others } = Counts.parse(rows[0])
    if (present > 0) return true
    if (others === 0) return false
    // Back-ends of connections closed a moment ago are still counted; a tool that works is left alone.
    if (Date.now() > end) return true
  }
}

function ignore(): void {
  // The connection is gone either way.
}

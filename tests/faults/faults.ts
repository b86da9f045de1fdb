import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { verify } from '@insigne/open-badges'
import pg from 'pg'
import { openEmbeddedPostgres } from '../../app/infra/postgres/index.ts'
import { startProduct } from '../product.ts'
import { manyPeople, openWorkshop, sendList } from '../setting-up.ts'

export interface Dose {
  rows: number
  /** How often the worker or the web process is killed while the award runs. */
  kills: number
  /** How often the database server itself is killed. */
  databaseKills: number
  seed: number
}

export interface Outcome {
  rows: number
  awarded: number
  signed: number
  signedOnce: number
  unsigned: number
  statusPlaces: number
  entries: number
  messages: number
  validSample: number
  sample: number
  killed: { web: number; worker: number; database: number }
  seconds: number
}

/** Where children of a process can be listed, plugs can be pulled. */
export const canPullPlugs = existsSync('/proc/self/stat')

/** Awards a list while its processes are killed at random moments, then counts what became of every row. */
export async function awardUnderFaults(dose: Dose): Promise<Outcome> {
  const random = sequence(dose.seed)
  const product = await startProduct({ env: { INSIGNE_DEMO: 'off', LOG_LEVEL: 'fatal' } })
  try {
    const workshop = await openWorkshop(product)
    const batch = await sendList(workshop, manyPeople(dose.rows))
    const started = performance.now()
    await workshop.staff.send(batch, /confirm/)
    const killed = { web: 0, worker: 0, database: 0 }
    const moments = [
      ...Array.from({ length: dose.kills }, () => 'process' as const),
      ...Array.from({ length: dose.databaseKills }, () => 'database' as const),
    ]
    for (const [order, moment] of moments.entries()) {
      await sleep(50 + random() * 450)
      if (moment === 'database') killed.database += killDatabase(product.dataDirectory) ? 1 : 0
      else {
        const name = order % 4 === 3 ? 'web' : 'worker'
        killed[name] += (await killChild(product.process.pid ?? 0, name)) ? 1 : 0
      }
    }
    await untilDone(product.url, () => workshop.staff.get(`${batch}/progress`))
    const seconds = (performance.now() - started) / 1000
    return { ...(await count(product.dataDirectory, dose.rows)), killed, seconds }
  } finally {
    await product.remove()
  }
}

/** A repeatable sequence of numbers between 0 and 1 (mulberry32). */
function sequence(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

async function killChild(supervisor: number, name: 'web' | 'worker'): Promise<boolean> {
  // A child that was just killed needs a moment to come back.
  for (let tries = 0; tries < 400; tries++) {
    const pid = descendants(supervisor).find((one) => one.command.at(-1) === name)?.pid
    if (pid !== undefined) {
      process.kill(pid, 'SIGKILL')
      return true
    }
    await sleep(50)
  }
  return false
}

function descendants(parent: number): { pid: number; command: string[] }[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        const ppid = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0').filter(Boolean)
        return [{ pid: Number(name), ppid, command }]
      } catch {
        return []
      }
    })
  const found: typeof all = []
  for (let parents = [parent]; parents.length > 0; ) {
    const next = all.filter((one) => parents.includes(one.ppid))
    found.push(...next)
    parents = next.map((one) => one.pid)
  }
  return found
}

function killDatabase(dataDirectory: string): boolean {
  try {
    const file = path.join(dataDirectory, 'postgres/cluster/postmaster.pid')
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
    process.kill(pid, 'SIGKILL')
    return true
  } catch {
    return false
  }
}

async function untilDone(url: string, ask: () => Promise<Response>): Promise<void> {
  const deadline = Date.now() + 240_000
  while (Date.now() < deadline) {
    try {
      const response = await ask()
      if (response.ok) {
        const body: unknown = await response.json()
        if (typeof body === 'object' && body !== null && 'finished' in body && body.finished === true) return
      }
    } catch {
      // The web process is coming back.
    }
    await sleep(300)
  }
  throw new Error(`The award did not end by itself at ${url}`)
}

async function count(dataDirectory: string, rows: number): Promise<Omit<Outcome, 'killed' | 'seconds'>> {
  const server = await openEmbeddedPostgres({ dataDirectory, log: () => undefined })
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  try {
    const number = async (sql: string) =>
      Number((await client.query<{ n: string }>(`select count(*) as n from ${sql}`)).rows[0]?.n)
    // The last reactions may still be on their way.
    for (let tries = 0; tries < 200 && (await number('backpack_entries')) < rows; tries++) await sleep(300)
    for (let tries = 0; tries < 100 && (await number('mail_messages')) < rows; tries++) await sleep(300)
    const sample = await client.query<{ signed_json: string }>(
      "select signed_json from credentials where state = 'signed' order by md5(id::text) limit 50",
    )
    const did = await client.query<{ did: string }>('select did from organisations')
    let validSample = 0
    for (const { signed_json } of sample.rows) if (await proofHolds(signed_json)) validSample++
    if (did.rows.length !== 1) throw new Error('one organisation was expected')
    return {
      rows: await number('award_rows'),
      awarded: await number("award_rows where state = 'awarded'"),
      signed: await number("credentials where state = 'signed' and signed_json is not null"),
      signedOnce: await number('(select distinct source_id from credentials) as one'),
      unsigned: await number("credentials where state <> 'signed'"),
      statusPlaces: await number('(select distinct status_list_id, status_index from credentials) as place'),
      entries: await number('backpack_entries'),
      messages: await number("mail_messages where to_address like 'personne.%'"),
      sample: sample.rows.length,
      validSample,
    }
  } finally {
    await client.end()
    await server.close()
  }
}

/** Structure and words hold; the issuer cannot be reached offline, so the proof is undetermined at worst. */
async function proofHolds(json: string): Promise<boolean> {
  const report = await verify(json, { offline: true })
  return report.checks.every((check) => check.state !== 'invalid')
}

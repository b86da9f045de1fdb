import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { z } from 'zod'
import { isRunning, servesFolder } from './processes.ts'

const Line = z.object({
  url: z.string().default(''),
  joined: z.boolean().default(false),
  notes: z.array(z.string()).default([]),
  closed: z.boolean().default(false),
  refused: z.string().default(''),
  message: z.string().default(''),
})

export interface Opener {
  child: ChildProcess
  pid: number
  next(): Promise<z.infer<typeof Line>>
  send(line: 'close' | 'ensure'): void
  kill(): Promise<void>
}

export interface OpenerOptions {
  port?: number
  systemFolders?: readonly string[]
  account?: { uid: number; gid: number }
  script?: string
}

const openers = new Set<Opener>()
const folders = new Set<string>()

/** A temporary folder that every account may enter, unlike what mkdtemp makes. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'insigne-postgres-'))
  chmodSync(folder, 0o755)
  folders.add(folder)
  return folder
}

/** Opens the server of a folder in a process of its own. */
export function openInProcess(dataDirectory: string, options: OpenerOptions = {}): Opener {
  const script = options.script ?? join(import.meta.dirname, 'test-opener.ts')
  const args = [script, dataDirectory, String(options.port ?? 0), ...(options.systemFolders ?? [])]
  const child = spawn(process.execPath, args, {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: '/',
    ...(options.account ?? {}),
  })
  const lines: AsyncIterator<string> = readLines(child)[Symbol.asyncIterator]()
  const opener: Opener = {
    child,
    pid: child.pid ?? 0,
    async next() {
      const { value, done } = await lines.next()
      if (done) throw new Error('The process ended without a word')
      return Line.parse(JSON.parse(value))
    },
    send: (line) => child.stdin?.write(`${line}\n`),
    async kill() {
      openers.delete(opener)
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await ended
    },
  }
  openers.add(opener)
  return opener
}

function readLines(child: ChildProcess): Interface {
  if (!child.stdout) throw new Error('The process has no output')
  return createInterface({ input: child.stdout })
}

/** Closes and waits for the word that it did. */
export async function closeOpener(opener: Opener): Promise<void> {
  opener.send('close')
  await opener.next()
}

export function clusterOf(dataDirectory: string): string {
  const pointer = join(dataDirectory, 'postgres.location')
  const folder = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : join(dataDirectory, 'postgres')
  return join(folder, 'cluster')
}

/** The number in postmaster.pid, 0 where there is none. */
export function serverPid(cluster: string): number {
  const file = join(cluster, 'postmaster.pid')
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'latin1'), 10) : 0
}

export async function killServer(pid: number): Promise<void> {
  if (!(pid > 0)) throw new Error('No server to kill') // 0 would mean this whole process group
  process.kill(pid, 'SIGKILL')
  await gone(pid)
}

export async function gone(pid: number): Promise<void> {
  for (let tries = 0; isRunning(pid); tries += 1) {
    if (tries > 1_000) throw new Error(`Process ${pid} is still there`)
    await sleep(10)
  }
}

export async function query(url: string, text: string): Promise<unknown[][]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined) // a server killed between two messages; the query reports it
  await client.connect()
  try {
    return (await client.query<unknown[]>({ text, rowMode: 'array' })).rows
  } finally {
    await client.end()
  }
}

/** Ends every process and removes every folder that a test made. */
export async function cleanUp(): Promise<void> {
  for (const opener of openers) await opener.kill()
  for (const folder of folders) {
    for (const pid of serversBelow(folder)) await killServer(pid)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  folders.clear()
}

function serversBelow(folder: string): number[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name === 'postmaster.pid')
    .filter((entry) => servesFolder(serverPid(entry.parentPath), entry.parentPath) === 'yes')
    .map((entry) => serverPid(entry.parentPath))
}

import { type ChildProcess, spawn } from 'node:child_process'
import type { Account } from './account.ts'
import { unsupported } from './binaries.ts'
import { codeOf, PostgresStartError } from './start-error.ts'

interface Start {
  cwd: string
  account: Account | undefined
  stdio: Array<'ignore' | 'pipe' | number>
  detached?: boolean
  environment?: Record<string, string>
}

/** Starts one of the server's programs; rejects where it cannot run at all. */
export async function startProgram(
  program: string,
  args: readonly string[],
  start: Start,
): Promise<ChildProcess> {
  try {
    const child = spawn(program, args, {
      cwd: start.cwd,
      stdio: start.stdio,
      detached: start.detached ?? false,
      windowsHide: true,
      // Only this: our own environment may hold secrets, and PG* variables would change the server.
      env: {
        PATH: process.env['PATH'] ?? '',
        LC_ALL: 'C',
        TZ: 'UTC',
        ...start.environment,
        ...windowsOnly(),
      },
      ...(start.account ? { uid: start.account.uid, gid: start.account.gid } : {}),
    })
    await new Promise((resolve, reject) => {
      child.once('spawn', resolve)
      child.once('error', reject)
    })
    return child
  } catch (error) {
    throw refusalOf(program, error)
  }
}

/** Runs a program to its end. `output` is what it said, both streams together. */
export async function runProgram(
  program: string,
  args: readonly string[],
  start: Omit<Start, 'stdio'>,
): Promise<{ status: number | null; output: string }> {
  const child = await startProgram(program, args, { ...start, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  return await new Promise((resolve) => child.once('close', (status) => resolve({ status, output })))
}

function windowsOnly(): Record<string, string> {
  const root = process.env['SystemRoot']
  return process.platform === 'win32' && root ? { SystemRoot: root } : {}
}

function refusalOf(program: string, error: unknown): Error {
  // The file is there: what is missing is the loader or the processor it was built for.
  if (['ENOENT', 'ENOEXEC', 'EBADARCH'].includes(codeOf(error))) return unsupported(program, error)
  if (process.getuid?.() === 0) {
    return new PostgresStartError(
      'root-refused',
      `PostgreSQL refuses to run as root, and this process may not take another account (${codeOf(error)}). Run as an ordinary user, or set DATABASE_URL to a server of your own.`,
      { cause: error },
    )
  }
  return new PostgresStartError('server-failed', `${program} cannot be run (${codeOf(error)}).`, {
    cause: error,
  })
}

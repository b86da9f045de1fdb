import { type ChildProcess, fork } from 'node:child_process'
import { ExplainedError } from '../infra/explained.ts'
import type { Log } from '../infra/log.ts'
import { type Orders, Report } from './orders.ts'

export type ChildName = 'web' | 'worker'

/** A child could not begin: the sentence says why and what to do. */
export class ChildError extends ExplainedError {}

export interface Supervised {
  /** The port, for the web process, once it listens. */
  ready: Promise<number | undefined>
  /** Starts it anew with other orders, when the database moved. */
  replace(orders: Orders): void
  stop(): Promise<void>
}

/** Keeps one process alive: it is started again when it dies, more and more slowly if it dies at once. */
export function supervise(name: ChildName, entry: string, first: Orders, log: Log): Supervised {
  let orders = first
  let child: ChildProcess | undefined
  let stopping = false
  let failures = 0
  let settled = false
  const { promise: ready, resolve, reject } = Promise.withResolvers<number | undefined>()

  const start = () => {
    const begun = Date.now()
    const one = fork(entry, [name], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: cleanEnvironment(),
    })
    child = one
    one.on('message', (message) => {
      const report = Report.safeParse(message)
      if (!report.success) return
      switch (report.data.kind) {
        case 'waiting':
          one.send({ kind: 'orders', orders })
          break
        case 'listening':
          settled = true
          resolve(report.data.port)
          break
        case 'working':
          settled = true
          resolve(undefined)
          break
        case 'cannot-start':
          if (!settled) reject(new ChildError(report.data.reason))
          break
      }
    })
    one.on('exit', (exit, signal) => {
      if (stopping) return
      failures = Date.now() - begun > 10_000 ? 0 : failures + 1
      log.warn(
        { name, exit, signal: signal ?? '', attempt: failures },
        'a process ended, it is started again',
      )
      if (!settled && failures > 5)
        reject(new ChildError(`The ${name} process ends as soon as it starts. The lines above say why.`))
      else setTimeout(() => !stopping && start(), Math.min(50 * 2 ** failures, 2_000))
    })
  }
  start()

  return {
    ready,
    replace(next) {
      orders = next
      child?.kill('SIGTERM')
    },
    async stop() {
      stopping = true
      const one = child
      if (one === undefined || one.exitCode !== null || one.signalCode !== null) return
      await new Promise<void>((done) => {
        one.once('exit', () => done())
        one.kill('SIGTERM')
        setTimeout(() => one.kill('SIGKILL'), 6_000).unref()
      })
    },
  }
}

// The children get their settings as orders: no secret stays in an environment that others can read.
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept: NodeJS.ProcessEnv = {}
  for (const name of [
    'PATH',
    'HOME',
    'LANG',
    'LC_ALL',
    'TZ',
    'TMPDIR',
    'TEMP',
    'TMP',
    'SystemRoot',
    'NODE_OPTIONS',
    'NODE_EXTRA_CA_CERTS',
  ])
    if (process.env[name] !== undefined) kept[name] = process.env[name]
  return kept
}

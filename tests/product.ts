import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { root } from './source-files.ts'

/** The product as a user starts it: one command, its own data folder, its own port. */
export interface Product {
  url: string
  /** The one-time token printed in the log, if nobody is in charge yet. */
  claimToken: string | undefined
  /** Seconds that the product itself announced between its start and `ready`. */
  startSeconds: number
  dataDirectory: string
  process: ChildProcess
  output(): string
  /** Runs another verb beside it, with the same settings. */
  command(...argv: string[]): Promise<{ exit: number; stdout: string; stderr: string }>
  stop(): Promise<number>
  remove(): Promise<void>
}

export interface ProductOptions {
  env?: Record<string, string>
  dataDirectory?: string
}

export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const dataDirectory = options.dataDirectory ?? temporaryFolder()
  const port = options.env?.PORT ?? String(await freePort())
  const env = {
    ...process.env,
    INSIGNE_DATA: dataDirectory,
    PORT: port,
    LOG_LEVEL: 'warn',
    LANG: 'fr_FR.UTF-8',
    ...options.env,
  }
  const child = spawn(process.execPath, [path.join(root, 'app/bin/insigne.js'), 'start'], { cwd: root, env })
  let text = ''
  child.stdout.on('data', (chunk) => {
    text += chunk
  })
  child.stderr.on('data', (chunk) => {
    text += chunk
  })
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The product did not become ready:\n${text}`)), 180_000)
    child.stdout.on('data', () => {
      if (/^ready http/m.test(text)) {
        clearTimeout(timer)
        resolve()
      }
    })
    child.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`The product ended with ${code}:\n${text}`))
    })
  })
  const stop = () =>
    new Promise<number>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode ?? -1)
      child.once('exit', (code) => resolve(code ?? -1))
      child.kill('SIGTERM')
    })
  return {
    url: `http://localhost:${port}`,
    claimToken: /claim-instance\?token=([\w-]+)/.exec(text)?.[1],
    startSeconds: Number(/started in ([\d.]+) s/.exec(text)?.[1]),
    dataDirectory,
    process: child,
    output: () => text,
    command: (...argv) => insigne(argv, { env: { ...env } }),
    stop,
    async remove() {
      await stop()
      rmSync(dataDirectory, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Runs `insigne` once, to its end. */
export function insigne(
  argv: string[],
  options: { env?: Record<string, string | undefined>; input?: string | Uint8Array; cwd?: string } = {},
): Promise<{ exit: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, 'app/bin/insigne.js'), ...argv], {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
    })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (chunk) => {
      stdout += chunk
    })
    child.stderr.on('data', (chunk) => {
      stderr += chunk
    })
    child.on('close', (code) => resolve({ exit: code ?? -1, stdout, stderr }))
    // A program that has seen enough closes its end.
    child.stdin.on('error', () => undefined)
    child.stdin.end(options.input)
  })
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'insigne-product-'))
  // Run as root, the database runs under another account, which must pass.
  chmodSync(folder, 0o755)
  return folder
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port')),
      )
    })
  })
}

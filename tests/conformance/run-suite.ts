import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Endpoints, Suite } from './suites.ts'

const Test = z.object({ fullTitle: z.string(), err: z.object({ message: z.string().optional() }).optional() })
const Result = z.object({
  passes: z.array(Test),
  failures: z.array(Test),
  pending: z.array(Test),
})

/** What mocha said of a suite. */
export interface Outcome {
  passed: string[]
  failed: { test: string; message: string }[]
  pending: string[]
}

const maxMilliseconds = 15 * 60_000

/** Runs an installed suite against the product. Throws when mocha writes no result. */
export async function runSuite(suite: Suite, folder: string, endpoints: Endpoints): Promise<Outcome> {
  const config = {
    settings: { enableInteropTests: false, testAllImplementations: false },
    implementations: suite.implementations(endpoints),
  }
  writeFileSync(path.join(folder, 'localConfig.cjs'), `module.exports = ${JSON.stringify(config, null, 2)}\n`)
  const output = path.join(folder, 'insigne-result.json')
  const log = await mocha(folder, output)
  if (!existsSync(output)) throw new Error(`mocha wrote no result:\n${log.slice(-4000)}`)
  const { passes, failures, pending } = Result.parse(JSON.parse(readFileSync(output, 'utf8')))
  return {
    passed: passes.map(({ fullTitle }) => fullTitle),
    failed: failures.map(({ fullTitle, err }) => ({ test: fullTitle, message: err?.message ?? '' })),
    pending: pending.map(({ fullTitle }) => fullTitle),
  }
}

function mocha(folder: string, output: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        path.join(folder, 'node_modules/mocha/bin/mocha.js'),
        ...['tests/', '--timeout', '15000', '--preserve-symlinks'],
        ...['--reporter', 'json', '--reporter-option', `output=${output}`],
      ],
      {
        cwd: folder,
        timeout: maxMilliseconds,
        env: {
          ...process.env,
          // The suites find their settings from here, and must accept the certificate made for this run.
          APP_ROOT_PATH: folder,
          NODE_TLS_REJECT_UNAUTHORIZED: '0',
        },
      },
    )
    let text = ''
    const keep = (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-20_000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('error', reject)
    child.once('close', () => resolve(text))
  })
}

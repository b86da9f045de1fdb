import { ExplainedError } from '../infra/explained.ts'

/**
 * The `insigne` command. Each verb is loaded only when asked for,
 * so that checking a file never waits for the web server's modules.
 */
const verbs: Record<string, () => Promise<{ run(argv: string[], entry: string): Promise<number> }>> = {
  verify: () => import('./cli/verify.ts'),
  assess: () => import('./cli/assess.ts'),
  keygen: () => import('./cli/keygen.ts'),
  issue: () => import('./cli/issue.ts'),
  start: () => import('./start.ts'),
  web: () => import('./web.ts'),
  worker: () => import('./worker.ts'),
  migrate: () => import('./migrate.ts'),
  demo: () => import('./demo.ts'),
  framework: () => import('./cli/framework.ts'),
  help: () => import('./cli/help.ts'),
}

const [verb = 'help', ...rest] = process.argv.slice(2)
const asked = verb === '--help' || verb === '-h' ? 'help' : verb
const load = Object.hasOwn(verbs, asked) ? verbs[asked] : undefined
const program = await (load ?? (() => import('./cli/help.ts')))()
// What the surroundings lack is said in a sentence; a trace is for our own faults.
const exit = await program.run(rest, import.meta.filename).catch((error: unknown) => {
  if (!(error instanceof ExplainedError)) throw error
  process.stderr.write(`${error.message}\n`)
  return 1
})
process.exitCode = load === undefined ? 3 : exit

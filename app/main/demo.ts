import { demoState, loadDemo } from '../demo/load.ts'
import { removeDemo } from '../demo/remove.ts'
import { hasAccounts } from '../domains/accounts/index.ts'
import { type Config, ConfigError, parseConfig, readSecret } from '../infra/config.ts'
import type { Context } from '../infra/context.ts'
import { createLog } from '../infra/log.ts'
import { french } from './cli/language.ts'
import { systemContext } from './compose.ts'
import { prepareSchema } from './migrate.ts'
import { openStorage } from './storage.ts'
import { supervise } from './supervise.ts'
import { openTools } from './tools.ts'

/** Demo content goes into an empty trial instance, or where the operator asks for it. */
export async function loadDemoIfWanted(ctx: Context, config: Config): Promise<void> {
  const state = await demoState(ctx)
  if (config.demo === 'off' || state === 'whole') return
  if (state === 'begun') await removeDemo(ctx)
  else if (config.demo === 'auto' && (!config.trial || (await hasAccounts(ctx)))) return
  process.stdout.write('Loading the demo content…\n')
  const { badges } = await loadDemo(ctx)
  process.stdout.write(`Demo content: ${badges} badges awarded to invented people.\n`)
}

/** `insigne demo load|remove`, beside a running instance or alone. */
export async function run(argv: string[], entry: string): Promise<number> {
  const [verb, ...rest] = argv
  if ((verb !== 'load' && verb !== 'remove') || rest.length > 0) {
    process.stderr.write(
      french()
        ? 'Écrivez : insigne demo load, ou insigne demo remove\n'
        : 'Write: insigne demo load, or insigne demo remove\n',
    )
    return 3
  }
  try {
    const config = parseConfig(process.env)
    const log = createLog(config.logLevel === 'info' ? 'warn' : config.logLevel, 'demo')
    const storage = await openStorage(config, log)
    try {
      await prepareSchema(storage.url, log)
      const tools = await openTools(config, storage.url, log)
      const ctx = systemContext(tools.parts)
      // Signing needs a worker; beside a running instance it only helps.
      const orders = { config, databaseUrl: storage.url, secret: readSecret(config) }
      const worker = verb === 'load' ? supervise('worker', entry, orders, log) : undefined
      try {
        await worker?.ready
        if (verb === 'remove') await removeDemo(ctx)
        else if ((await demoState(ctx)) === 'whole')
          process.stdout.write(french() ? 'Déjà chargé.\n' : 'Already loaded.\n')
        else {
          await removeDemo(ctx)
          const { badges } = await loadDemo(ctx)
          process.stdout.write(french() ? `${badges} badges remis.\n` : `${badges} badges awarded.\n`)
        }
        return 0
      } finally {
        await worker?.stop()
        await tools.close()
      }
    } finally {
      await storage.close()
    }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`${error.message}\n`)
    return 3
  }
}

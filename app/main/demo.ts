import type { Config } from '../infra/config.ts'
import type { Context } from '../infra/context.ts'

export async function loadDemoIfWanted(_ctx: Context, _config: Config): Promise<void> {}

import type { Config } from '../infra/config.ts'
import type { Context } from '../infra/context.ts'
import { sql } from 'kysely'

export async function loadDemoIfWanted(ctx: Context, _config: Config): Promise<void> {
  await sql`select 1`.execute(ctx.db)
}
export async function run(): Promise<number> {
  return 0
}

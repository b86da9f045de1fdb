import { parseArgs } from 'node:util'

/** What was typed cannot be carried out: the sentence says what to do. Exit code 3. */
export class UsageError extends Error {}

type Shape = Record<string, { type: 'string' | 'boolean' }>
type Read<T extends Shape> = { [K in keyof T]?: T[K]['type'] extends 'boolean' ? boolean : string }

/** Reads options and what stands between them; an unknown option is refused by name. */
export function readArguments<const T extends Shape>(
  argv: string[],
  options: T,
  say: { fr: boolean },
): { values: Read<T>; rest: string[] } {
  try {
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true, strict: true })
    const read: Read<T> = {}
    for (const name of Object.keys(options)) Object.assign(read, { [name]: Reflect.get(values, name) })
    return { values: read, rest: positionals }
  } catch (error) {
    const name = /'(--?[\w-]+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? ''
    throw new UsageError(
      say.fr
        ? `L’option ${name} est inconnue ou incomplète. « insigne help » les montre toutes.`
        : `The option ${name} is unknown or incomplete. “insigne help” shows them all.`,
    )
  }
}

/** Runs a verb; what cannot be carried out is one sentence on standard error, and exit code 3. */
export async function withUsage(work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    process.stderr.write(`${error.message}\n`)
    return 3
  }
}

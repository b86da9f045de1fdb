/** Runs `dist/server/<entry>.js` with these arguments, building first where there are sources. */
export function run(entry: string, argv: readonly string[]): Promise<void>

/** Builds client and server into `app/dist` if missing or older than the sources; with `force`, always. */
export function build(options?: { force?: boolean }): Promise<void>

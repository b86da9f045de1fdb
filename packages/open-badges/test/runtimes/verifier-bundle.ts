import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

/** One file of the verifier as a page loads it. */
export interface BundledFile {
  name: string
  /** Bytes after gzip. */
  gzip: number
  /** Loaded before the first badge can be verified, whatever it is. */
  isFirst: boolean
  /** Letters of each module in it, by its path. */
  modules: Record<string, number>
}

const source = fileURLToPath(new URL('../../src/index.ts', import.meta.url))
const entry = 'virtual:verifier'

/** Bundles what a page needs to verify badges of every format, and nothing that issues. */
export async function verifierBundle(): Promise<BundledFile[]> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    resolve: { conditions: ['insigne-source', 'browser', 'module', 'import', 'default'] },
    plugins: [
      {
        name: 'verifier',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) =>
          id === entry
            ? `export { verify, verifyAndRead, verifyPresentation } from ${JSON.stringify(source)}`
            : null,
      },
    ],
    build: {
      write: false,
      minify: true,
      target: 'es2023',
      rollupOptions: { input: entry, preserveEntrySignatures: 'strict' },
    },
  })
  const chunks = [result]
    .flat()
    .flatMap((one) => ('output' in one ? one.output : []))
    .filter((file) => file.type === 'chunk')
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const first = new Set<string>()
  const follow = (name: string): void => {
    if (first.has(name)) return
    first.add(name)
    for (const next of byName.get(name)?.imports ?? []) follow(next)
  }
  for (const chunk of chunks) if (chunk.isEntry) follow(chunk.fileName)
  return chunks.map((chunk) => ({
    name: chunk.name,
    gzip: gzipSync(chunk.code, { level: 9 }).byteLength,
    isFirst: first.has(chunk.fileName),
    modules: Object.fromEntries(
      Object.entries(chunk.modules).map(([id, { renderedLength }]) => [id, renderedLength]),
    ),
  }))
}

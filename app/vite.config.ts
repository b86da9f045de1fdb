import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

const app = import.meta.dirname
const client = {
  style: resolve(app, 'ui/styles/main.css'),
  client: resolve(app, 'main/browser.ts'),
}
const servers = ['web', 'worker', 'cli', 'start']

const compressible = new Set(['.css', '.js', '.svg', '.json'])

/** The icon has no importer; it still wants a hashed name and a line in the manifest. */
const icon = (): Plugin => ({
  name: 'insigne:icon',
  buildStart() {
    this.emitFile({
      type: 'asset',
      name: 'icon.svg',
      originalFileName: 'ui/icon.svg',
      source: readFileSync(resolve(app, 'ui/icon.svg')),
    })
  },
})

/** Compressed once at build time instead of at each request: at the highest effort, but for what takes seconds. */
const precompressed = (): Plugin => ({
  name: 'insigne:precompressed',
  writeBundle({ dir }) {
    const folder = join(dir ?? '', 'assets')
    if (!existsSync(folder)) return
    for (const name of readdirSync(folder)) {
      if (!compressible.has(extname(name))) continue
      const bytes = readFileSync(join(folder, name))
      writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }))
      writeFileSync(
        join(folder, `${name}.br`),
        brotliCompressSync(bytes, {
          params: { [constants.BROTLI_PARAM_QUALITY]: bytes.length > 200_000 ? 9 : 11 },
        }),
      )
    }
  },
})

/**
 * Parts of the JSON-LD library that a verifier never calls: it only makes statements, we canonicalise them and bring
 * the contexts. Some are called or made when the library loads, so what stands for them is a function.
 */
const unused = (): Plugin => ({
  name: 'insigne:unused',
  enforce: 'pre',
  load: (id) =>
    [
      /\/rdf-canonize\/lib\/(?!index|IdentifierIssuer)[\w-]+\.js$/,
      /\/jsonld\/lib\/(?:compact|flatten|frame|fromRdf|ContextResolver|RequestQueue|documentLoaders\/xhr)\.js$/,
      /\/lru-cache\/index\.js$/,
    ].some((part) => part.test(id))
      ? 'module.exports = function () {}'
      : undefined,
})

/** Two builds: `vite build` for browsers, `vite build --ssr` for the processes. `bin/launch.js` runs both. */
export default defineConfig(({ isSsrBuild }) => ({
  root: app,
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: {
    conditions: ['insigne-source', ...(isSsrBuild ? ['node'] : ['browser']), 'module', 'import', 'default'],
  },
  ssr: {
    // Our own packages go inside; everything else is a dependency and stays one.
    noExternal: [/^@insigne\//],
    resolve: { conditions: ['insigne-source', 'node', 'import', 'default'] },
  },
  // One file: a worker that was fetched once works without network, whatever the badge asks of it.
  worker: {
    format: 'es',
    plugins: () => [unused()],
    rolldownOptions: { output: { codeSplitting: false } },
  },
  plugins: isSsrBuild ? [] : [icon(), precompressed()],
  build: isSsrBuild
    ? {
        ssr: true,
        target: 'node22',
        outDir: 'dist/server',
        emptyOutDir: true,
        sourcemap: true,
        minify: false,
        rollupOptions: {
          input: serverEntries(),
          output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      }
    : {
        target: ['chrome109', 'firefox115', 'safari16'],
        outDir: 'dist/client',
        emptyOutDir: true,
        sourcemap: true,
        manifest: 'manifest.json',
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        rollupOptions: { input: client },
      },
}))

/** A floor under construction may lack an entry; a name that is not there is not built. */
function serverEntries(): Record<string, string> {
  const entries: Record<string, string> = {}
  for (const name of servers) {
    const path = resolve(app, `main/${name}.ts`)
    if (existsSync(path)) entries[name] = path
  }
  return entries
}

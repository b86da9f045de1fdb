import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { print } from '../measure.ts'

/** What a page loads to verify badges of every format, and what weighs in it. Bytes after gzip. */
const area = 'bundle'
const root = path.join(import.meta.dirname, '../..')
const source = path.join(root, 'packages/open-badges/src')
const entry = 'virtual:verifier'

const result = await build({
  root,
  configFile: false,
  logLevel: 'warn',
  resolve: { conditions: ['insigne-source', 'browser', 'module', 'import', 'default'] },
  plugins: [
    {
      name: 'verifier',
      resolveId: (id) => (id === entry ? id : null),
      load: (id) =>
        id === entry
          ? `export { verify, verifyAndRead, verifyPresentation } from ${JSON.stringify(path.join(source, 'index.ts'))}`
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
const zipped = (code: string) => gzipSync(code, { level: 9 }).byteLength
const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))

// What a page needs before it can verify a badge of today: the entry and what it imports at once.
const first = new Set<string>()
const follow = (name: string): void => {
  if (first.has(name)) return
  first.add(name)
  for (const next of byName.get(name)?.imports ?? []) follow(next)
}
for (const chunk of chunks) if (chunk.isEntry) follow(chunk.fileName)

const figure = (name: string, bytes: number) =>
  print({ area, case: name, who: 'insigne', metric: 'gzip', value: bytes, unit: 'B', n: 1 })
const sum = (names: Iterable<string>): number => {
  let bytes = 0
  for (const name of names) bytes += zipped(byName.get(name)?.code ?? '')
  return bytes
}

figure('verifier, every format', sum(byName.keys()))
figure('verifier, loaded at once', sum(first))
for (const chunk of chunks) {
  if (!first.has(chunk.fileName)) figure(`loaded when used: ${chunk.name}`, zipped(chunk.code))
}

// Weight of a group of modules: what the whole would lose in letters, told after gzip by its share.
const groups = new Map<string, number>()
let letters = 0
for (const chunk of chunks) {
  for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
    const name = groupOf(id)
    groups.set(name, (groups.get(name) ?? 0) + renderedLength)
    letters += renderedLength
  }
}
function groupOf(id: string): string {
  const modules = id.split('node_modules/')
  if (modules.length > 1) return /^(@[^/]+\/)?[^/]+/.exec(modules.at(-1) ?? '')?.[0] ?? 'other'
  return id.startsWith(source) ? `src/${path.relative(source, id).split('/')[0]}` : 'other'
}
for (const [name, length] of [...groups].sort((a, b) => b[1] - a[1]).slice(0, 8)) {
  print({
    area,
    case: `share of ${name}`,
    who: 'insigne',
    metric: 'share of letters',
    value: (100 * length) / letters,
    unit: '%',
    n: 1,
  })
}

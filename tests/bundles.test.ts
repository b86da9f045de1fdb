import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { root } from './source-files.ts'

const Output = z.array(
  z.object({
    output: z.array(
      z.object({
        type: z.string(),
        fileName: z.string(),
        isEntry: z.boolean().optional(),
        imports: z.array(z.string()).optional(),
        moduleIds: z.array(z.string()).optional(),
        code: z.string().optional(),
      }),
    ),
  }),
)

interface Bundle {
  /** kB of what is loaded at once, compressed; the rest is loaded when a badge needs it. */
  first: number
  all: number
  /** Packages of others in what is loaded at once. */
  dependencies: string[]
}

/** What a browser would load of one export. */
async function bundleOf(code: string): Promise<Bundle> {
  const entry = path.join(root, 'nothing-but-an-import.js')
  const built: unknown = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    resolve: { conditions: ['insigne-source', 'browser'] },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? code : null),
      },
    ],
    build: { write: false, lib: { entry, formats: ['es'], fileName: 'entry' }, minify: true },
  })
  const chunks = (Output.parse(built)[0]?.output ?? []).filter(({ type }) => type === 'chunk')
  const loaded = new Set<string>()
  const walk = (file: string): void => {
    if (loaded.has(file)) return
    loaded.add(file)
    for (const next of chunks.find(({ fileName }) => fileName === file)?.imports ?? []) walk(next)
  }
  walk(chunks.find(({ isEntry }) => isEntry === true)?.fileName ?? '')
  const size = (list: typeof chunks): number =>
    list.reduce((sum, chunk) => sum + gzipSync(chunk.code ?? '').length, 0) / 1024
  const first = chunks.filter(({ fileName }) => loaded.has(fileName))
  const modules = first.flatMap(({ moduleIds = [] }) => moduleIds)
  const names = modules.flatMap((id) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1] ?? [])
  return { first: size(first), all: size(chunks), dependencies: [...new Set(names)].sort() }
}

// Ceilings in kB, a fifth above what was measured in November 2026.
test.each([
  ['@insigne/open-badges', '*', 90, 140, ['saxes', 'xmlchars']],
  ['@insigne/open-badges', '{ verify }', 65, 125, ['saxes', 'xmlchars']],
  ['@insigne/open-badges', '{ extract }', 13, 13, ['saxes', 'xmlchars']],
  ['@insigne/open-badges', '{ prepare, sign }', 25, 66, []],
  ['@insigne/open-badges', '{ bakePng }', 2.5, 2.5, []],
  ['@insigne/open-badges', '{ buildCredential }', 1.5, 1.5, []],
  ['@insigne/open-badges', '{ didKey }', 2, 2, []],
  ['@insigne/open-badges', '{ createStatusList }', 1.2, 1.2, []],
  ['@insigne/open-badges/open-badges-2.0', '{ convert }', 2.2, 2.2, []],
  ['@insigne/open-badges/clr-2.0', '{ buildClr }', 1.5, 1.5, []],
  ['@insigne/open-badges/did-webvh-1.0', '{ verifyWebvhLog }', 24, 65, []],
  ['@insigne/badge-quality', '{ assess }', 33, 33, []],
])('export %s, %s, loads what it uses and no more', async (door, names, first, all, dependencies) => {
  const bundle = await bundleOf(`export ${names} from '${door}'`)
  expect(bundle.first).toBeGreaterThan(0.1)
  expect(bundle.first).toBeLessThan(first)
  expect(bundle.all).toBeLessThan(all)
  expect(bundle.dependencies).toEqual(dependencies)
})

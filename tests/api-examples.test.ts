import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import * as quality from '../packages/badge-quality/src/index.ts'
import * as clr from '../packages/open-badges/src/clr/index.ts'
import * as library from '../packages/open-badges/src/index.ts'
import * as node from '../packages/open-badges/src/node/index.ts'
import * as v2 from '../packages/open-badges/src/v2/index.ts'
import * as webvh from '../packages/open-badges/src/webvh/index.ts'
import { books } from './api/books.ts'
import { declarationsOf, doorsOf } from './api/declarations.ts'
import { blocksOf, importsFor, runExample } from './api/examples.ts'
import { amongFiles, badgeQualitySetting, openBadgesSetting } from './api/setting.ts'
import { root } from './source-files.ts'

const doors = {
  '@insigne/open-badges': library,
  '@insigne/open-badges/clr-2.0': clr,
  '@insigne/open-badges/did-webvh-1.0': webvh,
  '@insigne/open-badges/node': node,
  '@insigne/open-badges/open-badges-2.0': v2,
  '@insigne/badge-quality': quality,
}
const settings = [openBadgesSetting, badgeQualitySetting]

describe.each(books.map((book, order) => [book.packageName, book, settings[order]] as const))(
  'the examples of %s',
  (packageName, book, make) => {
    let setting: Record<string, unknown> = {}
    let files: Record<string, string | Uint8Array> = {}
    beforeAll(async () => {
      setting = (await make?.()) ?? {}
      const { text, picture } = setting
      if (typeof text === 'string' && picture instanceof Uint8Array)
        files = { 'badge.png': library.bakePng(picture, text), 'badge.json': text }
    })
    const run = async (code: string): Promise<void> => {
      await amongFiles(files, async () => {
        for (const { given, said, line } of await runExample(code, doors, setting))
          expect(given, line).toEqual(said)
      })
    }
    const all = declarationsOf(book.folder)
    const documented = all.flatMap((one) =>
      one.doc.examples.map((code, at) => [
        `${one.name}, ${at + 1}`,
        [...importsFor(code, one, packageName, all), code].join('\n'),
      ]),
    )
    test.each(documented)('%s', async (_title, code) => run(code ?? ''))

    const page = readFileSync(path.join(root, book.folder, 'README.md'), 'utf8')
    const blocks = blocksOf(page).filter(({ language }) => language !== 'sh')
    test.each(blocks.map((block, at) => [`README, ${at + 1}`, block] as const))(
      '%s',
      async (_title, { code, language }) => {
        expect(language).toBe('js')
        await run(code)
      },
    )

    test('are run from every door, and every name that they begin from is described', () => {
      for (const door of doorsOf(book.folder).keys())
        expect(Object.keys(doors)).toContain(`${packageName}${door.slice(1)}`)
      expect(blocks.length).toBeGreaterThan(0)
      expect(Object.keys(setting).sort()).toEqual(Object.keys(book.setting).sort())
    })
  },
)

describe('the runner of examples', () => {
  const none = {}
  test('compares what a line gives with what its comment says', async () => {
    expect(await runExample('const a = 1\na + 1 // 3\n', doors, none)).toEqual([
      { given: 2, said: 3, line: 'a + 1 // 3' },
    ])
    expect(await runExample("console.log(x.b) // 'c'\n", doors, { x: { b: 'c' } })).toMatchObject([
      { given: 'c', said: 'c' },
    ])
  })
  test('refuses imports that do not exist, and names that nobody declared', async () => {
    await expect(runExample("import { nothing } from '@insigne/open-badges'", doors, none)).rejects.toThrow(
      'nothing',
    )
    await expect(runExample("import { a } from 'elsewhere'", doors, none)).rejects.toThrow('elsewhere')
    await expect(runExample('unknown()', doors, none)).rejects.toThrow('unknown')
  })
})

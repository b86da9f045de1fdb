import pg from 'pg'
import { expect, test } from 'vitest'
import { inspectServer } from './postgres/index.ts'
import { openTestDatabase } from './test-database.ts'

async function query(url: string, text: string): Promise<unknown[][]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<unknown[]>({ text, rowMode: 'array' })).rows
  } finally {
    await client.end()
  }
}

const digest = `entries ${process.pid}`

test('files asking at once each get their own copy of a template that was migrated once', async () => {
  let migrations = 0
  const migrate = async (url: string) => {
    migrations += 1
    await query(url, 'create table entries (id int primary key)')
  }
  const open = () => openTestDatabase({ name: 'Own copy', digest, migrate })
  const [first, second] = await Promise.all([open(), open()])
  expect(migrations).toBe(1)
  await query(first.url, 'insert into entries values (1)')
  expect(await query(first.url, 'select id from entries')).toEqual([[1]])
  expect(await query(second.url, 'select id from entries')).toEqual([])
  await first.close()
  await expect(query(first.url, 'select 1')).rejects.toThrow(/does not exist/)
  await second.close()
})

test('a database closes under connections that a test forgot', async () => {
  const database = await openTestDatabase({
    name: 'forgotten',
    digest: 'nothing',
    migrate: async () => undefined,
  })
  const client = new pg.Client({ connectionString: database.url })
  client.on('error', () => undefined) // the cut is what is tested
  await client.connect()
  await database.close()
  await expect(client.query('select 1')).rejects.toThrow()
})

test('a migration that failed is run again', async () => {
  const failing = `failing ${process.pid}`
  const migrate = async (url: string) => {
    await query(url, 'create table half (id int)')
    throw new Error('in the middle')
  }
  await expect(openTestDatabase({ name: 'failing', digest: failing, migrate })).rejects.toThrow(
    'in the middle',
  )
  const database = await openTestDatabase({
    name: 'failing',
    digest: failing,
    migrate: async (url) => {
      await query(url, 'create table half (id int)')
    },
  })
  expect(await query(database.url, 'select count(*)::int from half')).toEqual([[0]])
  await database.close()
})

test('a durable database lies on a server that writes to the disk', async () => {
  const options = { name: 'durable', digest: 'nothing', migrate: async () => undefined }
  const database = await openTestDatabase({ ...options, durable: true })
  expect(await inspectServer(database.url)).toMatchObject({ fsync: true, synchronousCommit: 'on' })
  await database.close()
})

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openReach } from './reach.ts'

const servers: { port: number; asked: string[]; close(): Promise<void> }[] = []

async function listen() {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end('here')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address: AddressInfo | string | null = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  servers.push({ port, asked, close: () => new Promise((done) => server.close(() => done())) })
}
beforeAll(async () => {
  await listen()
  await listen()
})
afterAll(() => Promise.all(servers.map((server) => server.close())))

const at = (index: number, path: string) => `http://localhost:${servers[index]?.port}${path}`
const refused = { ok: false, code: 'fetch.not-https' }

test('the address that was typed opens its own origin, and no other local door', async () => {
  const reach = await openReach(at(0, '/b/x'))
  expect(await reach.get(at(0, '/b/x'), {})).toMatchObject({ ok: true })
  expect(await reach.get(at(0, '/status/1'), {})).toMatchObject({ ok: true })
  expect(await reach.get(at(1, '/status/1'), {})).toMatchObject(refused)
  expect([...reach.localOrigins]).toEqual([at(0, '')])
  expect(servers[1]?.asked).toEqual([])
  await reach.close()
})

test('for a file, only the key document of a local issuer opens its origin', async () => {
  const reach = await openReach()
  expect(await reach.get(at(0, '/status/1'), {})).toMatchObject(refused)
  await expect(reach.fetch(at(0, '/status/1'), { accept: '*/*', maxBytes: 10 })).rejects.toThrow('not-https')
  expect(await reach.get(at(0, '/org/did.json'), {})).toMatchObject({ ok: true })
  expect(await reach.get(at(0, '/status/1'), {})).toMatchObject({ ok: true })
  expect(servers[1]?.asked).toEqual([])
  await reach.close()
})

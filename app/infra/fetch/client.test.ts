import { createHook } from 'node:async_hooks'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type ClientOptions, createGuardedClient, type GuardedClient } from './client.ts'
import { fetchFaults } from './fault.ts'

const open: GuardedClient[] = []
function client(options: ClientOptions = {}): GuardedClient {
  const made = createGuardedClient(options)
  open.push(made)
  return made
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

async function listen<T extends Server>(server: T): Promise<{ port: number; close(): Promise<void> }> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    port: address.port,
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
const serve = (listener: RequestListener) => listen(createServer(listener))
const ownPort = (port: number) => (url: URL) => url.hostname === 'localhost' && url.port === String(port)

/** Counts the sockets that really begin to connect while `work` runs. */
async function socketsOf(work: () => Promise<unknown>): Promise<number> {
  let count = 0
  const hook = createHook({
    init: (_id, type) => {
      if (type === 'TCPCONNECTWRAP') count += 1
    },
  }).enable()
  await work()
  hook.disable()
  return count
}

// Loopback, link-local, private, shared, reserved and wrapped addresses in every spelling we know of.
const privateAddresses = [
  '127.0.0.1',
  '127.1',
  '127.255.255.254',
  '0177.0.0.1',
  '0x7f.0.0.1',
  '0x7f000001',
  '2130706433',
  '017700000001',
  '127.0.0.1.',
  '0',
  '0.0.0.0',
  '10.0.0.1',
  '012.0.0.1',
  '10.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '3232235777',
  '169.254.169.254',
  '0xa9fea9fe',
  '2852039166',
  '0251.0376.0251.0376',
  '100.64.0.1',
  '100.127.255.255',
  '192.0.0.192',
  '192.0.2.1',
  '192.88.99.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '１２７.0.0.1',
  '127。0。0。1',
  '①②⑦.⓪.⓪.①',
  '[::]',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::ffff:a9fe:a9fe]',
  '[0:0:0:0:0:ffff:10.0.0.1]',
  '[::127.0.0.1]',
  '[::ffff:0:127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[64:ff9b::a9fe:a9fe]',
  '[64:ff9b:1::10.0.0.1]',
  '[2002:7f00:1::]',
  '[2002:a9fe:a9fe::1]',
  '[2002:c0a8:101::1]',
  '[2001:0:7f00:1::]',
  '[2001::1]',
  '[fe80::1]',
  '[febf::1]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[fec0::1]',
  '[ff02::1]',
  '[100::1]',
  '[2001:db8::1]',
  '[2001:2::1]',
  '[2001:10::1]',
  '[2001:20::1]',
  '[3fff::1]',
  '[5f00::1]',
  '[4000::1]',
]
const innerNames = [
  'localhost',
  'localhost.',
  'LOCALHOST',
  'a.localhost',
  'printer.local',
  'metadata.google.internal',
  'router.lan',
  'nas.home.arpa',
  'intranet',
]
const otherRefusals: [string, string][] = [
  ['http://example.org/', 'fetch.not-https'],
  ['ftp://example.org/', 'fetch.not-https'],
  ['file:///etc/passwd', 'fetch.bad-address'],
  ['gopher://127.0.0.1:6379/_x', 'fetch.not-https'],
  ['data:text/plain,x', 'fetch.bad-address'],
  ['javascript:alert(1)', 'fetch.bad-address'],
  ['https://example.org:8443/', 'fetch.port'],
  ['https://example.org:22/', 'fetch.port'],
  ['https://someone@example.org/', 'fetch.user-name'],
  ['https://example.org:x@127.0.0.1/', 'fetch.user-name'],
  ['https://[::1%25eth0]/', 'fetch.bad-address'],
  ['https://999.0.0.1/', 'fetch.bad-address'],
  ['https://', 'fetch.bad-address'],
  ['not an address', 'fetch.bad-address'],
  ['', 'fetch.bad-address'],
]

describe('what is refused', () => {
  let victim: Awaited<ReturnType<typeof serve>>
  let redirector: Awaited<ReturnType<typeof serve>>
  let hits = 0
  beforeAll(async () => {
    victim = await serve((_request, response) => {
      hits += 1
      response.end('secret')
    })
    redirector = await serve((request, response) => {
      const to = new URL(request.url ?? '', 'http://localhost').searchParams.get('to') ?? ''
      response.writeHead(302, { location: Buffer.from(to, 'base64url').toString('latin1') }).end()
    })
  })
  afterAll(async () => {
    expect(hits).toBe(0)
    await Promise.all([victim.close(), redirector.close()])
  })

  const private80 = [...privateAddresses, ...innerNames]

  test('no spelling of a private address opens a socket', async () => {
    const guarded = client()
    const sockets = await socketsOf(async () => {
      for (const host of private80) {
        const outcome = await guarded.get(`https://${host}/`)
        expect(outcome, host).toMatchObject({ ok: false, code: 'fetch.private-address' })
      }
    })
    expect(sockets).toBe(0)
  })

  test.each(otherRefusals)('%s is refused', async (address, code) => {
    expect(await client().get(address)).toMatchObject({ ok: false, code })
  })

  test('no redirect leads to a private address, another scheme or another port', async () => {
    const guarded = client({ isOwn: ownPort(redirector.port) })
    const targets = [
      ...private80.flatMap((host) => [`https://${host}/`, `//${host}:${victim.port}/`]),
      `http://127.0.0.1:${victim.port}/`,
      `http://localhost:${victim.port}/`,
      ...otherRefusals.map(([address]) => address).filter((address) => address.includes(':')),
    ]
    for (const target of targets) {
      const to = Buffer.from(new TextEncoder().encode(target)).toString('base64url')
      const outcome = await guarded.get(`http://localhost:${redirector.port}/?to=${to}`)
      expect(outcome, target).toMatchObject({ ok: false })
    }
  })

  test('a name with one private address among its addresses opens no socket', async () => {
    const plain = privateAddresses
      .map((one) => one.replace(/^\[|\]$/g, ''))
      .filter((one) => one.includes(':') || /^(\d+\.){3}\d+$/.test(one))
    const sockets = await socketsOf(async () => {
      for (const address of plain) {
        const family = address.includes(':') ? 6 : 4
        const guarded = client({
          resolve: async () => [
            { address: '93.184.215.14', family: 4 },
            { address, family },
          ],
        })
        const outcome = await guarded.get('https://badges.example.org/')
        expect(outcome, address).toMatchObject({ ok: false, code: 'fetch.private-address' })
      }
    })
    expect(sockets).toBe(0)
  })

  test('a name that changes its answer is looked at again for every connection', async () => {
    const answers = ['127.0.0.1', '10.0.0.1', '169.254.169.254', '::1']
    let asked = 0
    const guarded = client({
      resolve: async () => {
        const address = answers[asked++ % answers.length] ?? ''
        return [{ address, family: address.includes(':') ? 6 : 4 }]
      },
    })
    for (const _ of answers)
      expect(await guarded.get('https://rebind.example.org/')).toMatchObject({
        ok: false,
        code: 'fetch.private-address',
      })
    expect(asked).toBe(answers.length)
  })

  test('a connection whose peer turns out private is closed before a byte is sent', async () => {
    const guarded = client({
      dial: (_target, callback) => {
        const socket = connect(victim.port, '127.0.0.1', () => callback(null, socket))
      },
    })
    expect(await guarded.get('https://badges.example.org/')).toMatchObject({
      ok: false,
      code: 'fetch.private-address',
    })
  })

  test('an own origin is no way to another machine', async () => {
    const guarded = client({
      isOwn: ownPort(8443),
      resolve: async () => [{ address: '93.184.215.14', family: 4 }],
    })
    expect(await guarded.get('http://localhost:8443/')).toMatchObject({
      ok: false,
      code: 'fetch.private-address',
    })
  })

  test('whatever text is given, the answer is an outcome with a known code', async () => {
    const guarded = client({ resolve: async () => [{ address: '127.0.0.1', family: 4 }] })
    const address = fc.oneof(
      fc.string(),
      fc.webUrl({ withQueryParameters: true }),
      fc.ipV4Extended().map((ip) => `https://${ip}/`),
      fc.ipV6().map((ip) => `https://[${ip}]/`),
    )
    await fc.assert(
      fc.asyncProperty(address, async (text) => {
        // A random address may be a public one: those are not asked in a test.
        const host = URL.parse(text)?.hostname ?? ''
        if (/^[\d.]+$/.test(host) || host.startsWith('[2') || host.startsWith('[3')) return
        const outcome = await guarded.get(text)
        expect(outcome.ok).toBe(false)
        if (!outcome.ok) expect(fetchFaults).toContain(outcome.code)
      }),
      { numRuns: 200 },
    )
  })
})

describe('what is fetched', () => {
  test('an answer carries its status, its address, its type and its bytes', async () => {
    let asked: Record<string, string | string[] | undefined> = {}
    const server = await serve((request, response) => {
      asked = request.headers
      if (request.url === '/start') response.writeHead(301, { location: '/end', 'set-cookie': 'a=1' }).end()
      else response.writeHead(404, { 'content-type': 'application/json' }).end('{"a":1}')
    })
    const origin = `http://localhost:${server.port}`
    const outcome = await client({ isOwn: ownPort(server.port) }).get(`${origin}/start`, {
      accept: 'application/json',
    })
    expect(outcome).toEqual({
      ok: true,
      status: 404,
      url: `${origin}/end`,
      contentType: 'application/json',
      bytes: new TextEncoder().encode('{"a":1}'),
      freshness: { etag: null, lastModified: null, retryAfter: null },
    })
    expect(asked).toMatchObject({
      accept: 'application/json',
      'user-agent': expect.stringContaining('Insigne'),
    })
    expect(asked).not.toHaveProperty('cookie')
    await server.close()
  })

  test('the fourth redirect is not followed', async () => {
    const server = await serve((request, response) => {
      const step = Number(request.url?.slice(1))
      if (step === 0) response.end('here')
      else response.writeHead(302, { location: `/${step - 1}` }).end()
    })
    const guarded = client({ isOwn: ownPort(server.port) })
    const from = (step: number) => guarded.get(`http://localhost:${server.port}/${step}`)
    expect(await from(3)).toMatchObject({ ok: true })
    expect(await from(4)).toMatchObject({ ok: false, code: 'fetch.too-many-redirects' })
    await server.close()
  })

  test('a body that is too large is refused, announced or not, compressed or not', async () => {
    const big = Buffer.alloc(200_000, 'x')
    const server = await serve((request, response) => {
      if (request.url === '/announced') response.writeHead(200, { 'content-length': big.length }).end(big)
      else if (request.url === '/silent') {
        response.write(big)
        response.end(big)
      } else if (request.url === '/bomb')
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50_000_000)))
      else response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('small'))
    })
    const guarded = client({ isOwn: ownPort(server.port), maxBytes: 100_000 })
    const from = (path: string) => guarded.get(`http://localhost:${server.port}${path}`)
    for (const path of ['/announced', '/silent', '/bomb'])
      expect(await from(path), path).toMatchObject({ ok: false, code: 'fetch.too-large' })
    expect(await from('/small')).toMatchObject({ ok: true, bytes: new TextEncoder().encode('small') })
    await server.close()
  })

  test('what an earlier answer said of itself spares the body when nothing changed', async () => {
    const asked: IncomingHttpHeaders[] = []
    const server = await serve((request, response) => {
      asked.push(request.headers)
      const freshness = { etag: '"v1"', 'last-modified': 'Mon, 23 Nov 2026 08:00:00 GMT' }
      if (request.url === '/busy') response.writeHead(429, { 'retry-after': '120' }).end()
      else if (request.headers['if-none-match'] === '"v1"')
        response.writeHead(304, { ...freshness, 'content-encoding': 'gzip' }).end()
      else response.writeHead(200, freshness).end('body')
    })
    const guarded = client({ isOwn: ownPort(server.port) })
    const address = `http://localhost:${server.port}/badge`
    const first = await guarded.get(address)
    expect(first).toMatchObject({
      status: 200,
      freshness: { etag: '"v1"', lastModified: 'Mon, 23 Nov 2026 08:00:00 GMT', retryAfter: null },
    })
    if (!first.ok) throw new Error('not fetched')
    const again = await guarded.get(address, { known: first.freshness })
    expect(again).toMatchObject({ ok: true, status: 304, bytes: new Uint8Array() })
    expect(asked[1]).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': 'Mon, 23 Nov 2026 08:00:00 GMT',
    })
    expect(await guarded.get(`http://localhost:${server.port}/busy`)).toMatchObject({
      status: 429,
      freshness: { retryAfter: '120' },
    })
    // What a stranger wrote goes back only as one short line.
    const hostile = { etag: '"a"\r\nx-more: 1', lastModified: 'é' }
    expect(await guarded.get(address, { known: hostile })).toMatchObject({ status: 200 })
    expect(asked.at(-1)).not.toHaveProperty('if-none-match')
    expect(asked.at(-1)).not.toHaveProperty('if-modified-since')
    await server.close()
  })

  test('a server that says nothing, or never ends, is left', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/drip') {
        const timer = setInterval(() => response.write('x'), 20)
        response.on('close', () => clearInterval(timer))
      }
    })
    const guarded = client({ isOwn: ownPort(server.port), readMs: 300, totalMs: 900 })
    for (const path of ['/silent', '/drip'])
      expect(await guarded.get(`http://localhost:${server.port}${path}`), path).toMatchObject({
        ok: false,
        code: 'fetch.timeout',
      })
    await server.close()
  })

  test('a server that cuts, answers nonsense or is not there is unreachable or unreadable', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/cut') request.socket.destroy()
      else if (request.url === '/nonsense') request.socket.end('hello\r\n\r\n')
      else response.writeHead(200, { 'content-encoding': 'x-unknown' }).end('x')
    })
    const guarded = client({ isOwn: (url) => url.hostname === 'localhost' })
    const from = (path: string) => guarded.get(`http://localhost:${server.port}${path}`)
    expect(await from('/cut')).toMatchObject({ ok: false, code: 'fetch.unreachable' })
    expect(await from('/nonsense')).toMatchObject({ ok: false, code: 'fetch.unreadable' })
    expect(await from('/encoded')).toMatchObject({ ok: false, code: 'fetch.unreadable' })
    await server.close()
    expect(await from('/gone')).toMatchObject({ ok: false, code: 'fetch.unreachable' })
  })

  test('a certificate that nobody vouches for is refused, a known one is accepted', async () => {
    const file = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
    const cert = file('localhost.cert.pem')
    const server = await listen(
      createTlsServer({ cert, key: file('localhost.key.pem') }, (_request, response) => {
        response.end('ok')
      }),
    )
    const isOwn = ownPort(server.port)
    const address = `https://localhost:${server.port}/`
    expect(await client({ isOwn }).get(address)).toMatchObject({ ok: false, code: 'fetch.not-secure' })
    expect(await client({ isOwn, ca: cert }).get(address)).toMatchObject({ ok: true, status: 200 })
    await server.close()
  })
})

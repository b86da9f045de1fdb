import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEmbeddedPostgres } from '../../../app/infra/postgres/index.ts'
import { type Product, startProduct } from '../../product.ts'
import { manyPeople, openWorkshop, sendList, type Workshop } from '../../setting-up.ts'
import { Visitor } from '../../visitor.ts'

let product: Product
let workshop: Workshop
const secret = randomBytes(24).toString('hex')

beforeAll(async () => {
  // Everything is logged: what is not there at this level is nowhere.
  product = await startProduct({
    env: { INSIGNE_DEMO: 'off', LOG_LEVEL: 'trace', INSIGNE_SECRET: secret },
  })
  workshop = await openWorkshop(product)
})
afterAll(() => product?.remove())

async function untilDone(batch: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const response = await workshop.staff.get(`${batch}/progress`).catch(() => undefined)
    const body: unknown = response?.ok ? await response.json() : undefined
    if (typeof body === 'object' && body !== null && 'finished' in body && body.finished === true) return
    await sleep(200)
  }
  throw new Error('The award did not end')
}

describe('what the log holds', () => {
  test('a whole journey with marked names, addresses and tokens leaves no mark in what the product prints', async () => {
    const mark = `Zq${randomBytes(6).toString('hex')}`
    const address = `${mark.toLowerCase()}@courrier.example`
    const list = `Nom;E-mail;Preuve;Récit\nPrénom ${mark};${address};https://${mark}.example/preuve;Récit ${mark}\nFautif ${mark};${mark}@rien;;\n`
    const batch = await sendList(workshop, list)
    await workshop.staff.send(batch, /confirm/)
    await untilDone(batch)

    const somebody = new Visitor(product.url)
    await somebody.send('/sign-in', '/sign-in', { address })
    const outbox = await workshop.staff.open(`/outbox?to=${encodeURIComponent(address)}`)
    const links = [...outbox.html.matchAll(/href="(\/(?:sign-in\/check\?token=|r\/)[\w-]+)"/g)].map(
      (one) => one[1] ?? '',
    )
    expect(links.length).toBeGreaterThanOrEqual(2)
    for (const link of links) {
      await somebody.open(link)
      if (link.startsWith('/sign-in')) await somebody.send(link, '/sign-in/check')
      else await somebody.send(link, /keep/)
    }
    await somebody.send('/account', '/account/name', { name: `Nom ${mark}` })
    await somebody.open(`/verify?url=https://${mark}.example/badge`)
    await somebody.get(`/organisations/${mark}`)
    await somebody.get(`/b/${mark}`)
    await somebody.get(`/sign-in/check?token=${mark}`)
    for (const body of [`{"url":"https://${mark}.invalid/x"}`, `{"credential":"${mark}"}`, `${mark}`])
      await fetch(`${product.url}/api/verify`, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          'user-agent': mark,
          'x-forwarded-for': mark,
          referer: `http://${mark}/`,
        },
      })
    // A fault inside the database must not quote the row either.
    await fetch(`${product.url}/organisations/%00${mark}`)
    const printed = product.output()
    const tokens = links.map((link) => /[\w-]{43}$/.exec(link)?.[0] ?? link)
    for (const canary of [
      mark,
      mark.toLowerCase(),
      address,
      secret,
      'alice@courrier.example',
      'Alice Martin',
      ...tokens,
    ])
      expect(printed.includes(canary), canary).toBe(false)
    // The one exception, which its reader is told of: the token with which the operator takes charge.
    expect(printed.split(product.claimToken ?? '-').length).toBe(2)
    const server = readFileSync(path.join(product.dataDirectory, 'postgres/server.log'), 'utf8')
    expect(server.toLowerCase()).not.toContain(mark.toLowerCase())
  })
})

describe('callers who send slowly', () => {
  const open = (head: string) =>
    new Promise<{ said: string; seconds: number }>((resolve) => {
      const begun = Date.now()
      let said = ''
      const socket = connect(Number(new URL(product.url).port), '127.0.0.1', () => socket.write(head))
      socket.on('data', (chunk) => {
        said += String(chunk)
      })
      socket.on('error', () => undefined)
      socket.on('close', () => resolve({ said, seconds: (Date.now() - begun) / 1000 }))
    })

  test('a head that never ends is cut, and others are served meanwhile', async () => {
    const slow = Array.from({ length: 50 }, () => open('GET / HTTP/1.1\r\nHost: x\r\nX-A: '))
    for (let count = 0; count < 5; count++) expect((await fetch(`${product.url}/healthz`)).status).toBe(200)
    const ended = await Promise.all(slow)
    expect(ended.every((one) => one.said === '' || one.said.includes(' 408 '))).toBe(true)
  })

  test('broken requests are answered or closed, and the product goes on', async () => {
    for (const head of [
      '\0\0\0\0\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      'GET  \r\n\r\n',
      `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
      'POST /api/verify HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      'POST /api/verify HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n',
      'GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
      'GET / HTTP/1.1\r\nConnection: close\r\n\r\n',
      'GET //evil.example HTTP/1.1\r\nHost: \r\nConnection: close\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: a b c\r\nConnection: close\r\n\r\n',
      'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    ]) {
      const { said } = await Promise.race([open(head), sleep(8_000).then(() => ({ said: 'waits' }))])
      expect(said, JSON.stringify(head.slice(0, 60))).not.toMatch(/^HTTP\/1\.1 5/)
    }
    expect((await fetch(`${product.url}/healthz`)).status).toBe(200)
  })

  test('callers who hang up in the middle leave nothing behind', async () => {
    for (let count = 0; count < 30; count++) {
      const controller = new AbortController()
      const call = fetch(`${product.url}/verify`, {
        method: 'POST',
        duplex: 'half',
        signal: controller.signal,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new ReadableStream({ start: (stream) => stream.enqueue(new Uint8Array(1000)) }),
      } as RequestInit).catch(() => undefined)
      await sleep(10)
      controller.abort()
      await call
    }
    expect((await fetch(`${product.url}/healthz`)).status).toBe(200)
    expect(product.output()).not.toMatch(/"msg":"bug"/)
  })
})

describe('a database that is cut', () => {
  test('while its connections are cut every half second, each request succeeds or is answered 503', async () => {
    const server = await openEmbeddedPostgres({ dataDirectory: product.dataDirectory, log: () => undefined })
    const client = new pg.Client({ connectionString: server.url })
    client.on('error', () => undefined)
    await client.connect()
    const batch = await sendList(workshop, manyPeople(200))
    const preview = await workshop.staff.open(batch)
    expect(preview.status).toBe(200)
    const answers = new Map<number, number>()
    let ended = false
    const ask = async (visitor: Visitor, next: () => string) => {
      while (!ended) {
        const { status } = await visitor.get(next())
        answers.set(status, (answers.get(status) ?? 0) + 1)
        await sleep(20)
      }
    }
    const achievement = `/achievements/${workshop.achievementId}`
    const paths = [
      '/',
      achievement,
      `${workshop.organisationPath}/achievements`,
      batch,
      '/space',
      `${achievement}/award`,
      '/readyz',
    ]
    let turn = 0
    const asking = Array.from({ length: 4 }, () =>
      ask(workshop.staff, () => paths[turn++ % paths.length] ?? '/'),
    )
    const names = new Visitor(product.url)
    await names.send('/sign-in', '/sign-in', { address: 'cut@courrier.example' })
    const writing = (async () => {
      while (!ended) {
        const sent = await names
          .send('/sign-in', '/sign-in', { address: `cut-${turn}@courrier.example` })
          .catch((error: Error) => error)
        if (!(sent instanceof Error)) answers.set(sent.status, (answers.get(sent.status) ?? 0) + 1)
        await sleep(20)
      }
    })()
    await workshop.staff.send(batch, /confirm/).catch(() => undefined)
    for (let count = 0; count < 24; count++) {
      await client.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and usename = current_user and backend_type = 'client backend'",
      )
      await sleep(500)
    }
    ended = true
    await Promise.all([...asking, writing])
    console.log(JSON.stringify(Object.fromEntries(answers)))
    expect([...answers.keys()].filter((status) => status >= 500 && status !== 503)).toEqual([])
    expect(answers.get(200) ?? 0).toBeGreaterThan(20)
    for (let tries = 0; tries < 3; tries++) await workshop.staff.send(batch, /confirm/).catch(() => undefined)
    await untilDone(batch)
    const { rows } = await client.query<{ rows: string; sources: string }>(
      'select count(*) as rows, count(distinct source_id) as sources from credentials where source_id in (select id::text from award_rows where batch_id = $1)',
      [batch.split('/').at(-1)],
    )
    expect(rows[0]).toEqual({ rows: '200', sources: '200' })
    await client.end()
    await server.close()
  })
})

describe('an end under load', () => {
  test('on SIGTERM every request that was taken is answered, and the exit comes within ten seconds', async () => {
    const batch = await sendList(workshop, manyPeople(3000).replaceAll('personne.', 'autre.'))
    await workshop.staff.send(batch, /confirm/)
    const outcomes = { answered: 0, dropped: 0 }
    let ended = false
    const ask = async () => {
      while (!ended) {
        try {
          const response = await fetch(`${product.url}/achievements/${workshop.achievementId}`)
          await response.text()
          if (response.status === 200) outcomes.answered += 1
          else outcomes.dropped += 1
        } catch (error) {
          const cause =
            error instanceof Error && error.cause instanceof Error && 'code' in error.cause
              ? error.cause.code
              : ''
          // Not taken: the door was closed already. Anything else was taken and lost.
          if (cause === 'ECONNREFUSED') return
          outcomes.dropped += 1
          console.log(String(cause), error)
        }
      }
    }
    const asking = Array.from({ length: 12 }, ask)
    // A body that never comes must not hold the end up.
    const hanging = connect(Number(new URL(product.url).port), '127.0.0.1', () =>
      hanging.write(
        'POST /api/verify HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{',
      ),
    )
    hanging.on('error', () => undefined)
    await sleep(1_500)
    const asked = Date.now()
    const exit = await product.stop()
    const seconds = (Date.now() - asked) / 1000
    ended = true
    await Promise.all(asking)
    hanging.destroy()
    console.log(JSON.stringify({ ...outcomes, seconds }))
    expect(exit).toBe(0)
    expect(seconds).toBeLessThan(10)
    expect(outcomes.answered).toBeGreaterThan(0)
    expect(outcomes.dropped).toBe(0)
  })
})

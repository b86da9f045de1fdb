import { deflateSync, gzipSync } from 'node:zlib'
import { extract } from '@insigne/open-badges'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { testOrigin, testWorld, type World } from '../../app/testing/index.ts'
import { furnish, type House, queryText } from './stage.ts'

let world: World
let house: House
let badge: string
let png: Uint8Array<ArrayBuffer>

beforeAll(async () => {
  world = await testWorld('security-bodies')
  house = await furnish(world, 'ici')
  badge = await queryText(
    world,
    `select signed_json as v from credentials where id = '${house.credentialId}'`,
  )
  png = new Uint8Array(
    await (await house.owner.get(`/credentials/${house.credentialId}/badge.png`)).arrayBuffer(),
  )
})
afterAll(() => world?.close())

const Problem = z.object({ code: z.string(), detail: z.string().min(10), status: z.number() })
const Report = z.object({
  verdict: z.enum(['valid', 'invalid', 'undetermined']),
  checks: z.array(z.object({ state: z.string(), code: z.string() })),
})

let networks = 0
function api(body: BodyInit, type?: string): Promise<Response> {
  networks += 1
  const env = { incoming: { socket: { remoteAddress: `2001:db8:0:${networks.toString(16)}::1` } } }
  const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type }
  return Promise.resolve(
    world.app.request(`${testOrigin}/api/verify`, { method: 'POST', body, headers }, env),
  )
}
const upload = (bytes: Uint8Array<ArrayBuffer> | string, name = 'badge.png') => {
  const form = new FormData()
  form.append('file', new File([bytes], name))
  return api(form)
}

/** Never « valid », never our error; a refusal says a sentence. */
async function judged(response: Response): Promise<string> {
  const text = await response.text()
  if (response.status === 200) {
    const { verdict, checks } = Report.parse(JSON.parse(text))
    return verdict === 'valid' ? verdict : `${verdict} ${checks.find((one) => one.state === verdict)?.code}`
  }
  const problem = Problem.parse(JSON.parse(text))
  return `${response.status} ${problem.code}`
}

const chunk = (type: string, data: Uint8Array) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(8 + body.length)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc(body), 4 + body.length)
  return out
}
function crc(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}
const header = (width: number, height: number) => {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width, 0)
  data.writeUInt32BE(height, 4)
  data.set([8, 6, 0, 0, 0], 8)
  return chunk('IHDR', data)
}
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const file = (...chunks: Uint8Array[]) =>
  new Uint8Array(Buffer.concat([signature, ...chunks, chunk('IEND', new Uint8Array())]))
const text = (data: Uint8Array, compressed: boolean) =>
  chunk(
    'iTXt',
    Buffer.concat([Buffer.from('openbadgecredential\0'), Buffer.from([compressed ? 1 : 0, 0, 0, 0]), data]),
  )

describe('what is sent to be verified', () => {
  test('the badge itself is valid by text, object and picture, or nothing below proves anything', async () => {
    expect(
      await judged(await api(JSON.stringify({ credential: JSON.parse(badge) }), 'application/json')),
    ).toBe('valid')
    expect(await judged(await upload(badge, 'badge.json'))).toBe('valid')
    expect(await judged(await upload(png))).toBe('valid')
  })

  test('too large, too many pixels, too deep, too compressed: refused by name, never by accident', async () => {
    const mebi = 1024 * 1024
    const outcomes = {
      'a body of 9 MiB': await judged(await api('x'.repeat(9 * mebi), 'application/json')),
      'a file of more than 2 MiB': await judged(await upload(new Uint8Array(2 * mebi + 1))),
      'a text of more than 2 MiB': await judged(
        await api(JSON.stringify({ credential: `{"a":"${'x'.repeat(3 * mebi)}"}` }), 'application/json'),
      ),
      'a picture of 16,000 by 16,000': await judged(
        await upload(file(header(16_000, 16_000), text(Buffer.from(badge), false))),
      ),
      'a compressed text of 64 MiB': await judged(
        await upload(file(header(10, 10), text(deflateSync(Buffer.alloc(64 * mebi, 0x20)), true))),
      ),
      'a gzip bomb as a file': await judged(await upload(new Uint8Array(gzipSync(Buffer.alloc(64 * mebi))))),
      'ten thousand brackets': await judged(await upload('['.repeat(10_000), 'badge.json')),
      'a million brackets in the envelope': await judged(
        await api(`{"credential":${'['.repeat(mebi)}`, 'application/json'),
      ),
      'an object of a hundred thousand levels': await judged(
        await api(`{"credential":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`, 'application/json'),
      ),
      'an SVG with a DOCTYPE': await judged(
        await upload(
          '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
          'badge.svg',
        ),
      ),
      'an empty file': await judged(await upload('', 'badge.json')),
      'an empty body': await judged(await api('', 'application/json')),
      'a form without a file': await judged(await api(new FormData())),
      'a broken form': await judged(await api('--x\r\nbroken', 'multipart/form-data; boundary=x')),
      'a form without boundary': await judged(await api('x', 'multipart/form-data')),
      'keys that name prototypes': await judged(
        await api(
          '{"__proto__":{"url":"http://x"},"constructor":{"prototype":{}},"credential":{"__proto__":{"a":1}}}',
          'application/json',
        ),
      ),
      'an odd type': await judged(await api(badge, 'text/plain; charset="')),
    }
    for (const [name, outcome] of Object.entries(outcomes)) {
      expect(outcome, name).not.toBe('valid')
      expect(outcome, name).not.toMatch(/^5/)
    }
    expect(outcomes).toMatchObject({
      'a body of 9 MiB': '413 too-large',
      'a file of more than 2 MiB': '413 verification.file-too-large',
      'a text of more than 2 MiB': 'invalid extract.too-large',
      'a picture of 16,000 by 16,000': 'invalid extract.pixels',
      'a compressed text of 64 MiB': 'invalid extract.inflated-too-large',
      'an object of a hundred thousand levels': 'invalid extract.json-too-deep',
      'an SVG with a DOCTYPE': 'invalid extract.doctype',
      'keys that name prototypes': 'invalid extract.forbidden-key',
    })
  })

  test('five hundred random bodies of random types are reports or refusals, never valid, never our error', {
    timeout: 120_000,
  }, async () => {
    const types = fc.constantFrom(
      'application/json',
      'application/vc+ld+json',
      'application/jwt',
      'text/plain',
      'image/png',
      'image/svg+xml',
      'multipart/form-data; boundary=x',
      'multipart/form-data',
      'application/x-www-form-urlencoded',
      'application/octet-stream',
      'APPLICATION/JSON;charset=utf-16',
      '',
      ';;;',
    )
    const piece = fc.oneof(
      fc.json(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        badge,
        badge.slice(0, 300),
        '{"credential":',
        '{"url":"',
        'eyJhbGciOiJub25lIn0.e30.',
        '<svg',
        '\0',
        '--x\r\n',
        'Content-Disposition: form-data; name="file"; filename="a"\r\n\r\n',
        '\ud800',
        '{"credential":"',
        '"}',
      ),
    )
    const body = fc.oneof(
      fc.uint8Array({ maxLength: 400 }).map((bytes) => new Uint8Array(bytes)),
      fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join('')),
      fc
        .array(piece, { maxLength: 3 })
        .map(
          (pieces) =>
            `--x\r\nContent-Disposition: form-data; name="file"; filename="b"\r\n\r\n${pieces.join('')}\r\n--x--`,
        ),
      fc.json().map((value) => `{"credential":${value}}`),
      fc
        .webUrl()
        .map((url) => JSON.stringify({ url: url.replace(/^https?:\/\/[^/]+/, 'http://127.0.0.1:1') })),
      fc.uint8Array({ maxLength: 60 }).map((bytes) => {
        const changed = new Uint8Array(png)
        for (const [order, byte] of bytes.entries())
          changed[(byte * 977 + order * 31) % changed.length] = byte
        return changed
      }),
    )
    const seen = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(body, types, async (one, type) => {
        const outcome = await judged(
          typeof one === 'string' || type !== 'image/png' ? await api(one, type) : await upload(one),
        )
        seen.set(outcome, (seen.get(outcome) ?? 0) + 1)
        if (/^5/.test(outcome)) throw new Error(outcome)
        // Sent whole, or in a picture of which other bytes were changed, the badge is still the badge.
        if (outcome !== 'valid') return
        const whole = typeof one === 'string' ? one.includes(badge) : (await extract(one)).text === badge
        if (!whole) throw new Error('valid')
      }),
      { numRuns: 500, seed: 20261123 },
    )
    expect([...seen.values()].reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(500)
  })
})

describe('what is sent without saying its length', () => {
  test('a body that grows beyond the limit is refused with 413 on every kind of path', async () => {
    const server = await world.listen()
    try {
      const endless = (type: string) => ({
        method: 'POST',
        duplex: 'half' as const,
        headers: { 'content-type': type, origin: testOrigin, host: 'insigne.test' },
        body: new ReadableStream({
          start(controller) {
            const block = new TextEncoder().encode('a=b&'.repeat(64 * 1024))
            for (let count = 0; count < 40; count++) controller.enqueue(block)
            controller.close()
          },
        }),
      })
      for (const [path, type] of [
        ['/api/verify', 'application/json'],
        ['/api/verify', 'multipart/form-data; boundary=x'],
        ['/verify', 'application/x-www-form-urlencoded'],
        ['/verify', 'multipart/form-data; boundary=x'],
        ['/sign-in', 'application/x-www-form-urlencoded'],
        [`/achievements/${house.achievementId}/award`, 'multipart/form-data; boundary=x'],
        ['/nowhere', 'text/plain'],
      ] as const) {
        const response = await fetch(`${server.url}${path}`, endless(type))
        const said = await response.text()
        expect([413, 403, 404], `${path} ${type}`).toContain(response.status)
        if (path !== '/nowhere') expect(response.status, `${path} ${type}`).toBe(413)
        if (response.status === 413) expect(said).toMatch(/trop lourd|too large/)
      }
    } finally {
      await server.close()
    }
  })
})

describe('lists that staff send', () => {
  test('a picture, a bomb or nonsense in place of a list is refused with a sentence', async () => {
    const send = async (bytes: Uint8Array<ArrayBuffer> | string, name: string) => {
      const response = await house.owner.post(`/achievements/${house.achievementId}/award`, {
        kind: 'file',
        file: new File([bytes], name),
      })
      return response.status
    }
    expect(await send(png, 'badge.png')).toBe(422)
    expect(await send(new Uint8Array(gzipSync(Buffer.alloc(4_000_000))), 'liste.csv')).toBe(422)
    expect(await send('\n'.repeat(1_000_000), 'liste.csv')).toBe(422)
    expect(await send('"'.repeat(1_000_000), 'liste.csv')).toBeLessThan(500)
    expect(await send(';'.repeat(1_000_000), 'liste.csv')).toBeLessThan(500)
    expect(await send(`${'a'.repeat(2_000_000)};x@y.fr`, 'liste.csv')).toBeLessThan(500)
    expect(await send('Nom;E-mail\n'.repeat(30_000), '../../../etc/passwd')).toBe(422)
    expect(await send('Nom;E-mail\n=1;a@b.fr', 'x'.repeat(10_000))).toBeLessThan(500)
  })
})

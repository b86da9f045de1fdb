import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bakePng, prepare, sign, signJwt, verify } from '../../src/index.ts'
import { fixture, hasFixtures } from '../fixture.ts'
import { makeIssuer, sampleCredential } from '../sample.ts'

// The library as a page loads it: one module and what it loads by itself, served on this machine only.
const files = new Map<string, string>()
let server: Server
let browser: Browser
let origin = ''

async function bundle(): Promise<void> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    resolve: { conditions: ['insigne-source', 'browser', 'module', 'import', 'default'] },
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL('../../src/index.ts', import.meta.url)),
        formats: ['es'],
        fileName: () => 'library.js',
      },
    },
  })
  for (const one of [result].flat()) {
    if (!('output' in one)) continue
    for (const file of one.output) if (file.type === 'chunk') files.set(`/${file.fileName}`, file.code)
  }
}

const chromiumPath = async (): Promise<string> => {
  if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium'
  const { default: brought } = await import('@sparticuz/chromium')
  return brought.executablePath()
}

beforeAll(async () => {
  await bundle()
  server = createServer((request, response) => {
    const code = files.get(request.url ?? '')
    response.setHeader('content-type', code === undefined ? 'text/html' : 'text/javascript')
    response.end(code ?? '<!doctype html><title>library</title>')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  browser = await chromium.launch({
    executablePath: await chromiumPath(),
    args: ['--no-sandbox', '--headless'],
    timeout: 60_000,
  })
}, 120_000)

afterAll(async () => {
  await browser?.close()
  server?.close()
})

/** Verdict and codes of each input, as a page finds them without network. */
async function inBrowser(inputs: Uint8Array[]): Promise<{ verdict: string; codes: string[] }[]> {
  const page = await browser.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(origin)
  const script = `(async (inputs) => {
    const { verify } = await import('/library.js')
    const reports = []
    for (const text of inputs) {
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
      const { verdict, checks } = await verify(bytes)
      reports.push({ verdict, codes: checks.map(({ code }) => code) })
    }
    return reports
  })(${JSON.stringify(inputs.map((input) => Buffer.from(input).toString('base64')))})`
  const reports: { verdict: string; codes: string[] }[] = await page.evaluate(script)
  await page.close()
  expect(asked.every((url) => url.startsWith(origin))).toBe(true)
  return reports
}

const inNode = (inputs: Uint8Array[]) =>
  Promise.all(
    inputs.map(async (input) => {
      const { verdict, checks } = await verify(input)
      return { verdict, codes: checks.map(({ code }) => code) }
    }),
  )

describe('in a browser', () => {
  test('our badges of every proof and carrier have the same report as in Node', {
    timeout: 60_000,
  }, async () => {
    const inputs: Uint8Array[] = []
    const encode = (text: string) => new TextEncoder().encode(text)
    for (const algorithm of ['Ed25519', 'P-256', 'P-384'] as const) {
      const issuer = await makeIssuer(undefined, algorithm)
      const prepared = prepare(sampleCredential(issuer.did))
      const signed = JSON.stringify(await sign(prepared, issuer))
      inputs.push(
        encode(signed),
        encode(signed.replace('Atelier du Port', 'Atelier du Pont')),
        encode(await signJwt(prepared, issuer)),
      )
      const png = Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      )
      inputs.push(bakePng(new Uint8Array(png), signed))
    }
    const reports = await inBrowser(inputs)
    expect(reports).toEqual(await inNode(inputs))
    expect(reports.map(({ verdict }) => verdict)).toEqual(
      Array(3).fill(['valid', 'invalid', 'valid', 'valid']).flat(),
    )
  })

  test.skipIf(!hasFixtures)(
    'the 1EdTech samples have the same report as in Node (skipped without fixtures)',
    { timeout: 60_000 },
    async () => {
      const names = [
        'simple.json',
        'simple_v1.json',
        'simple-jwt.png',
        'simple-json.svg',
        'complete.json',
        'simple-err-proof-value.json',
        'simple-err-type.json',
        'simple-multiple-proofs.json',
        'endorsement-valid.json',
      ]
      const inputs = names.map((name) => fixture(`1edtech-public-validator/ob30/${name}`))
      expect(await inBrowser(inputs)).toEqual(await inNode(inputs))
    },
  )

  test('what a page loads to verify weighs less than 150 kB compressed, the general JSON-LD library apart', () => {
    const loaded = [...files].filter(([name]) => !/jsonld|general/.test(name))
    const weight = loaded.reduce((sum, [, code]) => sum + gzipSync(code).length, 0)
    expect(loaded.length).toBeGreaterThan(0)
    expect(weight).toBeLessThan(150_000)
  })
})

import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browser, launchBrowser, type Page } from '../../app/ui/test-browser.ts'
import { type DemoPlaces, demoPlaces, takeCharge } from '../demo-visits.ts'
import { type Product, startProduct } from '../product.ts'

const kilobyte = 1000
let product: Product
let browser: Browser
let places: DemoPlaces

beforeAll(async () => {
  product = await startProduct({ env: { INSIGNE_DEMO: 'on' } })
  browser = await launchBrowser()
  places = await demoPlaces(product, await takeCharge(product))
})
afterAll(async () => {
  await browser?.close()
  await product?.remove()
})

interface PublicPage {
  name: string
  /** Opens it, as its readers do. */
  open(page: Page): Promise<unknown>
  /** What must be on it, whatever the browser can do. */
  says: RegExp
}

const pages: PublicPage[] = [
  { name: 'the front page', open: (page) => page.goto('/'), says: /Deux badges, le même nom/ },
  { name: 'a territory', open: (page) => page.goto('/territories/normandie'), says: /Atelier Cardan/ },
  { name: 'the directory', open: (page) => page.goto('/directory'), says: /modèles de badge/ },
  {
    name: 'a search with a slip',
    open: (page) => page.goto('/directory?q=organizer&area=R28'),
    says: /Nous avons lu/,
  },
  { name: 'the comparison', open: (page) => page.goto(places.comparison), says: /diffère/ },
  { name: 'a skill', open: (page) => page.goto(places.skill), says: /Qui la reconnaît/ },
  {
    name: 'an organisation',
    open: (page) => page.goto(places.organisation),
    says: /Organiser son travail dans un atelier/,
  },
  { name: 'an achievement', open: (page) => page.goto(places.achievement), says: /Range les tâches/ },
  {
    name: 'a public badge',
    open: (page) => page.goto(places.badge),
    says: /Authentique[\s\S]*Les dix faits/,
  },
  { name: 'the page that verifies', open: (page) => page.goto('/verify'), says: /Fichier du badge/ },
  { name: 'a verdict', open: verify, says: /Authentique[\s\S]*Signature/ },
  { name: 'the page of a code', open: (page) => page.goto(places.claim), says: /Je le prends/ },
  { name: 'the reading rules', open: (page) => page.goto('/reading-rules'), says: /Six natures/ },
]

async function verify(page: Page): Promise<void> {
  await page.goto('/verify')
  await page.locator('[name=badge]').fill(`${product.url}${places.badge}`)
  await page.getByRole('main').getByRole('button', { name: 'Vérifier', exact: true }).click()
  await page.waitForLoadState('load')
}

describe.each(pages)('$name', (one) => {
  test('stays within its budget, asks no other host and carries nothing inline', async () => {
    const { html, files, hosts } = await firstView(one)
    const size = (type: string) =>
      files.filter((file) => file.type === type).reduce((sum, file) => sum + gzipSync(file.body).length, 0)
    const fonts = files
      .filter((file) => file.type === 'font')
      .reduce((sum, file) => sum + file.body.length, 0)
    const page = gzipSync(html).length
    const measured = {
      page: page + size('stylesheet'),
      script: size('script'),
      all: page + size('stylesheet') + size('script') + size('image') + fonts,
    }
    expect(fonts).toBeGreaterThan(0)
    expect(measured.page, JSON.stringify(measured)).toBeLessThanOrEqual(30 * kilobyte)
    expect(measured.script, JSON.stringify(measured)).toBeLessThanOrEqual(15 * kilobyte)
    expect(measured.all, JSON.stringify(measured)).toBeLessThanOrEqual(100 * kilobyte)
    expect(hosts).toEqual([new URL(product.url).host])
    expect(html).not.toMatch(/<style|<script(?![^>]*\ssrc=)|\sstyle=|\son[a-z]+=/i)
  })

  test('is complete without script', async () => {
    const context = await browser.newContext({
      baseURL: product.url,
      locale: 'fr-FR',
      javaScriptEnabled: false,
      viewport: { width: 360, height: 640 },
    })
    const page = await context.newPage()
    await one.open(page)
    expect(await page.getByRole('main').innerText()).toMatch(one.says)
    await context.close()
  })
})

test('the verifier of /verify comes when a file is chosen, not before, and weighs less than 150 kB', async () => {
  const context = await browser.newContext({ baseURL: product.url, locale: 'fr-FR' })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto('/verify', { waitUntil: 'networkidle' })
  const before = asked.length
  const arrival = page.waitForResponse(/verify-worker-/)
  await page.locator('input[type=file]').setInputFiles({
    name: 'note.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('une note'),
  })
  const response = await arrival
  await page.waitForLoadState('networkidle')
  expect(asked.slice(before)).toEqual([response.url()])
  const answer = await fetch(response.url())
  const weight = gzipSync(Buffer.from(await answer.arrayBuffer()), { level: 9 }).length
  expect(weight).toBeGreaterThan(50 * kilobyte)
  expect(weight).toBeLessThanOrEqual(150 * kilobyte)
  await context.close()
})

test('without script a code is taken to its end', async () => {
  const context = await browser.newContext({
    baseURL: product.url,
    locale: 'fr-FR',
    javaScriptEnabled: false,
  })
  const page = await context.newPage()
  await page.goto(places.claim)
  await page.getByRole('link', { name: 'Je le prends' }).click()
  await page.getByLabel('Prénom et nom').fill('Camille Essai')
  await page.locator('[name=where][value=card]').check()
  await page.getByRole('button', { name: 'Prendre le badge' }).click()
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('C’est fait')
  await context.close()
})

/** A first visit with an empty cache: the document and all that it asks for. */
async function firstView(one: PublicPage) {
  const context = await browser.newContext({ baseURL: product.url, locale: 'fr-FR' })
  const page = await context.newPage()
  const files: { type: string; url: string; body: Buffer }[] = []
  // Read on its way: the body of a page that was left cannot be asked for any more.
  await page.route('**/*', async (route) => {
    const response = await route.fetch()
    files.push({ type: route.request().resourceType(), url: response.url(), body: await response.body() })
    await route.fulfill({ response })
  })
  await one.open(page)
  await page.evaluate('document.fonts.ready')
  await page.waitForLoadState('networkidle')
  await page.unrouteAll({ behavior: 'wait' })
  await context.close()
  const documents = files.filter((file) => file.type === 'document')
  const seen = new Set<string>()
  return {
    html: documents.at(-1)?.body.toString('utf8') ?? '',
    files: files.filter((file) => !seen.has(file.url) && seen.add(file.url)),
    hosts: [
      ...new Set(files.filter((file) => !file.url.startsWith('data:')).map((file) => new URL(file.url).host)),
    ],
  }
}

import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Locale } from '../../../infra/i18n.ts'
import { assetResponse, assetUrl, useAssets } from '../../../ui/assets.ts'
import { Page, renderPage } from '../../../ui/document.tsx'
import { type Browser, launchBrowser, type Page as Tab } from '../../../ui/test-browser.ts'
import { samplePages } from './sample-pages.tsx'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const names = Object.keys(samplePages)

let browser: Browser
let server: ServerType
let origin = ''
let client = ''

const whole = (name: string, locale: Locale): string =>
  renderPage(
    <Page
      lang={locale}
      title={name}
      chrome={{
        brand: { label: 'Insigne', href: '/' },
        skip: 'Aller au contenu',
        nav: { label: 'Principal', menu: 'Menu', items: [{ label: 'Chercher', href: '/directory' }] },
        foot: { label: 'À propos', items: [{ label: 'Aide', href: '/help' }] },
      }}
    >
      {samplePages[name]?.(locale)}
    </Page>,
  )

beforeAll(async () => {
  client = await mkdtemp(join(tmpdir(), 'insigne-client-'))
  const app = resolve(import.meta.dirname, '../../..')
  await build({
    root: app,
    configFile: join(app, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: client },
  })
  useAssets(client)
  const site = new Hono()
  site.get('/assets/*', (c) => assetResponse(c.req.raw))
  for (const locale of ['fr', 'en'] as const)
    for (const name of names)
      site.get(`/${locale}/${name.replaceAll(' ', '-')}`, (c) => c.html(whole(name, locale)))
  await new Promise<void>((ready) => {
    server = serve({ fetch: site.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      origin = `http://127.0.0.1:${port}`
      ready()
    })
  })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  server?.close()
  await rm(client, { recursive: true, force: true })
})

const at = (name: string, locale: Locale = 'fr') => `${origin}/${locale}/${name.replaceAll(' ', '-')}`

async function visit(
  options: Parameters<Browser['newContext']>[0],
  look: (page: Tab) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options)
  try {
    await look(await context.newPage())
  } finally {
    await context.close()
  }
}

describe.each(names)('the state « %s »', (name) => {
  test('has no fault that axe can find, light and dark, wide and narrow', { timeout: 300_000 }, async () => {
    for (const [colorScheme, width, locale] of [
      ['light', 1280, 'fr'],
      ['dark', 360, 'en'],
    ] as const)
      await visit({ colorScheme, viewport: { width, height: 800 } }, async (page) => {
        await page.goto(at(name, locale))
        await page.addScriptTag({ content: axe })
        await page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true })`)
        const found: unknown = await page.evaluate(
          `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
          .then((result) => result.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')))`,
        )
        expect(found).toEqual([])
      })
  })

  test('does not scroll sideways at 320 px, nor with wide text spacing, whatever is open', async () => {
    await visit({ viewport: { width: 320, height: 640 } }, async (page) => {
      await page.goto(at(name))
      await page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true })`)
      const overflow = () => page.evaluate('document.documentElement.scrollWidth - innerWidth')
      expect(await overflow()).toBeLessThanOrEqual(0)
      await page.addStyleTag({
        content: '*{letter-spacing:.12em!important;word-spacing:.16em!important;line-height:1.5!important}',
      })
      expect(await overflow()).toBeLessThanOrEqual(0)
    })
  })

  test('weighs at most 30 kB, has no script, asks no other host and lets no foreign text act', () => {
    for (const locale of ['fr', 'en'] as const) {
      const html = whole(name, locale)
      const css = readFileSync(join(client, assetUrl('style')))
      const weight = gzipSync(html).length + gzipSync(css).length
      expect(weight).toBeLessThanOrEqual(30_000)
      expect(html).not.toMatch(/<script|<style| style="|<img|\son[a-z]+="|href="javascript:/i)
      expect(html).not.toMatch(/undefined|\[object|NaN/)
    }
  })
})

const folder = process.env['SHOTS']
test.skipIf(folder === undefined)('pictures', { timeout: 300_000 }, async () => {
  for (const name of names)
    for (const [width, colorScheme] of [
      [360, 'light'],
      [1280, 'light'],
      [1280, 'dark'],
    ] as const)
      await visit({ colorScheme, viewport: { width, height: 800 } }, async (page) => {
        await page.goto(at(name))
        await page.evaluate('document.fonts.ready')
        const file = `${name.replaceAll(' ', '-')}-${width}${colorScheme === 'dark' ? '-dark' : ''}.png`
        await page.screenshot({ path: join(folder ?? '', file), fullPage: true })
        await page.screenshot({ path: join(folder ?? '', `top-${file}`) })
      })
})

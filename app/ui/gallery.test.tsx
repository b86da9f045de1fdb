import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assetResponse, assetUrl, useAssets } from './assets.ts'
import { Page, renderPage } from './document.tsx'
import { galleryPages } from './gallery.tsx'
import { Island } from './islands/island.tsx'
import { type Browser, type BrowserContext, launchBrowser, type Page as Tab } from './test-browser.ts'

const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const names = Object.keys(galleryPages).filter(
  (name): name is keyof typeof galleryPages => name in galleryPages,
)

let browser: Browser
let server: ServerType
let origin = ''
let client = ''
let posted = 0
let done = 2

beforeAll(async () => {
  client = await mkdtemp(join(tmpdir(), 'insigne-client-'))
  const app = resolve(import.meta.dirname, '..')
  await build({
    root: app,
    configFile: join(app, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: client },
  })
  useAssets(client)
  const site = new Hono()
  site.use(async (c, next) => {
    await next()
    c.header('content-security-policy', policy)
  })
  site.get('/assets/*', (c) => assetResponse(c.req.raw))
  site.get('/poll', (c) => c.json({ done, total: 20, finished: done === 20, counts: { sent: done } }))
  site.get('/job', (c) => c.html(renderPage(<Job />)))
  site.post('/post', async (c) => {
    posted += 1
    await new Promise((done) => setTimeout(done, 300))
    return c.html('<!doctype html><link rel="icon" href="data:,"><title>ok</title>')
  })
  for (const name of names) site.get(`/${name}`, (c) => c.html(renderPage(galleryPages[name]())))
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

const Job = () => (
  <Page lang="fr" title="Suivi">
    <Island
      name="progress-poll"
      props={{
        id: 'job',
        url: '/poll',
        lang: 'fr',
        initial: { done, total: 20, finished: done === 20 },
        sentence: '{done} sur {total}',
        unreachable: 'Le site ne répond plus.',
        everySeconds: 0.2,
      }}
    />
  </Page>
)

type Options = Parameters<Browser['newContext']>[0]

/** Opens a page, and fails if the content policy or a script complains. */
const visit = async (
  name: keyof typeof galleryPages | 'job',
  options: Options,
  look: (page: Tab, context: BrowserContext) => Promise<void>,
): Promise<void> => {
  const context = await browser.newContext(options)
  const complaints: string[] = []
  try {
    const page = await context.newPage()
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(`${origin}/${name}`, { waitUntil: 'load' })
    await look(page, context)
    expect(complaints).toEqual([])
  } finally {
    await context.close()
  }
}

describe.each(names)('the page « %s »', (name) => {
  test.each(['light', 'dark'] as const)(
    'has no fault that axe can find, %s, wide and narrow',
    async (colorScheme) => {
      await visit(
        name,
        { colorScheme, viewport: { width: 1280, height: 800 }, bypassCSP: true },
        async (page) => {
          await page.addScriptTag({ content: axe })
          for (const width of [1280, 360]) {
            await page.setViewportSize({ width, height: 800 })
            const found: unknown = await page.evaluate(
              `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
            .then((result) => result.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')))`,
            )
            expect(found).toEqual([])
          }
        },
      )
    },
  )

  test('does not scroll sideways at 320 px, nor with wide text spacing', async () => {
    await visit(name, { viewport: { width: 320, height: 640 }, bypassCSP: true }, async (page) => {
      const overflow = () => page.evaluate('document.documentElement.scrollWidth - innerWidth')
      expect(await overflow()).toBeLessThanOrEqual(0)
      await page.addStyleTag({
        content: '*{letter-spacing:.12em!important;word-spacing:.16em!important;line-height:1.5!important}',
      })
      expect(await overflow()).toBeLessThanOrEqual(0)
    })
  })

  test('gives a finger 44 px on every control', async () => {
    await visit(name, { viewport: { width: 360, height: 640 } }, async (page) => {
      const small: unknown = await page.evaluate(`
        [...document.querySelectorAll('button, .btn, .input, input[type=file], summary, .option, .brand')]
          .map((node) => ({ node, box: node.getBoundingClientRect() }))
          .filter(({ node, box }) => box.width > 0 && getComputedStyle(node).visibility !== 'hidden')
          .filter(({ box }) => box.height < 44 || box.width < 44)
          .map(({ node, box }) => node.outerHTML.slice(0, 80) + ' ' + box.width + 'x' + box.height)`)
      expect(small).toEqual([])
    })
  })

  test('weighs at most 30 kB of HTML and CSS and 15 kB of script, and no script where nothing needs it', () => {
    const html = renderPage(galleryPages[name]())
    const css = readFileSync(join(client, assetUrl('style')))
    expect(gzipSync(html).length + gzipSync(css).length).toBeLessThanOrEqual(30_000)
    expect(html).not.toMatch(/ style="|<style|<script(?! type="module" src=)/)
    const wanted = [...html.matchAll(/ data-(?:island|enhance)="([^"]+)"/g)].map((match) => match[1] ?? '')
    expect(html.includes('<script')).toBe(wanted.length > 0)
    const chunks = readdirSync(join(client, 'assets')).filter((file) => file.endsWith('.js'))
    const loaded = chunks.filter(
      (file) =>
        /^(client|jsxRuntime|button)-/.test(file) || wanted.some((island) => file.startsWith(`${island}-`)),
    )
    const weight = loaded.reduce(
      (sum, file) => sum + gzipSync(readFileSync(join(client, 'assets', file))).length,
      0,
    )
    expect(weight).toBeLessThanOrEqual(15_000)
  })
})

test('nothing scrolls sideways with the reader’s own text size doubled', async () => {
  const large = await launchBrowser(['--blink-settings=defaultFontSize=32'])
  try {
    for (const name of names)
      for (const width of [640, 1280]) {
        const page = await large.newPage({ viewport: { width, height: 720 } })
        await page.goto(`${origin}/${name}`)
        expect(await page.evaluate('parseFloat(getComputedStyle(document.documentElement).fontSize)')).toBe(
          36,
        )
        expect(
          await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
          name,
        ).toBeLessThanOrEqual(0)
        await page.close()
      }
  } finally {
    await large.close()
  }
})

test('the answers of a page about one thing end within the first screen of a phone', async () => {
  await visit('reading', { viewport: { width: 360, height: 640 } }, async (page) => {
    const box = await page.locator('.verdict').first().boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 640)).toBeLessThanOrEqual(640)
  })
})

describe('without script', () => {
  test('the pages are complete, and hide the buttons that only script could serve', async () => {
    await visit('working', { javaScriptEnabled: false }, async (page) => {
      expect(await page.getByLabel('Lien à copier').inputValue()).toBe('https://exemple.fr/7KQ4M2')
      expect(await page.getByRole('button', { name: 'Copier' }).isVisible()).toBe(false)
      expect(await page.getByRole('button', { name: 'Partager avec le téléphone' }).isVisible()).toBe(false)
    })
  })

  test('the menu opens on a phone, and a tick opens its fact', async () => {
    await visit(
      'reading',
      { javaScriptEnabled: false, viewport: { width: 360, height: 640 } },
      async (page) => {
        await page.getByText('Menu', { exact: true }).click()
        expect(await page.getByRole('navigation', { name: 'Menu' }).isVisible()).toBe(true)
        await page.getByText('Menu', { exact: true }).click()
        await page.getByRole('link', { name: /^Fait 3 / }).click()
        expect(await page.locator('#fact-3').isVisible()).toBe(true)
      },
    )
  })
})

describe('with script', () => {
  test('the copy button copies and says so', async () => {
    await visit('working', {}, async (page, context) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.getByRole('button', { name: 'Copier' }).click()
      await page.getByText('Copié').waitFor()
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe('https://exemple.fr/7KQ4M2')
    })
  })

  test('the mark follows the choices of its form', async () => {
    await visit('forms', {}, async (page) => {
      const mark = page.getByRole('img', { name: 'La marque telle qu’elle sera' })
      expect(await mark.innerHTML()).toContain('#f0c24b')
      await page.getByLabel('garance').check()
      await page.getByLabel('Texte autour').fill('Une saison')
      await expect.poll(() => mark.innerHTML()).toMatch(/#9c2f24.*Une saison/)
    })
  })

  test('a form sent twice is sent once', async () => {
    await visit('forms', {}, async (page) => {
      await page.evaluate(`document.querySelector('form[data-enhance]').action = '/post'`)
      await page.evaluate(`(() => {
        const button = document.querySelector('form[data-enhance] button[value=next]')
        button.click(); button.click()
      })()`)
      await page.waitForURL(/\/post/)
      expect(posted).toBe(1)
    })
  })

  test('a dropped file lands in the native field', async () => {
    await visit('forms', {}, async (page) => {
      await page.getByText('Ou déposez le fichier ici.').waitFor()
      await page.evaluate(`(() => {
        const transfer = new DataTransfer()
        transfer.items.add(new File(['x'], 'photo.png', { type: 'image/png' }))
        document.querySelector('[data-enhance=file-drop]').dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }))
      })()`)
      expect(await page.evaluate(`document.querySelector('#file').files[0].name`)).toBe('photo.png')
    })
  })

  test('progress follows the job and reloads at its end', async () => {
    done = 2
    await visit('job', {}, async (page) => {
      done = 11
      await page.getByText('11 sur 20').first().waitFor()
      expect(await page.getByRole('progressbar').getAttribute('value')).toBe('11')
      const reloaded = page.waitForEvent('load')
      done = 20
      await reloaded
      await page.getByText('20 sur 20').first().waitFor()
    })
  })
})

test('assets come precompressed, typed and immutable; anything else is not found', async () => {
  const style = assetResponse(
    new Request(`${origin}${assetUrl('style')}`, { headers: { 'accept-encoding': 'gzip, br' } }),
  )
  expect(style.headers.get('content-encoding')).toBe('br')
  expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8')
  expect(style.headers.get('cache-control')).toContain('immutable')
  expect(assetUrl('style')).toMatch(/^\/assets\/style-[\w-]{8}\.css$/)
  for (const path of ['/assets/../manifest.json', '/assets/none.css', '/assets/'])
    expect(assetResponse(new Request(`${origin}${path}`)).status).toBe(404)
})

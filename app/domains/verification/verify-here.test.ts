import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { reportCodes } from '@insigne/open-badges'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testWorld, type World } from '../../testing/index.ts'
import { assetResponse, useAssets } from '../../ui/assets.ts'
import { type Browser, type BrowserContext, launchBrowser, type Page } from '../../ui/test-browser.ts'
import { networkCodes } from './needs-network.ts'
import { offlineSamples, type Sample } from './test-offline-badges.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let world: World
let site: { url: string; close(): Promise<void> }
let browser: Browser
let client = ''
let samples: Awaited<ReturnType<typeof offlineSamples>>

beforeAll(async () => {
  client = await mkdtemp(join(tmpdir(), 'insigne-here-'))
  const app = resolve(import.meta.dirname, '../..')
  const settings = { root: app, configFile: join(app, 'vite.config.ts'), logLevel: 'error' } as const
  await build({ ...settings, build: { outDir: client } })
  useAssets(client)
  world = await testWorld('verify here')
  // A badge is not signed after now: the clock that stands still is moved to this day.
  world.clock.advance(Date.now() - world.clock.now().getTime())
  world.app.get('/assets/*', (c) => assetResponse(c.req.raw))
  site = await world.listen()
  browser = await launchBrowser()
  samples = await offlineSamples()
  world.clock.advance(2_000)
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await world?.close()
  await rm(client, { recursive: true, force: true })
})

type Options = Parameters<Browser['newContext']>[0]

interface Visit {
  page: Page
  context: BrowserContext
  /** What left the page, by method and address. */
  asked: string[]
  complaints: string[]
}

/** Opens the page; fails if the content policy or a script complains. */
async function visit(look: (visit: Visit) => Promise<void>, options: Options = {}): Promise<void> {
  const context = await browser.newContext({
    baseURL: site.url,
    locale: 'fr-FR',
    viewport: { width: 360, height: 740 },
    ...options,
  })
  try {
    context.setDefaultTimeout(8_000)
    const page = await context.newPage()
    const asked: string[] = []
    const complaints: string[] = []
    page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    await page.goto('/verify', { waitUntil: 'networkidle' })
    await look({ page, context, asked, complaints })
  } finally {
    await context.close()
  }
}

const choose = (page: Page, sample: Sample) => page.locator('input[type=file]').setInputFiles(sample)
const button = (page: Page) => page.getByRole('button', { name: /sans rien envoyer|sending nothing/ })
const said = (page: Page) => page.locator('[data-enhance=verify-here] [role=alert]')

/** Chooses, presses, and waits for the verdict. */
async function verdict(page: Page, sample: Sample): Promise<string> {
  await page.evaluate("document.querySelector('.verdict h1')?.remove()")
  await choose(page, sample)
  await button(page).click()
  return page.locator('.verdict h1').innerText()
}

const checks = async (page: Page) =>
  Object.fromEntries(
    await Promise.all(
      (await page.locator('#checks tbody tr').all()).map(async (row) => [
        await row.locator('th').innerText(),
        await row.locator('.state').innerText(),
      ]),
    ),
  )

const chosen = (page: Page) => page.evaluate("document.querySelector('input[type=file]').files[0]?.name")

/** Everything but the files of the page itself, which are the same for everyone. */
const left = (asked: string[]) => asked.filter((line) => !/^GET \S+\/(assets\/[\w.-]+|verify)$/.test(line))

describe('on this device', () => {
  test('a sound badge gets the verdict that the server gives, with the same words and marks', async () => {
    const pages: string[] = []
    await visit(async ({ page, asked, complaints }) => {
      expect(await verdict(page, samples.sound)).toBe('Authentique')
      expect(await page.title()).toMatch(/^Authentique · /)
      pages.push(await page.locator('main').innerHTML())
      expect(left(asked)).toEqual([])
      expect(complaints).toEqual([])
    })
    await visit(async ({ page }) => {
      await choose(page, samples.sound)
      await page.getByRole('main').getByRole('button', { name: 'Vérifier', exact: true }).click()
      await page.waitForLoadState('networkidle')
      pages.push(await page.locator('main').innerHTML())
      expect(await verdict(page, samples.changed)).toMatch(/^Invalide/)
      expect(await page.title()).toMatch(/^Invalide.* · /)
    })
    const [here, there] = pages.map(withoutPlace)
    expect(here).toContain('Les dix faits')
    expect(here).toBe(there)
  })

  test('a changed one, and one baked in a picture, are told apart without network', async () => {
    await visit(async ({ page, asked }) => {
      expect(await verdict(page, samples.changed)).toBe('Invalide\u00a0: signature fausse')
      expect(await checks(page)).toMatchObject({ Signature: 'Invalide' })
      expect(await verdict(page, samples.png)).toBe('Authentique')
      expect(await verdict(page, samples.svg)).toBe('Authentique')
      expect(await verdict(page, samples.note)).toBe('Ce n’est pas un badge')
      expect(await verdict(page, samples.empty)).toBe('Ce n’est pas un badge')
      expect(await verdict(page, samples.sound)).toBe('Authentique')
      // What our own processor leaves to the general one is in the same file.
      expect(await verdict(page, samples.general)).toBe('Authentique')
      expect(left(asked)).toEqual([])
    })
  })

  test('what needs another site stays undetermined, is named, and is completed with the same file', async () => {
    await visit(async ({ page, asked }) => {
      await page.locator('[name=badge]').fill('https://exemple.fr/un-autre')
      expect(await verdict(page, samples.web)).toBe('Nous ne pouvons pas conclure')
      const found = await checks(page)
      expect(found).toMatchObject({ Émetteur: 'Indéterminé', Statut: 'Indéterminé', Forme: 'Valide' })
      expect(await page.locator('.notice').innerText()).toMatch(/ne se font pas\u00a0: Émetteur, Statut\./)
      expect(left(asked)).toEqual([])
      // Another file is chosen meanwhile: what is completed is what was verified.
      await choose(page, samples.note)
      const request = page.waitForRequest((one) => one.method() === 'POST')
      await page.getByRole('button', { name: 'Compléter en ligne' }).click()
      expect((await request).url()).toBe(`${site.url}/verify`)
      await page.getByText('Fichier ecole.json').waitFor()
      expect(await page.locator('.verdict h1').innerText()).toBe('Nous ne pouvons pas conclure')
    })
  })

  test('a hosted badge of the older standard is undetermined, never green', async () => {
    await visit(async ({ page, asked }) => {
      expect(await verdict(page, samples.older)).toBe('Nous ne pouvons pas conclure')
      await page.getByRole('button', { name: 'Compléter en ligne' }).waitFor()
      expect(left(asked)).toEqual([])
    })
  })

  test('it works with the network cut, once the page and the verifier are there', async () => {
    await visit(async ({ page, context, asked }) => {
      await choose(page, samples.sound)
      await page.waitForLoadState('networkidle')
      await context.setOffline(true)
      asked.length = 0
      expect(await verdict(page, samples.sound)).toBe('Authentique')
      expect(await verdict(page, samples.png)).toBe('Authentique')
      expect(await verdict(page, samples.changed)).toMatch(/^Invalide/)
      expect(await verdict(page, samples.older)).toBe('Nous ne pouvons pas conclure')
      expect(asked.filter((line) => !line.includes(' data:'))).toEqual([])
    })
  })

  test('the verifier could not send anything if it tried', async () => {
    await visit(async ({ page }) => {
      await verdict(page, samples.sound)
      const [worker] = page.workers()
      const tried = await worker?.evaluate("fetch('/verify').then(() => 'sent', () => 'refused')")
      expect(tried).toBe('refused')
      expect(await page.evaluate("fetch('/verify').then(() => 'sent', () => 'refused')")).toBe('sent')
    })
  })

  test('text of a badge is shown as text', async () => {
    await visit(async ({ page, complaints }) => {
      page.on('dialog', () => complaints.push('a dialog'))
      expect(await verdict(page, samples.hostile)).toBe('Authentique')
      expect(await page.locator('main img').count()).toBe(0)
      expect(complaints).toEqual([])
    })
  })
})

// The two pages differ in where the verdict was made, when, and in what script does to the form.
const withoutPlace = (html: string): string =>
  html
    .replace(/<div class="notice info">.*?Rien n’a été envoyé\..*?<\/div><\/div><\/div>/s, '')
    .replace(/<form.*?<\/form>/s, '')
    .replace(/ à \d+&nbsp;h&nbsp;\d+/g, '')
    .replace(/ tabindex="-1"| hidden=""/g, '')

describe('what goes wrong is said, and nothing is lost', () => {
  test('no file, a file too large, a file that vanished', async () => {
    await visit(async ({ page, asked }) => {
      expect(await page.locator('.fault').isVisible()).toBe(false)
      await button(page).click()
      expect(await said(page).innerText()).toBe('Choisissez d’abord un fichier, juste au-dessus.')
      await choose(page, samples.huge)
      expect(await said(page).innerText()).toBe('')
      await button(page).click()
      expect(await said(page).innerText()).toMatch(/dépasse 2\u00a0Mo/)
      expect(await chosen(page)).toBe('photo.png')
      const path = join(client, 'gone.json')
      await import('node:fs/promises').then((fs) => fs.writeFile(path, '{}'))
      await page.locator('input[type=file]').setInputFiles(path)
      await rm(path)
      await button(page).click()
      await page.getByText('n’a pas pu être lu').waitFor()
      expect(await chosen(page)).toBe('gone.json')
      expect(left(asked)).toEqual([])
    })
  })

  test('the verifier does not come, then does', async () => {
    await visit(async ({ page }) => {
      await page.route(/verify-worker/, (route) => route.abort())
      await choose(page, samples.sound)
      await button(page).click()
      await page.getByText('n’a pas pu être chargé').waitFor()
      expect(await chosen(page)).toBe('equipe.json')
      await page.unrouteAll()
      await button(page).click()
      await page.getByRole('heading', { level: 1, name: 'Authentique' }).waitFor()
    })
  })

  test('a verifier that never answers is stopped after ten seconds, and the next file has a new one', async () => {
    await visit(async ({ page }) => {
      await page.clock.install()
      const mute = { contentType: 'text/javascript', body: "postMessage({ kind: 'ready' })" }
      await page.route(/verify-worker/, (route) => route.fulfill(mute))
      await choose(page, samples.sound)
      await button(page).click()
      await page.getByText('Vérification en cours').waitFor()
      await page.clock.fastForward(11_000)
      await page.getByText('plus de dix secondes').waitFor()
      expect(await chosen(page)).toBe('equipe.json')
      await page.unrouteAll()
      await button(page).click()
      await page.getByRole('heading', { level: 1, name: 'Authentique' }).waitFor()
    })
  })

  test('a browser that cannot check a signature does not judge', async () => {
    await visit(async ({ page }) => {
      const old = { contentType: 'text/javascript', body: "postMessage({ kind: 'unable' })" }
      await page.route(/verify-worker/, (route) => route.fulfill(old))
      await choose(page, samples.sound)
      await button(page).click()
      await page.getByText('ne peut pas contrôler une signature').waitFor()
      expect(await page.locator('.verdict').count()).toBe(0)
    })
  })
})

describe('for everyone', () => {
  test('the keyboard alone leads to the verdict, where the focus goes', async () => {
    await visit(async ({ page }) => {
      await page.locator('input[type=file]').focus()
      await choose(page, samples.sound)
      await page.keyboard.press('Tab')
      expect(await page.locator('button:focus').innerText()).toMatch(/sans rien envoyer/)
      await page.keyboard.press('Enter')
      await page.locator('.verdict h1:focus').waitFor()
      expect(await page.locator('.verdict h1:focus').innerText()).toBe('Authentique')
      expect(await page.locator('[data-enhance=verify-here] [role=status]').innerText()).toBe(
        'Vérification terminée. Rien n’a été envoyé.',
      )
    })
  })

  test.each(['light', 'dark'] as const)(
    'every state passes axe, %s, wide and narrow',
    async (colorScheme) => {
      await visit(
        async ({ page }) => {
          await page.addScriptTag({ content: axe })
          const look = async (state: string) => {
            for (const width of [1280, 360, 320]) {
              await page.setViewportSize({ width, height: 800 })
              expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), state).toBe(0)
              if (width === 320) continue
              const found: unknown = await page.evaluate(
                `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
              .then((result) => result.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')))`,
              )
              expect(found, state).toEqual([])
            }
          }
          await look('before')
          await button(page).click()
          await look('no file')
          for (const name of ['sound', 'changed', 'web', 'older', 'note'] as const) {
            await verdict(page, samples[name])
            await look(name)
          }
        },
        { colorScheme, bypassCSP: true, reducedMotion: 'reduce' },
      )
    },
  )

  test('in English', async () => {
    await visit(
      async ({ page }) => {
        expect(await verdict(page, samples.web)).toBe('We cannot conclude')
        await page.getByRole('button', { name: 'Complete online' }).waitFor()
      },
      { locale: 'en-GB' },
    )
  })

  test('without script the page offers what it always did', async () => {
    await visit(
      async ({ page }) => {
        expect(await button(page).count()).toBe(0)
        expect(await page.locator('main').innerText()).not.toMatch(/sans rien envoyer/)
        await choose(page, samples.sound)
        await page.getByRole('main').getByRole('button', { name: 'Vérifier', exact: true }).click()
        expect(await page.locator('.verdict h1').innerText()).toBe('Authentique')
      },
      { javaScriptEnabled: false },
    )
  })
})

test('every code that the network could settle is known to this page', () => {
  const online = reportCodes
    .filter((one) => one.state === 'undetermined' && one.remedy?.en === 'Try again later, online.')
    .map(({ code }) => code)
  expect(new Set(online.filter((code) => code !== 'extract.not-run'))).toEqual(networkCodes)
})

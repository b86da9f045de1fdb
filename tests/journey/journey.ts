import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from '../../app/ui/test-browser.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export interface Size {
  width: number
  height: number
}

/** What a page did wrong, as sentences. */
export type Faults = string[]

/** A person at a screen: looks at each page they come to, and remembers what was wrong with it. */
export class Reader {
  readonly page: Page
  readonly faults: Faults = []
  readonly visited: string[] = []
  private readonly size: Size

  /** Where a page can be examined: itself with script; otherwise a copy of it that has script. */
  private readonly auditor: Page

  private constructor(page: Page, auditor: Page, size: Size) {
    this.page = page
    this.auditor = auditor
    this.size = size
    page.setDefaultTimeout(15_000)
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
        this.faults.push(`console: ${message.text()}`)
    })
    page.on('pageerror', (error) => this.faults.push(`script: ${error.message}`))
  }

  static async open(browser: Browser, base: string, size: Size, script: boolean): Promise<Reader> {
    const common = { baseURL: base, viewport: size, locale: 'fr-FR' }
    const context = await browser.newContext({ ...common, javaScriptEnabled: script, acceptDownloads: true })
    const page = await context.newPage()
    const auditor = script ? page : await (await browser.newContext(common)).newPage()
    return new Reader(page, auditor, size)
  }

  async goto(path: string): Promise<void> {
    await this.page.goto(path)
  }

  /** Reads the page that is open: no fault for axe, nothing beyond 320 px, a title and one heading. */
  async look(name: string): Promise<void> {
    this.visited.push(name)
    const here = `${name} (${new URL(this.page.url()).pathname})`
    if ((await this.page.locator('h1').count()) !== 1) this.faults.push(`${here}: not exactly one h1`)
    const page = await this.examinable()
    await page.evaluate(axeSource)
    const violations: string[] = await page.evaluate(
      `axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations.map(
        (one) => one.id + ': ' + one.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ')))`,
    )
    this.faults.push(...violations.map((violation) => `${here}: axe ${violation}`))
    await page.setViewportSize({ width: 320, height: 640 })
    const overflow = await page.evaluate(
      'document.documentElement.scrollWidth > document.documentElement.clientWidth',
    )
    if (overflow === true) this.faults.push(`${here}: scrolls sideways at 320 px`)
    await page.setViewportSize(this.size)
  }

  /** Nothing can be evaluated in a page without script, so its very markup is opened again with script. */
  private async examinable(): Promise<Page> {
    if (this.auditor === this.page) return this.page
    const html = await this.page.content()
    const url = this.page.url()
    await this.auditor.route('**/*', (route) => {
      if (route.request().isNavigationRequest())
        return route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' })
      return route.request().resourceType() === 'script' ? route.abort() : route.continue()
    })
    await this.auditor.goto(url)
    return this.auditor
  }

  fill(label: string | RegExp, value: string): Promise<void> {
    return this.page.getByLabel(label).first().fill(value)
  }

  check(name: string | RegExp): Promise<void> {
    return this.page.getByRole('radio', { name }).first().check()
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name }).first().click()
    await this.page.waitForLoadState('load')
  }

  async follow(name: string | RegExp): Promise<void> {
    await this.page.getByRole('main').getByRole('link', { name }).first().click()
    await this.page.waitForLoadState('load')
  }

  text(): Promise<string> {
    return this.page.getByRole('main').innerText()
  }

  path(): string {
    return new URL(this.page.url()).pathname
  }

  async close(): Promise<void> {
    await this.page.context().close()
    if (this.auditor !== this.page) await this.auditor.context().close()
  }
}

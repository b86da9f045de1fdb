import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browser, type Locator, launchBrowser } from '../../app/ui/test-browser.ts'
import { type Product, startProduct } from '../product.ts'
import { Visitor } from '../visitor.ts'
import { Reader, type Size } from './journey.ts'

let product: Product
let browser: Browser

beforeAll(async () => {
  product = await startProduct({ env: { INSIGNE_DEMO: 'on' } })
  browser = await launchBrowser()
  // The worker enters what the demo publishes a moment after it is published.
  const visitor = new Visitor(product.url)
  for (let tries = 0; tries < 120; tries++) {
    const { html } = await visitor.open('/directory?q=organiser&nature=competence')
    if (html.split('<li id="b-').length > 2) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error('The badges of the demo did not enter the directory')
})
afterAll(async () => {
  await browser?.close()
  await product?.remove()
})

/** Goes on with the Tab key alone until this is in focus. */
async function tabTo(reader: Reader, target: Locator): Promise<void> {
  const focused = reader.page.locator(':focus')
  const wanted = target.first()
  for (let steps = 0; steps < 250; steps++) {
    await reader.page.keyboard.press('Tab')
    if ((await focused.count()) === 1 && (await wanted.and(focused).count()) === 1) return
  }
  throw new Error(`The keyboard does not reach ${target}`)
}

/** What the page says, its no-break spaces as spaces. */
const said = async (reader: Reader): Promise<string> => (await reader.text()).replaceAll('\u00a0', ' ')

async function enter(reader: Reader): Promise<void> {
  const gone = reader.page.waitForEvent('load')
  await reader.page.keyboard.press('Enter')
  await gone
}

const sizes: [string, Size][] = [
  ['a phone', { width: 360, height: 640 }],
  ['a desktop', { width: 1280, height: 720 }],
]

describe.each(sizes)('on %s, with the keyboard alone', (device, size) => {
  test.each([
    ['with script', true],
    ['without script', false],
  ])(
    'a reader finds a badge by a word with a slip, filters, compares and reads why, %s',
    async (_, script) => {
      const reader = await Reader.open(browser, product.url, size, script)
      const { page } = reader

      await reader.goto('/')
      await tabTo(reader, page.getByLabel('Compétence ou badge'))
      await page.keyboard.type('organizer son travial')
      await enter(reader)
      expect(new URL(page.url()).search).toBe('?q=organizer+son+travial')
      expect(await said(reader)).toMatch(/Nous avons lu « travial » comme « travail »/)
      expect(await said(reader)).toMatch(/\d+ modèles de badge, \d+ émetteurs/)
      await reader.look('corrected search')

      // A place, typed, and one nature.
      await reader.goto('/directory?q=organiser')
      await tabTo(reader, page.getByLabel(/^Où/))
      await page.keyboard.type('normandie')
      await enter(reader)
      expect(new URL(page.url()).search).toBe('?q=organiser&area=R28')
      if (device === 'a phone') {
        await tabTo(reader, page.getByText('Filtres (1 actif)'))
        await page.keyboard.press('Enter')
      }
      await tabTo(reader, page.locator('input[name=nature][value=competence]'))
      await page.keyboard.press('Space')
      await tabTo(reader, page.getByRole('button', { name: 'Appliquer les filtres' }))
      await enter(reader)
      expect(new URL(page.url()).search).toBe('?q=organiser&nature=competence&area=R28')
      expect(await page.getByRole('link', { name: 'Retirer le filtre Compétence' }).isVisible()).toBe(true)
      await reader.look('filtered search')

      // Why this order.
      await reader.goto('/directory?q=organiser')
      await tabTo(reader, page.locator('summary', { hasText: 'Pourquoi' }))
      await page.keyboard.press('Enter')
      expect(await said(reader)).toContain('Personne ne peut payer une place')

      // Two badges side by side.
      const add = page.getByRole('link', { name: /^Ajouter à la comparaison/ })
      await tabTo(reader, add)
      await enter(reader)
      expect(await said(reader)).toMatch(/À comparer[\s\S]*Choisissez-en un autre/)
      await tabTo(reader, add)
      await enter(reader)
      await reader.look('two set aside')
      await tabTo(reader, page.locator(':target').getByRole('link', { name: 'Comparer les 2 badges' }))
      await enter(reader)
      expect(new URL(page.url()).searchParams.getAll('e')).toHaveLength(2)
      expect(await said(reader)).toMatch(/Ce qui diffère[\s\S]*≠ diffère/)
      await reader.look('comparison')

      // From one of them to the others of its skill, and to the skill.
      await tabTo(reader, page.getByRole('main').getByRole('link', { name: /^Organiser son travail/ }))
      await enter(reader)
      expect(await said(reader)).toMatch(/Badges qui montrent la même compétence[\s\S]*Établi/)
      await reader.look('achievement')
      await tabTo(reader, page.getByRole('link', { name: 'Qui reconnaît cette compétence' }))
      await enter(reader)
      expect(await said(reader)).toMatch(/Par nature[\s\S]*Modèles de badge[\s\S]*Qui la reconnaît/)
      await reader.look('skill')

      // The map leads to a place, and back out of it.
      await reader.goto('/directory')
      await tabTo(reader, page.getByRole('link', { name: /^Calvados \(14\)/ }))
      await enter(reader)
      expect(new URL(page.url()).search).toBe('?area=D14')
      await reader.look('place')
      await reader.goto('/territories/normandie')
      await reader.look('territory')
      expect(reader.faults).toEqual([])
      await reader.close()
    },
  )
})

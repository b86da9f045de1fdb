import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browser, launchBrowser } from '../../app/ui/test-browser.ts'
import { type Product, startProduct } from '../product.ts'
import { Visitor } from '../visitor.ts'
import { Reader } from './journey.ts'

let product: Product
let browser: Browser
let operator: Visitor

beforeAll(async () => {
  product = await startProduct({ env: { INSIGNE_DEMO: 'off' } })
  browser = await launchBrowser()
  operator = new Visitor(product.url)
  await operator.send(`/claim-instance?token=${product.claimToken}`, '/claim-instance', {
    name: 'Camille Operator',
    address: 'operator@courrier.example',
  })
})
afterAll(async () => {
  await browser?.close()
  await product?.remove()
})

const phone = { width: 360, height: 640 }

/** The link of the newest message to the operator, as the outbox of a trial keeps it. */
async function signInLink(): Promise<string> {
  for (let tries = 0; tries < 60; tries++) {
    const { html } = await operator.open('/outbox?to=operator%40courrier.example')
    const found = /\/sign-in\/check\?token=[\w-]+/.exec(html)?.[0]
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error('No message came')
}

describe.each([
  ['with script', true],
  ['without script', false],
])('on a phone, %s', (_, script) => {
  test('anybody finds a skill by a word with a slip and reads where it comes from', async () => {
    const reader = await Reader.open(browser, product.url, phone, script)
    await reader.goto('/')
    await reader.page.getByRole('link', { name: 'Référentiels' }).click()
    await reader.look('frameworks')
    await reader.page.getByRole('searchbox').fill('travailler en éqiupe, sans se décourager')
    await reader.press('Chercher')
    await reader.look('frameworks: found')
    expect(await reader.text()).toContain('Avoir l’esprit d’équipe')
    expect(await reader.text()).toContain('Orthographe proche')
    await reader.follow('Faire preuve de persévérance')
    await reader.look('skill')
    expect(await reader.text()).toContain('300485')
    await reader.page
      .getByRole('link', { name: /^ROME 4\.0/ })
      .first()
      .click()
    await reader.look('framework')
    expect(await reader.text()).toContain('Licence Ouverte 2.0')
    await reader.goto('/frameworks/esco-transversal?lang=en')
    await reader.look('framework in English')
    expect(await reader.text()).toContain('working with numbers and measures')
    await reader.goto('/frameworks/nulle-part')
    await reader.look('no framework')
    expect(reader.faults).toEqual([])
    await reader.close()
  })

  test('the operator imports a framework, follows it and keeps a receipt that adds up', async () => {
    const reader = await Reader.open(browser, product.url, phone, script)
    await reader.goto('/sign-in?next=%2Fframeworks')
    await reader.fill('Votre adresse', 'operator@courrier.example')
    await reader.press('Recevoir le lien')
    await reader.goto(await signInLink())
    await reader.press('Me connecter')
    await reader.goto('/frameworks')
    await reader.follow('Importer un référentiel pour toute l’installation')
    await reader.look('import')
    await reader.press('Importer')
    await reader.look('import: refused')
    expect(await reader.text()).toContain('Choisissez un fichier')
    await reader.fill('Nom du référentiel', `Gestes ${script}`)
    const lines = Array.from({ length: 3000 }, (_each, n) => `C${n};Geste numéro ${n};${n > 0 ? 'C0' : ''}`)
    await reader.page.locator('[name=file]').setInputFiles({
      name: 'gestes.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`code;libellé;parent\n${lines.join('\n')}\nC1;Deux fois;\nX;;\n`),
    })
    await reader.press('Importer')
    await reader.look('import: running')
    // With script the page follows by itself; without, it comes back every few seconds.
    await reader.page.getByRole('heading', { name: 'Reçu' }).waitFor({ timeout: 120_000 })
    await reader.look('import: receipt')
    const receipt = (await reader.text()).replace(/\s+/g, ' ')
    expect(receipt).toContain('Ajoutés 3 000 Modifiés 0 Inchangés 0 Refusés 2 Éléments lus 3 002')
    await reader.follow('Voir le référentiel')
    await reader.look('imported framework')
    await reader.follow('Geste numéro 0')
    await reader.look('imported level')
    expect((await reader.text()).replace(/\s+/g, ' ')).toContain('1 à 50 sur 2 999')
    expect(reader.faults).toEqual([])
    await reader.close()
  })
})

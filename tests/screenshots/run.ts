import { mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { launchBrowser, type Page } from '../../app/ui/test-browser.ts'
import { demoPlaces, linkFor, takeCharge } from '../demo-visits.ts'
import { startProduct } from '../product.ts'
import { root } from '../source-files.ts'
import type { Visitor } from '../visitor.ts'

/**
 * Pictures of the pages that matter, of the product with its demo content: `npm run screenshots`. They go to
 * screenshots/, which is not kept; the picture of the README goes to docs/pictures/, which is.
 */
const folder = path.join(root, 'screenshots')
const readmePicture = path.join(root, 'docs/pictures/badge.png')
const readmeBytes = 150_000
const sizes = [
  { width: 360, height: 640 },
  { width: 1280, height: 800 },
]

const faultyList = [
  'Nom;Adresse;Récit',
  'Camille Perrot;camille.perrot@courrier.example;Trois séances observées, poste prêt avant l’heure.',
  'Yann Le Bras;yann@laposte;A prévenu l’expédition avant dix heures.',
  'Fatima Saïd;fatima.said@courrier.example;',
  'Paul Sansadresse;;A montré la fiche à une collègue.',
].join('\n')

mkdirSync(folder, { recursive: true })
mkdirSync(path.dirname(readmePicture), { recursive: true })
const product = await startProduct({ env: { INSIGNE_DEMO: 'on' } })
const browser = await launchBrowser()
try {
  const operator = await takeCharge(product)
  const places = await demoPlaces(product, operator)
  const reader = await openPage()
  const learner = await signedIn(operator, 'amina.diallo@courrier.example')
  const staff = await signedIn(operator, 'denis.aubert@courrier.example')

  await learner.goto('/backpack')
  await learner.getByRole('link', { name: 'Organiser son travail dans un atelier' }).click()
  const entry = new URL(learner.url()).pathname
  const link = await learner.getByRole('link', { name: 'Voir la page publique' }).getAttribute('href')
  const badge = new URL(link ?? places.badge, product.url).pathname

  await take(reader, 'front-page', '/')
  await take(reader, 'territory', '/territories/normandie')
  await take(reader, 'directory', '/directory?q=organiser&area=R28')
  await take(reader, 'directory-compare', places.comparison)
  await take(reader, 'directory-skill', places.skill)
  await take(reader, 'organisation', places.organisation)
  await take(reader, 'achievement', places.achievement)
  await take(reader, 'public-badge', badge)
  await take(reader, 'claim', places.claim)
  await take(reader, 'reading-rules', '/reading-rules')
  await reader.goto('/verify')
  await reader.locator('[name=badge]').fill(`${product.url}${badge}`)
  await reader.getByRole('main').getByRole('button', { name: 'Vérifier', exact: true }).click()
  await reader.waitForLoadState('load')
  await take(reader, 'verdict')
  await take(learner, 'backpack', '/backpack')
  await take(learner, 'own-badge', entry)
  await take(staff, 'organisation-home', `${places.organisation}/manage`)
  await staff.goto(`${places.achievement}/award`)
  await staff.getByLabel('Votre liste').fill(faultyList)
  await staff.getByRole('button', { name: 'Voir l’aperçu' }).first().click()
  await staff.waitForLoadState('load')
  await take(staff, 'award-preview')
  await staff.goto(`${places.organisation}/awards`)
  await staff
    .getByRole('link', { name: /2025|2026/ })
    .last()
    .click()
  await take(staff, 'receipt', new URL(staff.url()).pathname)
  await take(staff, 'designer', `${places.achievement}/edit/action`)

  await reader.setViewportSize({ width: 1280, height: 800 })
  await reader.goto(badge)
  await reader.evaluate('document.fonts.ready')
  await reader.screenshot({ path: readmePicture })
  const { size } = statSync(readmePicture)
  if (size > readmeBytes) throw new Error(`${readmePicture} weighs ${size} bytes: ${readmeBytes} at most`)
} finally {
  await browser.close()
  await product.remove()
}

async function openPage(): Promise<Page> {
  const context = await browser.newContext({ baseURL: product.url, locale: 'fr-FR' })
  return context.newPage()
}

async function signedIn(operator: Visitor, address: string): Promise<Page> {
  const page = await openPage()
  await page.goto('/sign-in')
  await page.getByLabel('Votre adresse').fill(address)
  await page.getByRole('button', { name: 'Recevoir le lien' }).click()
  await page.goto(await linkFor(operator, address, /\/sign-in\/check\?token=[\w-]+/))
  await page.getByRole('button', { name: 'Me connecter' }).click()
  await page.waitForLoadState('load')
  return page
}

/** The whole page at both widths; the page that is open, where no address is given. */
async function take(page: Page, name: string, address?: string): Promise<void> {
  if (address !== undefined) await page.goto(address)
  for (const size of sizes) {
    await page.setViewportSize(size)
    await page.evaluate('document.fonts.ready')
    await page.screenshot({ path: path.join(folder, `${name}-${size.width}.png`), fullPage: true })
  }
}

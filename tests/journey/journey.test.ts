import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browser, launchBrowser } from '../../app/ui/test-browser.ts'
import { insigne, type Product, startProduct, temporaryFolder } from '../product.ts'
import { Visitor } from '../visitor.ts'
import { Reader, type Size } from './journey.ts'

let product: Product
let browser: Browser
let operator: Visitor
const folder = temporaryFolder()

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

/** The link of the newest message to an address, as the operator of a trial reads it. */
async function linkFor(address: string, pattern: RegExp): Promise<string> {
  for (let tries = 0; tries < 60; tries++) {
    const { html } = await operator.open(`/outbox?to=${encodeURIComponent(address)}`)
    const found = pattern.exec(html)?.[0]
    if (found !== undefined) return found.replaceAll('&amp;', '&')
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`No message to ${address} with ${pattern}`)
}

async function signIn(reader: Reader, address: string): Promise<void> {
  await reader.goto('/sign-in')
  await reader.look('sign in')
  await reader.fill('Votre adresse', address)
  await reader.press('Recevoir le lien')
  await reader.look('link sent')
  await reader.goto(await linkFor(address, /\/sign-in\/check\?token=[\w-]+/))
  await reader.look('sign-in check')
  await reader.press('Me connecter')
}

const sizes: [string, Size][] = [
  ['a phone', { width: 360, height: 640 }],
  ['a desktop', { width: 1280, height: 720 }],
]

describe.each(sizes)('on %s', (device, size) => {
  test.each([
    ['with script', true],
    ['without script', false],
  ])(
    'an organisation designs a badge, awards it, a person keeps it and anybody verifies it, %s',
    async (_, script) => {
      const tag = `${device === 'a phone' ? 'p' : 'd'}${script ? '1' : '0'}`
      const staff = await Reader.open(browser, product.url, size, script)
      const learner = await Reader.open(browser, product.url, size, script)
      const employer = await Reader.open(browser, product.url, size, script)

      // The organisation.
      await staff.goto('/')
      await staff.look('front page')
      await signIn(staff, `referent.${tag}@courrier.example`)
      await staff.look('my space')
      await staff.follow('Inscrire une structure')
      await staff.look('new organisation')
      await staff.fill('Nom de la structure', `Atelier ${tag}`)
      await staff.check('Organisme de formation')
      await staff.fill('Ville', 'Caen')
      await staff.press(/Inscrire la structure/)
      expect(staff.path()).toBe(`/organisations/atelier-${tag}/manage`)
      await staff.look('organisation')

      // The badge, in six screens.
      await staff.follow('Nouveau modèle')
      await staff.look('designer: nature')
      await staff.check(/^Compétence/)
      await staff.press('Commencer')
      await staff.look('designer: action')
      await staff.fill('Nom du badge', 'Organiser son travail dans un atelier')
      await staff.fill('Dans quelle situation', 'Atelier de production, quand l’ordre du jour change')
      await staff.fill(
        'Que fait la personne',
        'Préparer son poste et prévenir avant qu’un retard gêne l’équipe.',
      )
      await staff.fill('Critère 1', 'Range les tâches avant de commencer')
      await staff.fill('Critère 2', 'Prévient d’un retard avant la pause')
      await staff.press('Continuer')
      const refused = staff.path().replace('checks', 'preview')
      await staff.goto(refused)
      await staff.look('designer: refused')
      expect(await staff.text()).toContain('ne peut pas encore dire')
      expect(await staff.text()).toContain('Publier comme')
      await staff.goto(refused.replace('preview', 'checks'))
      await staff.look('designer: checks')
      await staff.check(/^Observation/)
      await staff.page.locator('[name=evidenceRule][value=required]').check()
      await staff.press('Continuer')
      await staff.look('designer: assessor')
      await staff.fill(/Quel est le rôle/, 'deux encadrants techniques')
      await staff.page.locator('[name=independent][value=yes]').check()
      await staff.press('Continuer')
      await staff.look('designer: look')
      await staff.page.locator('[name=symbol]').nth(4).check({ force: true })
      await staff.press('Continuer')
      await staff.look('designer: preview')
      await staff.press(/^Publier/)
      await staff.look('achievement')
      const achievementPath = staff.path()
      expect(achievementPath).toMatch(/^\/achievements\/[\w-]{36}$/)

      // The award: four lines, two of them faulty, mended in place.
      await staff.goto(`${achievementPath}/award`)
      await staff.look('award')
      await staff.fill(
        'Votre liste',
        [
          'Nom;Adresse;Récit',
          `Amina Diallo;amina.${tag}@courrier.example;Le 28 mai, deux machines étaient en panne. L’ordre a été changé à temps.`,
          `Yann Le Goff;yann.${tag}@laposte;A prévenu l’expédition avant dix heures.`,
          `Fatou N’Diaye;fatou.${tag}@courrier.example;`,
          'Paul Sansadresse;;Trois séances observées.',
        ].join('\n'),
      )
      await staff.press('Voir l’aperçu')
      await staff.look('award preview')
      expect(await staff.text()).toMatch(/il manque la fin/)
      expect(await staff.text()).toMatch(/Vide\. Ce badge demande un récit/)
      await staff.page.locator('[name$=".address"]').first().fill(`yann.${tag}@courrier.example`)
      await staff.page.locator('[name$=".narrative"]').first().fill('A montré la fiche à une collègue.')
      await staff.press('Vérifier ces corrections')
      await staff.press(/^Remettre les 4 badges/)
      const batchPath = staff.path()
      await expect
        .poll(
          async () => {
            await staff.goto(batchPath)
            return staff.text()
          },
          { timeout: 60_000, interval: 300 },
        )
        .toMatch(/Reçu \d{4}-\d+/)
      await staff.look('receipt')
      expect((await staff.text()).replace(/\s+/g, ' ')).toMatch(/Badges remis 4 .*Lignes lues 4/)

      // The person opens the message, sees the badge before anything is asked, and keeps it.
      const offer = await linkFor(`amina.${tag}@courrier.example`, /\/r\/[\w-]+/)
      await learner.goto(offer)
      await learner.look('offer')
      expect(await learner.text()).toContain('Organiser son travail dans un atelier')
      await learner.press('Je le prends')
      await learner.look('kept')
      await signIn(learner, `amina.${tag}@courrier.example`)
      await learner.goto('/backpack')
      await learner.look('backpack')
      await learner.follow('Organiser son travail dans un atelier')
      await learner.look('badge of the holder')
      await learner.press('Créer une page publique')
      await learner.look('badge made public')
      const link = await learner.page
        .getByRole('link', { name: 'Voir la page publique' })
        .first()
        .getAttribute('href')
      const publicPath = new URL(link ?? '', product.url).pathname
      expect(publicPath).toMatch(/^\/b\/[\w-]{22}$/)

      // Anybody verifies it: by page, by address, by file, by API and by command.
      await employer.goto(publicPath)
      await employer.look('public badge')
      expect(await employer.text()).toContain('Authentique')
      if (size.width === 360) {
        const verdict = employer.page.getByText('Authentique', { exact: true }).first()
        const box = await verdict.boundingBox()
        expect(
          (box?.y ?? 9999) + (box?.height ?? 0),
          'the five answers end in the first screen',
        ).toBeLessThan(640)
      }
      await employer.goto('/verify')
      await employer.look('verify')
      await employer.page.locator('[name=badge]').fill(`${product.url}${publicPath}`)
      await employer.press(/^Vérifier$/)
      await employer.look('verification result')
      expect(await employer.text()).toContain('Authentique')

      const png = path.join(folder, `${tag}.png`)
      const [download] = await Promise.all([
        learner.page.waitForEvent('download'),
        learner.page.getByRole('link', { name: 'Image PNG' }).first().click(),
      ])
      await download.saveAs(png)
      await employer.goto('/verify')
      await employer.page.locator('[name=file]').setInputFiles(png)
      await employer.press(/^Vérifier$/)
      expect(await employer.text()).toContain('Authentique')

      const form = new FormData()
      form.append('file', new Blob([readFileSync(png)]), 'badge.png')
      const api = await fetch(`${product.url}/api/verify`, { method: 'POST', body: form })
      expect(await api.json()).toMatchObject({ verdict: 'valid', format: 'ob3-di', issuer: { bound: true } })
      const command = await insigne(['verify', png, '--json'], { env: { INSIGNE_URL: product.url } })
      expect(JSON.parse(command.stdout)).toMatchObject({ verdict: 'valid' })
      expect(command.exit).toBe(0)

      // The organisation withdraws it with a reason: every reader learns it within a minute.
      await staff.goto(batchPath)
      await staff.follow('Amina Diallo')
      await staff.look('credential of the staff')
      await staff.fill(/Pourquoi le retirez-vous/, 'remis par erreur')
      await staff.press(/Retirer/)
      await expect
        .poll(
          async () => {
            await employer.goto(publicPath)
            return employer.text()
          },
          { timeout: 60_000, interval: 500 },
        )
        .toMatch(/retiré/i)
      await employer.look('withdrawn badge')
      const after = await insigne(['verify', png], { env: { INSIGNE_URL: product.url } })
      expect(after.exit).toBe(1)

      // The person takes the page away: nothing of them is left at its address.
      await learner.press('Retirer la page publique')
      const gone = await fetch(`${product.url}${publicPath}`)
      expect(gone.status).toBe(410)
      expect(await gone.text()).not.toContain('Amina')

      const faults = [...staff.faults, ...learner.faults, ...employer.faults]
      expect(faults).toEqual([])
      expect(staff.visited.length + learner.visited.length + employer.visited.length).toBeGreaterThan(25)
      await Promise.all([staff.close(), learner.close(), employer.close()])
    },
  )
})

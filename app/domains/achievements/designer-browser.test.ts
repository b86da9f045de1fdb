import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Reader, type Size } from '../../../tests/journey/journey.ts'
import { type Person, testWorld, type World } from '../../testing/index.ts'
import { assetResponse, useAssets } from '../../ui/assets.ts'
import { type Browser, launchBrowser } from '../../ui/test-browser.ts'
import { loadShipped } from '../frameworks/index.ts'
import {
  createOrganisation,
  inviteToNetwork,
  joinNetwork,
  type Organisation,
} from '../organisations/index.ts'
import { createAchievement, saveDraft } from './actions/design.ts'
import { adoptTemplate, offerTemplate } from './actions/keep-template.ts'
import { publishAchievement } from './actions/publish.ts'
import { setRetired } from './actions/retire.ts'
import type { Facts } from './facts.ts'
import { publishedBy } from './reads.ts'

let world: World
let owner: Person
let browser: Browser
let server: { url: string; close(): Promise<void> }
let client: string

beforeAll(async () => {
  client = await mkdtemp(join(tmpdir(), 'insigne-designer-'))
  const app = resolve(import.meta.dirname, '../..')
  await build({
    root: app,
    configFile: join(app, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: client },
  })
  useAssets(client)
  world = await testWorld('achievement-browser')
  world.app.get('/assets/*', (c) => assetResponse(c.req.raw))
  await loadShipped(world.ctx())
  owner = await world.person('atelier@cardan.example')
  server = await world.listen()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  await world?.close()
  await rm(client, { recursive: true, force: true })
})

const phone = { width: 360, height: 800 }
const desk = { width: 1280, height: 900 }

/** Somebody who has a keyboard and nothing else. */
class Typist {
  readonly reader: Reader
  constructor(reader: Reader) {
    this.reader = reader
  }
  private get page() {
    return this.reader.page
  }
  /** Tab by tab from the top of the page, as one does who does not know the page. */
  async tabTo(selector: string): Promise<void> {
    for (let steps = 0; steps < 120; steps++) {
      await this.page.keyboard.press('Tab')
      if ((await this.page.locator(`${selector}:focus`).count()) > 0) return
    }
    throw new Error(`${selector} is not reached by keyboard at ${this.page.url()}`)
  }
  async write(selector: string, text: string): Promise<void> {
    await this.tabTo(selector)
    await this.page.keyboard.press('ControlOrMeta+A')
    await this.page.keyboard.type(text)
  }
  /** Chooses a radio by its arrows: a first press of the space bar takes the first one. */
  async choose(name: string, value: string): Promise<void> {
    await this.tabTo(`input[name="${name}"]`)
    await this.page.keyboard.press('Space')
    for (let steps = 0; steps < 10; steps++) {
      if ((await this.page.locator(`input[name="${name}"][value="${value}"]:checked`).count()) > 0) return
      await this.page.keyboard.press('ArrowDown')
    }
    throw new Error(`${name} has no ${value}`)
  }
  async press(selector: string): Promise<void> {
    await this.tabTo(selector)
    await Promise.all([this.page.waitForEvent('load'), this.page.keyboard.press('Enter')])
  }
  next = () => this.press('.actions button[value="next"]')
}

test.each<[string, Size, boolean]>([
  ['on a phone', phone, true],
  ['on a desk', desk, true],
  ['on a phone, without script', phone, false],
])(
  'a competency badge is designed by keyboard alone %s: refused, helped, published in six screens',
  { timeout: 240_000 },
  async (title, size, script) => {
    const organisation: Organisation = await createOrganisation(owner.ctx, {
      name: `Atelier ${title}`,
      kind: 'training',
      city: 'Caen',
    })
    const reader = await Reader.open(browser, server.url, size, script)
    const [name = '', value = ''] = owner.cookie.split('=')
    await reader.page.context().addCookies([{ name, value, url: server.url }])
    const keys = new Typist(reader)
    const advice = reader.page.locator('#action-advice')

    await reader.goto(`/organisations/${organisation.slug}/achievements/new`)
    await reader.look('nature')
    await keys.choose('nature', 'competence')
    await keys.next()

    await reader.look('action, empty')
    await keys.write('#name', 'Organiser son travail')
    await keys.write('#situation', 'En atelier, quand l’ordre du jour change')
    await keys.write('#action', 'A suivi les trois ateliers.')
    if (script) await advice.getByText('A suivi').waitFor()
    else await keys.press('.actions button[value="check"]')
    expect(await advice.innerText()).toContain('«\u00a0A suivi\u00a0» dit que la personne était là')
    expect(await reader.page.locator('#name').inputValue()).toBe('Organiser son travail')
    await reader.look('action, advised')

    // Going on to the end without answers: what is missing is named, and the way back is one press.
    for (const screen of ['checks', 'assessor', 'look', 'preview']) {
      await keys.next()
      expect(reader.path()).toMatch(new RegExp(`/edit/${screen}$`))
    }
    expect(await reader.text()).toContain('Ce badge ne peut pas encore dire «\u00a0Compétence\u00a0»')
    expect(await reader.text()).toContain('Publier comme Participation')
    await reader.look('preview, refused')
    await keys.press('main a.btn[href$="/edit/action"]')

    await keys.write('#action', 'Range ses tâches par priorité et prévient d’un retard.')
    await keys.write('[id="criterion.0"]', 'Range les tâches avant de commencer')
    await keys.write('[id="criterion.1"]', 'Prévient d’un retard avant la pause')
    if (script) {
      await advice.getByText('Un acte visible').waitFor()
      await reader.page.locator('#skills input[name="skill"]').first().waitFor()
    } else await keys.press('.actions button[value="check"]')
    await keys.tabTo('#skills input[name="skill"]')
    await reader.page.keyboard.press('Space')
    await reader.look('action, good')
    await keys.next()

    await reader.look('checks')
    await keys.choose('assessment', 'observation')
    await keys.choose('evidenceRule', 'required')
    await keys.next()
    await reader.look('assessor')
    await keys.choose('independent', 'yes')
    await keys.write('#role', 'une encadrante d’atelier')
    await keys.next()
    await reader.look('look')
    await keys.next()
    await reader.look('preview')
    await keys.press('main form[action$="/publish"] button.btn:not(.line)')

    await reader.look('published')
    expect(await reader.text()).toContain('Compétence')
    expect(await publishedBy(world.ctx(), [organisation.id])).toMatchObject([
      { nature: 'competence', alignments: [expect.objectContaining({ targetUrl: expect.any(String) })] },
    ])
    expect(reader.faults).toEqual([])
    await reader.close()
  },
)

/** A badge that says everything that a screen can show. */
const full: Partial<Facts> = {
  name: 'Organiser son travail dans un atelier',
  situation: 'En atelier de production, quand l’ordre du jour change',
  action: 'Range ses tâches par priorité et prévient avant qu’un retard gêne l’équipe.',
  criteria: ['Range les tâches avant de commencer', 'Prévient d’un retard avant la pause'],
  workload: { hours: 35, ects: 1.5 },
  eqfLevel: 4,
  participationForm: 'blended',
  supervision: 'onsite',
  prerequisites: 'Lire une fiche de poste',
  stackability: {
    kind: 'part',
    of: 'Parcours « Travailler en atelier »',
    url: 'https://cardan.example/parcours',
  },
  furtherInformation: 'https://cardan.example/organiser',
  results: [
    {
      name: 'Prévenir d’un retard',
      kind: 'RubricCriterionLevel',
      levels: [
        { name: 'Avec aide', description: 'Prévient quand on le demande.', alignment: null },
        {
          name: 'Seul·e',
          description: 'Prévient sans qu’on le demande, avec une solution.',
          alignment: { targetName: 'planifier', targetUrl: 'https://data.europa.eu/esco/skill/e49f4158' },
        },
      ],
      allowed: [],
      min: '',
      max: '',
      required: 'Seul·e',
    },
    { name: 'Épreuve', kind: 'Percent', levels: [], allowed: [], min: '0', max: '100', required: '60' },
    {
      name: 'Appréciation',
      kind: 'PerformanceLevel',
      levels: [],
      allowed: ['En cours', 'Acquis', 'Acquis et transmis'],
      min: '',
      max: '',
      required: 'Acquis',
    },
  ],
  translations: {
    en: {
      name: 'Organising one’s work in a workshop',
      description: '',
      situation: 'In a production workshop, when the plan of the day changes',
      action: 'Sorts tasks by priority and warns before a delay hinders the team.',
      criteria: ['Sorts tasks before starting', 'Warns of a delay before the break'],
    },
  },
}

async function write(person: Person, organisation: Organisation, facts: Partial<Facts>): Promise<string> {
  const { achievementId } = await createAchievement(person.ctx, organisation.id, 'realisation')
  for (const step of ['action', 'europe', 'results', 'translation'] as const)
    await saveDraft(person.ctx, achievementId, step, facts)
  await publishAchievement(person.ctx, achievementId)
  return achievementId
}

test.each<[string, Size]>([
  ['on a phone', phone],
  ['on a desk', desk],
])('every other screen is whole %s, in both languages', { timeout: 240_000 }, async (title, size) => {
  const network = await createOrganisation(owner.ctx, { name: `Réseau ${title}`, kind: 'association' })
  const workshop = await createOrganisation(owner.ctx, { name: `Membre ${title}`, kind: 'training' })
  await inviteToNetwork(owner.ctx, network.id, workshop.slug)
  const model = await write(owner, network, full)
  await offerTemplate(owner.ctx, model, ['situation', 'look'])
  await joinNetwork(owner.ctx, network.id, workshop.id)
  const { achievementId: own } = await adoptTemplate(owner.ctx, workshop.id, model)
  await publishAchievement(owner.ctx, own)
  await saveDraft(owner.ctx, model, 'action', {
    ...full,
    criteria: [...(full.criteria ?? []), 'Nettoie son poste'],
  })
  await publishAchievement(owner.ctx, model)
  await offerTemplate(owner.ctx, model, ['situation'])
  const retired = await write(owner, workshop, { ...full, translations: {} })
  await setRetired(owner.ctx, retired, true)
  await inviteToNetwork(owner.ctx, workshop.id, network.slug)

  const reader = await Reader.open(browser, server.url, size, true)
  const [name = '', value = ''] = owner.cookie.split('=')
  await reader.page.context().addCookies([{ name, value, url: server.url }])
  for (const path of [
    `/achievements/${model}/edit/europe`,
    `/achievements/${model}/edit/results`,
    `/achievements/${model}/edit/translation`,
    `/achievements/${model}/edit/preview`,
    `/achievements/${model}`,
    `/achievements/${model}/versions/1`,
    `/achievements/${model}/versions/1/en`,
    `/achievements/${model}/template`,
    `/achievements/${own}/edit/action`,
    `/achievements/${own}/edit/look`,
    `/achievements/${own}/follow`,
    `/achievements/${own}`,
    `/achievements/${retired}`,
    `/achievements/${retired}?lang=en`,
    `/organisations/${workshop.slug}/templates`,
    `/organisations/${workshop.slug}/manage/networks`,
    `/organisations/${network.slug}/manage/networks`,
    `/organisations/${workshop.slug}/manage`,
    `/achievements/${model}/edit/results?lang=en`,
  ]) {
    await reader.goto(path)
    await reader.look(path)
  }
  expect(reader.faults).toEqual([])
  await reader.close()
})

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from '../../main/cli/assess.ts'
import { type Person, testWorld, type World } from '../../testing/index.ts'
import {
  createAchievement,
  type Facts,
  type Nature,
  publishAchievement,
  saveDraft,
  steps,
} from '../achievements/index.ts'
import { createOrganisation, type Organisation } from '../organisations/index.ts'

let world: World
let owner: Person
let organisation: Organisation
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'insigne-assess-'))
  world = await testWorld('assess')
  owner = await world.person('atelier@cardan.example')
  organisation = await createOrganisation(owner.ctx, {
    name: 'Atelier Cardan',
    kind: 'training',
    qualityAssurance: 'Qualiopi',
  })
  await world.drainJobs()
})
afterAll(async () => {
  await world.close()
  await rm(folder, { recursive: true, force: true })
})

const post = (body: unknown, type = 'application/json') =>
  Promise.resolve(
    world.app.request('http://insigne.test/api/achievements/assess', {
      method: 'POST',
      headers: { 'content-type': type },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  )

interface Answer {
  verdict?: string
  nature: { shown: string; declared: string }
  solidity: { check: number; state: string }[]
}

/** What `insigne assess FILE --json` prints. */
async function byCommand(text: string): Promise<Answer> {
  const file = join(folder, `${crypto.randomUUID()}.json`)
  await writeFile(file, text)
  const write = process.stdout.write
  let printed = ''
  process.stdout.write = (piece: string | Uint8Array) => {
    printed += String(piece)
    return true
  }
  try {
    expect(await run([file, '--json'])).toBe(0)
  } finally {
    process.stdout.write = write
  }
  return JSON.parse(printed)
}

/** The ten ticks of a page, in order. */
const ticksOf = (html: string): string[] =>
  [...html.matchAll(/class="tick (yes|no|unknown)" href="#fact-\d+"/g)].map((match) => match[1] ?? '')
const statesOf = (answer: Answer) => answer.solidity.map(({ state }) => state)

const competence: Partial<Facts> = {
  name: 'Organiser son travail',
  situation: 'En atelier',
  action: 'Range ses tâches.',
  criteria: ['Range avant de commencer'],
  assessment: { kind: 'observation', note: '' },
  assessor: { role: 'une encadrante', independent: true },
  evidenceRule: 'required',
}
const badges: [string, Nature, Partial<Facts>][] = [
  ['a participation', 'participation', { name: 'Journée', action: 'A suivi la journée.' }],
  [
    'an achievement',
    'realisation',
    { name: 'Vélo', action: 'Change une roue.', criteria: ['La roue tourne'] },
  ],
  ['a competency', 'competence', competence],
  ['a certification', 'certification', { ...competence, gridShown: true, identityCheck: 'document' }],
  [
    'a badge in English',
    'competence',
    { ...competence, language: 'en', action: 'Sorts tasks.', criteria: ['Sorts first'] },
  ],
]

async function published(nature: Nature, facts: Partial<Facts>): Promise<string> {
  const { achievementId } = await createAchievement(owner.ctx, organisation.id, nature)
  for (const step of steps) await saveDraft(owner.ctx, achievementId, step, facts)
  await publishAchievement(owner.ctx, achievementId)
  return `/achievements/${achievementId}`
}

describe('one answer by page, by API and by command', () => {
  test.each(badges)('of %s', async (_title, nature, facts) => {
    const path = await published(nature, facts)
    const text = await (await world.anonymous.get(path, { accept: 'application/ld+json' })).text()
    const api: Answer = await (await post(text)).json()
    const { verdict: _, ...command } = await byCommand(text)
    expect(api).toEqual(command)
    expect(api).toEqual(await (await post({ achievement: JSON.parse(text) })).json())
    expect(ticksOf(await (await world.anonymous.get(path)).text())).toEqual(statesOf(api))
    expect(api.nature).toMatchObject({ declared: nature, shown: nature })
  })

  test('of an awarded badge', async () => {
    const path = await published('competence', competence)
    await owner.post(`${path}/award`, {
      kind: 'one',
      name: 'Ada Martin',
      address: 'ada@exemple.fr',
      narrative: 'A rangé ses tâches trois fois en novembre, à son poste.',
    })
    await world.drainJobs()
    const [message] = await world.mailTo('ada@exemple.fr')
    const link = /\/r\/[\w-]{43}/.exec(message?.text ?? '')?.[0] ?? ''
    const text = await (await world.anonymous.get(`${link}/badge.json`)).text()
    const api: Answer = await (await post(text)).json()
    const named: Answer = await (await post(`{"credential": ${text}}`)).json()
    expect(named).toEqual(api)
    expect(api.nature.shown).toBe('competence')
    const page = await (await world.anonymous.post('/verify', { badge: text })).text()
    expect(ticksOf(page)).toEqual(statesOf(api))
  })
})

describe('what cannot be judged', () => {
  test.each([
    ['nothing', '', 400],
    ['no JSON', '{"achievement": ', 400],
    ['a list', '[]', 400],
    ['a member given twice', '{"credential": {}, "credential": {}}', 400],
    ['an object of something else', '{"name": "x"}', 422],
    ['two things at once', '{"achievement": {}, "credential": {}}', 422],
    ['a text in the place of an achievement', '{"achievement": "x"}', 422],
    ['a token that is none', '{"credential": "eyJhbGciOi"}', 422],
    ['too much', `{"achievement": {"name": "${'x'.repeat(300_000)}"}}`, 413],
  ])('%s is refused with what is wrong', async (_title, body, status) => {
    const answer = await post(body)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(await answer.json()).toMatchObject({
      status,
      code: expect.any(String),
      detail: expect.any(String),
    })
  })

  test('another kind of body is refused', async () => {
    expect((await post('name=x', 'application/x-www-form-urlencoded')).status).toBe(415)
  })

  test('an empty achievement says nothing, and is no error', async () => {
    const answer: Answer = await (await post({ achievement: {} })).json()
    expect(answer.nature.shown).toBe('undetermined')
    expect(statesOf(answer)).toEqual(Array(10).fill('unknown'))
  })

  test('nothing is written', async () => {
    const before = await world.countRows()
    await post({ achievement: { name: 'x', criteria: { narrative: 'Répare un vélo.' } } })
    expect(await world.countRows()).toEqual(before)
  })
})

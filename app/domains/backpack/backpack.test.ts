import { extract } from '@insigne/open-badges'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, testOrigin, testWorld, type World } from '../../testing/index.ts'
import { createAchievement, publishAchievement, saveDraft } from '../achievements/index.ts'
import { credentialById, giveAddress, issueCredentials, revokeCredential } from '../issuing/index.ts'
import { createOrganisation, type Organisation } from '../organisations/index.ts'
import { receiveAddress } from './actions/receive-address.ts'
import { handLink, receiveCredentials } from './index.ts'
import { entryOfCredential } from './store.ts'

let world: World
let owner: Person
let organisation: Organisation
let achievementId: string

beforeAll(async () => {
  world = await testWorld('backpack')
  owner = await world.person('helene@exemple.fr', { name: 'Hélène Baron' })
  organisation = await createOrganisation(owner.ctx, { name: 'Atelier Cardan', kind: 'training' })
  achievementId = await publishedCompetence()
  await world.drainJobs()
})
afterAll(() => world?.close())

async function publishedCompetence(): Promise<string> {
  const { achievementId: id } = await createAchievement(owner.ctx, organisation.id, 'competence')
  await saveDraft(owner.ctx, id, 'action', {
    name: 'Organiser son travail dans un atelier',
    action: 'Préparer son poste, ranger ses tâches, prévenir d’un retard.',
    situation: 'Dans un atelier de production',
    criteria: ['Prépare son poste.', 'Prévient avant qu’un retard gêne l’équipe.'],
  })
  await saveDraft(owner.ctx, id, 'checks', {
    assessment: { kind: 'observation', note: 'Trois séances' },
    evidenceRule: 'required',
  })
  await saveDraft(owner.ctx, id, 'assessor', {
    assessor: { role: 'Encadrant technique', independent: true },
    identityCheck: 'known-person',
  })
  await publishAchievement(owner.ctx, id)
  return id
}

let count = 0
/** Awards the badge to somebody and lets the worker do its part. */
async function award(address: string | null, name = 'Amina Diallo'): Promise<string> {
  count += 1
  const request = {
    achievementId,
    version: 1,
    recipient: { name, address },
    awardedAt: world.clock.now(),
    evidence: [{ name: 'Récit', narrative: 'A tenu l’expédition seule.' }],
    sourceId: `backpack-${count}`,
  }
  const [issued] = await issueCredentials(owner.ctx, organisation, [request])
  await world.drainJobs()
  return issued?.credentialId ?? ''
}

const linkIn = (text: string) => /\/r\/[\w-]{43}/.exec(text)?.[0] ?? ''
async function linkOf(address: string): Promise<string> {
  const [message] = await world.mailTo(address)
  return linkIn(message?.text ?? '')
}
const entryIdOf = async (credentialId: string) =>
  (await entryOfCredential(world.ctx(), credentialId))?.id ?? ''
const location = (response: Response) => response.headers.get('location')

describe('the message and its link', () => {
  test('a signed badge opens an entry and sends one message, however often the news comes', async () => {
    const id = await award('une@exemple.fr', 'Une Personne')
    await receiveCredentials(world.ctx(), [id])
    await receiveCredentials(world.ctx(), [id])
    const messages = await world.mailTo('une@exemple.fr')
    expect(messages).toHaveLength(1)
    expect(messages[0]?.subject).toBe('Atelier Cardan vous remet un badge')
    expect(messages[0]?.text).toContain('Bonjour Une Personne')
    expect(messages[0]?.html).toContain('Voir le badge')
  })

  test('the link shows the badge before anything is asked, and reading it decides nothing', async () => {
    const id = await award('deux@exemple.fr')
    const response = await world.anonymous.get(await linkOf('deux@exemple.fr'))
    expect(response.status).toBe(200)
    const html = await response.text()
    for (const words of [
      'Organiser son travail dans un atelier',
      'Amina Diallo',
      'Atelier Cardan',
      'Authentique',
    ])
      expect(html).toContain(words)
    expect(html).toContain('noindex')
    expect((await entryOfCredential(world.ctx(), id))?.state).toBe('offered')
  })

  test('without an account one keeps the badge, takes its files, and may still decline', async () => {
    const id = await award('trois@exemple.fr')
    const link = await linkOf('trois@exemple.fr')
    expect(location(await world.anonymous.post(`${link}/keep`, {}))).toBe(link)
    expect(await entryOfCredential(world.ctx(), id)).toMatchObject({ state: 'kept', accountId: null })
    const json = await (await world.anonymous.get(`${link}/badge.json`)).text()
    expect(json).toBe((await credentialById(world.ctx(), id))?.json)
    const png = await world.anonymous.get(`${link}/badge.png`)
    expect((await extract(new Uint8Array(await png.arrayBuffer()))).text).toBe(json)
    expect(png.headers.get('cache-control')).toContain('no-store')

    await world.anonymous.post(`${link}/decline`, { reason: 'Ce n’est pas moi.' })
    expect(await entryOfCredential(world.ctx(), id)).toMatchObject({
      state: 'declined',
      declineReason: 'Ce n’est pas moi.',
    })
    await world.anonymous.post(`${link}/keep`, {})
    expect(await entryOfCredential(world.ctx(), id)).toMatchObject({ state: 'kept', declineReason: null })
  })

  test('kept while signed in with that address, it is in the account; a forwarded link decides nothing', async () => {
    const id = await award('quatre@exemple.fr')
    const link = await linkOf('quatre@exemple.fr')
    const person = await world.person('quatre@exemple.fr')
    await person.post(`${link}/keep`, {})
    expect((await entryOfCredential(world.ctx(), id))?.accountId).toBe(person.accountId)

    const stranger = await world.person('curieux@exemple.fr')
    for (const visitor of [world.anonymous, stranger]) {
      expect((await visitor.post(`${link}/decline`, { reason: '' })).status).toBe(403)
      expect(await (await visitor.get(link)).text()).not.toContain(`${link}/decline`)
    }
    expect((await entryOfCredential(world.ctx(), id))?.state).toBe('kept')
  })

  test('a signed-in person with another address keeps it for the right one, and is told', async () => {
    const id = await award('cinq@exemple.fr')
    const link = await linkOf('cinq@exemple.fr')
    const other = await world.person('autre@exemple.fr')
    await other.post(`${link}/keep`, {})
    expect(await entryOfCredential(world.ctx(), id)).toMatchObject({ state: 'kept', accountId: null })
    expect(await (await other.get(link)).text()).toContain('c…q@exemple.fr')
    const right = await world.person('cinq@exemple.fr')
    expect(await (await right.get('/backpack')).text()).toContain('Organiser son travail')
    expect(await (await other.get('/backpack')).text()).not.toContain('Organiser son travail')
  })

  test('a link that nobody was given leads nowhere', async () => {
    expect((await world.anonymous.get(`/r/${'x'.repeat(43)}`)).status).toBe(404)
    expect((await world.anonymous.get('/r/x')).status).toBe(404)
    expect((await world.anonymous.post(`/r/${'x'.repeat(43)}/keep`, {})).status).toBe(404)
  })

  test('without an address, the issuer hands a link; its bearer keeps the badge under any account', async () => {
    const id = await award(null, 'Sans Adresse')
    const url = await handLink(owner.ctx, id)
    const link = linkIn(url ?? '')
    const stranger = await world.person('personne@exemple.fr')
    await expect(handLink(stranger.ctx, id)).rejects.toMatchObject({ kind: { status: 404 } })
    await stranger.post(`${link}/keep`, {})
    expect((await entryOfCredential(world.ctx(), id))?.accountId).toBe(stranger.accountId)
    expect(await handLink(owner.ctx, id)).toBeUndefined()
  })

  test('an address given later brings the message and the badge to it', async () => {
    const id = await award(null, 'Avec Carte')
    await giveAddress(world.ctx(), id, 'carte@exemple.fr')
    await receiveAddress(world.ctx(), id)
    await receiveAddress(world.ctx(), id)
    expect(await world.mailTo('carte@exemple.fr')).toHaveLength(1)
    const person = await world.person('carte@exemple.fr')
    expect((await person.get(`/backpack/${await entryIdOf(id)}`)).status).toBe(200)
  })
})

describe('the backpack', () => {
  test('an empty one says what to do', async () => {
    const person = await world.person('vide@exemple.fr')
    const html = await (await person.get('/backpack')).text()
    expect(html).toContain('Votre sac à badges est vide')
    expect(html).toContain('href="/c"')
  })

  test('an entry of somebody else does not exist, for reading and for each act', async () => {
    const id = await award('six@exemple.fr')
    const path = `/backpack/${await entryIdOf(id)}`
    const stranger = await world.person('curieux@exemple.fr')
    for (const end of ['', '/delete', '/badge.png', '/badge.svg', '/badge.json'])
      expect((await stranger.get(path + end)).status, end).toBe(404)
    for (const end of ['keep', 'decline', 'publish', 'withdraw', 'index', 'delete'])
      expect((await stranger.post(`${path}/${end}`, { confirm: 'on' })).status, end).toBe(404)
    expect((await world.anonymous.get(path)).status).toBe(303)
    expect((await entryOfCredential(world.ctx(), id))?.state).toBe('offered')
    expect((await stranger.get('/backpack/not-an-id')).status).toBe(404)
  })

  test('deletion asks once more, then removes the person from the entry; the issuer keeps its record', async () => {
    const id = await award('sept@exemple.fr')
    const link = await linkOf('sept@exemple.fr')
    const person = await world.person('sept@exemple.fr')
    const path = `/backpack/${await entryIdOf(id)}`
    await person.post(`${path}/keep`, {})
    await person.post(`${path}/publish`, {})
    const slug = /\/b\/([\w-]{22})/.exec(await (await person.get(path)).text())?.[1] ?? ''
    expect((await person.post(`${path}/delete`, {})).status).toBe(422)
    expect(location(await person.post(`${path}/delete`, { confirm: 'on' }))).toBe('/backpack')

    expect(await entryOfCredential(world.ctx(), id)).toMatchObject({
      state: 'deleted',
      accountId: null,
      address: null,
      declineReason: null,
    })
    for (const gone of [link, `/b/${slug}`]) {
      const response = await world.anonymous.get(gone)
      expect(response.status, gone).toBe(410)
      expect(await response.text()).not.toMatch(/Amina|sept@|Organiser|Cardan/)
    }
    expect((await person.get(path)).status).toBe(404)
    await receiveCredentials(world.ctx(), [id])
    expect((await entryOfCredential(world.ctx(), id))?.state).toBe('deleted')
    expect((await credentialById(world.ctx(), id))?.recipientName).toBe('Amina Diallo')
  })
})

describe('the public page', () => {
  async function published(address: string) {
    const id = await award(address)
    const person = await world.person(address)
    const path = `/backpack/${await entryIdOf(id)}`
    await person.post(`${path}/keep`, {})
    await person.post(`${path}/publish`, {})
    const slug = /\/b\/([\w-]{22})/.exec(await (await person.get(path)).text())?.[1] ?? ''
    return { id, person, path, slug }
  }

  test('nothing is public until the holder makes an address', async () => {
    const id = await award('huit@exemple.fr')
    const person = await world.person('huit@exemple.fr')
    const path = `/backpack/${await entryIdOf(id)}`
    expect((await person.post(`${path}/publish`, {})).status).toBe(409)
    await person.post(`${path}/keep`, {})
    const html = await (await person.get(path)).text()
    expect(html).toContain('Personne d’autre que vous ne voit ce badge')
    expect(html).not.toMatch(/\/b\/[\w-]{22}/)
  })

  test('readers get five answers, programs the signed text byte for byte, pictures carry it', async () => {
    const { id, slug } = await published('neuf@exemple.fr')
    const json = (await credentialById(world.ctx(), id))?.json
    const html = await (await world.anonymous.get(`/b/${slug}`)).text()
    for (const words of [
      'Préparer son poste, ranger ses tâches',
      'Atelier Cardan',
      'Observation en situation',
      '23 novembre 2026',
      'Authentique',
      'A tenu l’expédition seule',
    ])
      expect(html).toContain(words)
    expect(html).toContain(`<meta property="og:url" content="${testOrigin}/b/${slug}"`)

    for (const type of ['application/vc+ld+json', 'application/ld+json', 'application/json']) {
      const response = await world.anonymous.get(`/b/${slug}`, { accept: type })
      expect(response.headers.get('content-type')).toBe(type)
      expect(response.headers.get('access-control-allow-origin')).toBe('*')
      expect(await response.text()).toBe(json)
    }
    expect(await (await world.anonymous.get(`/b/${slug}.json`)).text()).toBe(json)
    for (const ending of ['png', 'svg']) {
      const response = await world.anonymous.get(`/b/${slug}.${ending}`)
      const bytes = new Uint8Array(await response.arrayBuffer())
      expect((await extract(bytes)).text).toBe(json)
    }
    expect((await world.anonymous.get(`/b/${slug}.jwt`)).status).toBe(404)
    expect((await world.anonymous.get(`/b/${slug}.exe`)).status).toBe(404)
    expect((await world.anonymous.get(`/b/${'a'.repeat(22)}`)).status).toBe(404)
  })

  test('search engines are let in only when the holder says so', async () => {
    const { person, path, slug } = await published('dix@exemple.fr')
    const robots = async () => (await (await world.anonymous.get(`/b/${slug}`)).text()).includes('noindex')
    expect(await robots()).toBe(true)
    expect((await world.anonymous.get(`/b/${slug}.png`)).headers.get('x-robots-tag')).toBe('noindex')
    await person.post(`${path}/index`, { indexed: 'on' })
    expect(await robots()).toBe(false)
    await person.post(`${path}/index`, {})
    expect(await robots()).toBe(true)
  })

  test('once withdrawn the address says so and nothing more, and is never used again', async () => {
    const { person, path, slug } = await published('onze@exemple.fr')
    await person.post(`${path}/withdraw`, {})
    for (const address of [`/b/${slug}`, `/b/${slug}.png`, `/b/${slug}.json`]) {
      const response = await world.anonymous.get(address)
      expect(response.status, address).toBe(410)
      expect(await response.text()).not.toMatch(/Amina|onze@|Organiser|Cardan/)
    }
    await person.post(`${path}/publish`, {})
    const again = /\/b\/([\w-]{22})/.exec(await (await person.get(path)).text())?.[1]
    expect(again).not.toBe(slug)
    await person.post(`${path}/decline`, {})
    expect((await world.anonymous.get(`/b/${again}`)).status).toBe(410)
  })

  test('a badge that its issuer withdraws says so at once', async () => {
    const { id, slug } = await published('douze@exemple.fr')
    expect(await (await world.anonymous.get(`/b/${slug}`)).text()).toContain('Authentique')
    await revokeCredential(owner.ctx, id, 'Remis par erreur à un homonyme')
    await world.drainJobs()
    world.clock.advance(1_000)
    const html = await (await world.anonymous.get(`/b/${slug}`)).text()
    expect(html).toContain('badge retiré')
    expect(html).not.toContain('>Authentique<')
  })
})

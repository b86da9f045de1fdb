import { bakePng, buildCredential, didKey, generateKey, prepare, sign, signerFor } from '@insigne/open-badges'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Person, testWorld, type World } from '../../../testing/index.ts'
import { entryRecord } from '../reads.ts'
import { decideHeld } from './actions/decide-held.ts'
import { readNow } from './actions/decide-source.ts'
import { proposeSource } from './actions/propose-source.ts'
import { recordById } from './records.ts'
import { sourcesById } from './sources.ts'
import { tables } from './tables.ts'
import { badgeOf, harvestedBy, issuerOf, onThisMachine, openHost, type TestHost } from './test-host.ts'

let world: World
let operator: Person
let harvested: ReturnType<typeof harvestedBy>
const open: TestHost[] = []
const host = async (pages: Record<string, unknown> = {}) => {
  const made = await openHost(pages)
  open.push(made)
  return made
}

beforeAll(async () => {
  world = await testWorld('directory-harvest', { harvest: onThisMachine() })
  operator = await world.person('operatrice@x.example', { operator: true })
  harvested = harvestedBy(world)
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})
afterAll(() => world?.close())

// The smallest PNG there is.
const onePixel = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)

const read = async (typed: string) => harvested(await proposeSource(operator.ctx, { typed }))
const give = async (name: string, contentType: string, bytes: Uint8Array) =>
  harvested(await proposeSource(operator.ctx, { file: { name, contentType, bytes } }))
const award = (origin: string, more: object = {}) => ({
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: `${origin}/awards/camille-7`,
  recipient: { type: 'email', hashed: false, identity: 'camille@personne.example' },
  badge: `${origin}/badges/1.json`,
  verification: { type: 'hosted' },
  issuedOn: '2026-03-02T09:30:00Z',
  ...more,
})

/** Every value of every table, to look for what must not be kept. */
async function everything(): Promise<string> {
  const db = tables(world.ctx())
  const [documents, records, sources, runs, issuers] = await Promise.all([
    db.selectFrom('harvest_documents').selectAll().execute(),
    db.selectFrom('harvest_records').selectAll().execute(),
    db.selectFrom('directory_sources').selectAll().execute(),
    db.selectFrom('harvest_runs').selectAll().execute(),
    db.selectFrom('harvest_issuers').selectAll().execute(),
  ])
  const files = await db.selectFrom('harvest_files').selectAll().execute()
  const bytes = [...records, ...files].map((one) => one.bytes.toString('utf8'))
  return JSON.stringify([documents, records, sources, runs, issuers]) + bytes.join()
}

describe('what can be given', () => {
  test('a badge class of 2.0: its issuer is asked at its own address, the raw record is kept byte for byte', async () => {
    const site = await host()
    site.pages.set('/badges/1.json', badgeOf(site.origin, 1))
    site.pages.set('/issuer.json', issuerOf(site.origin))
    const { run, source, entries, documents } = await read(`${site.origin}/badges/1.json`)
    expect(run).toMatchObject({ found: 1, added: 1, refused: 0, reason: null })
    expect(source).toMatchObject({
      kind: 'badge-class',
      name: 'Animer un atelier 1',
      failures: 0,
      runId: null,
    })
    expect(site.asked).toEqual(['/badges/1.json', '/issuer.json'])
    const record = await entryRecord(world.ctx(), entries[0]?.entry_id ?? '')
    expect(record?.entry).toMatchObject({
      origin: 'elsewhere',
      name: 'Animer un atelier 1',
      address: `${site.origin}/badges/1.json`,
      issuer: { name: 'Fabrique des Possibles' },
      state: 'live',
    })
    expect(record?.sightings[0]).toMatchObject({ format: '2.0', sourceId: source.id })
    const raw = await recordById(world.ctx(), record?.sightings[0]?.recordId ?? '')
    expect(new TextDecoder().decode(raw?.bytes)).toBe(JSON.stringify(badgeOf(site.origin, 1)))
    expect(documents).toHaveLength(1)
  })

  test('an award of 2.0 leads to its badge, and nothing of its recipient is kept, not even its address', async () => {
    const site = await host()
    site.pages.set('/awards/camille-7', award(site.origin))
    site.pages.set('/badges/1.json', badgeOf(site.origin, 1, { name: 'Tenir un stand' }))
    site.pages.set('/issuer.json', issuerOf(site.origin, { name: 'Maison du Vélo Couché' }))
    const { run, source, entries } = await read(`${site.origin}/awards/camille-7`)
    expect(run).toMatchObject({ found: 1, added: 1, refused: 0 })
    expect(source).toMatchObject({ kind: 'award', address: `${site.origin}/badges/1.json` })
    expect(entries.map((one) => one.address)).toEqual([`${site.origin}/badges/1.json`])
    expect(await everything()).not.toContain('camille')
  })

  test('a badge of 0.5, which stands inside its award, is named by its issuer’s origin', async () => {
    const site = await host()
    site.pages.set('/awards/camille-old', {
      recipient: 'camille@personne.example',
      badge: {
        version: '0.5.0',
        name: 'Premiers secours du jardin',
        description: 'Connaît les outils du jardin.',
        image: '/old.png',
        criteria: '/criteria',
        issuer: { origin: site.origin, name: 'Jardins de la Sente' },
      },
    })
    const { entries, run } = await read(`${site.origin}/awards/camille-old`)
    expect(run).toMatchObject({ found: 1, added: 1 })
    expect(entries[0]?.address).toMatch(new RegExp(`^${site.origin}/#badge-[0-9a-f]{16}$`))
    expect(await everything()).not.toContain('camille')
  })

  test('an issuer of 2.0, whose badges stand beside it or on its site', async () => {
    const site = await host()
    const issuer = issuerOf(site.origin, { name: 'École du Bocage', id: `${site.origin}/issuers/bocage` })
    const badges = [1, 2, 3].map((n) => badgeOf(site.origin, n, { name: `Bocage ${n}`, issuer: issuer.id }))
    site.pages.set('/issuers/bocage', issuer)
    site.pages.set('/issuers/bocage/badges', badges)
    site.pages.set('/', '<!doctype html><title>École</title><p>Bienvenue')
    const { run, source, documents } = await read(`${site.origin}/issuers/bocage`)
    expect(run).toMatchObject({ found: 3, added: 3, refused: 0 })
    expect(source).toMatchObject({ kind: 'issuer', name: 'École du Bocage' })
    // The site was our guess: that it holds no badge is no news.
    expect(documents.filter((one) => one.state === 'refused').every((one) => one.guessed)).toBe(true)
  })

  test('an achievement of 3.0, as people write it', async () => {
    const site = await host()
    site.pages.set('/a/1', {
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      id: `${site.origin}/a/1`,
      type: 'Achievement',
      name: { en: 'Facilitate', fr: 'Faciliter une réunion' },
      description: 'Conduit une réunion de dix personnes.',
      criteria: { narrative: 'Conduit une réunion, tient l’heure, rend compte.' },
      achievementType: 'Competency',
      alignment: { type: 'Alignment', targetName: 'Animer', targetUrl: 'https://referentiel.example/a' },
      creator: { id: `${site.origin}/org`, type: 'Profile', name: 'Collège des Rives' },
      strange: [1],
    })
    const { run, source, entries } = await read(`${site.origin}/a/1`)
    expect(run).toMatchObject({ found: 1, added: 1 })
    expect(source.kind).toBe('achievement')
    const record = await entryRecord(world.ctx(), entries[0]?.entry_id ?? '')
    expect(record).toMatchObject({
      achievement: {
        name: 'Faciliter une réunion',
        alignment: [{ type: ['Alignment'], targetName: 'Animer' }],
      },
      issuer: { name: 'Collège des Rives' },
    })
    expect(record?.achievement).not.toHaveProperty('strange')
  })

  test('a signed credential speaks for its achievement; altered, it does not', async () => {
    const site = await host()
    const { signed } = await signedBadge('Camille Personne', 'Atelier Signé')
    site.pages.set('/c/1', signed)
    const good = await read(`${site.origin}/c/1`)
    expect(good.run).toMatchObject({ found: 1, added: 1, refused: 0 })
    expect(good.source.kind).toBe('credential')
    const raw = await recordById(
      world.ctx(),
      (await entryRecord(world.ctx(), good.entries[0]?.entry_id ?? ''))?.sightings[0]?.recordId ?? '',
    )
    expect(raw?.reduced).toBe(true)
    expect(await everything()).not.toContain('Camille')

    const forged = JSON.parse(JSON.stringify(signed).replace('Ouvrir un atelier', 'Diriger un atelier'))
    site.pages.set('/c/2', forged)
    const bad = await read(`${site.origin}/c/2`)
    expect(bad.run).toMatchObject({ added: 0, refused: 1 })
    expect(bad.documents[0]).toMatchObject({ state: 'refused', reason: 'unproven' })
  })

  test('a picture that carries a badge, given as a file, which is then forgotten', async () => {
    const { signed } = await signedBadge('Camille Fichier', 'Cercle des Images')
    const picture = bakePng(onePixel, JSON.stringify(signed))
    const { run, source } = await give('mon badge.png', 'image/png', picture)
    expect(run).toMatchObject({ found: 1, refused: 0 })
    expect(source).toMatchObject({ kind: 'image', address: null })
    expect(await everything()).not.toContain('Camille')
  })

  test('a list: JSON or CSV, given or at an address, in UTF-8 or as a spreadsheet of this country writes it', async () => {
    const site = await host()
    site.pages.set('/issuer.json', issuerOf(site.origin, { name: 'Atelier des Listes' }))
    for (const n of [1, 2, 3, 4, 5]) site.pages.set(`/badges/${n}.json`, badgeOf(site.origin, n))
    const csv = `Intitulé;Adresse\nÉté;${site.origin}/badges/1.json\nHiver;sans adresse\n"Été ""bis""";"${site.origin}/badges/2.json"\n`
    const given = await give('été.csv', 'text/csv', new Uint8Array(Buffer.from(csv, 'latin1')))
    expect(given.run).toMatchObject({ found: 2, added: 2, refused: 0 })
    expect(given.source).toMatchObject({ kind: 'list', name: 'été.csv' })
    expect(given.documents.find((one) => one.depth === 0)).toMatchObject({
      state: 'read',
      reason: 'lines-without-address',
      detail: '3',
    })

    site.pages.set('/list.json', {
      title: 'Nos badges',
      badges: [`${site.origin}/badges/3.json`, { id: `${site.origin}/badges/4.json` }, '/badges/5.json'],
    })
    const fetched = await read(`${site.origin}/list.json`)
    expect(fetched.run).toMatchObject({ found: 3, added: 3, refused: 0 })
    expect(fetched.source).toMatchObject({ kind: 'list', name: 'Nos badges' })
  })

  test('a page that names its badges to programs; nothing of it is run', async () => {
    const site = await host()
    site.pages.set('/issuer.json', issuerOf(site.origin, { name: 'Les Pages Ouvertes' }))
    site.pages.set('/badges/1.json', badgeOf(site.origin, 1, { name: 'Page une' }))
    const inside = badgeOf(site.origin, 2, { name: 'Page deux' })
    site.pages.set(
      '/',
      `<!doctype html><head><link rel="alternate" type="application/ld+json" href="/badges/1.json">
       <script>location = 'https://elsewhere.example'</script>
       <script type="application/ld+json">${JSON.stringify(inside)}</script>
       <script type="application/ld+json">{ not json }</script></head>`,
    )
    const { run, source } = await read(`${site.origin}/`)
    expect(run).toMatchObject({ found: 2, added: 2, refused: 0 })
    expect(source.kind).toBe('page')
  })

  test('a did:web leads to its services and other names', async () => {
    const site = await host()
    site.pages.set('/orgs/a/did.json', {
      id: `did:web:localhost%3A${new URL(site.origin).port}:orgs:a`,
      service: [{ id: '#b', type: 'LinkedDomains', serviceEndpoint: `${site.origin}/list.json` }],
      verificationMethod: [],
    })
    site.pages.set('/list.json', [`${site.origin}/badges/1.json`])
    site.pages.set('/badges/1.json', badgeOf(site.origin, 1, { name: 'Par son nom' }))
    site.pages.set('/issuer.json', issuerOf(site.origin, { name: 'Atelier du Nom' }))
    const { run, source } = await read(`did:web:localhost%3A${new URL(site.origin).port}:orgs:a`)
    expect(run).toMatchObject({ found: 1, added: 1 })
    expect(source.kind).toBe('did')
  })
})

describe('who may say what', () => {
  test('a site speaks for itself alone: neither another’s badge nor another’s name', async () => {
    const [site, other] = [await host(), await host()]
    other.pages.set('/issuer.json', issuerOf(other.origin, { name: 'Université des Ormes' }))
    site.pages.set('/stolen.json', badgeOf(other.origin, 1))
    site.pages.set('/borrowed.json', badgeOf(site.origin, 'x', { issuer: `${other.origin}/issuer.json` }))
    site.pages.set('/named.json', {
      id: `${site.origin}/named.json`,
      type: ['Achievement'],
      name: 'Master',
      description: 'Un master.',
      criteria: { narrative: 'Réussir les examens.' },
      creator: { id: `${other.origin}/issuer.json`, type: ['Profile'], name: 'Université des Ormes' },
    })
    site.pages.set('/all.json', ['/stolen.json', '/borrowed.json', '/named.json'])
    const { run, documents } = await read(`${site.origin}/all.json`)
    expect(run).toMatchObject({ added: 0, refused: 3 })
    const why = Object.fromEntries(documents.map((one) => [new URL(one.address).pathname, one.reason]))
    expect(why).toMatchObject({
      '/stolen.json': 'not-its-own',
      '/borrowed.json': 'not-vouched',
      '/named.json': 'not-vouched',
    })
  })

  test('a name that may pass for another’s is held until the operator has looked', async () => {
    const site = await host()
    site.pages.set('/issuer.json', issuerOf(site.origin, { name: 'Fаbrique des Роssibles' }))
    site.pages.set('/badges/1.json', badgeOf(site.origin, 1, { name: 'Imité' }))
    const { id, run, documents } = await read(`${site.origin}/badges/1.json`)
    expect(run).toMatchObject({ added: 0, refused: 1 })
    expect(documents[0]).toMatchObject({ state: 'held', reason: 'look-alike' })
    const [held] = await tables(world.ctx())
      .selectFrom('harvest_likenesses')
      .selectAll()
      .where('state', '=', 'held')
      .where('name', 'like', 'F%')
      .execute()
    await decideHeld(operator.ctx, held?.id ?? '', true)
    expect((await harvested(id)).run).toMatchObject({ added: 1, refused: 0 })
  })

  test('a source read twice at once adds nothing twice, and asks no address twice in one reading', async () => {
    const site = await host()
    site.pages.set('/issuer.json', issuerOf(site.origin, { name: 'Atelier des Doubles' }))
    site.pages.set('/a.json', ['/b.json', '/badges/1.json', '/badges/1.json#x', '/badges/1.json'])
    site.pages.set('/b.json', ['/a.json', '/badges/1.json'])
    site.pages.set('/badges/1.json', badgeOf(site.origin, 1, { name: 'Une fois' }))
    const id = await proposeSource(operator.ctx, { typed: `${site.origin}/a.json` })
    await Promise.all([world.harvest(), world.harvest()])
    const first = await harvested(id)
    expect(first.run).toMatchObject({ found: 1, added: 1 })
    expect([...site.asked].sort()).toEqual(['/a.json', '/b.json', '/badges/1.json', '/issuer.json'])
    await readNow(operator.ctx, id)
    const second = await harvested(id)
    expect(second.run).toMatchObject({ found: 1, added: 0, changed: 0 })
    expect((await sourcesById(world.ctx(), [id])).get(id)?.runId).toBeNull()
  })
})

async function signedBadge(person: string, issuer: string) {
  const key = await generateKey('Ed25519')
  const signer = await signerFor(key)
  const did = didKey(key.publicKeyMultibase)
  const draft = buildCredential({
    id: 'urn:uuid:9f0c5b6e-0f52-4a52-8b8b-1c2f6a2c7c11',
    issuer: { id: did, name: issuer },
    achievement: {
      id: 'urn:uuid:1f0c5b6e-0f52-4a52-8b8b-1c2f6a2c7c12',
      name: 'Ouvrir un atelier',
      description: 'Ouvre un atelier à l’heure.',
      criteria: { narrative: 'A ouvert l’atelier dix matins de suite.' },
    },
    subject: { identifier: [{ hashed: false, identityHash: person, identityType: 'name' }] },
    validFrom: new Date('2026-05-01T08:00:00Z'),
  })
  return {
    did,
    signed: await sign(prepare(draft), {
      signer,
      verificationMethod: `${did}#${key.publicKeyMultibase}`,
      created: new Date('2026-05-01T08:00:00Z'),
    }),
  }
}

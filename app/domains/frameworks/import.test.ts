import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, testWorld, type World } from '../../testing/index.ts'
import { addMember, createOrganisation, type Organisation } from '../organisations/index.ts'
import { requestImport } from './actions/request-import.ts'
import { runImport } from './actions/run-import.ts'
import { escoSkills, latin1, register } from './files/test-files.ts'
import { type FrameworkImport, importById, type Wish } from './imports.ts'
import { frameworkBySlug, listFrameworks, loadShipped, registrationOf, suggestSkills } from './index.ts'
import { skillOf, skillRows } from './store.ts'

let world: World
let operator: Person
let owner: Person
let organisation: Organisation

beforeAll(async () => {
  world = await testWorld('frameworks-import')
  await loadShipped(world.ctx())
  operator = await world.person('serveur@instance.example', { operator: true, name: 'Responsable' })
  owner = await world.person('owner@reseau.example')
  organisation = await createOrganisation(owner.ctx, { name: 'Réseau d’essai', kind: 'training' })
})
afterAll(() => world.close())

type File = string | Uint8Array
const bytesOf = (file: File) => (typeof file === 'string' ? new TextEncoder().encode(file) : file)

async function ask(file: File, wish: Wish = {}, more: { fileName?: string; ownerId?: string | null } = {}) {
  return requestImport(more.ownerId == null ? operator.ctx : owner.ctx, {
    ownerId: more.ownerId ?? null,
    fileName: more.fileName ?? 'fichier.csv',
    bytes: bytesOf(file),
    wish,
  })
}

/** Imports a file as the worker does and returns its receipt, which must add up. */
async function bring(...parameters: Parameters<typeof ask>): Promise<FrameworkImport> {
  const id = await ask(...parameters)
  await world.drainJobs()
  return receipt(id)
}

async function receipt(id: string): Promise<FrameworkImport> {
  const one = await importById(world.ctx(), id)
  if (one === undefined) throw new Error('the import is gone')
  if (one.state === 'done') expect(one.added + one.changed + one.unchanged + one.refused).toBe(one.read)
  return one
}

const counts = ({ added, changed, unchanged, withdrawn, refused }: FrameworkImport) => ({
  added,
  changed,
  unchanged,
  withdrawn,
  refused,
})

async function contentOf(frameworkId: string) {
  const rows = await skillRows(world.ctx()).where('f.id', '=', frameworkId).orderBy('s.key').execute()
  return rows.map((row) => ({ ...skillOf(row), framework: undefined }))
}
const activeOf = async (frameworkId: string) =>
  (await contentOf(frameworkId)).filter((one) => one.state === 'active')

describe('an import', () => {
  test('adds, then changes nothing, then says what changed and what was withdrawn', async () => {
    const wish = { name: 'Référentiel des gestes', licenceName: 'Licence d’essai' }
    const one = 'code;libelle;parent;alias\nA;Souder;;braser\nB;Meuler;A;\nC;Peindre;A;\n'
    const first = await bring(one, wish)
    expect(counts(first)).toEqual({ added: 3, changed: 0, unchanged: 0, withdrawn: 0, refused: 0 })
    const again = await bring(one, wish)
    expect(counts(again)).toEqual({ added: 0, changed: 0, unchanged: 3, withdrawn: 0, refused: 0 })
    const two = await bring(
      'code;libelle;parent;alias\nA;Souder à l’arc;;\nB;Meuler;A;\nD;Poncer;A;\nD;Poncer;A;\n',
      wish,
    )
    expect(counts(two)).toEqual({ added: 1, changed: 1, unchanged: 1, withdrawn: 1, refused: 1 })
    expect(two.changes).toEqual([{ key: 'A', label: 'Souder à l’arc', fields: ['label', 'aliases'] }])
    expect(two.problems).toMatchObject([{ line: 5, field: 'code', code: 'twice' }])
    const framework = await frameworkBySlug(world.ctx(), 'referentiel-des-gestes')
    expect(framework).toMatchObject({ kind: 'csv', licence: { name: 'Licence d’essai' }, ownerId: null })
    const content = await contentOf(framework?.id ?? '')
    expect(content.map((each) => [each.code, each.state, each.parentId !== null])).toEqual([
      ['A', 'active', false],
      ['B', 'active', true],
      ['C', 'withdrawn', true],
      ['D', 'active', true],
    ])
    const found = await suggestSkills(world.ctx(), {
      text: 'peindre, poncer, braser',
      language: 'fr',
      frameworks: ['referentiel-des-gestes'],
    })
    expect(found.map((each) => each.label)).toEqual(['Poncer'])
    const back = await bring(one, wish)
    expect(counts(back)).toEqual({ added: 0, changed: 2, unchanged: 1, withdrawn: 1, refused: 0 })
    expect(back.changes.map((each) => each.fields)).toEqual([['label', 'aliases'], ['back']])
  })

  test('languages of ESCO come one after the other, parents after them', async () => {
    const fr = await bring(escoSkills('fr'), {}, { fileName: 'skills_fr.csv' })
    expect(counts(fr)).toEqual({ added: 3, changed: 0, unchanged: 0, withdrawn: 0, refused: 1 })
    const en = await bring(escoSkills('en'), {}, { fileName: 'skills_en.csv' })
    expect(counts(en)).toEqual({ added: 0, changed: 3, unchanged: 0, withdrawn: 0, refused: 1 })
    expect(en.frameworkId).toBe(fr.frameworkId)
    const uri = (id: string) => `http://data.europa.eu/esco/skill/${id}`
    const relations = await bring(
      `conceptType,conceptUri,broaderType,broaderUri\nx,${uri('b')},x,${uri('c')}\nx,${uri('nowhere')},x,${uri('c')}\n`,
    )
    expect(relations).toMatchObject({
      added: 0,
      changed: 1,
      withdrawn: 0,
      refused: 1,
      frameworkId: fr.frameworkId,
    })
    const content = await contentOf(fr.frameworkId ?? '')
    const team = content.find((one) => one.labels['fr'] === 'travailler en équipe')
    expect(team).toMatchObject({
      labels: { en: 'work in teams' },
      aliases: { en: ['cooperate', 'work in the group', 'team player'] },
    })
    expect(content.find((one) => one.uri === uri('b'))?.parentId).toBe(
      content.find((one) => one.uri === uri('c'))?.id,
    )
    expect((await listFrameworks(world.ctx())).find((one) => one.id === fr.frameworkId)?.languages).toEqual([
      'en',
      'fr',
    ])
    // The shipped concept and the imported one are the same: it is proposed once.
    const found = await suggestSkills(world.ctx(), {
      text: 'travailler en équipe',
      language: 'fr',
      limit: 20,
    })
    expect(
      found.filter((one) => one.skill.uri?.endsWith('60c78287-22eb-4103-9c8c-28deaa460da0')).length,
    ).toBe(1)
    expect((await bring(escoSkills('fr'), {}, { fileName: 'skills_fr.csv' })).unchanged).toBe(3)
  })

  test('the register answers for a number once it is imported', async () => {
    expect(await registrationOf(world.ctx(), 'RS', '5875')).toEqual({ state: 'not-imported' })
    const one = await bring(register())
    expect(counts(one)).toEqual({ added: 2, changed: 0, unchanged: 0, withdrawn: 0, refused: 2 })
    expect(await registrationOf(world.ctx(), 'RS', '5875')).toMatchObject({
      state: 'active',
      title: 'Certificat d’essai',
    })
    expect(await registrationOf(world.ctx(), 'RNCP', ' rncp 181')).toMatchObject({ state: 'inactive' })
    expect(await registrationOf(world.ctx(), 'RNCP', '999')).toMatchObject({ state: 'not-found' })
    const texts = await suggestSkills(world.ctx(), { text: 'certificat d’essai', language: 'fr' })
    expect(texts.some((each) => each.skill.framework.kind === 'rncp')).toBe(false)
  })

  test('accents of an old encoding survive', async () => {
    const one = await bring(latin1('code;libelle\nA;Préparer la pièce à sécher\n'), { name: 'Latin' })
    expect((await activeOf(one.frameworkId ?? ''))[0]?.labels['fr']).toBe('Préparer la pièce à sécher')
  })

  test('a file that cannot be read makes no framework and keeps its reason', async () => {
    const before = (await listFrameworks(world.ctx())).length
    const one = await bring('prix;nombre\n1;2\n')
    expect(one).toMatchObject({ state: 'refused', refusal: { code: 'unknown-columns' }, frameworkId: null })
    expect((await listFrameworks(world.ctx())).length).toBe(before)
    const { framework_files } = await world.countRows()
    expect(framework_files).toBe(0)
  })
})

describe('the same file twice, and back again', () => {
  const line = fc.record({
    code: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
    label: fc.constantFrom('un', 'deux', 'trois'),
    parent: fc.constantFrom('', 'A', 'B'),
  })
  const file = fc
    .uniqueArray(line, { minLength: 1, maxLength: 5, selector: (one) => one.code })
    .map(
      (lines) =>
        `code;libelle;parent\n${lines.map((one) => `${one.code};${one.label};${one.parent === one.code ? '' : one.parent}`).join('\n')}\n`,
    )

  test('an import repeated changes nothing; A, then B, then A gives what A gave', {
    timeout: 60_000,
  }, async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(file, file, async (a, b) => {
        run += 1
        const wish = { name: `Essai ${run}` }
        const first = await bring(a, wish)
        if (first.state !== 'done' || first.frameworkId === null) return
        const once = await activeOf(first.frameworkId)
        const twice = await bring(a, wish)
        expect(counts(twice)).toMatchObject({ added: 0, changed: 0, withdrawn: 0, unchanged: once.length })
        await bring(b, wish)
        await bring(a, wish)
        expect(await activeOf(first.frameworkId)).toEqual(once)
      }),
      { numRuns: 6 },
    )
  })
})

describe('when things go wrong', () => {
  const many = (count: number, word = 'geste') =>
    `code;libelle\n${Array.from({ length: count }, (_, at) => `C${at};Faire le ${word} ${at}`).join('\n')}\n`

  test('killed midway and run by two at once, every item is there once and the receipt adds up', async () => {
    const id = await ask(many(3500), { name: 'Grand' })
    // Each transaction is one thousand: the second one dies, as if the worker had been killed there.
    let writes = 0
    const dying = world.ctx()
    const real = dying.db.transaction.bind(dying.db)
    Object.defineProperty(dying, 'db', {
      value: new Proxy(dying.db, {
        get: (target, name) => {
          if (name === 'transaction')
            return () => {
              writes += 1
              if (writes === 3) throw new Error('killed')
              return real()
            }
          const value = Reflect.get(target, name)
          return typeof value === 'function' ? value.bind(target) : value
        },
      }),
    })
    await expect(runImport(dying, id)).rejects.toThrow('killed')
    expect(await receipt(id)).toMatchObject({ state: 'running', done: 1000, total: 3500 })
    await Promise.all([runImport(world.ctx(), id), runImport(world.ctx(), id)])
    const one = await receipt(id)
    expect(one).toMatchObject({ state: 'done', added: 3500, done: 3500, withdrawn: 0 })
    expect((await activeOf(one.frameworkId ?? '')).length).toBe(3500)
    await world.drainJobs()
    expect(await receipt(id)).toEqual(one)
  })

  test('two files of one framework at the same moment follow each other', async () => {
    const wish = { name: 'Ensemble' }
    const ids = [await ask(many(1500, 'pas'), wish), await ask(many(1200, 'saut'), wish)]
    await Promise.all(ids.map((id) => runImport(world.ctx(), id)))
    const [a, b] = await Promise.all(ids.map(receipt))
    expect(a?.frameworkId).toBe(b?.frameworkId)
    const [last, first] = (a?.withdrawn ?? 0) > 0 || (a?.changed ?? 0) > 0 ? [a, b] : [b, a]
    expect(first).toMatchObject({ state: 'done', changed: 0, withdrawn: 0 })
    const active = await activeOf(last?.frameworkId ?? '')
    expect(active.length).toBe(last?.total)
    const word = last?.total === 1500 ? 'pas' : 'saut'
    expect(active.every((one) => one.labels['fr']?.includes(word))).toBe(true)
    await world.drainJobs()
  })

  test('the same form sent twice is one import', async () => {
    const id = '11111111-1111-4111-8111-111111111111'
    const request = {
      id,
      ownerId: null,
      fileName: 'x.csv',
      bytes: bytesOf('code;libelle\nA;un\n'),
      wish: { name: 'Une fois' },
    }
    expect(await requestImport(operator.ctx, request)).toBe(id)
    expect(await requestImport(operator.ctx, request)).toBe(id)
    await world.drainJobs()
    expect(await receipt(id)).toMatchObject({ state: 'done', added: 1 })
  })
})

describe('who may import', () => {
  const asked = (ctx: Person['ctx'], ownerId: string | null, wish: Wish = { name: 'Droits' }) =>
    requestImport(ctx, { ownerId, fileName: 'x.csv', bytes: bytesOf('code;libelle\nA;un\n'), wish })

  test('the operator for the installation, an owner or issuer-manager for their organisation, nobody else', async () => {
    const manager = await world.person('manager@reseau.example')
    const awarder = await world.person('awarder@reseau.example')
    await addMember(owner.ctx, {
      organisationId: organisation.id,
      address: manager.address,
      role: 'issuer-manager',
    })
    await addMember(owner.ctx, { organisationId: organisation.id, address: awarder.address, role: 'awarder' })
    await expect(asked(owner.ctx, null)).rejects.toMatchObject({ kind: { status: 403 } })
    await expect(asked(world.ctx({ kind: 'anonymous' }), null)).rejects.toMatchObject({
      kind: { status: 401 },
    })
    await expect(asked(operator.ctx, organisation.id)).rejects.toMatchObject({ kind: { status: 404 } })
    await expect(asked(awarder.ctx, organisation.id)).rejects.toMatchObject({ kind: { status: 403 } })
    await asked(manager.ctx, organisation.id)
    await world.drainJobs()
    const own = await listFrameworks(world.ctx(), { ownerId: organisation.id })
    expect(own.map((one) => [one.name.fr, one.active])).toEqual([['Droits', 1]])
    await asked(operator.ctx, null)
    await world.drainJobs()
    expect((await listFrameworks(world.ctx())).filter((one) => one.name.fr === 'Droits').length).toBe(2)
    await expect(asked(operator.ctx, null, { frameworkId: own[0]?.id })).rejects.toMatchObject({
      kind: { code: 'frameworks.other-owner' },
    })
    const shipped = await frameworkBySlug(world.ctx(), 'rectec')
    await expect(asked(operator.ctx, null, { frameworkId: shipped?.id })).rejects.toMatchObject({
      kind: { code: 'frameworks.shipped' },
    })
  })
})

import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { bakePng, bakeSvg, extract } from '@insigne/open-badges'
import { Ajv2019 } from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openEmbeddedPostgres } from '../../../app/infra/postgres/index.ts'
import { generalQuads } from '../../../packages/open-badges/src/canonical/general.ts'
import { canonicalize } from '../../../packages/open-badges/src/canonical/rdfc10.ts'
import { bundleOf, type Edition } from '../../../packages/open-badges/src/contexts/bundle.ts'
import { type Product, startProduct } from '../../product.ts'
import { openWorkshop, sendList, type Workshop } from '../../setting-up.ts'
import { root } from '../../source-files.ts'

let product: Product
let workshop: Workshop
let badge: string
let png: Uint8Array<ArrayBuffer>
let svg: string

const Loose = z.record(z.string(), z.json())
type Loose = z.infer<typeof Loose>

beforeAll(async () => {
  product = await startProduct({ env: { INSIGNE_DEMO: 'off' } })
  workshop = await openWorkshop(product)
  const list =
    'Nom;E-mail;Preuve;Récit\nMaëlle Dupont;maelle@courrier.example;https://preuve.example/1;A tenu le stand\n'
  const batch = await sendList(workshop, list)
  await workshop.staff.send(batch, /confirm/)
  let credential: string | undefined
  for (let tries = 0; tries < 100 && credential === undefined; tries++) {
    await sleep(200)
    credential = /\/credentials\/[0-9a-f-]{36}/.exec((await workshop.staff.open(batch)).html)?.[0]
  }
  const file = async (kind: string) => workshop.staff.get(`${credential}/badge.${kind}`)
  for (let tries = 0; tries < 100; tries++) {
    const response = await file('json')
    if (response.ok) break
    await sleep(200)
  }
  badge = await (await file('json')).text()
  png = new Uint8Array(await (await file('png')).arrayBuffer())
  svg = await (await file('svg')).text()
})
afterAll(() => product?.remove())

const Report = z.object({ verdict: z.enum(['valid', 'invalid', 'undetermined']) })
async function verdictOf(body: BodyInit, type?: string): Promise<string> {
  const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type }
  const response = await fetch(`${product.url}/api/verify`, { method: 'POST', body, headers })
  if (response.status === 200) return Report.parse(await response.json()).verdict
  return response.status < 500 ? 'refused' : `error ${response.status}`
}
const asText = (text: string) => verdictOf(JSON.stringify({ credential: text }), 'application/json')
const asFile = (bytes: Uint8Array<ArrayBuffer> | string, name: string) => {
  const form = new FormData()
  form.append('file', new File([bytes], name))
  return verdictOf(form)
}

/** A repeatable sequence of whole numbers below a limit (mulberry32). */
function sequence(seed: number): (limit: number) => number {
  let state = seed >>> 0
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) % limit
  }
}

type Json = z.infer<ReturnType<typeof z.json>>
interface Member {
  holder: Json[] | { [name: string]: Json }
  key: string | number
}
function membersOf(value: Json, found: Member[] = []): Member[] {
  if (Array.isArray(value))
    for (const [order, one] of value.entries()) {
      found.push({ holder: value, key: order })
      membersOf(one, found)
    }
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) {
      found.push({ holder: value, key: name })
      membersOf(one, found)
    }
  return found
}
const valueAt = ({ holder, key }: Member): Json =>
  (Array.isArray(holder) ? holder[Number(key)] : holder[key]) ?? null
const put = ({ holder, key }: Member, value: Json) => {
  if (Array.isArray(holder)) holder[Number(key)] = value
  else holder[String(key)] = value
}

type Random = (limit: number) => number
const flip = (text: string, random: Random): string => {
  if (text === '') return 'x'
  const at = random(text.length)
  const sign = text.charCodeAt(at)
  return text.slice(0, at) + String.fromCharCode(sign ^ (1 << random(5))) + text.slice(at + 1)
}

/** Ways to change a badge; each answers the text that is sent. */
const ways: Record<string, (random: Random) => string> = {
  'a value changed': (random) =>
    edit(random, (member) => {
      const value = valueAt(member)
      put(
        member,
        typeof value === 'string' ? flip(value, random) : typeof value === 'number' ? value + 1 : 'autre',
      )
    }),
  'a member removed': (random) =>
    edit(random, ({ holder, key }) => {
      if (Array.isArray(holder)) holder.splice(Number(key), 1)
      else delete holder[key]
    }),
  'a member added': (random) =>
    edit(random, ({ holder }) => {
      const names = [
        'name',
        'level',
        '@id',
        '@included',
        '@nest',
        '@graph',
        '@type',
        '@reverse',
        'id',
        'type',
        'validUntil',
        'evidence',
        'ext:note',
        'result',
      ]
      if (Array.isArray(holder)) holder.push(names[random(names.length)] ?? '')
      else
        holder[names[random(names.length)] ?? 'name'] =
          ['Expert', ['Expert'], { id: 'urn:x' }, null][random(4)] ?? null
    }),
  'a value moved into a list or an object': (random) =>
    edit(random, (member) =>
      put(member, random(2) === 0 ? [valueAt(member), 'autre'] : { '@value': valueAt(member) }),
    ),
  'two values exchanged': (random) =>
    edit(random, (member, all) => {
      const other = all[random(all.length)] ?? member
      const kept = structuredClone(valueAt(member))
      put(member, structuredClone(valueAt(other)))
      put(other, kept)
    }),
  'another context': (random) => {
    const one = parse()
    const contexts = z.array(z.json()).parse(one['@context'])
    const extra: Json[] = [
      { level: '@index' },
      { name: null },
      { '@vocab': 'https://evil.example/#' },
      'https://evil.example/context.json',
      'https://www.w3.org/ns/credentials/v2',
      { '@protected': false },
      null,
    ]
    const added = extra[random(extra.length)] ?? null
    one['@context'] =
      random(3) === 0
        ? [added, ...contexts]
        : random(2) === 0
          ? [...contexts, added]
          : contexts.slice(random(2), 1 + random(2))
    return JSON.stringify(random(2) === 0 ? { ...one, level: 'Expert' } : one)
  },
  'another proof': (random) => {
    const one = parse()
    const proof = Loose.parse(Array.isArray(one['proof']) ? one['proof'][0] : one['proof'])
    const names = Object.keys(proof)
    const name = names[random(names.length)] ?? 'proofValue'
    const changed = { ...proof, [name]: typeof proof[name] === 'string' ? flip(proof[name], random) : null }
    const without = Object.fromEntries(Object.entries(proof).filter(([key]) => key !== name))
    const proofs: Json[] = [
      changed,
      without,
      [proof, changed],
      [changed, proof],
      [],
      null,
      { ...proof, proofValue: 'z' },
      { ...proof, nonce: 'x' },
      { ...proof, created: '2001-01-01T00:00:00Z' },
    ]
    return JSON.stringify({ ...one, proof: proofs[random(proofs.length)] ?? null })
  },
  'a sign of the text changed': (random) => flip(badge, random),
  'a member written twice': (random) => {
    const names = ['"issuer":', '"credentialSubject":', '"proof":', '"validFrom":', '"name":']
    const name = names[random(names.length)] ?? '"name":'
    return badge.replace(name, `${name}"autre",${name}`)
  },
  'only spaces and order changed': (random) => {
    const members = Object.entries(parse())
    for (let turn = 0; turn < 3; turn++) members.push(...members.splice(random(members.length), 1))
    return JSON.stringify(Object.fromEntries(members), null, random(5))
  },
  'text cut short': (random) => badge.slice(0, random(badge.length)),
}
const parse = (): Loose => Loose.parse(JSON.parse(badge))
function edit(random: Random, change: (member: Member, all: Member[]) => void): string {
  const one = parse()
  const all = membersOf(one)
  const member = all[random(all.length)]
  if (member !== undefined) change(member, all)
  return JSON.stringify(one)
}

const statements = async (one: Loose): Promise<string> => {
  const { proof: _, ...document } = one
  return (await canonicalize(await generalQuads(document, bundleOf('2026')))).nQuads
}

/** What a changed badge that is still valid differs in; « forged » is what must never be. */
async function classOf(text: string): Promise<string> {
  if (text === badge) return 'the same text'
  const changed = Loose.safeParse(JSON.parse(text))
  if (!changed.success) return 'forged'
  if (isDeepStrictEqual(changed.data, parse())) return 'the same JSON: spaces, order of members'
  const sameProof = isDeepStrictEqual([changed.data['proof']].flat(), [parse()['proof']].flat())
  if (sameProof && (await statements(changed.data)) === (await statements(parse())))
    return 'the same statements: order of a set, a list of one'
  return 'forged'
}

describe('a badge that was changed', () => {
  test('of five hundred changed copies, none that says anything else is valid', {
    timeout: 180_000,
  }, async () => {
    expect(await asText(badge)).toBe('valid')
    expect(await asFile(png, 'badge.png')).toBe('valid')
    expect(await asFile(svg, 'badge.svg')).toBe('valid')
    const random = sequence(20261123)
    const kinds = Object.entries(ways)
    const harmless = new Map<string, number>()
    const forged: string[] = []
    let tried = 0
    const judge = async (name: string, verdict: string, difference: () => Promise<string>) => {
      tried += 1
      if (verdict.startsWith('error')) forged.push(`${name}: ${verdict}`)
      if (verdict !== 'valid') return
      const kind = await difference()
      if (kind === 'forged') forged.push(name)
      else harmless.set(kind, (harmless.get(kind) ?? 0) + 1)
    }
    for (let turn = 0; turn < 400; turn++) {
      const [name, way] = kinds[turn % kinds.length] ?? ['', () => '']
      const text = way(random)
      const [carrier, verdict] =
        turn % 10 === 3
          ? [
              'PNG',
              await asFile(
                baked(() => bakePng(png, text)),
                'badge.png',
              ),
            ]
          : turn % 10 === 7
            ? [
                'SVG',
                await asFile(
                  baked(() => new TextEncoder().encode(bakeSvg(svg, text))),
                  'badge.svg',
                ),
              ]
            : ['text', await asText(text)]
      await judge(`${name} (${carrier}): ${text.slice(0, 4000)}`, verdict, () => classOf(text))
    }
    // Bytes of the pictures themselves.
    for (let turn = 0; turn < 100; turn++) {
      const bytes = turn % 2 === 0 ? new Uint8Array(png) : new TextEncoder().encode(svg)
      for (let count = 0; count <= random(3); count++) {
        const at = turn % 4 < 2 ? random(Math.min(bytes.length, 6000)) : random(bytes.length)
        bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8))
      }
      const verdict = await asFile(new Uint8Array(bytes), turn % 2 === 0 ? 'badge.png' : 'badge.svg')
      await judge(`bytes of a picture, ${turn}`, verdict, async () => {
        const { text } = await extract(bytes)
        return text === badge ? 'the picture around the badge' : classOf(text)
      })
    }
    console.log(`${tried} changed copies, harmless: ${JSON.stringify(Object.fromEntries(harmless))}`)
    expect(tried).toBe(500)
    expect(forged).toEqual([])
  })
})

/** Some texts cannot be carried at all: then nothing is sent. */
function baked(make: () => Uint8Array): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(make())
  } catch {
    return new Uint8Array()
  }
}

const fixtures = path.join(
  root,
  '../shared/fixtures/1edtech-ob-specification/v3p0/schema/achievementcredential.json',
)

describe('a badge of this product elsewhere', () => {
  async function documents(edition: Edition) {
    const did = await (await fetch(`${product.url}${workshop.organisationPath}/did.json`)).json()
    const Did = z.looseObject({
      id: z.string(),
      verificationMethod: z.array(z.looseObject({ id: z.string() })),
    })
    const document = Did.parse(did)
    return async (url: string) => {
      const key = document.verificationMethod.find(({ id }) => id === url)
      const found =
        bundleOf(edition).at(url) ??
        (url === document.id ? document : undefined) ??
        (key && { '@context': 'https://w3id.org/security/multikey/v1', ...key })
      if (found === undefined) throw new Error(`Not expected: ${url}`)
      return { contextUrl: null, documentUrl: url, document: found, tag: 'static' }
    }
  }

  test.each(['2025', '2026'] as const)(
    'verifies with @digitalbazaar/vc, by the DID document that is served, under the %s text of context 3.0.3',
    async (edition) => {
      const documentLoader = await documents(edition)
      const suite = new DataIntegrityProof({ cryptosuite })
      const checkStatus = async ({ credential }: { credential: Loose }) => {
        const status = z
          .looseObject({ statusListCredential: z.string(), statusListIndex: z.string() })
          .parse(credential['credentialStatus'])
        const served = Loose.parse(await (await fetch(status.statusListCredential)).json())
        const list = await vc.verifyCredential({ credential: served, suite, documentLoader })
        const subject = z.looseObject({ encodedList: z.string() }).parse(served['credentialSubject'])
        const bits = gunzipSync(Buffer.from(subject.encodedList.replace(/^u/, ''), 'base64url'))
        const index = Number(status.statusListIndex)
        expect(bits.length * 8).toBeGreaterThanOrEqual(131_072)
        return { verified: list.verified && ((bits[index >> 3] ?? 255) & (128 >> (index & 7))) === 0 }
      }
      const options = { credential: parse(), suite, documentLoader, checkStatus }
      const result = await vc.verifyCredential(options)
      expect(result.error).toBeUndefined()
      expect(result.verified).toBe(true)
      const changed = { ...options, credential: { ...parse(), validFrom: '2020-01-01T00:00:00Z' } }
      expect((await vc.verifyCredential(changed)).verified).toBe(false)
    },
  )

  test.skipIf(!existsSync(fixtures))(
    'passes the strict schema of Open Badges 3.0 (skipped where ../shared/fixtures is absent)',
    () => {
      const ajv = new Ajv2019({ strict: false, allErrors: true })
      addFormats.default(ajv)
      const validate = ajv.compile(JSON.parse(readFileSync(fixtures, 'utf8')))
      expect(validate(JSON.parse(badge)), JSON.stringify(validate.errors)).toBe(true)
    },
  )
})

describe('the demo', () => {
  test('comes and goes beside a running product without leaving a row', async () => {
    const server = await openEmbeddedPostgres({ dataDirectory: product.dataDirectory, log: () => undefined })
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    try {
      const before = await everyRow(client)
      const loaded = await product.command('demo', 'load')
      expect(loaded.exit).toBe(0)
      expect(loaded.stdout).toMatch(/\d{3} badges remis/)
      expect((await product.command('demo', 'load')).stdout).toContain('Déjà chargé')
      const between = await everyRow(client)
      expect([...between].filter(([table, digest]) => before.get(table) !== digest).length).toBeGreaterThan(8)
      expect((await product.command('demo', 'remove')).exit).toBe(0)
      await sleep(2_000)
      const after = await everyRow(client)
      expect([...after].filter(([table, digest]) => before.get(table) !== digest)).toEqual([])
    } finally {
      await client.end()
      await server.close()
    }
  })
})

// Counts how often entries went, so that running processes look again: it only goes forward.
const counters = new Map([['directory_state', "to_jsonb(t) - 'swept'"]])

async function everyRow(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  )
  const found = new Map<string, string>()
  for (const { name } of rows) {
    const row = `(${counters.get(name) ?? 't'})`
    const digest = await client.query<{ v: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(md5(${row}::text), ',' order by md5(${row}::text))), '') as v from "${name}" as t`,
    )
    found.set(name, digest.rows[0]?.v ?? '')
  }
  return found
}

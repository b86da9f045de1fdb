import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { policy } from '../../app/domains/organisations/policy.ts'
import { ensureTerritory } from '../../app/domains/territories/index.ts'
import { type Person, testWorld, type World } from '../../app/testing/index.ts'
import { type Access, type Line, rights } from './rights.ts'
import { everyRow, furnish, type House, hire, operator } from './stage.ts'

let world: World
let own: House
let other: House
let everybody: Map<string, Pick<Person, 'get' | 'post'>>
let signedIn: Set<string>

beforeAll(async () => {
  world = await testWorld('security-rights')
  await ensureTerritory(world.ctx(), { slug: 'normandie', name: 'Normandie', kind: 'region', demo: false })
  own = await furnish(world, 'ici')
  other = await furnish(world, 'ailleurs')
  everybody = new Map<string, Pick<Person, 'get' | 'post'>>([
    ['anonymous', world.anonymous],
    ['outsider', await world.person('outsider@x.example')],
    ['other holder', other.holder],
    ['other owner', other.owner],
    ['operator', await operator(world)],
    ['viewer', await hire(world, own, 'viewer')],
    ['awarder', await hire(world, own, 'awarder')],
    ['issuer-manager', await hire(world, own, 'issuer-manager')],
    ['holder', own.holder],
    ['owner', own.owner],
  ])
  signedIn = new Set([...everybody.keys()].filter((name) => name !== 'anonymous'))
  await world.drainJobs()
})
afterAll(() => world?.close())

type Outcome = 'passes' | 'sign-in' | 'not-found' | 'not-allowed'

const roles: Record<string, keyof typeof policy> = {
  viewer: 'viewer',
  awarder: 'awarder',
  'issuer-manager': 'issuer-manager',
  owner: 'owner',
}

/** What the table says of one person at one address, in their own organisation or in another. */
function expected(who: string, access: Access, house: 'own' | 'other'): Outcome {
  if (access === 'anybody') return 'passes'
  if (access === 'closed') return 'not-found'
  if (who === 'anonymous') return 'sign-in'
  if (access === 'signed-in') return 'passes'
  if (access === 'operator') return who === 'operator' ? 'passes' : 'not-allowed'
  const at = house === 'own' ? who : ({ 'other owner': 'owner', 'other holder': 'holder' }[who] ?? 'outsider')
  if (access === 'holder') return at === 'holder' ? 'passes' : 'not-found'
  const role = roles[at]
  if (role === undefined) return 'not-found'
  return policy[role].includes(access) ? 'passes' : 'not-allowed'
}

async function ask(method: string, line: Line, house: House, who: string): Promise<Response> {
  const person = everybody.get(who) ?? world.anonymous
  if (method === 'GET') return person.get(line.at(house))
  return person.post(line.at(house), line.form?.(house) ?? {})
}

function outcomeOf(response: Response): Outcome | `status ${number}` {
  const { status } = response
  if (status === 401) return 'sign-in'
  if (status === 303 && /^\/sign-in\?next=/.test(response.headers.get('location') ?? '')) return 'sign-in'
  if (status === 403) return 'not-allowed'
  if (status === 404) return 'not-found'
  return status < 400 || [400, 409, 410, 415, 422].includes(status) ? 'passes' : `status ${status}`
}

/** A link that was kept under an account refuses by 403 or 409: it exists for whoever holds it. */
const refusedIsEnough = new Set(['POST /r/:token/keep', 'POST /r/:token/decline'])
const closedForms = new Set(['GET /sign-in/check', 'POST /sign-in/check', 'POST /claim-instance'])

describe('every route, every role, one’s own organisation and another', () => {
  test('the table names every route of the product, and no other', () => {
    const routes = world.app.routes
      .filter((route) => route.method !== 'ALL')
      .map((route) => `${route.method} ${route.path}`)
    const optional = (name: string) => name.includes('/vc-api/')
    expect([...new Set(routes)].sort()).toEqual(
      Object.keys(rights)
        .filter((name) => !optional(name))
        .sort(),
    )
  })

  test('who has no right is refused at every address, and not one row changes', {
    timeout: 120_000,
  }, async () => {
    const before = await everyRow(world)
    const wrong: string[] = []
    for (const [route, line] of Object.entries(rights)) {
      const [method = ''] = route.split(' ')
      for (const [place, house] of [
        ['own', own],
        ['other', other],
      ] as const)
        for (const who of everybody.keys()) {
          const wanted = expected(who, line.who, place)
          if (wanted === 'passes') continue
          const response = await ask(method, line, house, who)
          const got = outcomeOf(response)
          const refused = response.status >= 400 && response.status < 500
          const fine =
            got === wanted ||
            (refusedIsEnough.has(route) && [401, 403, 404, 409].includes(response.status)) ||
            (closedForms.has(route) && refused)
          if (!fine) wrong.push(`${route} by ${who} at ${place}: ${response.status}, not ${wanted}`)
        }
    }
    expect(wrong).toEqual([])
    const after = await everyRow(world)
    // Signing in is open to everybody and was not asked here: nothing at all may have moved.
    expect([...after].filter(([name, digest]) => before.get(name) !== digest)).toEqual([])
  })

  test('who has the right is let in everywhere', { timeout: 120_000 }, async () => {
    const wrong: string[] = []
    const ordered = Object.entries(rights).sort(
      ([a], [b]) => Number(a.startsWith('POST')) - Number(b.startsWith('POST')),
    )
    for (const [route, line] of ordered) {
      const [method = ''] = route.split(' ')
      for (const who of everybody.keys()) {
        if (expected(who, line.who, 'own') !== 'passes') continue
        if (route === 'POST /sign-out' && signedIn.has(who)) continue
        const response = await ask(method, line, own, who)
        // A draft that a colleague published or dropped a moment ago is not there any more.
        const gone = /\/(drop|publish)$/.test(route) && response.status === 404
        if (outcomeOf(response) !== 'passes' && !gone) wrong.push(`${route} by ${who}: ${response.status}`)
      }
    }
    expect(wrong).toEqual([])
  })
})

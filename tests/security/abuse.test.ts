import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAchievement, publishAchievement, saveDraft } from '../../app/domains/achievements/index.ts'
import { createCode } from '../../app/domains/claims/index.ts'
import { testOrigin, testWorld, type World } from '../../app/testing/index.ts'
import { furnish, type House, queryText } from './stage.ts'

let world: World
let house: House

beforeAll(async () => {
  world = await testWorld('security-abuse')
  house = await furnish(world, 'ici')
})
afterAll(() => world?.close())

interface Anonymous {
  cookie: string
  token: string
}

async function anonymous(): Promise<Anonymous> {
  const page = await world.app.request(`${testOrigin}/sign-in`)
  const cookie = page.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ')
  return { cookie, token: /name="form-token" value="([^"]+)"/.exec(await page.text())?.[1] ?? '' }
}

/** A form from this address of the network. */
function from(
  remoteAddress: string,
  path: string,
  fields: Record<string, string>,
  who: Anonymous,
  more: Record<string, string> = {},
): Promise<Response> {
  const body = new URLSearchParams({ 'form-token': who.token, ...fields })
  const init = { method: 'POST', body, headers: { cookie: who.cookie, origin: testOrigin, ...more } }
  return Promise.resolve(
    world.app.request(`${testOrigin}${path}`, init, { incoming: { socket: { remoteAddress } } }),
  )
}

const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXY'
/** A code that passes the check character and that nobody was given. */
function invented(order: number): string {
  const body = Array.from(
    { length: 9 },
    (_, place) => alphabet[(order * (place + 7) + place * 11) % 29] ?? '2',
  ).join('')
  let sum = 0
  for (const [place, letter] of [...body].entries()) sum += (place + 2) * alphabet.indexOf(letter)
  return body + (alphabet[sum % 29] ?? '')
}

describe('guessing', () => {
  test('a thousand addresses of one network are one guesser', async () => {
    const who = await anonymous()
    const answers = new Map<number, number>()
    for (let order = 0; order < 1000; order++) {
      const address = `2001:db8:1:2:${order.toString(16)}::${(order * 7).toString(16)}`
      const { status } = await from(address, '/c', { code: invented(order) }, who)
      answers.set(status, (answers.get(status) ?? 0) + 1)
    }
    expect(answers.get(422)).toBe(5)
    expect(answers.get(429)).toBe(995)
    // What a caller says of itself changes nothing where no proxy is trusted.
    const said = await from('2001:db8:1:2::9', '/c', { code: invented(1001) }, who, {
      'x-forwarded-for': '203.0.113.9',
      'x-real-ip': '203.0.113.9',
      forwarded: 'for=203.0.113.9',
    })
    expect(said.status).toBe(429)
    // An address of IPv4 written in IPv6 is the same address.
    for (let order = 0; order < 6; order++)
      await from(
        order % 2 === 0 ? '198.51.100.7' : '::ffff:198.51.100.7',
        '/c',
        { code: invented(order) },
        who,
      )
    expect((await from('198.51.100.7', '/c', { code: house.code }, who)).status).toBe(429)
  })

  test('forms from one network are limited as a whole, and reading goes on', async () => {
    const who = { cookie: '', token: '' }
    let refused = 0
    for (let order = 0; order < 1300; order++) {
      const { status } = await from(`2001:db8:9:9::${order.toString(16)}`, '/sign-out', {}, who)
      if (status === 429) refused += 1
    }
    expect(refused).toBeGreaterThanOrEqual(100)
    const init = { headers: { accept: 'application/json' } }
    const env = { incoming: { socket: { remoteAddress: '2001:db8:9:9::1' } } }
    expect((await world.app.request(`${testOrigin}/verify`, init, env)).status).toBe(200)
  })
})

describe('finding out who has an account or a badge', () => {
  const plain = (html: string, ...away: string[]) =>
    away.reduce((text, one) => text.replaceAll(one, '…'), html).replace(/[\w-]{43}/g, '…')

  test('asking for a sign-in link tells nothing of the address', async () => {
    const known = house.holder.address
    const unknown = 'nobody-at-all@x.example'
    const answers = await Promise.all(
      [known, unknown].map(async (address) => {
        const response = await world.anonymous.post('/sign-in', { address })
        return `${response.status} ${plain(await response.text(), address)}`
      }),
    )
    expect(answers[0]).toBe(answers[1])
    expect(await world.mailTo(unknown)).toHaveLength(1)
  })

  test('taking a badge with somebody’s address tells nothing of what they have', async () => {
    const { achievementId } = await createAchievement(house.owner.ctx, house.organisation.id, 'participation')
    await saveDraft(house.owner.ctx, achievementId, 'action', {
      name: 'Atelier',
      action: 'A suivi l’atelier.',
    })
    await publishAchievement(house.owner.ctx, achievementId)
    for (const approval of ['automatic', 'staff'] as const) {
      const id = await createCode(house.owner.ctx, {
        achievementId,
        label: approval,
        narrative: '',
        opensAt: new Date('2026-11-01T00:00:00Z'),
        closesAt: new Date('2026-12-31T00:00:00Z'),
        maxAwards: 10,
        approval,
      })
      const code = await queryText(world, `select code as v from claim_codes where id = '${id}'`)
      const take = async (address: string) => {
        const request = crypto.randomUUID()
        const sent = await world.anonymous.post(`/c/${code}/take`, {
          request,
          name: 'Prénom Nom',
          where: 'address',
          address,
        })
        const location = sent.headers.get('location') ?? ''
        const page = await (await world.anonymous.get(location)).text()
        return plain(`${sent.status} ${location} ${page}`, request, address)
      }
      const first = await take(`first-${approval}@x.example`)
      await world.drainJobs()
      expect(await take(`first-${approval}@x.example`), approval).toBe(first)
    }
  })
})

describe('the same thing sent twice', () => {
  const twice = <T>(run: () => Promise<T>) => Promise.all([run(), run(), run(), run(), run()])
  const count = async (text: string) =>
    Number(await queryText(world, `select count(*)::text as v from ${text}`))

  test('twenty requests at once send at most five links to one address', async () => {
    const who = await anonymous()
    const address = 'flooded@x.example'
    await Promise.all(
      Array.from({ length: 20 }, (_, order) => from(`203.0.113.${order}`, '/sign-in', { address }, who)),
    )
    expect((await world.mailTo(address)).length).toBe(5)
  })

  test('a sign-in link used five times at once opens one session and one account', async () => {
    await world.anonymous.post('/sign-in', { address: 'double@x.example' })
    const [message] = await world.mailTo('double@x.example')
    const token = /token=([\w-]+)/.exec(message?.text ?? '')?.[1] ?? ''
    const answers = await twice(() => world.anonymous.post('/sign-in/check', { token }))
    expect(answers.filter((one) => one.status === 303)).toHaveLength(1)
    expect(answers.filter((one) => one.status >= 500)).toEqual([])
    expect(await count(`account_addresses where address = 'double@x.example'`)).toBe(1)
    expect(
      await count(
        `sessions s join account_addresses a using (account_id) where a.address = 'double@x.example'`,
      ),
    ).toBe(1)
  })

  test('two links for one new address used at once open one account', async () => {
    for (let order = 0; order < 3; order++)
      await world.anonymous.post('/sign-in', { address: 'new@x.example' })
    const links = (await world.mailTo('new@x.example')).map(
      (one) => /token=([\w-]+)/.exec(one.text)?.[1] ?? '',
    )
    const answers = await Promise.all(links.map((token) => world.anonymous.post('/sign-in/check', { token })))
    expect(answers.map((one) => one.status).filter((status) => status >= 500)).toEqual([])
    expect(await count(`account_addresses where address = 'new@x.example'`)).toBe(1)
  })

  test('a confirmation, a publication and a form of a code sent five times have one effect', async () => {
    const before = await count('credentials')
    await twice(() => house.owner.post(`/awards/${house.previewId}/confirm`, {}))
    await world.drainJobs()
    expect(await count('credentials')).toBe(before + 1)
    expect(await count(`award_batches where receipt_number is not null`)).toBe(
      await count(
        `(select distinct receipt_year, receipt_number from award_batches where receipt_number is not null) as one`,
      ),
    )

    const published = await twice(() => house.owner.post(`/achievements/${house.draftId}/publish`, {}))
    expect(published.filter((one) => one.status >= 500)).toEqual([])
    expect(await count(`achievement_versions where achievement_id = '${house.draftId}'`)).toBe(1)

    const request = crypto.randomUUID()
    const form = { request, name: 'Deux Fois', where: 'address', address: 'deux-fois@x.example' }
    const taken = await twice(() => world.anonymous.post(`/c/${house.code}/take`, form))
    expect(new Set(taken.map((one) => `${one.status} ${one.headers.get('location')}`)).size).toBe(1)
    expect(await count(`claim_requests where address = 'deux-fois@x.example'`)).toBe(1)

    const kept = await twice(() =>
      world.anonymous.post(`/c/${house.card}/keep`, { address: 'porteur@x.example' }),
    )
    expect(kept.filter((one) => one.status >= 500)).toEqual([])
    await world.drainJobs()
    expect(await world.mailTo('porteur@x.example')).toHaveLength(1)

    const revoked = await twice(() =>
      house.owner.post(`/credentials/${house.credentialId}/revoke`, { reason: 'Erreur.' }),
    )
    expect(revoked.map((one) => one.status).filter((status) => status === 303)).toHaveLength(1)
    expect(revoked.filter((one) => one.status >= 500)).toEqual([])
  })

  test('one form number used with two codes at once is no error of ours', async () => {
    const other = await furnish(world, 'ailleurs')
    const form = {
      request: crypto.randomUUID(),
      name: 'Croisée',
      where: 'address',
      address: 'croisee@x.example',
    }
    const answers = await Promise.all(
      [house.code, other.code, house.code, other.code].map((code) =>
        world.anonymous.post(`/c/${code}/take`, form),
      ),
    )
    expect(answers.map((one) => one.status).filter((status) => status >= 500)).toEqual([])
    expect(await count(`claim_requests where id = '${form.request}'`)).toBe(1)
  })

  test('the same organisation asked for five times at once gets five addresses or one, never an error', async () => {
    const answers = await twice(() =>
      house.owner.post('/organisations/new', { name: 'Jumelles', kind: 'company' }),
    )
    expect(answers.map((one) => one.status)).toEqual([303, 303, 303, 303, 303])
    const made = await count(`organisations where name = 'Jumelles'`)
    expect(await count(`(select distinct slug from organisations where name = 'Jumelles') as one`)).toBe(made)
  })
})

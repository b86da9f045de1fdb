import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testWorld, type World } from '../../testing/index.ts'
import { claimInstance, issueClaimToken } from './actions/claim-instance.ts'
import { consumeSignIn } from './actions/consume-sign-in.ts'
import { requestSignIn } from './actions/request-sign-in.ts'

let world: World
beforeAll(async () => {
  world = await testWorld('accounts')
})
afterAll(() => world.close())

const linkIn = (text: string | undefined) => /token=([\w-]+)/.exec(text ?? '')?.[1] ?? ''

async function askLink(address: string): Promise<string> {
  world.clock.advance(1000)
  await requestSignIn(world.ctx({ kind: 'anonymous' }), { address })
  return linkIn((await world.mailTo(address))[0]?.text)
}

describe('signing in by link', () => {
  test('opening the link changes nothing; sending its form signs in once', async () => {
    const token = await askLink('lea@courrier.example')
    const opened = await world.anonymous.get(`/sign-in/check?token=${token}`)
    expect(opened.status).toBe(200)
    expect(await opened.text()).toContain('lea@courrier.example')

    const first = await world.anonymous.post('/sign-in/check', { token })
    expect(first.status).toBe(303)
    expect(first.headers.get('location')).toBe('/space')
    expect(first.headers.getSetCookie().join()).toMatch(/session=[\w-]{43}; .*HttpOnly; SameSite=Lax/)

    const second = await world.anonymous.post('/sign-in/check', { token })
    expect(second.status).toBe(410)
  })

  test('of two simultaneous uses of one link, one is refused', async () => {
    const token = await askLink('deux@courrier.example')
    const tries = await Promise.allSettled([
      consumeSignIn(world.ctx({ kind: 'anonymous' }), { token }),
      consumeSignIn(world.ctx({ kind: 'anonymous' }), { token }),
    ])
    expect(tries.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('a link older than ten minutes is refused with a sentence that helps', async () => {
    const token = await askLink('tard@courrier.example')
    world.clock.advance(10 * 60_000)
    const late = await world.anonymous.post('/sign-in/check', { token })
    expect(late.status).toBe(410)
    expect(await late.text()).toContain('plus de dix minutes')
  })

  test('a sixth link in ten minutes is not sent, and the answer does not tell', async () => {
    const pages = []
    for (let i = 0; i < 6; i++) {
      const answer = await world.anonymous.post('/sign-in', { address: 'presse@courrier.example' })
      pages.push((await answer.text()).replaceAll(/form-token.*?>/g, ''))
    }
    expect(await world.mailTo('presse@courrier.example')).toHaveLength(5)
    expect(new Set(pages).size).toBe(1)
  })

  test('a known and an unknown address get the same answer', async () => {
    await world.person('connue@courrier.example')
    const known = await world.anonymous.post('/sign-in', { address: 'connue@courrier.example' })
    const unknown = await world.anonymous.post('/sign-in', { address: 'inconnu@courrier.example' })
    expect(known.status).toBe(unknown.status)
    expect((await known.text()).replaceAll('connue@', '@')).toBe(
      (await unknown.text()).replaceAll('inconnu@', '@'),
    )
  })

  test('an incomplete address comes back with its sentence and what was typed', async () => {
    const answer = await world.anonymous.post('/sign-in', { address: 'yann.legoff@laposte' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('yann.legoff@laposte')
    expect(html).toContain('adresse complète')
  })

  test('the page to return to is a path of this site, whatever the link says', async () => {
    await requestSignIn(world.ctx({ kind: 'anonymous' }), {
      address: 'ailleurs@courrier.example',
      next: '//evil.example/x',
    })
    const token = linkIn((await world.mailTo('ailleurs@courrier.example'))[0]?.text)
    const answer = await world.anonymous.post('/sign-in/check', { token })
    expect(answer.headers.get('location')).toBe('/')
  })

  test('the link uses the configured origin, not the Host header', async () => {
    await world.app.request('http://evil.example/sign-in', { headers: { host: 'evil.example' } })
    await requestSignIn(world.ctx({ kind: 'anonymous' }), { address: 'hote@courrier.example' })
    expect((await world.mailTo('hote@courrier.example'))[0]?.text).toContain(
      'http://insigne.test/sign-in/check?',
    )
  })
})

describe('several addresses for one person', () => {
  test('a second address counts once its own link was used, then both sign in to the same account', async () => {
    const zoe = await world.person('zoe@courrier.example')
    await zoe.post('/account/addresses', { address: 'zoe.pro@courrier.example' })
    const token = linkIn((await world.mailTo('zoe.pro@courrier.example'))[0]?.text)
    await zoe.post('/sign-in/check', { token })
    const again = await consumeSignIn(world.ctx({ kind: 'anonymous' }), {
      token: await askLink('zoe.pro@courrier.example'),
    })
    expect(again.accountId).toBe(zoe.accountId)
  })

  test('somebody else’s address is refused when its link is used', async () => {
    const anna = await world.person('anna@courrier.example')
    await world.person('bruno@courrier.example')
    await anna.post('/account/addresses', { address: 'bruno@courrier.example' })
    const token = linkIn((await world.mailTo('bruno@courrier.example'))[0]?.text)
    expect((await anna.post('/sign-in/check', { token })).status).toBe(409)
  })

  test('the last address stays, and the page says why', async () => {
    const seul = await world.person('seul@courrier.example')
    const answer = await seul.post('/account/addresses/remove', { address: 'seul@courrier.example' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('votre seule adresse')
  })
})

describe('sessions and forms', () => {
  test('a session that was closed opens nothing', async () => {
    const eve = await world.person('eve@courrier.example')
    expect((await eve.get('/account')).status).toBe(200)
    await eve.post('/sign-out', {})
    const after = await eve.get('/account')
    expect(after.status).toBe(303)
    expect(after.headers.get('location')).toBe('/sign-in?next=%2Faccount')
  })

  test('a form from another site, without a token or with a foreign one is refused', async () => {
    const max = await world.person('max@courrier.example')
    const send = (headers: Record<string, string>, body: string) =>
      world.app.request('http://insigne.test/account/name', {
        method: 'POST',
        headers: { cookie: max.cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body,
      })
    expect((await send({ origin: 'https://evil.example' }, 'name=X')).status).toBe(403)
    expect((await send({ 'sec-fetch-site': 'cross-site' }, 'name=X')).status).toBe(403)
    expect((await send({ origin: 'http://insigne.test' }, 'name=X')).status).toBe(403)
    expect(
      (await send({ origin: 'http://insigne.test' }, `name=X&form-token=${'a'.repeat(43)}`)).status,
    ).toBe(403)
  })

  test('only the digest of a session is stored', async () => {
    const ida = await world.person('ida@courrier.example')
    const { tables } = await import('./tables.ts')
    const rows = await tables(ida.ctx).selectFrom('sessions').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(ida.cookie.slice('session='.length))
  })
})

describe('taking charge of a fresh instance', () => {
  test('the token works once, and there is none once somebody is in charge', async () => {
    const token = (await issueClaimToken(world.ctx())) ?? ''
    const wrong = await world.anonymous.post('/claim-instance', {
      token: 'x'.repeat(43),
      name: 'Intrus',
      address: 'intrus@courrier.example',
    })
    expect(wrong.status).toBe(422)
    const right = await world.anonymous.post('/claim-instance', {
      token,
      name: 'Alice Martin',
      address: 'alice@courrier.example',
    })
    expect(right.status).toBe(303)
    expect(await issueClaimToken(world.ctx())).toBeUndefined()
    await expect(
      claimInstance(world.ctx(), { token, name: 'Bob', address: 'bob@courrier.example' }),
    ).rejects.toThrow('accounts.claim-refused')
  })

  test('the outbox opens for the operator alone', async () => {
    const plain = await world.person('simple@courrier.example')
    expect((await plain.get('/outbox')).status).toBe(403)
    expect((await world.anonymous.get('/outbox')).status).toBe(303)
  })
})

import { describe, expect, test } from 'vitest'
import { assertion, badge, codes, issuer, pages, site, web } from '../../test/legacy-world.ts'
import { type GuardedFetch, verify, verifyAndRead } from '../index.ts'

describe('a hosted badge of 2.0', () => {
  test('is valid when the issuer’s site gives it', async () => {
    expect(await codes(assertion, { fetch: web(pages), recipient: 'a@example.com' })).toEqual({
      verdict: 'valid',
      format: 'ob2-hosted',
      extract: 'extract.json',
      structure: 'structure.ob2',
      context: 'context.legacy',
      proof: 'proof.hosted',
      issuer: 'issuer.hosted',
      schema: 'schema.none',
      refresh: 'refresh.none',
      status: 'status.clear',
      validity: 'validity.current',
      recipient: 'recipient.match',
      endorsements: 'endorsements.none',
    })
  })

  test('is shown in the words of 3.0, with what that loses, and kept byte for byte', async () => {
    const text = `${JSON.stringify({ ...assertion, 'extensions:level': { value: 3 } }, null, 3)}\n`
    const { report, credential, converted, raw } = await verifyAndRead(text, { fetch: web(pages) })
    expect(raw?.text).toBe(text)
    expect(report.issuer).toEqual({ id: issuer.id, name: issuer.name, bound: true })
    expect(report.achievement).toEqual({ id: badge.id, name: badge.name })
    expect(report.dates).toEqual({ validFrom: assertion.issuedOn, validUntil: null })
    expect(credential?.credentialSubject.achievement).toEqual({
      id: badge.id,
      type: ['Achievement'],
      name: badge.name,
      description: badge.description,
      criteria: badge.criteria,
      image: { id: badge.image, type: 'Image' },
      alignment: [{ type: ['Alignment'], ...badge.alignment[0] }],
      tag: badge.tags,
    })
    expect(credential?.evidence).toEqual([{ type: ['Evidence'], ...assertion.evidence }])
    expect(converted?.from).toBe('2.0')
    expect(converted?.lost.map(({ code }) => code)).toEqual(['convert.proof'])
  })

  test('says which words of the issuer’s own have no place in 3.0', async () => {
    const rich = {
      ...assertion,
      'extensions:level': {},
      mood: 'gai',
      image: { id: `${site}/a.png`, author: site },
    }
    const { converted } = await verifyAndRead(JSON.stringify(rich), {
      fetch: web({ ...pages, [assertion.id]: rich, [badge.id]: { ...badge, endorsement: [] } }),
    })
    expect(converted?.lost.map(({ code, path }) => [code, path])).toEqual([
      ['convert.proof', '/verification'],
      ['convert.extension', '/extensions:level'],
      ['convert.property', '/mood'],
      ['convert.endorsement', '/badge/endorsement'],
      ['convert.author', '/image/author'],
    ])
  })

  test('cannot be decided without network', async () => {
    expect(await codes(assertion)).toMatchObject({
      verdict: 'undetermined',
      structure: 'structure.incomplete',
      proof: 'proof.hosted-unreachable',
      issuer: 'issuer.unreachable',
      status: 'status.not-run',
    })
  })

  test('is asked for over https even when it says http', async () => {
    const old = JSON.parse(JSON.stringify(assertion).replaceAll('https://atelier', 'http://atelier'))
    expect(await codes(old, { fetch: web({ ...pages, [assertion.id]: old }) })).toMatchObject({
      verdict: 'valid',
    })
  })

  test('is revoked by 410 and by its own words', async () => {
    expect(await codes(assertion, { fetch: web({ ...pages, [assertion.id]: null }) })).toMatchObject({
      verdict: 'invalid',
      status: 'status.revoked',
      proof: 'proof.hosted-withdrawn',
    })
    const revoked = {
      '@context': assertion['@context'],
      id: assertion.id,
      revoked: true,
      revocationReason: 'Erreur',
    }
    const report = await verify(JSON.stringify(assertion), {
      fetch: web({ ...pages, [assertion.id]: revoked }),
    })
    expect(report.checks.find(({ name }) => name === 'status')).toMatchObject({
      code: 'status.revoked',
      data: { reason: 'Erreur' },
    })
  })

  test.each([
    ['another recipient', { recipient: { ...assertion.recipient, identity: 'sha256$00' } }],
    ['another badge', { badge: `${site}/badges/2.json` }],
    ['an earlier date', { issuedOn: '2010-01-01T00:00:00Z' }],
    ['no end', { expires: '2099-01-01T00:00:00Z' }],
  ])('is refused when the file says %s than the site', async (_name, change) => {
    expect(await codes({ ...assertion, ...change }, { fetch: web(pages) })).toMatchObject({
      verdict: 'invalid',
      proof: 'proof.hosted-mismatch',
    })
  })

  test('is refused when its pages name other addresses or other sites answer', async () => {
    const foreign = { ...pages, [badge.id]: { ...badge, id: `${site}/badges/9.json` } }
    expect(await codes(assertion, { fetch: web(foreign) })).toMatchObject({
      structure: 'structure.link-mismatch',
    })
    const moved = web(pages, { [assertion.id]: 'https://elsewhere.example/awards/7' })
    expect(await codes(assertion, { fetch: moved })).toMatchObject({ proof: 'proof.hosted-redirected' })
    const issuerMoved = web(pages, { [issuer.id]: 'https://elsewhere.example/issuer.json' })
    expect(await codes(assertion, { fetch: issuerMoved })).toMatchObject({
      issuer: 'issuer.document-mismatch',
    })
    expect((await codes(assertion, { fetch: issuerMoved })).verdict).toBe('invalid')
  })

  test('has dates like any other', async () => {
    const short = { ...assertion, expires: '2021-03-02T09:30:00Z' }
    const fetch = web({ ...pages, [assertion.id]: short })
    expect(await codes(short, { fetch })).toMatchObject({ validity: 'validity.expired' })
    expect(await codes(short, { fetch, now: new Date('2019-01-01') })).toMatchObject({
      validity: 'validity.not-yet',
    })
  })

  test('counts endorsements only when their own site gives them and they are about it', async () => {
    const endorser = { ...issuer, id: 'https://ami.example/issuer.json', name: 'Ami' }
    const praise = {
      '@context': 'https://w3id.org/openbadges/v2',
      type: 'Endorsement',
      id: 'https://ami.example/praise/1',
      claim: { id: badge.id, endorsementComment: 'Sérieux' },
      issuer: endorser.id,
      issuedOn: '2020-04-01T00:00Z',
      verification: { type: 'HostedBadge' },
    }
    const world = (one: object) =>
      web({
        ...pages,
        [badge.id]: { ...badge, endorsement: praise.id },
        [endorser.id]: endorser,
        [praise.id]: one,
      })
    const of = async (one: object) => (await codes(assertion, { fetch: world(one) })).endorsements
    expect(await of(praise)).toBe('endorsements.valid')
    expect(await of({ ...praise, claim: { id: assertion.id } })).toBe('endorsements.foreign-subject')
    expect(await of({ ...praise, issuer: issuer.id })).toBe('endorsements.invalid')
    expect(await of({ ...praise, issuer: 'https://far.example/i' })).toBe('endorsements.undetermined')
  })
})

describe('the scope of an issuer (T13)', () => {
  const evil = 'https://evil.example'
  const at = async (id: string, verification?: object) => {
    const one = { ...assertion, id }
    const fetch: GuardedFetch = async (url, request) =>
      web({
        ...pages,
        [issuer.id]: { ...issuer, ...(verification ? { verification } : {}) },
        [url]: pages[url] ?? one,
      })(url === issuer.id ? issuer.id : url, request)
    const own: GuardedFetch = async (url, request) =>
      url === issuer.id
        ? web({ [issuer.id]: { ...issuer, ...(verification ? { verification } : {}) } })(url, request)
        : fetch(url, request)
    return codes(one, { fetch: own })
  }

  test.each([
    [`${site}/awards/8`, undefined],
    [`${site}/awards/8`, { startsWith: `${site}/awards` }],
    [`${site}/awards/8`, { startsWith: [`${site}/other`, `${site}/awards/`] }],
    ['https://awards.example/8', { allowedOrigins: ['awards.example'] }],
    ['https://awards.example/8', { allowedOrigins: 'https://awards.example' }],
    ['https://awards.example:8443/8', { allowedOrigins: 'awards.example:8443' }],
    [
      'https://awards.example/a/8',
      { allowedOrigins: 'awards.example', startsWith: 'https://awards.example/a' },
    ],
  ])('%s is within %j', async (id, verification) => {
    expect((await at(id, verification)).issuer).toBe('issuer.hosted')
  })

  test.each([
    [`${evil}/awards/8`, undefined],
    ['https://atelier.example.evil.example/awards/8', undefined],
    ['https://atelier.example:444/awards/8', undefined],
    ['https://evil.example/atelier.example/awards/8', undefined],
    [`${site}.evil.example/awards/8`, { startsWith: site }],
    [`${site}/awardsX/8`, { startsWith: `${site}/awards` }],
    [`${site}/awards/../private/8`, { startsWith: `${site}/awards` }],
    [`${site}/awards/%2e%2e/private/8`, { startsWith: `${site}/awards` }],
    [`${site}/awards%2f8`, { startsWith: `${site}/awards` }],
    [`${site}/AWARDS/8`, { startsWith: `${site}/awards` }],
    [`${site}/awards/8`, { startsWith: [] }],
    [`${site}/awards/8`, { startsWith: `${site}/awards?x=` }],
    [`${site}/awards/8`, { startsWith: 'https:' }],
    [`${site}/awards/8`, { startsWith: 'https://user@atelier.example/awards' }],
    [`${evil}/8`, { allowedOrigins: ['awards.example'] }],
    ['https://sub.awards.example/8', { allowedOrigins: ['awards.example'] }],
    ['https://awards.example.evil.example/8', { allowedOrigins: ['awards.example'] }],
    ['https://awards.example/8', { allowedOrigins: ['awards.example/other'] }],
    ['https://awards.example/8', { allowedOrigins: ['*'] }],
    [
      'https://awards.example/8',
      { allowedOrigins: 'awards.example', startsWith: 'https://awards.example/a' },
    ],
  ])('%s is outside %j', async (id, verification) => {
    expect((await at(id, verification)).issuer).toBe('issuer.outside-scope')
  })

  test.each([
    'https://atelier.example@evil.example/8',
    'ftp://atelier.example/8',
    'https://user:x@atelier.example/8',
  ])('%s is never asked for', async (id) => {
    expect((await at(id)).proof).toBe('proof.hosted-address')
  })
})

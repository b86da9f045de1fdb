import { createSign, generateKeyPairSync } from 'node:crypto'
import { type GuardedFetch, type VerifyOptions, verify } from '../src/index.ts'

export const encode = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))

/** A web of documents; `null` stands for 410. */
export const web =
  (pages: Record<string, unknown>, moved: Record<string, string> = {}): GuardedFetch =>
  async (url) => {
    const page = pages[url]
    if (page === undefined) throw new Error('no such page in this test')
    const answer = { url: moved[url] ?? url, contentType: 'application/json' }
    return page === null
      ? { ...answer, status: 410, bytes: new Uint8Array() }
      : { ...answer, status: 200, bytes: page instanceof Uint8Array ? page : encode(page) }
  }

/** The code of each check, by its name, with verdict and format. */
export const codes = async (
  input: Uint8Array | string | object,
  options: VerifyOptions = {},
): Promise<Record<string, string>> => {
  const bytes = typeof input === 'string' || input instanceof Uint8Array ? input : JSON.stringify(input)
  const { verdict, format, checks } = await verify(bytes, options)
  return { verdict, format, ...Object.fromEntries(checks.map(({ name, code }) => [name, code])) }
}

export const site = 'https://atelier.example'
export const issuer = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Issuer',
  id: `${site}/issuer.json`,
  name: 'Atelier du Port',
  url: site,
  email: 'contact@atelier.example',
}
export const badge = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'BadgeClass',
  id: `${site}/badges/1.json`,
  name: 'Travailler en équipe',
  description: 'Mener une tâche commune à son terme.',
  image: `${site}/badges/1.png`,
  criteria: { narrative: 'A organisé le travail de trois personnes.' },
  issuer: issuer.id,
  alignment: [{ targetName: 'Coopérer', targetUrl: 'https://referentiel.example/c2', targetCode: 'C2' }],
  tags: ['coopération'],
}
export const assertion = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: `${site}/awards/7`,
  recipient: {
    type: 'email',
    hashed: true,
    salt: 'Kosher',
    identity: 'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399',
  },
  badge: badge.id,
  verification: { type: 'hosted' },
  issuedOn: '2020-03-02T09:30:00Z',
  evidence: { id: `${site}/proofs/7`, narrative: 'Photo du chantier.' },
}
export const pages = { [issuer.id]: issuer, [badge.id]: badge, [assertion.id]: assertion }

export const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
export const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
export const weak = generateKeyPairSync('rsa', { modulusLength: 1024 })
export const pem = (pair: typeof rsa): string =>
  pair.publicKey.export({ type: 'spki', format: 'pem' }).toString()
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
export const jws = (payload: object, pair = rsa, header: object = { alg: 'RS256', typ: 'JWT' }): string => {
  const input = `${part(header)}.${part(payload)}`
  return `${input}.${createSign('sha256').update(input).sign(pair.privateKey).toString('base64url')}`
}

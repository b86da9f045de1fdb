import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { Ajv2019 } from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { directQuads } from '../src/canonical/direct.ts'
import { generalQuads } from '../src/canonical/general.ts'
import { canonicalize } from '../src/canonical/rdfc10.ts'
import { bundleOf, type Edition } from '../src/contexts/bundle.ts'
import { prepare, sign, verify } from '../src/index.ts'
import { isJsonObject, type JsonObject } from '../src/json.ts'
import { parseJson } from '../src/json-parse.ts'
import { fixtureText, hasFixtures } from './fixture.ts'
import { listedCredential, makeIssuer, sampleCredential } from './sample.ts'

const plain = (value: unknown): JsonObject => {
  const copy = parseJson(JSON.stringify(value))
  if (!isJsonObject(copy)) throw new TypeError('a credential is an object')
  return copy
}

const issuer = await makeIssuer()
const signed = plain(await sign(prepare(sampleCredential(issuer.did)), issuer))

const loader = (edition: Edition) => async (url: string) => {
  const key = issuer.document.verificationMethod?.find(({ id }) => id === url)
  const document =
    bundleOf(edition).at(url) ??
    (url === issuer.did ? { ...issuer.document } : undefined) ??
    (key && { '@context': 'https://w3id.org/security/multikey/v1', ...key })
  if (!document) throw new Error(`not expected: ${url}`)
  return { contextUrl: null, documentUrl: url, document, tag: 'static' }
}

describe('a badge signed here', () => {
  test.each(['2025', '2026'] as const)(
    'verifies with @digitalbazaar/vc under the %s text of context 3.0.3',
    async (edition) => {
      const result = await vc.verifyCredential({
        credential: signed,
        suite: new DataIntegrityProof({ cryptosuite }),
        documentLoader: loader(edition),
      })
      expect(result.error).toBeUndefined()
      expect(result.verified).toBe(true)
    },
  )

  test('verifies here when @digitalbazaar/vc signed it', async () => {
    const { makePeerKey } = await import('./peer-key.ts')
    const peer = await makePeerKey()
    const credential = plain(sampleCredential(peer.controller))
    const suite = new DataIntegrityProof({ signer: peer.signer, cryptosuite, date: '2026-03-02T09:30:00Z' })
    const theirs = await vc.issue({ credential, suite, documentLoader: loader('2026') })
    expect((await verify(plain(theirs))).verdict).toBe('valid')
  })

  test.each(['2025', '2026'] as const)(
    'has the same canonical form by the general processor, %s',
    async (edition) => {
      const { proof: _, ...document } = signed
      const direct = directQuads(document, bundleOf(edition))
      expect(direct).toBeDefined()
      const ours = await canonicalize(direct ?? [])
      const general = await canonicalize(await generalQuads(document, bundleOf(edition)))
      expect(ours.nQuads).toBe(general.nQuads)
    },
  )

  test.skipIf(!hasFixtures)(
    'passes the strict OB 3.0 schema (skipped where ../shared/fixtures is absent)',
    () => {
      const ajv = new Ajv2019({ strict: false, allErrors: true })
      addFormats.default(ajv)
      const path = '1edtech-ob-specification/v3p0/schema/achievementcredential.json'
      const validate = ajv.compile(JSON.parse(fixtureText(path)))
      for (const one of [
        signed,
        plain(listedCredential(issuer.did, 'https://badges.example/status/1', 94_567)),
      ]) {
        expect(validate(one), JSON.stringify(validate.errors)).toBe(true)
      }
    },
  )
})

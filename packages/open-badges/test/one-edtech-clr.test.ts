import { describe, expect, test } from 'vitest'
import { type DidDocument, verify } from '../src/index.ts'
import { fixture, hasFixtures } from './fixture.ts'

const folder = '1edtech-public-validator/clr20'
const text = (name: string): string => new TextDecoder().decode(fixture(`${folder}/${name}`))

// What the issuers of the samples, who do not exist, would publish: the keys that the samples name.
const listed = (name: string): ((id: string) => DidDocument | undefined) => {
  const named = [...text(name).matchAll(/"verificationMethod"\s*:\s*"(https:[^"#]*)#([^"]+)"/g)]
  return (id) => {
    const methods = named
      .filter(([, base]) => base === id)
      .map(([, base = '', key = '']) => ({
        id: `${base}#${key}`,
        type: 'Multikey',
        controller: base,
        publicKeyMultibase: key,
      }))
    return methods.length === 0
      ? undefined
      : { id, verificationMethod: methods, assertionMethod: methods.map((one) => one.id) }
  }
}

describe.skipIf(!hasFixtures)(
  'the 1EdTech samples of CLR 2.0 (skipped where ../shared/fixtures is absent)',
  () => {
    test('simple.json is valid once its issuers list their keys', async () => {
      const report = await verify(text('simple.json'), { resolveDid: listed('simple.json') })
      const faults = report.checks.filter(({ state }) => state === 'invalid' || state === 'undetermined')
      expect([
        faults,
        report.nested?.map(({ checks }) => checks.filter(({ state }) => state === 'invalid')),
      ]).toEqual([[], [[]]])
      expect([report.format, report.verdict]).toEqual(['clr2', 'valid'])
    })

    test.each([
      ['complex.json', 'proof.signature', 'issuer.unsupported', 'invalid'],
      ['simple_v1.json', 'proof.method-malformed', 'issuer.not-run', 'invalid'],
      ['simple.jwt', 'proof.not-run', 'issuer.not-run', 'invalid'],
    ])(
      '%s is read as a record; its issuer cannot be proven (DIVERGENCES.md)',
      async (name, proof, issuer, verdict) => {
        const report = await verify(text(name).trim(), { resolveDid: listed(name) })
        const codes = Object.fromEntries(report.checks.map((one) => [one.name, one.code]))
        expect([report.format, codes.structure, codes.proof, codes.issuer, report.verdict]).toEqual([
          'clr2',
          'structure.clr',
          proof,
          issuer,
          verdict,
        ])
      },
    )
  },
)

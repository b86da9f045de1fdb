import { describe, expect, test } from 'vitest'
import type { Quad } from '../../src/canonical/rdf.ts'
import { canonicalize } from '../../src/canonical/rdfc10.ts'
import { type JsonObject, prepare, sign, verify } from '../../src/index.ts'
import { seeded } from '../mutations.ts'
import { makeIssuer, sampleCredential } from '../sample.ts'

const triple = (subject: string, object: string, predicate = '<urn:p>'): Quad => ({
  subject,
  predicate,
  object,
  graph: '',
})

/** Graphs whose blank nodes cannot be told apart by what stands next to them. */
function poisoned(kind: number, size: number): Quad[] {
  const node = (at: number): string => `_:n${at % size}`
  const all = Array.from({ length: size }, (_, at) => at)
  if (kind === 0) return all.flatMap((a) => all.filter((b) => b !== a).map((b) => triple(node(a), node(b))))
  if (kind === 1) return all.flatMap((a) => [triple(node(a), node(a + 1)), triple(node(a + 1), node(a))])
  if (kind === 2) {
    const halves = [all.filter((a) => a % 2 === 0), all.filter((a) => a % 2 === 1)] as const
    return halves[0].flatMap((a) =>
      halves[1].flatMap((b) => [triple(node(a), node(b)), triple(node(b), node(a))]),
    )
  }
  if (kind === 3) return all.flatMap((a) => [1, 2, 4].map((step) => triple(node(a), node(a + step))))
  return all.flatMap((a) =>
    all.filter((b) => b !== a).map((b) => triple(node(a), node(b), `<urn:p${(a + b) % 2}>`)),
  )
}

describe('T9, graphs made to hold a verifier up', () => {
  test('fifty are refused, or told apart within the steps that are allowed', {
    timeout: 20_000,
  }, async () => {
    let refused = 0
    for (let at = 0; at < 50; at += 1) {
      const quads = poisoned(at % 5, 8 + Math.floor(at / 5) * 2)
      try {
        const { nQuads } = await canonicalize(quads)
        expect(nQuads.length).toBeGreaterThan(0)
      } catch (error) {
        expect(error).toMatchObject({ code: 'canonical.poison-graph' })
        refused += 1
      }
    }
    expect(refused).toBeGreaterThan(30)
  })

  test('inside a credential, is refused before it is hashed, or by name', { timeout: 20_000 }, async () => {
    const issuer = await makeIssuer()
    const signed: JsonObject = JSON.parse(
      JSON.stringify(await sign(prepare(sampleCredential(issuer.did)), issuer)),
    )
    const random = seeded(9)
    for (let at = 0; at < 50; at += 1) {
      const evidence = Array.from({ length: 8 + Math.floor(random() * 40) }, () => ({ type: ['Evidence'] }))
      const related = Array.from({ length: 12 }, (_, order) => ({ type: ['Related'], id: `_:b${order % 4}` }))
      const hostile = at % 2 === 0 ? { ...signed, evidence } : { ...signed, related, evidence }
      const { verdict, checks } = await verify(hostile)
      expect([verdict, checks.length]).toEqual(['invalid', 11])
    }
  })
})

import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { platformCrypto, useCrypto } from '../crypto/platform.ts'
import { OpenBadgesError } from '../errors.ts'
import type { Quad } from './rdf.ts'
import { canonicalize, maxGraphSteps, maxSteps, stepsBetweenPauses } from './rdfc10.ts'

const quad = (from: number, to: number, predicate = '<urn:p>'): Quad => ({
  subject: `_:n${from}`,
  predicate,
  object: `_:n${to}`,
  graph: '',
})
const range = (length: number): number[] => Array.from({ length }, (_, at) => at)

const hostile: Record<string, Quad[]> = {
  clique: range(9).flatMap((from) => range(9).flatMap((to) => (from === to ? [] : [quad(from, to)]))),
  'large clique': range(40).flatMap((from) =>
    range(40).flatMap((to) => (from === to ? [] : [quad(from, to)])),
  ),
  ring: range(3_000).map((at) => quad(at, (at + 1) % 3_000)),
  'ring both ways': range(600).flatMap((at) => [quad(at, (at + 1) % 600), quad((at + 1) % 600, at)]),
  hubs: range(3).flatMap((hub) => range(3_500).map((at) => quad(hub, 10 + hub * 3_500 + at))),
  grid: range(400).flatMap((at) => [quad(at, (at + 1) % 400), quad(at, (at + 20) % 400)]),
  'many triangles': range(1_500).map((at) => quad(at, at % 3 === 2 ? at - 2 : at + 1)),
}

const adapter = platformCrypto()
afterEach(() => void useCrypto(adapter))

interface Work {
  hashes: number
  /** The most hashes made without a turn of the event loop. */
  longest: number
  code: string
}

// Work is counted, not timed: a hash of a short text, a microsecond or two, is the unit of it.
async function workOf(quads: Quad[], steps: number): Promise<Work> {
  let hashes = 0
  let sinceTurn = 0
  let longest = 0
  let running = true
  const turn = (): void => {
    sinceTurn = 0
    if (running) setImmediate(turn)
  }
  setImmediate(turn)
  useCrypto({
    ...adapter,
    digestHex: (algorithm, text) => {
      hashes += 1
      sinceTurn += 1
      longest = Math.max(longest, sinceTurn)
      return adapter.digestHex?.(algorithm, text) ?? ''
    },
  })
  let code = 'ordered'
  try {
    await canonicalize(quads, { maxSteps: steps })
  } catch (error) {
    if (!(error instanceof OpenBadgesError)) throw error
    code = error.code
  }
  running = false
  return { hashes, longest, code }
}

const nodesOf = (quads: Quad[]): number => new Set(quads.flatMap((one) => [one.subject, one.object])).size

test.each(Object.entries(hostile))(
  '%s: work is bounded, and others have their turn',
  async (_name, quads) => {
    for (const steps of [maxSteps, maxGraphSteps]) {
      const { hashes, longest, code } = await workOf(quads, steps)
      // One hash for each blank node, which a file's size bounds; then what the steps allow.
      expect(hashes).toBeLessThanOrEqual(nodesOf(quads) + steps)
      expect(longest).toBeLessThanOrEqual(nodesOf(quads) + stepsBetweenPauses + 1)
      expect(['ordered', 'canonical.poison-graph']).toContain(code)
    }
  },
)

test('the worst are refused', async () => {
  for (const name of ['clique', 'large clique', 'ring both ways', 'hubs'] as const) {
    expect([name, (await workOf(hostile[name] ?? [], maxSteps)).code]).toEqual([
      name,
      'canonical.poison-graph',
    ])
  }
})

test('no made-up graph takes more, and its lines do not depend on the names of its nodes', async () => {
  const edges = fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.constantFrom('<urn:p>', '<urn:q>')), {
    minLength: 1,
    maxLength: 20,
  })
  await fc.assert(
    fc.asyncProperty(edges, fc.shuffledSubarray(range(8), { minLength: 8 }), async (given, names) => {
      const one = given.map(([from, to, predicate]) => quad(from, to, predicate))
      const other = given
        .map(([from, to, predicate]) => quad(names[from] ?? 0, names[to] ?? 0, predicate))
        .reverse()
      const { hashes, code } = await workOf(one, maxSteps)
      expect(hashes).toBeLessThanOrEqual(8 + maxSteps)
      if (code === 'ordered' && (await workOf(other, maxSteps)).code === 'ordered')
        expect((await canonicalize(other)).nQuads).toBe((await canonicalize(one)).nQuads)
    }),
    { numRuns: 300 },
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { directRecords } from '../src/canonical/direct.ts'
import { generalQuads } from '../src/canonical/general.ts'
import { canonicalize } from '../src/canonical/rdfc10.ts'
import { canonicalText } from '../src/canonical/statements.ts'
import { OpenBadgesError } from '../src/errors.ts'
import { generatedBadge } from './generated-badge.ts'

const runs = Number(process.env['GENERATED'] ?? 300)

const outcome = async (work: () => Promise<string>): Promise<string> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof OpenBadgesError) return error.code
    throw error
  }
}

test(`the short way and the general way give the same bytes (${runs} generated badges)`, {
  timeout: 1_800_000,
}, async () => {
  let compared = 0
  await fc.assert(
    fc.asyncProperty(generatedBadge, async (badge) => {
      const records = directRecords(badge)
      if (!records) return
      const short = await outcome(() => canonicalText(records))
      const general = await outcome(async () => (await canonicalize(await generalQuads(badge))).nQuads)
      expect(short).toBe(general)
      compared += 1
    }),
    { numRuns: runs },
  )
  expect(compared).toBeGreaterThan(runs * 0.9)
})

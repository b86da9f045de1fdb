import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bothWays } from './agreement.ts'
import { generatedBadge } from './generated-badge.ts'

const runs = Number(process.env['GENERATED'] ?? 200)

test(`the short way and the general way give the same bytes (${runs} generated badges)`, {
  timeout: 1_800_000,
}, async () => {
  let compared = 0
  await fc.assert(
    fc.asyncProperty(generatedBadge, async (badge) => {
      const both = await bothWays(badge)
      if (!both) return
      for (const short of both.short) expect(short).toBe(both.general)
      compared += 1
    }),
    { numRuns: runs },
  )
  expect(compared).toBeGreaterThan(runs * 0.9)
})

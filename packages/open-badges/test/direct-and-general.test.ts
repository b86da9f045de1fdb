import fc from 'fast-check'
import { expect, test } from 'vitest'
import { directRecords } from '../src/canonical/direct.ts'
import { generalQuads } from '../src/canonical/general.ts'
import { canonicalize } from '../src/canonical/rdfc10.ts'
import { canonicalText } from '../src/canonical/statements.ts'
import { OpenBadgesError } from '../src/errors.ts'
import { isJsonObject, type JsonObject } from '../src/json.ts'
import { learnPart } from '../src/known-parts.ts'
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

function learnParts({ issuer, credentialSubject: subject }: JsonObject): void {
  for (const part of [issuer, isJsonObject(subject) ? subject['achievement'] : undefined]) {
    if (!isJsonObject(part)) continue
    learnPart(part)
    learnPart(part)
  }
}

test(`the short way and the general way give the same bytes (${runs} generated badges)`, {
  timeout: 1_800_000,
}, async () => {
  let compared = 0
  await fc.assert(
    fc.asyncProperty(generatedBadge, async (badge) => {
      const general = await outcome(async () => (await canonicalize(await generalQuads(badge))).nQuads)
      // As a stranger, then with its issuer and achievement known and kept.
      for (let turn = 0; turn < 3; turn += 1) {
        const records = directRecords(badge)
        if (!records) return
        expect(await outcome(() => canonicalText(records))).toBe(general)
        if (turn === 0) learnParts(badge)
      }
      compared += 1
    }),
    { numRuns: runs },
  )
  expect(compared).toBeGreaterThan(runs * 0.9)
})

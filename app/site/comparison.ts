import { demoAccountIds } from '../domains/accounts/index.ts'
import { natures, publishedVersions } from '../domains/achievements/index.ts'
import { openPagesOf } from '../domains/backpack/index.ts'
import { credentialsByIds } from '../domains/issuing/index.ts'
import {
  type BadgeFacts,
  type BadgeReading,
  type Mark,
  markFor,
  readFacts,
  verifyBadge,
} from '../domains/verification/index.ts'
import type { Context } from '../infra/context.ts'

/** A public badge, read and verified as its own page reads it. */
export interface ComparedBadge {
  path: string
  reading: BadgeReading
  facts: BadgeFacts
  mark: Mark
}

const keptMilliseconds = 60_000
const kept = new Map<string, { at: number; badges: ComparedBadge[] }>()

/**
 * Two public badges of one name and of different natures, for the front page. Only invented people of the
 * demo: nobody else chose to stand there. Empty where there is no demo.
 */
export async function readComparison(ctx: Context): Promise<ComparedBadge[]> {
  const now = ctx.clock.now().getTime()
  const known = kept.get(ctx.origin)
  if (known !== undefined && Math.abs(now - known.at) < keptMilliseconds) return known.badges
  const badges = (await Promise.all((await pairOf(ctx)).map((one) => readOne(ctx, one)))).flat()
  kept.set(ctx.origin, { at: now, badges })
  return badges
}

interface Candidate {
  path: string
  json: string
}

async function pairOf(ctx: Context): Promise<Candidate[]> {
  const pages = await openPagesOf(ctx, await demoAccountIds(ctx))
  const credentials = new Map(
    (
      await credentialsByIds(
        ctx,
        pages.map((one) => one.credentialId),
      )
    ).map((one) => [one.id, one]),
  )
  const versions = await publishedVersions(ctx, [...credentials.values()])
  const shown = pages.flatMap(({ slug, credentialId }) => {
    const credential = credentials.get(credentialId)
    const version = versions.find(
      (one) => one.achievementId === credential?.achievementId && one.version === credential.version,
    )
    return version === undefined || credential?.json == null || credential.revokedAt !== null
      ? []
      : [{ path: `/b/${slug}`, json: credential.json, name: version.name, nature: version.nature }]
  })
  for (const one of shown) {
    const other = shown.find((two) => two.name === one.name && two.nature !== one.nature)
    if (other !== undefined)
      return [one, other].sort((a, b) => natures.indexOf(a.nature) - natures.indexOf(b.nature))
  }
  return []
}

async function readOne(ctx: Context, { path, json }: Candidate): Promise<ComparedBadge[]> {
  const reading = await verifyBadge(ctx, json)
  if (reading.credential === undefined) return []
  const facts = readFacts(reading.credential, reading.report)
  return [{ path, reading, facts, mark: await markFor(ctx, reading.credential, facts) }]
}

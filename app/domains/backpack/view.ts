import type { OpenBadgeCredential } from '@insigne/open-badges'
import { type Context, found } from '../../infra/context.ts'
import { refuse } from '../../infra/refusal.ts'
import { type AchievementVersion, publishedVersion } from '../achievements/index.ts'
import { type Credential, credentialById } from '../issuing/index.ts'
import { type Organisation, organisationById } from '../organisations/index.ts'
import {
  type BadgeFacts,
  type BadgeReading,
  type Mark,
  markFor,
  readFacts,
  verifyBadge,
} from '../verification/index.ts'
import { backpackRefusals } from './errors.ts'

/** A badge as every page here shows it: read from its signed text, and verified while one looks. */
export interface BadgeView {
  credential: Credential
  /** The signed text. */
  json: string
  /** What it says, validated. */
  signed: OpenBadgeCredential
  reading: BadgeReading
  facts: BadgeFacts
  mark: Mark
  organisation: Organisation
  version: AchievementVersion
}

export async function viewBadge(ctx: Context, credentialId: string): Promise<BadgeView> {
  const credential = found(await credentialById(ctx, credentialId))
  const organisation = found(await organisationById(ctx, credential.organisationId))
  const version = found(await publishedVersion(ctx, credential.achievementId, credential.version))
  if (credential.json === null) throw refuse(backpackRefusals.unsigned)
  const reading = await readOnce(ctx, credential, credential.json)
  if (reading.credential === undefined) throw new Error('a badge of ours cannot be read')
  const facts = readFacts(reading.credential, reading.report)
  const mark = await markFor(ctx, reading.credential, facts)
  const signed = reading.credential
  return { credential, json: credential.json, signed, reading, facts, mark, organisation, version }
}

const keptMilliseconds = 5_000
const keptReadings = 500
const recent = new Map<string, BadgeReading>()

// A page that a whole room opens at once is verified once in a few seconds. A withdrawal is known at once:
// it is part of the key.
async function readOnce(ctx: Context, credential: Credential, json: string): Promise<BadgeReading> {
  const key = `${ctx.origin} ${credential.id} ${credential.revokedAt?.getTime() ?? ''}`
  const known = recent.get(key)
  const age = known === undefined ? undefined : ctx.clock.now().getTime() - known.checkedAt.getTime()
  if (known !== undefined && age !== undefined && age >= 0 && age < keptMilliseconds) return known
  const reading = await verifyBadge(ctx, json)
  recent.delete(key)
  // What could not be concluded is asked again at once.
  if (reading.report.verdict === 'undetermined') return reading
  recent.set(key, reading)
  const [oldest] = recent.keys()
  if (recent.size > keptReadings && oldest !== undefined) recent.delete(oldest)
  return reading
}

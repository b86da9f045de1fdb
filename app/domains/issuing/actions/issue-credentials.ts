import { buildCredential, buildStatusEntry, type CredentialInput, prepare } from '@insigne/open-badges'
import { sql } from 'kysely'
import { type Context, change } from '../../../infra/context.ts'
import { newId } from '../../../infra/ids.ts'
import { refuse } from '../../../infra/refusal.ts'
import { type AchievementVersion, achievementJson, publishedVersion } from '../../achievements/index.ts'
import { type Organisation, organisationProfile, permit } from '../../organisations/index.ts'
import { issuingRefusals } from '../errors.ts'
import { wakeSigner } from '../jobs.ts'
import { nameKey } from '../rules.ts'
import { allocatePlaces, type StatusPlace, statusListUrl } from '../status-lists.ts'
import { tables } from '../tables.ts'

/** Somebody deserves an achievement: what the credential will say. */
export interface IssueRequest {
  achievementId: string
  version: number
  recipient: { name: string; address: string | null }
  awardedAt: Date
  validUntil?: Date | undefined
  evidence: { name?: string | undefined; narrative?: string | undefined; url?: string | undefined }[]
  narrative?: string | undefined
  /** Names what asked for it. Asked twice with the same name, the first credential is the answer. */
  sourceId: string
}

export interface Issued {
  sourceId: string
  credentialId: string
}

/**
 * Prepares credentials and records them, in the caller's transaction; the worker signs them once it is
 * committed. What cannot be prepared is never recorded.
 */
export const issueCredentials = (
  ctx: Context,
  organisation: Organisation,
  requests: IssueRequest[],
): Promise<Issued[]> =>
  change(ctx, async (tx) => {
    await permit(tx, organisation, 'credential.award')
    if (requests.length === 0) return []
    const asked = [...new Map(requests.map((request) => [request.sourceId, request])).values()]
    const known = await issuedFor(tx, asked)
    const fresh = asked.filter((request) => !known.has(request.sourceId))
    if (fresh.length > 0) {
      const describe = await describer(tx, organisation, fresh)
      const places = await allocatePlaces(tx, organisation.id, fresh.length)
      const rows = fresh.flatMap((request, order) => {
        const place = places[order]
        return place === undefined ? [] : [intentRow(tx, organisation, request, place, describe)]
      })
      await storeIntents(tx, rows)
      await tx.queue.enqueue(tx, wakeSigner, { organisationId: organisation.id })
    }
    const all = fresh.length > 0 ? await issuedFor(tx, asked) : known
    return requests.flatMap(({ sourceId }) => {
      const credentialId = all.get(sourceId)
      return credentialId === undefined ? [] : [{ sourceId, credentialId }]
    })
  })

async function issuedFor(ctx: Context, requests: IssueRequest[]): Promise<Map<string, string>> {
  const sources = requests.map((request) => request.sourceId)
  const rows = await tables(ctx)
    .selectFrom('credentials')
    .select(['id', 'source_id'])
    .where(sql<boolean>`source_id = any(${sources}::text[])`)
    .execute()
  return new Map(rows.map((row) => [row.source_id, row.id]))
}

type Describe = (request: IssueRequest) => Pick<CredentialInput, 'achievement' | 'issuer' | 'name'>

/** Reads each version once; an award of 10,000 people says the same thing of all of them. */
async function describer(
  ctx: Context,
  organisation: Organisation,
  requests: IssueRequest[],
): Promise<Describe> {
  const issuer = organisationProfile(ctx.origin, organisation)
  const versions = new Map<string, AchievementVersion>()
  for (const { achievementId, version } of requests) {
    const key = `${achievementId} ${version}`
    if (versions.has(key)) continue
    const found = await publishedVersion(ctx, achievementId, version)
    if (found === undefined || found.organisationId !== organisation.id)
      throw refuse(issuingRefusals.notPublished)
    versions.set(key, found)
  }
  const described = new Map(
    [...versions].map(([key, version]) => [
      key,
      { achievement: achievementJson(ctx.origin, organisation, version), issuer, name: version.name },
    ]),
  )
  return ({ achievementId, version }) => {
    const one = described.get(`${achievementId} ${version}`)
    if (one === undefined) throw refuse(issuingRefusals.notPublished)
    return one
  }
}

interface IntentRow {
  id: string
  source_id: string
  organisation_id: string
  achievement_id: string
  version: number
  recipient_name: string
  recipient_address: string | null
  recipient_key: string
  prepared_json: string
  status_list_id: string
  status_index: number
  issued_at: Date
  valid_until: Date | null
  created_at: Date
}

function intentRow(
  ctx: Context,
  organisation: Organisation,
  request: IssueRequest,
  place: StatusPlace,
  describe: Describe,
): IntentRow {
  const id = newId()
  const { recipient } = request
  const credential = buildCredential({
    id: `urn:uuid:${id}`,
    ...describe(request),
    subject: {
      // Opaque and new for each credential: two badges of one person cannot be joined by it.
      id: `urn:uuid:${newId()}`,
      identifier: [{ hashed: false, identityHash: recipient.name, identityType: 'name' }],
      ...(request.narrative === undefined ? {} : { narrative: request.narrative }),
    },
    validFrom: request.awardedAt,
    awardedDate: request.awardedAt,
    ...(request.validUntil === undefined ? {} : { validUntil: request.validUntil }),
    evidence: request.evidence.map(({ name, narrative, url }) => ({
      ...(url === undefined ? {} : { id: url }),
      ...(name === undefined ? {} : { name }),
      ...(narrative === undefined ? {} : { narrative }),
    })),
    credentialStatus: buildStatusEntry({
      list: statusListUrl(ctx.origin, place.listId),
      index: place.index,
      purpose: 'revocation',
    }),
  })
  return {
    id,
    source_id: request.sourceId,
    organisation_id: organisation.id,
    achievement_id: request.achievementId,
    version: request.version,
    recipient_name: recipient.name,
    recipient_address: recipient.address,
    recipient_key: nameKey(recipient.name),
    prepared_json: prepare(credential).toJson(),
    status_list_id: place.listId,
    status_index: place.index,
    issued_at: request.awardedAt,
    valid_until: request.validUntil ?? null,
    created_at: ctx.clock.now(),
  }
}

/** One statement whatever the number of rows. A source that another transaction recorded meanwhile wins. */
async function storeIntents(ctx: Context, rows: IntentRow[]): Promise<void> {
  await sql`
    insert into credentials (id, source_id, organisation_id, achievement_id, version, recipient_name,
      recipient_address, recipient_key, prepared_json, status_list_id, status_index, issued_at, valid_until,
      created_at)
    select id, source_id, organisation_id, achievement_id, version, recipient_name,
      recipient_address, recipient_key, prepared_json, status_list_id, status_index, issued_at, valid_until,
      created_at
    from json_to_recordset(${JSON.stringify(rows)}::json) as row (
      id uuid, source_id text, organisation_id uuid, achievement_id uuid, version int, recipient_name text,
      recipient_address text, recipient_key text, prepared_json text, status_list_id uuid, status_index int,
      issued_at timestamptz, valid_until timestamptz, created_at timestamptz)
    on conflict (source_id) do nothing`.execute(ctx.db)
}

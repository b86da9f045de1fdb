import { type Context, found, requirePerson } from '../../infra/context.ts'
import { type AchievementVersion, publishedVersions } from '../achievements/index.ts'
import { type Credential, credentialById, credentialsByIds } from '../issuing/index.ts'
import { type Organisation, organisationsById } from '../organisations/index.ts'
import { askerOf } from './access.ts'
import { type Entry, entriesOf, entryById, openPages, type PublicPage, pageBySlug } from './store.ts'

/** A line of the backpack. */
export interface EntryLine {
  entry: Entry
  credential: Credential
  version: AchievementVersion
  organisation: Organisation
  public: boolean
}

/** The signed-in person's backpack, newest first. */
export async function backpackOf(ctx: Context): Promise<EntryLine[]> {
  requirePerson(ctx)
  const asker = found(await askerOf(ctx))
  const entries = await entriesOf(ctx, asker.accountId, asker.addresses)
  const credentials = new Map(
    (
      await credentialsByIds(
        ctx,
        entries.map((one) => one.credentialId),
      )
    ).map((one) => [one.id, one]),
  )
  const all = [...credentials.values()]
  const versions = new Map(
    (await publishedVersions(ctx, all)).map((one) => [`${one.achievementId} ${one.version}`, one]),
  )
  const issuers = [...new Set(all.map((one) => one.organisationId))]
  const organisations = new Map((await organisationsById(ctx, issuers)).map((one) => [one.id, one]))
  const open = new Set(
    (
      await openPages(
        ctx,
        entries.map((one) => one.id),
      )
    ).map((one) => one.entryId),
  )
  return entries.flatMap((entry) => {
    const credential = credentials.get(entry.credentialId)
    if (credential === undefined) return []
    const version = versions.get(`${credential.achievementId} ${credential.version}`)
    const organisation = organisations.get(credential.organisationId)
    if (version === undefined || organisation === undefined) return []
    return [{ entry, credential, version, organisation, public: open.has(entry.id) }]
  })
}

/** What a public address leads to: a badge, nothing any more, or nothing ever. */
export type PublicRead =
  | { state: 'open'; page: PublicPage; entry: Entry }
  | { state: 'gone' }
  | { state: 'unknown' }

export async function readPublic(ctx: Context, slug: string): Promise<PublicRead> {
  if (!/^[\w-]{22}$/.test(slug)) return { state: 'unknown' }
  const page = await pageBySlug(ctx, slug)
  if (page === undefined) return { state: 'unknown' }
  const entry = page.withdrawnAt === null ? await entryById(ctx, page.entryId) : undefined
  return entry === undefined || entry.state !== 'kept' ? { state: 'gone' } : { state: 'open', page, entry }
}

/** The signed bytes behind one of our own public addresses, for whoever verifies it here. */
export async function publicBadgeBytes(ctx: Context, url: URL): Promise<Uint8Array | undefined> {
  const slug = /^\/b\/([\w-]{22})(?:\.(?:png|svg|json))?$/.exec(url.pathname)?.[1]
  const read = slug === undefined ? undefined : await readPublic(ctx, slug)
  if (read?.state !== 'open') return undefined
  const credential = await credentialById(ctx, read.entry.credentialId)
  return credential?.json === null || credential === undefined
    ? undefined
    : new TextEncoder().encode(credential.json)
}

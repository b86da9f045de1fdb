import { type Context, change } from '../../../infra/context.ts'
import { type Message, sendMail } from '../../../infra/mail/index.ts'
import { publishedVersions } from '../../achievements/index.ts'
import { type Credential, credentialsByIds } from '../../issuing/index.ts'
import { organisationsById } from '../../organisations/index.ts'
import { receivedLetter } from '../emails/received.ts'
import { insertBearers, insertEntries } from '../store.ts'

/**
 * Puts freshly signed credentials into backpacks and tells their people, in one transaction.
 * Run twice, it opens no second entry and sends no second message.
 */
export const receiveCredentials = (ctx: Context, credentialIds: string[]): Promise<void> =>
  change(ctx, async (tx) => {
    const credentials = await credentialsByIds(tx, credentialIds)
    const fresh = await insertEntries(
      tx,
      credentials.map((one) => ({ credentialId: one.id, address: one.recipientAddress })),
    )
    await sendOffers(tx, credentials, fresh)
  })

/** Tells the people of these credentials, each with a link of their own. `entries` are keyed by credential. */
export async function sendOffers(
  ctx: Context,
  credentials: Credential[],
  entries: ReadonlyMap<string, string>,
): Promise<void> {
  const told = credentials.filter((one) => one.recipientAddress !== null && entries.has(one.id))
  const tokens = await insertBearers(
    ctx,
    told.map((one) => entries.get(one.id) ?? ''),
  )
  await sendMail(ctx, await lettersFor(ctx, told, (one) => tokens.get(entries.get(one.id) ?? '') ?? ''))
}

async function lettersFor(
  ctx: Context,
  credentials: Credential[],
  tokenOf: (credential: Credential) => string,
): Promise<Message[]> {
  const versions = new Map(
    (await publishedVersions(ctx, credentials)).map((one) => [`${one.achievementId} ${one.version}`, one]),
  )
  const issuers = [...new Set(credentials.map((one) => one.organisationId))]
  const organisations = new Map((await organisationsById(ctx, issuers)).map((one) => [one.id, one]))
  return credentials.flatMap((credential) => {
    const version = versions.get(`${credential.achievementId} ${credential.version}`)
    const organisation = organisations.get(credential.organisationId)
    if (version === undefined || organisation === undefined || credential.recipientAddress === null) return []
    const letter = receivedLetter({
      locale: version.language,
      name: credential.recipientName,
      issuer: organisation.displayName,
      achievement: version.name,
      url: `${ctx.origin}/r/${tokenOf(credential)}`,
    })
    return [{ to: credential.recipientAddress, letter, once: `badge:${credential.id}` }]
  })
}

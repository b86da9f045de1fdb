import { randomBytes, randomUUID } from 'node:crypto'
import {
  buildCredential,
  hashIdentity,
  OpenBadgesError,
  type ProfileInput,
  type SubjectInput,
} from '@insigne/open-badges'
import type { AchievementFile } from './achievement-file.ts'
import type { IssueWords } from './issue-words.ts'
import type { KeyFile } from './key-file.ts'
import type { RecipientRow } from './recipients.ts'

interface Terms {
  key: KeyFile
  achievement: AchievementFile
  t: IssueWords
}

const address = /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\.]+(\.[^\s@<>"(),:;[\]\\.]+)+$/
const identifier = /^(did:[a-z0-9]+:|https?:\/\/|urn:[a-z0-9-]+:|mailto:)\S+$/i

export type Draft = { json: string } | { refused: string }

/** The credential of one row as text, to be prepared; a sentence where the row cannot be used. */
export async function draftFor(terms: Terms, row: RecipientRow): Promise<Draft> {
  const fault = faultOfRow(terms, row)
  if (fault !== undefined) return { refused: fault }
  const { id, name, description } = terms.achievement
  const now = new Date()
  const credential = buildCredential({
    id: `urn:uuid:${randomUUID()}`,
    issuer: issuerOf(terms),
    achievement: { id, name, description, criteria: { id } },
    subject: await subjectOf(row),
    name,
    validFrom: now,
    awardedDate: now,
    evidence: evidenceOf(row),
  })
  // The achievement goes in as it was written: what the standard says of it is judged when it is prepared.
  const credentialSubject = { ...credential.credentialSubject, achievement: wholeAchievement(terms) }
  return { json: JSON.stringify({ ...credential, credentialSubject }) }
}

// Two nodes with the same id are one node once signed: a creator who is the issuer is named once.
function wholeAchievement({ key, achievement }: Terms): object {
  const { creator, image, ...plain } = achievement
  return {
    type: ['Achievement'],
    ...plain,
    ...(image === undefined
      ? {}
      : { image: typeof image === 'string' ? { id: image, type: 'Image' } : image }),
    ...(creator === undefined
      ? {}
      : { creator: creator.id === key.did ? { id: creator.id, type: ['Profile'] } : creator }),
  }
}

function faultOfRow({ t }: Terms, row: RecipientRow): string | undefined {
  if (row.overfull) return t.overfull
  if (row.id === '' && row.email === '') return t.nobody
  if (row.id !== '' && !identifier.test(row.id)) return t.badId(row.id)
  if (row.email !== '' && !address.test(row.email)) return t.badEmail(row.email)
  return undefined
}

/** Who signs: named by the key file, or by the achievement where its creator is this very issuer. */
function issuerOf({ key, achievement }: Terms): ProfileInput {
  const { creator } = achievement
  const said = creator !== undefined && creator.id === key.did ? creator : undefined
  const name = key.profile?.name ?? said?.name
  const url = key.profile?.url ?? said?.url
  const email = key.profile?.email ?? said?.email
  return {
    id: key.did,
    ...(name === undefined ? {} : { name }),
    ...(url === undefined ? {} : { url }),
    ...(email === undefined ? {} : { email }),
  }
}

// An e-mail address is only in the badge as a hash, with a salt of its own for each badge.
async function subjectOf({ id, email, name }: RecipientRow): Promise<SubjectInput> {
  const salt = randomBytes(16).toString('base64url')
  const identifiers: SubjectInput['identifier'] = [
    ...(email === ''
      ? []
      : [
          {
            hashed: true,
            identityHash: await hashIdentity(email, salt),
            identityType: 'emailAddress' as const,
            salt,
          },
        ]),
    ...(name === '' ? [] : [{ hashed: false, identityHash: name, identityType: 'name' as const }]),
  ]
  return { ...(id === '' ? {} : { id }), ...(identifiers.length === 0 ? {} : { identifier: identifiers }) }
}

/** An address is the evidence itself; any other text, and the narrative, tell of it. */
function evidenceOf({ evidence, narrative }: RecipientRow) {
  if (evidence === '' && narrative === '') return []
  const isAddress = /^https?:\/\/\S+$/i.test(evidence)
  const told = [isAddress ? '' : evidence, narrative].filter((text) => text !== '').join('\n\n')
  return [{ ...(isAddress ? { id: evidence } : {}), ...(told === '' ? {} : { narrative: told }) }]
}

/** What the library refused, in its own words: the first faults with their places. */
export function faultOf(error: unknown): string {
  if (!(error instanceof OpenBadgesError)) throw error
  return error.errors
    .slice(0, 3)
    .map((fault) => (fault.path ? `${fault.message} ${fault.path}` : fault.message))
    .join(' ; ')
}

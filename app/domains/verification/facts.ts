import type { NatureName, OpenBadgeCredential, VerificationReport } from '@insigne/open-badges'
import { achievementTypeOf, natures, withinSentence } from '../achievements/browser.ts'
import { plainText, readNarrative } from './narrative.ts'

/** What a page says of a badge, read from the validated credential and from nothing else. */
export interface BadgeFacts {
  name: string
  /** The nature, and whether its facts were checked or the issuer alone says so. */
  nature: { id: NatureName; checked: boolean } | undefined
  holder: string | undefined
  /** What the person can do, or did. */
  does: string
  issuer: { name: string; host: string | undefined; url: string | undefined; place: string | undefined }
  /** How it was checked; undefined when the badge does not say. */
  how: string | undefined
  awardedAt: Date | undefined
  validUntil: Date | undefined
}

// Three lines of a phone each: the five answers end within its first screen. The whole stands below.
const longestDeed = 170
const longestWay = 110

export function readFacts(credential: OpenBadgeCredential, report: VerificationReport): BadgeFacts {
  const { credentialSubject: subject, issuer } = credential
  const { achievement } = subject
  return {
    name: keepTogether(achievement.name),
    nature: natureOf(credential, report),
    holder: subject.identifier?.find((one) => one.identityType === 'name' && !one.hashed)?.identityHash,
    does: keepTogether(shorten(deedOf(achievement), longestDeed)),
    issuer: {
      name: issuer.name ?? issuer.id,
      host: hostOfId(issuer.id),
      url: webAddress(issuer.url),
      place: issuer.address?.addressLocality,
    },
    how: howChecked(achievement.criteria.narrative),
    awardedAt: dateOf(credential.awardedDate ?? credential.validFrom),
    validUntil: dateOf(credential.validUntil),
  }
}

// A French sign never begins a line, however the issuer typed it.
const keepTogether = (text: string): string =>
  text.replace(/ (?=[:;?!»])/g, '\u00a0').replace(/« /g, '«\u00a0')

/** What was shown by facts if anything was; else what the issuer says. */
function natureOf(
  { credentialSubject: { achievement } }: OpenBadgeCredential,
  { nature }: VerificationReport,
): BadgeFacts['nature'] {
  if (nature.shown !== 'undetermined') return { id: nature.shown, checked: true }
  const registered = achievement.otherIdentifier?.some((one) => /^ext:(RNCP|RS)$/.test(one.identifierType))
  const said =
    nature.declared ??
    (registered && achievement.achievementType === 'Certification'
      ? 'registered'
      : natures.find((one) => achievementTypeOf[one] === achievement.achievementType))
  if (said === undefined) return undefined
  // Not even an issuer's word makes a number out of one that the register does not hold.
  const refused = said === 'registered' && nature.missing.includes('registration')
  return { id: refused ? 'certification' : said, checked: false }
}

const deedLabel = /^(ce que la personne fait|what the person does)$/i

/** The deed where the criteria name it; the description where they do not, as in most badges of others. */
function deedOf({ criteria, description }: OpenBadgeCredential['credentialSubject']['achievement']): string {
  const said = readNarrative(criteria.narrative ?? '').find(
    (piece) => piece.kind === 'labelled' && deedLabel.test(piece.label),
  )
  return said?.kind === 'labelled' && said.text !== '' ? said.text : plainText(description)
}

const wayLabels = /^(type d’évaluation|précision|type of assessment|details?|assessment)$/i
const judgeLabels = /^(évaluation faite (par)|(?:assessment made|assessed) (by))$/i

/** The labelled lines about the assessment as one sentence; of another issuer's badge, the beginning of its criteria. */
function howChecked(narrative: string | undefined): string | undefined {
  const pieces = readNarrative(narrative ?? '')
  const said: string[] = []
  for (const piece of pieces) {
    if (piece.kind !== 'labelled') continue
    const text = piece.text.replace(/[.\s]+$/, '')
    const judge = judgeLabels.exec(piece.label)
    if (text === '' || (judge === null && !wayLabels.test(piece.label))) continue
    if (said.length === 0) said.push(text)
    else said.push(`${judge === null ? '' : `${judge[2] ?? judge[3]} `}${withinSentence(text)}`)
  }
  if (said.length > 0) return shorten(said.join(', '), longestWay)
  // Labels without an assessment are ours: the badge says that nothing was assessed.
  if (pieces.some((piece) => piece.kind === 'labelled')) return undefined
  const [first] = pieces
  if (first === undefined) return undefined
  return shorten(first.kind === 'list' ? first.items.join('. ') : first.text, longestWay) || undefined
}

/** Cuts at a word, and shows that it was cut. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most).toWellFormed()
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > most / 2 ? space : most).replace(/[\s,;:.]+$/, '')}\u2026`
}

function dateOf(text: string | undefined): Date | undefined {
  const date = new Date(text ?? '')
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** The site that answers for the issuer's identity: what a name alone cannot imitate. */
function hostOfId(id: string): string | undefined {
  const web = /^did:web:([^:]+)/.exec(id)?.[1]
  if (web !== undefined) return readableHost(web)
  return URL.parse(id)?.host || undefined
}

function readableHost(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return undefined
  }
}

/** An address that a page may link to. */
export function webAddress(text: string | undefined): string | undefined {
  const url = URL.parse(text ?? '')
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' ? url.href : undefined
}

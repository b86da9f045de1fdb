import type { NatureName } from '@insigne/open-badges'
import type { Badge } from './badge.ts'
import type { Proof } from './model.ts'
import { isRecord, items, member, proofOf, proofOfText, text } from './place.ts'
import { registrationOf } from './registration.ts'
import { affirmed, is, proofOfStatement } from './statement.ts'

/**
 * The nature that a kind of OB 3.0 (B.2.1) claims. The others name a form (Badge, Award, Course): they claim none.
 * A degree, a licence, a journeyman's certificate claim at least that somebody certifies.
 */
const natureOfType: Readonly<Record<string, NatureName>> = {
  competency: 'competence',
  assessment: 'competence',
  microcredential: 'competence',
  certification: 'certification',
  license: 'certification',
  mastercertificate: 'certification',
  journeymancertificate: 'certification',
  apprenticeshipcertificate: 'certification',
  communityservice: 'engagement',
  membership: 'engagement',
  assignment: 'realisation',
  fieldwork: 'realisation',
  'ext:participation': 'participation',
  'ext:attendance': 'participation',
  'ext:engagement': 'engagement',
  'ext:realisation': 'realisation',
  'ext:competence': 'competence',
  'ext:registeredcertification': 'registered',
}

const natureOfCategory: Readonly<Record<string, NatureName>> = {
  participation: 'participation',
  competency: 'competence',
}

/** What the issuer says the badge is, and where. The most deliberate place wins: type, label, category, name, tag. */
export function declaredNature(badge: Badge): { nature: NatureName; proof: Proof } | undefined {
  const said =
    byFacts(badge) ?? byType(badge) ?? byLabel(badge) ?? byCategory(badge) ?? byName(badge) ?? byTag(badge)
  // The standard has one word for both: the number tells the registered one.
  if (said?.nature === 'certification' && registrationOf(badge) !== undefined)
    return { nature: 'registered', proof: said.proof }
  return said
}

const byFacts = ({ stated }: Badge) =>
  stated.nature?.proof.document === 'facts'
    ? { nature: stated.nature.value, proof: stated.nature.proof }
    : undefined

const byLabel = ({ stated }: Badge) =>
  stated.nature === undefined ? undefined : { nature: stated.nature.value, proof: stated.nature.proof }

function byType({ achievement }: Badge) {
  for (const one of items(member(achievement, 'achievementType'))) {
    const nature = typeof one.value === 'string' ? lookUp(natureOfType, one.value) : undefined
    if (nature !== undefined) return { nature, proof: proofOf(one) }
  }
  return undefined
}

function byCategory({ achievement }: Badge) {
  const extension = member(achievement, 'extensions:CategoryExtension')
  const field = isRecord(extension?.value) ? member(extension, 'Category') : extension
  const nature = lookUp(natureOfCategory, text(field)?.text ?? '')
  return field === undefined || nature === undefined ? undefined : { nature, proof: proofOf(field) }
}

const lookUp = (table: Readonly<Record<string, NatureName>>, word: string): NatureName | undefined => {
  const key = word.trim().toLowerCase()
  return Object.hasOwn(table, key) ? table[key] : undefined
}

// A title that says « Certificat de participation » or "Certification …" is a declaration; a topic is not.
function byName({ name }: Badge) {
  for (const one of name)
    for (const wording of one.wordings)
      for (const nature of ['participation', 'certification'] as const) {
        const words = wording.claims[nature] ?? []
        const claim = affirmed(one.plain, words, wording)[0]
        if (claim?.start === 0) return { nature, proof: proofOfStatement(one) }
      }
  return undefined
}

const tagged = ['participation', 'engagement', 'realisation', 'competence', 'certification'] as const

function byTag({ tags, name }: Badge) {
  for (const nature of tagged) {
    const wordings = name.flatMap((one) => one.wordings)
    const tag = tags.find(({ text: word }) =>
      wordings.some((wording) => is(word, wording.claims[nature] ?? [])),
    )
    if (tag !== undefined) return { nature, proof: proofOfText(tag) }
  }
  return undefined
}

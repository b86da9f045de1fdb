import type { Locale } from '../../../infra/i18n.ts'
import type { Letter } from '../../../infra/mail/index.ts'
import type { Role } from '../policy.ts'
import type { Organisation } from '../store.ts'
import { organisationWords } from '../words.ts'

export function invitationLetter(
  locale: Locale,
  input: { origin: string; organisation: Pick<Organisation, 'name' | 'slug'>; role: Role },
): Letter {
  const words = organisationWords(locale)
  const next = encodeURIComponent(`/organisations/${input.organisation.slug}/manage`)
  return {
    locale,
    subject: words.letter.subject(input.organisation.name),
    paragraphs: [
      words.letter.intro(input.organisation.name, words.roles[input.role].name),
      words.roles[input.role].hint,
      words.letter.how,
    ],
    action: { label: words.letter.action, url: `${input.origin}/sign-in?next=${next}` },
    footer: [words.letter.ignore],
  }
}

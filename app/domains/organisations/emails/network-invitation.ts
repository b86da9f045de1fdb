import type { Locale } from '../../../infra/i18n.ts'
import type { Letter } from '../../../infra/mail/index.ts'
import type { Organisation } from '../store.ts'
import { organisationWords } from '../words.ts'

export function networkInvitationLetter(
  locale: Locale,
  input: { origin: string; network: Organisation; organisation: Pick<Organisation, 'name' | 'slug'> },
): Letter {
  const { letter } = organisationWords(locale).networks
  const { network, organisation } = input
  const next = encodeURIComponent(`/organisations/${organisation.slug}/manage/networks`)
  return {
    locale,
    subject: letter.subject(network.displayName),
    paragraphs: [letter.intro(network.displayName, organisation.name), letter.what],
    action: { label: letter.action, url: `${input.origin}/sign-in?next=${next}` },
    footer: [letter.ignore],
  }
}

import type { Locale } from '../../../infra/i18n.ts'
import type { Letter } from '../../../infra/mail/index.ts'
import { backpackWords } from '../words.ts'

export function receivedLetter(input: {
  locale: Locale
  name: string
  issuer: string
  achievement: string
  url: string
}): Letter {
  const t = backpackWords(input.locale).letter
  return {
    locale: input.locale,
    subject: t.subject(input.issuer),
    greeting: t.greeting(input.name),
    paragraphs: [t.awarded(input.issuer, input.achievement), t.choice],
    action: { label: t.action, url: input.url },
    footer: [t.why(input.issuer), t.private],
  }
}

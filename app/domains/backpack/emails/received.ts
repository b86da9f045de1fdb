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
    greeting: t.greeting(greetable(input.name)),
    paragraphs: [t.awarded(input.issuer, input.achievement), t.choice],
    action: { label: t.action, url: input.url },
    footer: [t.why(input.issuer), t.private],
  }
}

/**
 * Anyone who holds a group's code may write a name, and the message leaves in our name: what could carry an
 * address or a sentence greets nobody.
 */
const greetable = (name: string): string => (name.length > 60 || /[/:@<>]|\S\.\S/.test(name) ? '' : name)

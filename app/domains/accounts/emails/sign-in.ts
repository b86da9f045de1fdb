import type { Locale } from '../../../infra/i18n.ts'
import type { Letter } from '../../../infra/mail/index.ts'
import { accountWords } from '../words.ts'

export function signInLetter(locale: Locale, url: string, adding: boolean): Letter {
  const t = accountWords(locale).letter
  return {
    locale,
    subject: adding ? t.addSubject : t.subject,
    paragraphs: [adding ? t.addIntro : t.intro, t.life],
    action: { label: adding ? t.addAction : t.action, url },
    footer: [t.ignore],
  }
}

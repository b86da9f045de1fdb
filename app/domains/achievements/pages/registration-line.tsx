import { type Locale, sayDate } from '../../../infra/i18n.ts'
import type { Registration } from '../../frameworks/index.ts'
import { registerWords } from '../register-words.ts'
import { type Registered, registerAddress, sayRegistered } from '../registered.ts'

/** What a badge declares and what the register says of it: number, title, state, date of the register used. */
export const RegistrationLine = (props: { locale: Locale; registered: Registered; answer: Registration }) => (
  <>
    {sayAnswer(props.locale, props.registered, props.answer)}{' '}
    <a href={registerAddress(props.registered)} rel="noopener nofollow">
      {registerWords(props.locale).official}
    </a>
  </>
)

function sayAnswer(locale: Locale, registered: Registered, answer: Registration): string {
  const t = registerWords(locale)
  const number = sayRegistered(registered)
  switch (answer.state) {
    case 'not-imported':
      return t.unchecked(number)
    case 'not-found':
      return t.notFound(number, sayDate(locale, answer.asOf))
    default:
      return t[answer.state](number, answer.title, sayDate(locale, answer.asOf))
  }
}

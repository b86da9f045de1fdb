import { type Locale, sayDate } from '../../infra/i18n.ts'
import { Refusal, refuse } from '../../infra/refusal.ts'
import { achievementRefusals } from './errors.ts'
import type { Facts } from './facts.ts'
import { type Refusing, sayRegistered } from './registered.ts'

/** Why the number does not let the badge be published as registered, and what to do. */
export function registrationRefused(
  locale: Locale,
  { registration }: Pick<Facts, 'registration'>,
  answer: Refusing,
): Refusal {
  const { registrationInactive, registrationNotFound } = achievementRefusals
  const kind = answer.state === 'inactive' ? registrationInactive : registrationNotFound
  const number = registration === null ? '' : sayRegistered(registration)
  const sentence = (language: Locale) =>
    refuse(kind, { number, date: sayDate(language, answer.asOf) }).say(language)
  return new Refusal(kind, { fr: sentence('fr'), en: sentence('en') }, [
    { path: 'registration', message: sentence(locale) },
  ])
}

import type { Locale } from './i18n.ts'

type Facts = Record<string, string | number>

/** One expected refusal: a stable code, its HTTP status, a sentence in each language. */
export interface RefusalKind<F extends Facts = Facts> {
  readonly code: string
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503 | 507
  readonly fr: string | ((facts: F) => string)
  readonly en: string | ((facts: F) => string)
}

/** An answer that we expected to give: what is wrong and what to do. Anything else that is thrown is a bug. */
export class Refusal extends Error {
  readonly kind: Pick<RefusalKind, 'code' | 'status'>
  readonly fields: FieldError[]
  private readonly sentences: Record<Locale, string>

  constructor(
    kind: Pick<RefusalKind, 'code' | 'status'>,
    sentences: Record<Locale, string>,
    fields: FieldError[] = [],
  ) {
    super(kind.code)
    this.name = 'Refusal'
    this.kind = kind
    this.sentences = sentences
    this.fields = fields
  }
  say(locale: Locale): string {
    return this.sentences[locale]
  }
}

/** A fault in one field of what was sent: where, and the sentence that helps. */
export interface FieldError {
  path: string
  message: string
}

/** Declares the refusals of a slice. The codes are public: they are listed by a test and never renamed. */
export function defineRefusals<const T extends Record<string, RefusalKind<never>>>(kinds: T): T {
  return kinds
}

export function refuse<F extends Facts>(
  kind: RefusalKind<F>,
  ...[facts]: keyof F extends never ? [] : Facts extends F ? [facts?: F] : [facts: F]
): Refusal {
  const say = (sentence: string | ((facts: F) => string)) =>
    typeof sentence === 'string' ? sentence : facts === undefined ? '' : sentence(facts)
  return new Refusal({ code: kind.code, status: kind.status }, { fr: say(kind.fr), en: say(kind.en) })
}

/** Refusals that belong to no slice. */
export const refusals = defineRefusals({
  notFound: {
    code: 'not-found',
    status: 404,
    fr: 'Cette page n’existe pas, ou n’est pas visible pour vous.',
    en: 'This page does not exist, or is not visible to you.',
  },
  signInNeeded: {
    code: 'sign-in-needed',
    status: 401,
    fr: 'Connectez-vous pour continuer.',
    en: 'Sign in to go on.',
  },
  notAllowed: {
    code: 'not-allowed',
    status: 403,
    fr: 'Votre rôle ne permet pas cette action. Demandez à une personne responsable de votre structure.',
    en: 'Your role does not allow this. Ask someone in charge of your organisation.',
  },
  badForm: {
    code: 'bad-form',
    status: 422,
    fr: 'Certaines réponses sont à corriger.',
    en: 'Some answers need correcting.',
  },
  badRequest: {
    code: 'bad-request',
    status: 400,
    fr: 'La demande envoyée ne peut pas être lue.',
    en: 'The request that was sent cannot be read.',
  },
  tooLarge: {
    code: 'too-large',
    status: 413,
    fr: 'L’envoi est trop lourd.',
    en: 'What was sent is too large.',
  },
  tooMany: {
    code: 'too-many-requests',
    status: 429,
    fr: 'Trop d’essais en peu de temps. Attendez une minute, puis recommencez.',
    en: 'Too many tries in a short time. Wait a minute, then try again.',
  },
  crossSite: {
    code: 'cross-site-form',
    status: 403,
    fr: 'Ce formulaire ne vient pas de cette page, ou il est trop ancien. Rechargez la page, puis recommencez.',
    en: 'This form does not come from this page, or is too old. Reload the page, then try again.',
  },
  unavailable: {
    code: 'unavailable',
    status: 503,
    fr: 'Le service est momentanément arrêté. Réessayez dans une minute.',
    en: 'The service is briefly unavailable. Try again in a minute.',
  },
})

import { z } from 'zod'
import { EmailAddress, optionalText, text } from '../../infra/http/index.ts'
import type { Locale } from '../../infra/i18n.ts'
import { roles } from './policy.ts'
import { isWebAddress, organisationKinds, webAddressOf } from './rules.ts'
import { organisationWords } from './words.ts'

const emptyIs = (value: string | undefined) => (value === '' ? undefined : value)

/** The profile as a form sends it. `territories` are the ids that may be chosen. */
export const profileForm = (locale: Locale, territories: readonly string[]) =>
  z.object({
    name: text(120),
    displayName: optionalText(120),
    kind: z.enum(organisationKinds),
    description: optionalText(600),
    url: optionalText(500)
      .refine((value) => value === undefined || isWebAddress(value), organisationWords(locale).form.badUrl)
      .transform((value) => (value === undefined ? undefined : webAddressOf(value))),
    email: z
      .union([z.literal(''), EmailAddress])
      .optional()
      .transform(emptyIs),
    city: optionalText(80),
    territoryId: z
      .union([z.literal(''), z.enum(territories)])
      .optional()
      .transform(emptyIs),
    qualityAssurance: optionalText(200),
  })

export const InviteForm = z.object({ address: EmailAddress, role: z.enum(roles) })
export const RoleForm = z.object({ account: z.uuid(), role: z.enum(roles) })
export const MemberForm = z.object({ account: z.uuid() })

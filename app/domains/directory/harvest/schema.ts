import { z } from 'zod'
import { EmailAddress, optionalText, text } from '../../../infra/http/index.ts'
import { reportReasons } from './reports.ts'

const optionalId = z
  .union([z.uuid(), z.literal('')])
  .optional()
  .transform((value) => (value === '' ? undefined : value))

export const SourceForm = z.object({
  address: optionalText(2_000),
  note: optionalText(500),
  territory: optionalId,
})
export const DecisionForm = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('accept') }),
  z.object({ decision: z.literal('refuse'), reason: text(300) }),
])
export const StopForm = z.object({ reason: text(300) })
export const ReportForm = z.object({
  reason: z.enum(reportReasons),
  detail: text(1_000),
  contact: z
    .union([z.literal(''), EmailAddress])
    .optional()
    .transform((value) => (value === '' ? undefined : value)),
})
export const RemovalForm = z.object({ host: text(300), what: z.enum(['one', 'all']) })
export const ProofForm = z.object({ act: z.enum(['remove', 'correct', 'reopen']) })
export const SettleForm = z.object({ decision: z.enum(['keep', 'remove']), answer: text(300) })
export const HeldForm = z.object({ decision: z.enum(['allow', 'refuse']) })

import { z } from 'zod'
import { defineEvent } from '../../infra/queue.ts'

/** A new organisation exists: whoever holds keys makes one for it. */
export const organisationCreated = defineEvent(
  'organisations.created',
  z.object({ organisationId: z.string() }),
)

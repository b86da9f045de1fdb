import { z } from 'zod'
import { defineEvent } from '../../infra/queue.ts'

/** A new organisation exists: whoever holds keys makes one for it. */
export const organisationCreated = defineEvent(
  'organisations.created',
  z.object({ organisationId: z.string() }),
)

/** Told when a structure changes what it says of itself: name, place, quality assurance. */
export const organisationEdited = defineEvent('organisations.edited', z.object({ organisationId: z.uuid() }))

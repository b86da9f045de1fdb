import { z } from 'zod'
import { defineEvent } from '../../infra/queue.ts'

/** The bearer of a card gave an address: the credential has a recipient to write to from now on. */
export const cardKept = defineEvent('claims.card-kept', z.object({ credentialId: z.uuid() }))

import { z } from 'zod'
import { defineEvent } from '../../infra/queue.ts'

/** Told in the transaction that stores the signed texts, once for a handful of credentials. */
export const credentialsSigned = defineEvent(
  'issuing.credentials-signed',
  z.object({ credentialIds: z.array(z.uuid()) }),
)

/** Told when a credential is withdrawn; its bit is published soon after. */
export const credentialRevoked = defineEvent(
  'issuing.credential-revoked',
  z.object({ credentialId: z.uuid() }),
)

import { z } from 'zod'

/** What `keygen` writes and `issue` reads. `profile` may be added by hand: it names the issuer in the badges. */
export const KeyFile = z.object({
  did: z.string().startsWith('did:'),
  verificationMethod: z.string().startsWith('did:'),
  algorithm: z.enum(['Ed25519', 'P-256', 'P-384']),
  publicKeyMultibase: z.string().startsWith('z'),
  secretKeyMultibase: z.string().startsWith('z'),
  profile: z
    .object({ name: z.string().optional(), url: z.url().optional(), email: z.email().optional() })
    .optional(),
})
export type KeyFile = z.infer<typeof KeyFile>

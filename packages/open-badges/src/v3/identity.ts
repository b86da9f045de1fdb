import { platformCrypto } from '../crypto/platform.ts'
import { hex, utf8 } from '../encoding/bytes.ts'

/**
 * The hash that hides an identity in a credential: `sha256$` and hex(SHA-256(identity + salt)). OB 3.0, B.1.11.
 * The identity is lower-cased first, since people type their address in many ways.
 * @param identity an e-mail address, a number, a name
 * @param salt a random text of its own for each credential
 * @throws never
 * @example
 * await hashIdentity('a@example.com', 'Kosher') // 'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399'
 */
export async function hashIdentity(identity: string, salt: string): Promise<string> {
  return hashOf(identity.trim().toLowerCase(), salt)
}

const hashOf = async (identity: string, salt: string): Promise<string> =>
  `sha256$${hex(await platformCrypto().digest('SHA-256', utf8(identity + salt)))}`

// Only badges of before 3.0 hold such hashes: the algorithm is loaded for them.
const md5Of = async (identity: string, salt: string): Promise<string> => {
  const { md5 } = await import('../v2/md5.ts')
  return `md5$${md5(identity + salt)}`
}

/** Tells whether an identity gives a hash, as typed or lower-cased: issuers do either. */
export async function matchesIdentityHash(identity: string, salt: string, hash: string): Promise<boolean> {
  const wanted = hash.toLowerCase()
  const typed = identity.trim()
  const isMd5 = wanted.startsWith('md5$')
  for (const form of new Set([typed, typed.toLowerCase()]))
    if ((isMd5 ? await md5Of(form, salt) : await hashOf(form, salt)) === wanted) return true
  return false
}

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** What a sealed text belongs to. It is bound to the ciphertext: moved elsewhere, it does not open. */
export interface SealedFor {
  organisationId: string
  keyId: string
  purpose: 'assertionMethod'
}

/** Seals and opens private keys. Only a worker holds one: it needs the master secret. */
export interface Vault {
  seal(plain: Uint8Array, owner: SealedFor): Buffer
  /** Throws when the ciphertext was changed, moved, or sealed under another secret. */
  open(sealed: Uint8Array, owner: SealedFor): Buffer
}

const format = 1
const ivLength = 12
const tagLength = 16

/** Master secret → HKDF → one data key for each organisation → AES-256-GCM. */
export function createVault(secret: string): Vault {
  const dataKey = (owner: SealedFor) =>
    Buffer.from(hkdfSync('sha256', secret, owner.organisationId, 'insigne issuer keys 1', 32))
  return {
    seal(plain, owner) {
      const iv = randomBytes(ivLength)
      const cipher = createCipheriv('aes-256-gcm', dataKey(owner), iv, { authTagLength: tagLength })
      cipher.setAAD(associatedData(owner))
      const body = Buffer.concat([cipher.update(plain), cipher.final()])
      return Buffer.concat([Buffer.of(format), iv, body, cipher.getAuthTag()])
    },
    open(sealed, owner) {
      if (sealed[0] !== format || sealed.length < 1 + ivLength + tagLength)
        throw new Error('The sealed key has an unknown form')
      const iv = sealed.subarray(1, 1 + ivLength)
      const body = sealed.subarray(1 + ivLength, sealed.length - tagLength)
      const decipher = createDecipheriv('aes-256-gcm', dataKey(owner), iv, { authTagLength: tagLength })
      decipher.setAAD(associatedData(owner))
      decipher.setAuthTag(sealed.subarray(sealed.length - tagLength))
      return Buffer.concat([decipher.update(body), decipher.final()])
    },
  }
}

const associatedData = (owner: SealedFor): Buffer =>
  Buffer.from(JSON.stringify([format, owner.organisationId, owner.keyId, owner.purpose]))

import type { KeyAlgorithm } from '../crypto/signer.ts'

/** How a Data Integrity cryptosuite turns a document into what is signed. */
export interface Suite {
  name: string
  algorithm: KeyAlgorithm
  canonicalization: 'rdfc' | 'jcs'
  hash: 'SHA-256' | 'SHA-384'
  signatureLength: number
}

const ed25519 = { algorithm: 'Ed25519', hash: 'SHA-256', signatureLength: 64 } as const
const p256 = { algorithm: 'P-256', hash: 'SHA-256', signatureLength: 64 } as const
const p384 = { algorithm: 'P-384', hash: 'SHA-384', signatureLength: 96 } as const

/** The suite of a proof for a kind of key; `undefined` when the two do not go together. */
export function suiteFor(cryptosuite: string, algorithm: KeyAlgorithm): Suite | undefined {
  switch (cryptosuite) {
    case 'eddsa-rdfc-2022':
    // Name of a draft, same steps. The official validator reads it too.
    case 'eddsa-2022':
      return algorithm === 'Ed25519' ? { name: cryptosuite, canonicalization: 'rdfc', ...ed25519 } : undefined
    case 'eddsa-jcs-2022':
      return algorithm === 'Ed25519' ? { name: cryptosuite, canonicalization: 'jcs', ...ed25519 } : undefined
    case 'ecdsa-rdfc-2019':
    case 'ecdsa-jcs-2019': {
      const canonicalization = cryptosuite === 'ecdsa-jcs-2019' ? 'jcs' : 'rdfc'
      if (algorithm === 'Ed25519') return undefined
      return { name: cryptosuite, canonicalization, ...(algorithm === 'P-256' ? p256 : p384) }
    }
    default:
      return undefined
  }
}

/** Suites that can be verified here. */
export const knownSuites: readonly string[] = [
  'eddsa-rdfc-2022',
  'eddsa-2022',
  'eddsa-jcs-2022',
  'ecdsa-rdfc-2019',
  'ecdsa-jcs-2019',
  'ecdsa-sd-2023',
]

/** The hashes of `ecdsa-sd-2023`. */
export const selectiveSuite: Suite = { name: 'ecdsa-sd-2023', canonicalization: 'rdfc', ...p256 }

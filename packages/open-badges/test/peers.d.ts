// The peers of the tests ship no types; only what the tests call is declared.
declare module '@digitalbazaar/vc' {
  export function verifyCredential(options: {
    credential: object
    suite: object
    documentLoader: (url: string) => Promise<object>
  }): Promise<{ verified: boolean; error?: Error }>
  export function issue(options: {
    credential: object
    suite: object
    documentLoader: (url: string) => Promise<object>
  }): Promise<object>
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: object; signer?: unknown; date?: string })
  }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object
}
declare module '@digitalbazaar/ed25519-multikey' {
  export function generate(): Promise<{
    publicKeyMultibase: string
    controller: string
    id: string
    signer(): unknown
  }>
}

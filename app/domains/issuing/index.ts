export { type Issued, type IssueRequest, issueCredentials } from './actions/issue-credentials.ts'
export { markKeyCompromised, rotateKey } from './actions/keep-keys.ts'
export { revokeCredential } from './actions/revoke-credential.ts'
export { signPending } from './actions/sign-pending.ts'
export { bakedPng, bakedSvg } from './baked.ts'
export { didDocumentOf, localDid } from './did.ts'
export { credentialsSigned } from './events.ts'
export { type IssuerKey, keysOf } from './keys.ts'
export { localStatusList, recordedSince } from './reads.ts'
export { nameKey } from './rules.ts'
export {
  type Credential,
  credentialById,
  credentialsByIds,
  giveAddress,
  holdAlready,
  type Person,
  signedAmong,
} from './store.ts'
export { issuingStep } from './tables.ts'
export { createVault, type Vault } from './vault.ts'

import type { IssuableCredential, OpenBadgeCredential, VerifiableCredential } from '../v3/model.ts'

declare const preparedBrand: unique symbol

/** A credential that passed every rule and can no longer change: the only thing `sign` accepts. OB 3.0, 8. */
export interface PreparedCredential<
  T extends IssuableCredential | VerifiableCredential = OpenBadgeCredential,
> {
  readonly credential: Readonly<T>
  /** Text for storage; `restorePrepared` reads it back and checks it again. */
  toJson(): string
  readonly [preparedBrand]: T
}

import type { CheckName, VerificationReport } from '@insigne/open-badges'

/** The codes that say: the answer is on another site, which was not asked or did not answer. */
export const networkCodes: ReadonlySet<string> = new Set([
  'proof.key-unavailable',
  'proof.hosted-unreachable',
  'structure.incomplete',
  'issuer.unreachable',
  'refresh.not-asked',
  'refresh.unreachable',
  'status.unreachable',
  'status.list-undetermined',
  'status.list-stale',
  'endorsements.undetermined',
  'endorsements.nested-undetermined',
])

/** The checks that a verification without network had to leave open. */
export const openChecks = ({ checks }: VerificationReport): CheckName[] =>
  checks.filter(({ code }) => networkCodes.has(code)).map(({ name }) => name)

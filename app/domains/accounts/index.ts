export { issueClaimToken } from './actions/claim-instance.ts'
export { ensureAccount } from './actions/consume-sign-in.ts'
export { identify, openSession } from './sessions.ts'
export {
  type Account,
  accountById,
  accountIdOfAddress,
  accountsById,
  deleteDemoAccounts,
  demoAccountIds,
  hasAccounts,
} from './store.ts'
export { accountsStep } from './tables.ts'

export {
  type ClientOptions,
  createGuardedClient,
  type FetchOutcome,
  type FetchWish,
  type Freshness,
  type GuardedClient,
} from './client.ts'
export type { Resolve } from './connector.ts'
export type { FetchFault } from './fault.ts'

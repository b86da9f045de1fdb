import type { FetchFault } from '../../../infra/fetch/index.ts'

/** Why something was not taken. Each has a sentence in both languages; `detail` fills in its fact. */
export const ownReasons = [
  'http.missing',
  'http.closed',
  'http.busy',
  'http.error',
  'robots',
  'html-without-badge',
  'not-a-badge',
  'bad-json',
  'bad-encoding',
  'bad-type',
  'image-empty',
  'image-two',
  'image-unreadable',
  'missing',
  'no-address',
  'not-its-own',
  'not-vouched',
  'issuer-unread',
  'unproven',
  'look-alike',
  'too-deep',
  'loop',
  'too-many-addresses',
  'too-many-badges',
  'run-too-long',
  'run-limit',
  'removed-by-issuer',
  'from-here',
  'list-empty',
  'lines-without-address',
  'unexpected',
] as const

export type ReasonCode = (typeof ownReasons)[number] | FetchFault

/** A refusal with the fact that explains it: a status, the names of fields, a host. */
export interface Reason {
  code: ReasonCode
  detail?: string | undefined
}

export const reason = (code: ReasonCode, detail?: string): Reason => ({ code, detail })

/** Failures of the moment: worth another try, and no sign that the address is dead. */
export const isPassing = (code: ReasonCode): boolean =>
  code === 'http.busy' ||
  code === 'http.error' ||
  code === 'fetch.timeout' ||
  code === 'fetch.unreachable' ||
  code === 'fetch.unknown-host'

/** What may mean that the address is dead, if it lasts. */
export const isDead = (code: ReasonCode): boolean => code === 'http.missing' || code === 'fetch.unknown-host'

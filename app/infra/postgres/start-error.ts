import { ExplainedError } from '../explained.ts'

export type PostgresStartCode =
  | 'platform-unsupported'
  | 'binaries-missing'
  | 'data-unwritable'
  | 'data-unreachable'
  | 'root-refused'
  | 'not-permitted'
  | 'cluster-missing'
  | 'version-mismatch'
  | 'folder-in-use'
  | 'initdb-failed'
  | 'server-failed'
  | 'timed-out'

/** The embedded server cannot be used; the message tells an operator what to do. */
export class PostgresStartError extends ExplainedError {
  override readonly name = 'PostgresStartError'
  readonly code: PostgresStartCode

  constructor(code: PostgresStartCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** The `code` of a system or PostgreSQL error (`ENOENT`, `28P01`), or an empty string. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** One thing that is wrong, and where. RFC 6901 for `path`. */
export interface Fault {
  /** Stable code, such as `credential.achievement.name-missing`. */
  readonly code: string
  /** JSON pointer (RFC 6901) into the input; `''` is the whole of it. */
  readonly path?: string
  /** English sentence for developers. */
  readonly message: string
}

/**
 * Everything this library throws on purpose. `verify` never throws it: a bad credential is a report.
 *
 * `code` and `path` repeat the first fault; `errors` holds them all, so that a form shows them at once. RFC 6901 for `path`.
 * @example
 * const found = []
 * try {
 *   prepare({ ...draft, validFrom: 'yesterday' })
 * } catch (error) {
 *   if (error instanceof OpenBadgesError) for (const fault of error.errors) found.push(fault.path)
 * }
 * found // ['/validFrom']
 */
export class OpenBadgesError extends Error {
  readonly code: string
  readonly path?: string
  readonly errors: readonly Fault[]

  constructor(fault: Fault, more: readonly Fault[] = []) {
    super(fault.path ? `${fault.message} (${fault.path})` : fault.message)
    this.name = 'OpenBadgesError'
    this.code = fault.code
    if (fault.path !== undefined) this.path = fault.path
    this.errors = [fault, ...more]
  }
}

/** Throws when there is at least one fault. */
export function refuseFaults(faults: readonly Fault[]): void {
  const [first, ...more] = faults
  if (first) throw new OpenBadgesError(first, more)
}

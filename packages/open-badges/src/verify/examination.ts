import type { ContextBundle } from '../contexts/bundle.ts'
import type { Resolver } from '../did/resolve.ts'
import type { Shape } from '../guard/shape.ts'
import type { JsonObject } from '../json.ts'
import type { CompactJws, Opened } from '../proof/jwt.ts'
import type { VerifyOptions } from './options.ts'
import type { Check, CheckName } from './report.ts'

/** What one verification shares: clock, network, options. */
export interface Environment {
  options: VerifyOptions
  resolver: Resolver
  now: Date
  /** Pinned contexts, the later text of 3.0.3 first. */
  bundles: readonly [ContextBundle, ContextBundle]
  /** Credentials inside credentials being verified; one level is enough. */
  depth: number
}

/** A signed document, out of its carrier. */
export interface Subject {
  /** The credential, without the claims of a JWT; `proof` still inside when embedded. */
  document: JsonObject
  shape: Shape | undefined
  jwt?: { token: CompactJws; opened: Opened }
}

/** Checks made so far, one for each name. */
export type Checks = Map<CheckName, Check>

export const put = (checks: Checks, check: Check): void => {
  checks.set(check.name, check)
}

export const passed = (checks: Checks, ...names: CheckName[]): boolean =>
  names.every((name) => checks.get(name)?.state === 'valid')

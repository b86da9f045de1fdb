import type { CryptoAdapter } from './adapter.ts'
import { nodeCrypto } from './node.ts'
import { webCrypto } from './web.ts'

let chosen: CryptoAdapter | undefined

// `getBuiltinModule` reaches Node's crypto without an import that a browser bundle would trip over.
function detect(): CryptoAdapter {
  const host = globalThis.process
  const builtin =
    typeof host?.getBuiltinModule === 'function' ? host.getBuiltinModule('node:crypto') : undefined
  return builtin ? nodeCrypto(builtin) : webCrypto()
}

/** The platform's crypto, found once. */
export const platformCrypto = (): CryptoAdapter => {
  chosen ??= detect()
  return chosen
}

/**
 * Replaces the platform's crypto, for instance by that of a card. Gives what was in use. No specification: ours.
 * @param adapter `undefined` detects the platform's again
 * @throws never
 * @example
 * const before = useCrypto(webCrypto())
 * useCrypto(before).name // 'web'
 */
export function useCrypto(adapter: CryptoAdapter | undefined): CryptoAdapter {
  const before = platformCrypto()
  chosen = adapter
  return before
}

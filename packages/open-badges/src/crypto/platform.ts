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

/** Replaces the platform's crypto; `undefined` detects it again. Returns what was in use. */
export function useCrypto(adapter: CryptoAdapter | undefined): CryptoAdapter {
  const before = platformCrypto()
  chosen = adapter
  return before
}

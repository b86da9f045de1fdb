import type { JsonObject } from '../json.ts'
import clr200 from './clr-2.0.0.json' with { type: 'json' }
import clr201 from './clr-2.0.1.json' with { type: 'json' }
import credentials1 from './credentials-v1.json' with { type: 'json' }
import credentials2 from './credentials-v2.json' with { type: 'json' }
import dataIntegrity1 from './data-integrity-v1.json' with { type: 'json' }
import dataIntegrity2 from './data-integrity-v2.json' with { type: 'json' }
import did1 from './did-v1.json' with { type: 'json' }
import ed25519 from './ed25519-2020-v1.json' with { type: 'json' }
import jws2020 from './jws-2020-v1.json' with { type: 'json' }
import multikey from './multikey-v1.json' with { type: 'json' }
import ob300 from './ob-3.0.0.json' with { type: 'json' }
import ob301 from './ob-3.0.1.json' with { type: 'json' }
import ob302 from './ob-3.0.2.json' with { type: 'json' }
import ob303 from './ob-3.0.3.json' with { type: 'json' }
import ob303of2026 from './ob-3.0.3-2026.json' with { type: 'json' }
import extensions from './ob-extensions.json' with { type: 'json' }
import statusList2021 from './status-list-2021-v1.json' with { type: 'json' }
import status from './status-v1.json' with { type: 'json' }
import undefinedTerms from './undefined-terms-v2.json' with { type: 'json' }

/** VC Data Model 2.0: first context of what we issue. */
export const credentialsV2 = 'https://www.w3.org/ns/credentials/v2'
/** VC Data Model 1.1: read, never written. */
export const credentialsV1 = 'https://www.w3.org/2018/credentials/v1'
/** OB 3.0, errata 1.3: second context of what we issue. */
export const openBadgesV3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
/** Needed as third context by the names that begin with `1EdTech`. */
export const openBadgesExtensions = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'

const ob = 'https://purl.imsglobal.org/spec/ob/v3p0'
const pinned = new Map<string, JsonObject>([
  [credentialsV2, credentials2],
  [credentialsV1, credentials1],
  [`${ob}/context.json`, ob300],
  [`${ob}/context-3.0.0.json`, ob300],
  [`${ob}/context-3.0.1.json`, ob301],
  [`${ob}/context-3.0.2.json`, ob302],
  [openBadgesV3, ob303of2026],
  [openBadgesExtensions, extensions],
  ['https://purl.imsglobal.org/spec/clr/v2p0/context.json', clr200],
  ['https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json', clr201],
  ['https://w3id.org/security/data-integrity/v1', dataIntegrity1],
  ['https://w3id.org/security/data-integrity/v2', dataIntegrity2],
  ['https://w3id.org/security/suites/ed25519-2020/v1', ed25519],
  ['https://w3id.org/security/suites/jws-2020/v1', jws2020],
  ['https://w3id.org/security/multikey/v1', multikey],
  ['https://www.w3.org/ns/did/v1', did1],
  ['https://www.w3.org/ns/credentials/status/v1', status],
  ['https://w3id.org/vc/status-list/2021/v1', statusList2021],
  ['https://www.w3.org/ns/credentials/undefined-terms/v2', undefinedTerms],
])

/**
 * Context 3.0.3 was changed in place in June 2026 (`endorsementJwt`, `jti`). `2026` is the later text,
 * `2025` the earlier: we sign only what means the same under both.
 */
export type Edition = '2025' | '2026'

/** The contexts that a document may use. Nothing is ever fetched. */
export interface ContextBundle {
  readonly edition: Edition
  /** The text of a context; `undefined` when it is not in the bundle. */
  at(url: string): JsonObject | undefined
}

/** The pinned contexts, and those that a caller vouches for; a pinned one cannot be replaced. */
export const bundleOf = (
  edition: Edition,
  more: Readonly<Record<string, JsonObject>> = {},
): ContextBundle => ({
  edition,
  at: (url) => {
    if (url === openBadgesV3 && edition === '2025') return ob303
    return pinned.get(url) ?? (Object.hasOwn(more, url) ? more[url] : undefined)
  },
})

export const bundle2025: ContextBundle = bundleOf('2025')
export const bundle2026: ContextBundle = bundleOf('2026')

/** Tells whether a text is the one that this package pins at an address, in either edition. */
export const isPinned = (url: string, context: JsonObject | undefined): boolean =>
  context !== undefined && (context === bundle2026.at(url) || context === bundle2025.at(url))

/** The addresses of every pinned context. */
export const contextUrls = (): string[] => [...pinned.keys()]

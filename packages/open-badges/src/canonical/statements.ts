import { bundle2026, type ContextBundle } from '../contexts/bundle.ts'
import { platformCrypto } from '../crypto/platform.ts'
import { utf8 } from '../encoding/bytes.ts'
import type { JsonObject } from '../json.ts'
import { directRecords } from './direct.ts'
import { canonicalizeQuickly } from './quick.ts'
import type { Quad } from './rdf.ts'
import { canonicalize, maxGraphSteps } from './rdfc10.ts'
import { type Records, toQuads } from './records.ts'

/** The statements of a document: as records from the direct processor, as quads from the general one. */
export type Statements = Records | readonly Quad[]

/** JSON-LD to statements: directly where possible, else through the general library, loaded then. */
export async function statementsOf(
  document: JsonObject,
  bundle: ContextBundle = bundle2026,
): Promise<Statements> {
  return directRecords(document, bundle) ?? generalStatements(document, bundle)
}

/** The same for a document without its `proof`. */
export async function unsignedStatements(document: JsonObject, bundle: ContextBundle): Promise<Statements> {
  const direct = directRecords(document, bundle, 'proof')
  if (direct) return direct
  const { proof: _, ...unsigned } = document
  return generalStatements(unsigned, bundle)
}

async function generalStatements(document: JsonObject, bundle: ContextBundle): Promise<Statements> {
  const { generalQuads } = await import('./general.ts')
  return generalQuads(document, bundle)
}

const isQuads = (statements: Statements): statements is readonly Quad[] => Array.isArray(statements)

/** The statements as quads. */
export const quadsOf = (statements: Statements): readonly Quad[] =>
  isQuads(statements) ? statements : toQuads(statements)

// A presentation holds each credential in a graph of its own, and two badges of one achievement are alike.
const stepsFor = (statements: Statements): { maxSteps?: number } => {
  const hasGraphs = isQuads(statements) ? statements.some(({ graph }) => graph !== '') : statements.hasGraphs
  return hasGraphs ? { maxSteps: maxGraphSteps } : {}
}

// Short-cuts remember hashes of one kind: the kind that nearly everything uses.
function quickBytes(statements: Statements, hash: 'SHA-256' | 'SHA-384'): Uint8Array | undefined {
  const { digestHex } = platformCrypto()
  if (!digestHex || hash !== 'SHA-256' || isQuads(statements)) return undefined
  return canonicalizeQuickly(statements, (text) => digestHex(hash, text))
}

async function fullText(statements: Statements, hash: 'SHA-256' | 'SHA-384'): Promise<string> {
  return (await canonicalize(quadsOf(statements), { hash, ...stepsFor(statements) })).nQuads
}

/** Canonical N-Quads of statements, by the short way where it gives the same. Throws `canonical.poison-graph`. */
export async function canonicalText(
  statements: Statements,
  hash: 'SHA-256' | 'SHA-384' = 'SHA-256',
): Promise<string> {
  const quick = quickBytes(statements, hash)
  return quick ? new TextDecoder().decode(quick) : fullText(statements, hash)
}

/** Digest of the canonical N-Quads: nearly always at once, else a promise. Throws `canonical.poison-graph`. */
export function canonicalDigest(
  statements: Statements,
  hash: 'SHA-256' | 'SHA-384',
): Uint8Array | Promise<Uint8Array> {
  const { digest } = platformCrypto()
  const quick = quickBytes(statements, hash)
  return quick ? digest(hash, quick) : fullText(statements, hash).then((text) => digest(hash, utf8(text)))
}

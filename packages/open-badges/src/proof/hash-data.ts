import { escapeLiteral } from '../canonical/rdf.ts'
import { canonicalDigest, canonicalText, type Statements, statementsOf } from '../canonical/statements.ts'
import { bundle2026, type ContextBundle, credentialsV2 } from '../contexts/bundle.ts'
import { platformCrypto } from '../crypto/platform.ts'
import { concatBytes, utf8 } from '../encoding/bytes.ts'
import { isIri } from '../guard/format.ts'
import type { Json, JsonObject } from '../json.ts'
import { canonicalJson } from './jcs.ts'
import type { Suite } from './suites.ts'

/** What is signed. VC Data Integrity 1.0, 4.4 and the suites' "Hashing". */
export interface HashData {
  documentHash: Uint8Array
  proofHash: Uint8Array
  /** Proof hash, then document hash. */
  bytes: Uint8Array
}

const templated = new Set(['type', 'cryptosuite', 'created', 'verificationMethod', 'proofPurpose'])
const security = 'https://w3id.org/security#'

// The options of nearly every proof are the same five members; under the VC 2.0 context their canonical form
// is five lines with two holes. A property test compares it with the general path.
function proofTemplate(proof: JsonObject, context: Json | undefined): string | undefined {
  const { type, cryptosuite, created, verificationMethod, proofPurpose } = proof
  if ((Array.isArray(context) ? context[0] : context) !== credentialsV2) return undefined
  let count = 0
  for (const name in proof) {
    if (!templated.has(name)) return undefined
    count += 1
  }
  if (count !== templated.size || type !== 'DataIntegrityProof' || proofPurpose !== 'assertionMethod')
    return undefined
  if (
    typeof cryptosuite !== 'string' ||
    typeof created !== 'string' ||
    typeof verificationMethod !== 'string'
  ) {
    return undefined
  }
  if (!isIri(verificationMethod) || !/^(did|https):/.test(verificationMethod)) return undefined
  return (
    `_:c14n0 <http://purl.org/dc/terms/created> "${escapeLiteral(created)}"^^<http://www.w3.org/2001/XMLSchema#dateTime> .\n` +
    `_:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <${security}DataIntegrityProof> .\n` +
    `_:c14n0 <${security}cryptosuite> "${escapeLiteral(cryptosuite)}"^^<${security}cryptosuiteString> .\n` +
    `_:c14n0 <${security}proofPurpose> <${security}assertionMethod> .\n` +
    `_:c14n0 <${security}verificationMethod> <${verificationMethod}> .\n`
  )
}

async function canonicalForm(document: JsonObject, suite: Suite, bundle: ContextBundle): Promise<string> {
  if (suite.canonicalization === 'jcs') return canonicalJson(document)
  return canonicalText(await statementsOf(document, bundle), suite.hash)
}

const digestOf = (text: string, { hash }: Suite): Uint8Array | Promise<Uint8Array> => {
  const { digestText, digest } = platformCrypto()
  return digestText ? digestText(hash, text) : digest(hash, utf8(text))
}

const templateOf = ({ suite, proof, document }: HashInput): string | undefined =>
  suite.canonicalization === 'rdfc' ? proofTemplate(proof, document['@context']) : undefined

// A batch is signed within a second by one key: one proof after the other has the same options.
let last: { template: string; hash: Suite['hash']; digest: Uint8Array } | undefined

function proofDigest(input: HashInput): Uint8Array | Promise<Uint8Array> {
  const { suite, bundle = bundle2026 } = input
  const template = templateOf(input)
  if (template === undefined)
    return canonicalForm(optionsOf(input), suite, bundle).then((text) => digestOf(text, suite))
  if (last?.template === template && last.hash === suite.hash) return last.digest
  const digest = digestOf(template, suite)
  if (digest instanceof Uint8Array) last = { template, hash: suite.hash, digest }
  return digest
}

export interface HashInput {
  /** The document without `proof`. */
  document: JsonObject
  /** The proof without `proofValue`. */
  proof: JsonObject
  suite: Suite
  bundle?: ContextBundle
  /** Statements of the document when they are known. */
  statements?: Statements
}

// JCS signs the options as they are; RDFC reads them in the document's context.
const optionsOf = ({ document, proof, suite }: HashInput): JsonObject => {
  const context = document['@context']
  return suite.canonicalization === 'jcs' || context === undefined ? proof : { ...proof, '@context': context }
}

function proofForm(input: HashInput): string | Promise<string> {
  const { suite, bundle = bundle2026 } = input
  return templateOf(input) ?? canonicalForm(optionsOf(input), suite, bundle)
}

function documentDigest(input: HashInput): Uint8Array | Promise<Uint8Array> {
  const { document, suite, bundle = bundle2026, statements } = input
  return statements
    ? canonicalDigest(statements, suite.hash)
    : canonicalForm(document, suite, bundle).then((text) => digestOf(text, suite))
}

/**
 * Canonicalises and hashes a document and the options of its proof.
 * Throws `context.unknown-term`, `context.foreign`, `canonical.poison-graph`.
 */
export async function hashData(input: HashInput): Promise<HashData> {
  const proofGiven = proofDigest(input)
  const proofHash = proofGiven instanceof Uint8Array ? proofGiven : await proofGiven
  const given = documentDigest(input)
  const documentHash = given instanceof Uint8Array ? given : await given
  return { proofHash, documentHash, bytes: concatBytes(proofHash, documentHash) }
}

/** The two texts that `hashData` hashes, for comparison with published vectors. */
export async function canonicalForms(input: HashInput): Promise<{ document: string; proof: string }> {
  const { document, suite, bundle = bundle2026 } = input
  return { proof: await proofForm(input), document: await canonicalForm(document, suite, bundle) }
}

import { platformCrypto } from '../crypto/platform.ts'
import { encodeBase58 } from '../encoding/base58.ts'
import { concatBytes, utf8 } from '../encoding/bytes.ts'
import { OpenBadgesError } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import { parseJson } from '../json-parse.ts'
import { canonicalJson } from '../proof/jcs.ts'

// Multihash header: SHA-256, 32 bytes.
const sha256Header = new Uint8Array([0x12, 0x20])

/** base58btc of the multihash of a text. did:webvh 1.0, "SCID Generation". */
export const multihash = async (text: string): Promise<string> =>
  encodeBase58(concatBytes(sha256Header, await platformCrypto().digest('SHA-256', utf8(text))))

const placeholder = '{SCID}'

/** The hash that names the log, from its first entry without proof. */
export async function scidOf(first: JsonObject, scid: string): Promise<string | undefined> {
  const preliminary = canonicalJson({ ...first, versionId: placeholder }).replaceAll(scid, placeholder)
  try {
    // The text is put in order again: the placeholder may sort elsewhere than what it stands for.
    return await multihash(canonicalJson(parseJson(preliminary)))
  } catch (error) {
    // Two names may have become one.
    if (error instanceof OpenBadgesError) return undefined
    throw error
  }
}

/** The hash of an entry without proof, over the `versionId` of the entry before it (the SCID for the first). */
export const entryHash = (entry: JsonObject, before: string): Promise<string> =>
  multihash(canonicalJson({ ...entry, versionId: before }))

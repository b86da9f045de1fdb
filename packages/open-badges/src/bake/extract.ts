import { utf8Text } from '../encoding/bytes.ts'
import { inflate } from '../encoding/inflate.ts'
import { OpenBadgesError } from '../errors.ts'
import { hasFormat } from '../guard/format.ts'
import type { JsonObject } from '../json.ts'
import type { Family } from './families.ts'
import { isPng, type Payload, readPng, writePng } from './png.ts'
import { readSvg, writeSvg } from './svg.ts'

/** Bytes after which a file is refused. */
export const maxFileBytes = 2 * 1_048_576

/** What was found in a file: the text of the credential exactly as carried. OB 3.0, 5.3. */
export interface Extraction {
  carrier: 'png' | 'svg' | 'json' | 'jwt'
  /** `json` for a JSON text, `jwt` for a compact JWS, `url` for the address of an old hosted badge. */
  kind: 'json' | 'jwt' | 'url'
  /** The family that the carrier says (keyword or namespace); `unknown` for bare text. */
  family: Family | 'unknown'
  text: string
  /** Loose forms that were read, such as `compressed-chunk`. */
  notes: string[]
}

const refuse = (code: string, message: string): never => {
  throw new OpenBadgesError({ code, message })
}

function kindOf(text: string): Extraction['kind'] | undefined {
  const trimmed = text.trim()
  if (trimmed.startsWith('{')) return 'json'
  if (hasFormat(trimmed, 'jwt') && trimmed.includes('.')) return 'jwt'
  return /^https?:\/\/\S+$/.test(trimmed) ? 'url' : undefined
}

function single(payloads: Payload[], carrier: 'png' | 'svg'): Extraction {
  const [payload, second] = payloads
  if (!payload) return refuse('extract.no-credential', 'This picture carries no credential')
  if (second) refuse('extract.two-payloads', 'This picture carries two credentials')
  const kind = kindOf(payload.text)
  if (!kind) return refuse('extract.unreadable', 'The text of this picture is not a credential')
  const text = kind === 'json' ? payload.text : payload.text.trim()
  return { carrier, kind, family: payload.family, text, notes: payload.notes }
}

async function fromBytes(bytes: Uint8Array): Promise<Extraction> {
  if (bytes.length > maxFileBytes) refuse('extract.too-large', 'A file has at most 2 MiB')
  if (isPng(bytes)) return single(await readPng(bytes), 'png')
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const result = await inflate(bytes, 'gzip')
    if (!('bytes' in result)) {
      return result.problem === 'too-large'
        ? refuse('extract.inflated-too-large', 'The file is too large once inflated')
        : refuse('extract.unreadable', 'The compressed file cannot be read')
    }
    return fromText(utf8Text(result.bytes) ?? refuse('extract.not-utf8', 'The file is not UTF-8 text'))
  }
  return fromText(utf8Text(bytes) ?? refuse('extract.unreadable', 'This is neither a PNG nor UTF-8 text'))
}

function fromText(text: string): Extraction {
  if (text.length > maxFileBytes) refuse('extract.too-large', 'A file has at most 2 MiB')
  const trimmed = text.trim()
  if (trimmed.startsWith('<')) return single(readSvg(text), 'svg')
  const kind = kindOf(trimmed)
  if (kind === 'jwt') return { carrier: 'jwt', kind, family: 'unknown', text: trimmed, notes: [] }
  if (kind === 'json') return { carrier: 'json', kind, family: 'unknown', text, notes: [] }
  return refuse('extract.unreadable', 'This is not a PNG, an SVG, JSON or a JWT')
}

/**
 * Finds the credential in a PNG, SVG, JSON text or compact JWT, and gives its text exactly as carried; reads loosely what
 * older tools wrote. At most 2 MiB, 16 megapixels, 16 MiB once inflated. OB 3.0, 5.3 (baking); CLR 2.0, 5.3; OB 2.0 baking.
 * @param input bytes of a file, or its text
 * @throws `extract.unreadable`, `extract.no-credential`, `extract.two-payloads`, `extract.too-large`,
 * `extract.pixels`, `extract.inflated-too-large`, `extract.doctype`, `extract.png-malformed`,
 * `extract.svg-malformed`, `extract.not-utf8`
 * @example
 * const { text, carrier, kind } = await extract(bakePng(picture, credential))
 * text === JSON.stringify(credential) // true
 * carrier // 'png'
 * kind // 'json'
 */
export const extract = async (input: Uint8Array | string): Promise<Extraction> =>
  typeof input === 'string' ? fromText(input) : fromBytes(input)

function payloadText(payload: string | JsonObject): string {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload)
  if (!kindOf(text)) refuse('bake.payload', 'Bake a JSON credential or a compact JWT')
  if (text.length > maxFileBytes) refuse('bake.payload', 'The credential is too large to be baked')
  return text
}

/**
 * Puts a credential into a PNG as one uncompressed iTXt chunk. The picture's own bytes are kept, an earlier credential is
 * removed, and the payload comes out byte for byte. OB 3.0, 5.3.1; CLR 2.0, 5.3; OB 2.0 baking.
 * @param png the bytes of the picture
 * @param payload JSON text, an object or a compact JWT; at most 2 MiB
 * @param family what the payload is: default `ob3`
 * @throws `extract.png-malformed`, `extract.pixels`, `bake.payload`
 * @example
 * const baked = bakePng(picture, JSON.stringify(credential))
 * const { text } = await extract(baked)
 * text === JSON.stringify(credential) // true
 */
export const bakePng = (png: Uint8Array, payload: string | JsonObject, family: Family = 'ob3'): Uint8Array =>
  writePng(png, payloadText(payload), family)

/**
 * Puts a credential into an SVG as the first child of its root; an earlier one is removed. OB 3.0, 5.3.2; CLR 2.0, 5.3.
 * @param svg the text of the picture
 * @param payload JSON text, an object or a compact JWT; at most 2 MiB
 * @param family what the payload is: default `ob3`
 * @throws `extract.svg-malformed`, `extract.doctype`, `bake.payload`
 * @example
 * const baked = bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"/>', credential)
 * const { family } = await extract(baked)
 * family // 'ob3'
 */
export const bakeSvg = (svg: string, payload: string | JsonObject, family: Family = 'ob3'): string =>
  writeSvg(svg, payloadText(payload), family)

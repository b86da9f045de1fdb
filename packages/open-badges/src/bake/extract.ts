import { OpenBadgesError } from '../errors.ts'
import type { JsonObject } from '../json.ts'

/** What was found in a file: the text of the credential exactly as carried. */
export interface Extraction {
  carrier: 'png' | 'svg' | 'json' | 'jwt'
  /** `json` when the payload is a JSON object, `jwt` for a compact JWS, `url` for an old hosted address. */
  kind: 'json' | 'jwt' | 'url'
  /** The family the carrier says (keyword or namespace); `unknown` for bare text. */
  family: 'ob3' | 'clr2' | 'ob2' | 'unknown'
  text: string
  notes: string[]
}
const later = (): never => {
  throw new OpenBadgesError({ code: 'library.not-ready', message: 'Being written' })
}

/** Puts a credential (JSON text, object or compact JWT) into a PNG; the picture's own bytes are kept. */
export const bakePng = (_png: Uint8Array, _payload: string | JsonObject): Uint8Array => later()
/** Puts a credential into an SVG as the first child of its root. */
export const bakeSvg = (_svg: string, _payload: string | JsonObject): string => later()
/** Finds the credential in a PNG, SVG, JSON or JWT. Throws OpenBadgesError with a code `extract.…`. */
export const extract = async (_input: Uint8Array | string): Promise<Extraction> => later()

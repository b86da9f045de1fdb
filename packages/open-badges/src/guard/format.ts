import type { TextFormat } from './shape.ts'

// No pattern here backtracks: each is linear in its input.
const dateTime = /^\d{4}-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/
const date = /^\d{4}-(\d\d)-(\d\d)$/
const language = /^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/
const compactJws = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]+$/
// Scheme, then what N-Quads takes in an IRI without escape: no control, space, or one of < > " { } | ^ ` and backslash.
const uri = /^[A-Za-z][A-Za-z0-9+.-]*:[!#-;=?-[\]_a-z~\u00a0-\uffff]+$/
const imageData = /^data:image\/(png|svg\+xml|jpeg|gif|webp)(;[a-z0-9=-]+)*,[A-Za-z0-9+/=%._~!$&'()*;:@?-]+$/i

// The badges of a batch share their dates.
const instants = new Map<string, number>()
const maxInstants = 256
const maxDateTime = 40

/** Milliseconds since 1970 of an RFC 3339 date-time with a zone; NaN when it is not one. */
export function instant(text: string): number {
  if (text.length > maxDateTime) return Number.NaN
  const known = instants.get(text)
  if (known !== undefined) return known
  if (instants.size >= maxInstants) instants.clear()
  const read = readInstant(text)
  instants.set(text, read)
  return read
}

function readInstant(text: string): number {
  const match = dateTime.exec(text)
  if (!match) return Number.NaN
  // Date.parse would roll 31 April over.
  const day = Number(match[2])
  const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  if (day > (lengths[Number(match[1]) - 1] ?? 0)) return Number.NaN
  return Date.parse(text)
}

/** Tells whether a text is an absolute IRI. */
export const isIri = (text: string): boolean => uri.test(text)

// The badges of an issuer name the same few lists.
const urls = new Map<string, boolean>()
const maxUrls = 64
const maxUrl = 2_000

function isUrl(text: string): boolean {
  if (text.length > maxUrl) return URL.canParse(text)
  const known = urls.get(text)
  if (known !== undefined) return known
  if (urls.size >= maxUrls) urls.clear()
  const can = URL.canParse(text)
  urls.set(text, can)
  return can
}

/** Tells whether a text has a format. */
export function hasFormat(text: string, format: TextFormat): boolean {
  switch (format) {
    case 'date-time':
      return !Number.isNaN(instant(text))
    case 'date':
      return date.test(text) && !Number.isNaN(instant(`${text}T00:00:00Z`))
    case 'language':
      return language.test(text)
    case 'jwt':
      return compactJws.test(text)
    case 'image':
      return text.startsWith('data:') ? imageData.test(text) : uri.test(text)
    case 'index':
      return /^(0|[1-9]\d{0,15})$/.test(text)
    case 'identity-hash':
      return text !== ''
    case 'url':
      return uri.test(text) && isUrl(text)
    case 'uri':
      return uri.test(text)
  }
}

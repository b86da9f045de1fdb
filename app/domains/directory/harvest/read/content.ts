import { extract, type Json, OpenBadgesError } from '@insigne/open-badges'
import { type Reason, reason } from '../reasons.ts'
import { readJson } from './json.ts'

/** What came from an address, told by its bytes first and by its name second. */
export type Content =
  | { kind: 'json'; document: Json; text: string }
  | { kind: 'jwt'; text: string }
  | { kind: 'html'; text: string }
  /** One address a line, or a table. */
  | { kind: 'lines'; text: string }
  /** A picture that only names the address of its badge, as in the first years. */
  | { kind: 'address'; address: string }

export type ContentReading = { content: Content; carried: boolean } | { refusal: Reason }

const jwt = /^[\w-]+\.[\w-]+\.[\w-]+$/

/** Never throws. `carried`: the badge was found in a picture. */
export async function readContent(bytes: Uint8Array, contentType: string | null): Promise<ContentReading> {
  const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (isPng(bytes)) return await fromPicture(bytes)
  if (/^(?:image|audio|video|font)\//.test(type) && type !== 'image/svg+xml')
    return { refusal: reason('bad-type', type) }
  if (bytes.length === 0) return { refusal: reason('not-a-badge') }
  const text = textOf(bytes, contentType)
  if (text === undefined) return { refusal: reason('bad-encoding') }
  const begin = text.slice(0, 2_000).trimStart()
  if (type === 'image/svg+xml' || /^(?:<\?xml[^>]{0,200}>\s*)?<svg[\s>]/i.test(begin))
    return await fromPicture(new TextEncoder().encode(text))
  if (begin.startsWith('{') || begin.startsWith('[')) return fromJson(text)
  if (begin.startsWith('<')) return { content: { kind: 'html', text }, carried: false }
  if (jwt.test(text.trim())) return { content: { kind: 'jwt', text: text.trim() }, carried: false }
  if (/json/.test(type)) return { refusal: reason('bad-json') }
  return { content: { kind: 'lines', text }, carried: false }
}

function fromJson(text: string): ContentReading {
  try {
    return { content: { kind: 'json', document: readJson(text), text }, carried: false }
  } catch (error) {
    if (error instanceof OpenBadgesError) return { refusal: reason('bad-json') }
    throw error
  }
}

const pictureFaults: Readonly<Record<string, Reason>> = {
  'extract.two-payloads': reason('image-two'),
  'extract.no-credential': reason('image-empty'),
}

async function fromPicture(bytes: Uint8Array): Promise<ContentReading> {
  try {
    const { kind, text } = await extract(bytes)
    if (kind === 'url') return { content: { kind: 'address', address: text }, carried: true }
    if (kind === 'jwt') return { content: { kind: 'jwt', text }, carried: true }
    const read = fromJson(text)
    return 'refusal' in read ? read : { ...read, carried: true }
  } catch (error) {
    if (!(error instanceof OpenBadgesError)) throw error
    return { refusal: pictureFaults[error.code] ?? reason('image-unreadable') }
  }
}

const isPng = (bytes: Uint8Array): boolean => bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e

/** UTF-8 unless a mark or the answer says otherwise; a text that is neither is no text. */
export function textOf(bytes: Uint8Array, contentType: string | null): string | undefined {
  const said = /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1]
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined
  for (const label of [mark, 'utf-8', said]) {
    if (label === undefined) continue
    const text = decoded(bytes, label)
    if (text !== undefined) return text.includes('\0') ? undefined : text
  }
  // Spreadsheets of this country still write the code page of Windows.
  return /^text\/(?:csv|plain)/i.test(contentType ?? '') ? decoded(bytes, 'windows-1252') : undefined
}

function decoded(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    // An unknown label, or bytes that are not of it: the next one is tried.
    return undefined
  }
}

import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'
import { RefusedFetch } from './fault.ts'

/** Reads a body to its end, or gives up at the first byte too many; with `cut`, keeps what came before it. */
export async function readBytes(
  body: AsyncIterable<unknown>,
  maxBytes: number,
  cut = false,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    if (!(chunk instanceof Uint8Array)) throw new RefusedFetch('fetch.unreadable')
    length += chunk.byteLength
    // Leaving the loop destroys the stream, and the connection with it.
    if (length > maxBytes && !cut) throw new RefusedFetch('fetch.too-large')
    chunks.push(chunk)
    if (length > maxBytes) break
  }
  return new Uint8Array(Buffer.concat(chunks, Math.min(length, maxBytes)))
}

type Decoder = (bytes: Uint8Array, settings: { maxOutputLength: number }) => Promise<Buffer>
const decoders = new Map<string, Decoder>([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['deflate', promisify(inflate)],
  ['br', promisify(brotliDecompress)],
])

/** Undoes a compression that we did not ask for, never beyond `maxBytes`. */
export async function decode(
  bytes: Uint8Array,
  encoding: string | undefined,
  maxBytes: number,
): Promise<Uint8Array> {
  const name = (encoding ?? '').trim().toLowerCase()
  // An answer without a body (304) may still name the compression that the body would have had.
  if (name === '' || name === 'identity' || bytes.length === 0) return bytes
  const decoder = decoders.get(name)
  if (decoder === undefined) throw new RefusedFetch('fetch.unreadable')
  try {
    return new Uint8Array(await decoder(bytes, { maxOutputLength: maxBytes }))
  } catch (error) {
    const full = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new RefusedFetch(full ? 'fetch.too-large' : 'fetch.unreadable')
  }
}

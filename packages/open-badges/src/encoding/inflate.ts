/** Output after which inflating stops. */
export const maxInflated = 16 * 1_048_576

/** `too-large` when the output passes the cap, `malformed` when this is not such a stream. */
export type Inflated = { bytes: Uint8Array } | { problem: 'too-large' | 'malformed' }

// Node's own typings and the DOM's disagree on chunk types; both give Uint8Array.
async function pump(
  stream: { readable: ReadableStream<Uint8Array>; writable: WritableStream<BufferSource> },
  bytes: Uint8Array,
  cap: number,
): Promise<Inflated> {
  const writer = stream.writable.getWriter()
  // The reader learns of a bad stream; the writer's own rejection says nothing more.
  const written = writer
    .write(new Uint8Array(bytes))
    .then(() => writer.close())
    .catch(() => undefined)
  const reader = stream.readable.getReader()
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      length += value.length
      if (length > cap) {
        await reader.cancel().catch(() => undefined)
        return { problem: 'too-large' }
      }
      parts.push(value)
    }
  } catch {
    return { problem: 'malformed' }
  }
  await written
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return { bytes: whole }
}

/** Inflates with a cap, as browsers and Node both can. `deflate` is zlib. */
export const inflate = (
  bytes: Uint8Array,
  format: 'gzip' | 'deflate',
  cap = maxInflated,
): Promise<Inflated> => pump(new DecompressionStream(format), bytes, cap)

/** Compresses with gzip. */
export async function gzip(bytes: Uint8Array): Promise<Uint8Array> {
  const result = await pump(new CompressionStream('gzip'), bytes, Number.MAX_SAFE_INTEGER)
  if ('bytes' in result) return result.bytes
  throw new Error('gzip failed')
}

import type { MiddlewareHandler } from 'hono'
import { refusals, refuse } from '../refusal.ts'
import type { Env } from './router.ts'

const kibi = 1024
const small = 256 * kibi
const large = 8 * 1024 * kibi
/** One whole file of open data and its envelope. */
const heavy = 42 * 1024 * kibi

/**
 * Bytes of a body: forms are small, a file is at most 2 MiB with its envelope, a pasted list 8 MiB.
 * What is too large is read to its end, within reason, before the refusal: a browser that is still sending
 * reads no answer, and would show a broken connection in place of our sentence.
 */
export function limitBody(largeForms: RegExp, heavyForms: RegExp): MiddlewareHandler<Env> {
  return async (c, next) => {
    const { body } = c.req.raw
    if (body === null) return next()
    const { path } = c.req
    const known = c.var.ctx.viewer.kind === 'person'
    const limit = known && heavyForms.test(path) ? heavy : largeForms.test(path) ? large : small
    const declared = c.req.header('content-length')
    if (declared !== undefined && c.req.header('transfer-encoding') === undefined) {
      // Node itself ends a body at the length that was declared.
      if (Number(declared) <= limit) return next()
      await discard(body.getReader())
      throw refuse(refusals.tooLarge)
    }
    const reader = body.getReader()
    const pieces: Uint8Array[] = []
    let size = 0
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.byteLength
      if (size > limit) {
        await discard(reader)
        throw refuse(refusals.tooLarge)
      }
      pieces.push(value)
    }
    c.req.raw = new Request(c.req.raw, { body: joined(pieces, size) })
    return next()
  }
}

function joined(pieces: Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.byteLength
  }
  return whole
}

const discardBytes = 64 * 1024 * kibi
const discardMilliseconds = 10_000

async function discard(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  const timer = setTimeout(() => void reader.cancel().catch(() => undefined), discardMilliseconds)
  try {
    for (let size = 0; size < discardBytes; ) {
      const { done, value } = await reader.read()
      if (done) return
      size += value.byteLength
    }
  } catch {
    // Whoever sent it has hung up: there is nobody to tell.
  } finally {
    clearTimeout(timer)
  }
}

import { verifyAndRead } from '@insigne/open-badges'
import { type BadgeReading, readingOf } from '../reading.ts'

/** What this worker says: once whether it can work here, then an answer to each file. */
export type Answer =
  | { kind: 'ready' }
  | { kind: 'unable' }
  | { kind: 'reading'; reading: BadgeReading }
  | { kind: 'crashed' }

const say = (answer: Answer): void => postMessage(answer)

// A browser that lacks Ed25519 would find every signature false: it must not judge.
async function canVerify(): Promise<boolean> {
  try {
    await crypto.subtle.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify'])
    return typeof URL.parse === 'function'
  } catch {
    return false
  }
}

async function answer(bytes: Uint8Array): Promise<Answer> {
  try {
    const now = new Date()
    return { kind: 'reading', reading: readingOf(await verifyAndRead(bytes, { offline: true, now }), now) }
  } catch {
    // The library never throws on what it is given: this is a fault of ours, or a lack of memory.
    return { kind: 'crashed' }
  }
}

addEventListener('message', async (event: MessageEvent<Uint8Array>) => say(await answer(event.data)))

say({ kind: (await canVerify()) ? 'ready' : 'unable' })

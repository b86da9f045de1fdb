import { verifyAndRead } from '@insigne/open-badges'
import { renderToString } from 'preact-render-to-string'
import type { Locale } from '../../../infra/i18n.ts'
import { ResultHere } from '../pages/result-here.tsx'
import { verdictWord } from '../parts/verdict-block.tsx'
import { readingOf } from '../reading.ts'

/** One file to verify. */
export interface Question {
  bytes: Uint8Array<ArrayBuffer>
  fileName: string
  locale: Locale
}

/** What this worker says: once whether it can work here, then an answer to each question. */
export type Answer =
  | { kind: 'ready' }
  | { kind: 'unable' }
  | { kind: 'crashed' }
  /** The verdict's word, and the page that the components of the server draw of it. */
  | { kind: 'result'; word: string; html: string }

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

async function answer({ bytes, fileName, locale }: Question): Promise<Answer> {
  try {
    const now = new Date()
    const reading = readingOf(await verifyAndRead(bytes, { offline: true, now }), now)
    const html = renderToString(<ResultHere locale={locale} reading={reading} fileName={fileName} />)
    return { kind: 'result', word: verdictWord(reading.report, locale), html }
  } catch {
    // Nothing in a file makes the library throw: this is a fault of ours, or a lack of memory.
    return { kind: 'crashed' }
  }
}

addEventListener('message', async ({ data }: MessageEvent<Question>) => say(await answer(data)))

say({ kind: (await canVerify()) ? 'ready' : 'unable' })

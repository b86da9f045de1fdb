import type { Answer, Question } from './verify-worker.tsx'

/** Why there is no result; each has its sentence in the catalogue. */
export type CheckFault = 'notLoaded' | 'unable' | 'tooLong' | 'crashed'

export type Result = Extract<Answer, { kind: 'result' }>

/** A verifier in a thread of its own, ready to work. It serves one file at a time. */
export interface Checker {
  check(question: Question): Promise<Result | CheckFault>
  /** False once it had to be stopped: another one must be started. */
  alive: boolean
}

const longestLoad = 60_000
const longestCheck = 10_000

/** Fetches and starts the verifier: one file, and then no network any more. May be tried again after a fault. */
export async function startChecker(): Promise<Checker | CheckFault> {
  const worker = new Worker(new URL('./verify-worker.tsx', import.meta.url), { type: 'module' })
  const first = await nextAnswer(worker, longestLoad)
  if (first?.kind !== 'ready') {
    worker.terminate()
    return first?.kind === 'unable' ? 'unable' : 'notLoaded'
  }
  const checker: Checker = {
    alive: true,
    check: async (question) => {
      worker.postMessage(question, [question.bytes.buffer])
      const answer = await nextAnswer(worker, longestCheck)
      if (answer?.kind === 'result') return answer
      worker.terminate()
      checker.alive = false
      return answer === undefined ? 'tooLong' : 'crashed'
    },
  }
  return checker
}

/** The next thing the worker says; `crashed` where it fails, undefined after so many milliseconds. */
function nextAnswer(worker: Worker, milliseconds: number): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const listening = new AbortController()
    const { signal } = listening
    const settle = (answer: Answer | undefined): void => {
      listening.abort()
      clearTimeout(timer)
      resolve(answer)
    }
    const timer = setTimeout(() => settle(undefined), milliseconds)
    worker.addEventListener('message', (event: MessageEvent<Answer>) => settle(event.data), { signal })
    worker.addEventListener('error', () => settle({ kind: 'crashed' }), { signal })
    worker.addEventListener('messageerror', () => settle({ kind: 'crashed' }), { signal })
  })
}

import type { Snapshot } from './column-index.ts'

/** Answers that are still true: they are kept as long as the directory does not change. */
export class Remembered<T> {
  readonly #most: number
  readonly #of = new WeakMap<Snapshot['dictionary'], { stamp: string; answers: Map<string, Promise<T>> }>()

  constructor(most: number) {
    this.#most = most
  }

  async get(snapshot: Snapshot, key: string, make: () => Promise<T>): Promise<T> {
    let kept = this.#of.get(snapshot.dictionary)
    if (kept === undefined || kept.stamp !== snapshot.stamp) {
      kept = { stamp: snapshot.stamp, answers: new Map() }
      this.#of.set(snapshot.dictionary, kept)
    }
    const { answers } = kept
    const known = answers.get(key)
    // The one that was asked for last goes last.
    answers.delete(key)
    const answer = known ?? make()
    answers.set(key, answer)
    const [oldest] = answers.keys()
    if (answers.size > this.#most && oldest !== undefined) answers.delete(oldest)
    try {
      return await answer
    } catch (error) {
      answers.delete(key)
      throw error
    }
  }
}

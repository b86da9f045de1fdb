import { createCipheriv, randomBytes } from 'node:crypto'
import { listLength } from './rules.ts'

/** What decides the order of a list; kept with it, never shown. */
export const newSeed = (): Buffer => randomBytes(32)

const rounds = 8
const lowBits = 8
const low = (1 << lowBits) - 1
const high = listLength / (1 << lowBits) - 1

/**
 * Turns the n-th draw of a list into its index: a permutation of all indexes, secret and random,
 * so that an index never comes twice and says nothing of the order of the awards.
 */
export function statusIndexes(seed: Uint8Array): (draw: number) => number {
  // A Feistel network over 9 + 8 bits; its round tables are a key stream of the seed.
  const stream = createCipheriv('aes-256-ctr', seed, Buffer.alloc(16)).update(
    Buffer.alloc(rounds * (high + 1) * 2),
  )
  const table = (round: number, input: number) => stream.readUInt16LE((round * (high + 1) + input) * 2)
  return (draw) => {
    let left = draw >> lowBits
    let right = draw & low
    for (let round = 0; round < rounds; round += 2) {
      left ^= table(round, right) & high
      right ^= table(round + 1, left) & low
    }
    return (left << lowBits) | right
  }
}

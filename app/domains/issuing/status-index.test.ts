import { expect, test } from 'vitest'
import { listCapacity, listLength } from './rules.ts'
import { newSeed, statusIndexes } from './status-index.ts'

test('every index of a list comes exactly once', () => {
  const indexAt = statusIndexes(newSeed())
  const seen = new Uint8Array(listLength)
  for (let draw = 0; draw < listLength; draw += 1) {
    const index = indexAt(draw)
    seen[index] = (seen[index] ?? 0) + 1
  }
  expect(seen.every((times) => times === 1)).toBe(true)
})

test('the same seed gives the same order, another seed another one', () => {
  const seed = newSeed()
  const draws = Array.from({ length: 50 }, (_, draw) => draw)
  expect(draws.map(statusIndexes(seed))).toEqual(draws.map(statusIndexes(seed)))
  expect(draws.map(statusIndexes(newSeed()))).not.toEqual(draws.map(statusIndexes(seed)))
})

// A fixed seed: the figures below are those of one draw, and a right program never fails them by chance.
const fixed = Buffer.from('insigne status index statistics!')

test('ten thousand awards in a row are spread as by chance', () => {
  const indexAt = statusIndexes(fixed)
  const indexes = Array.from({ length: 10_000 }, (_, draw) => indexAt(draw))
  const bins = new Array<number>(128).fill(0)
  for (const index of indexes) {
    const bin = Math.floor((index / listLength) * bins.length)
    bins[bin] = (bins[bin] ?? 0) + 1
  }
  const expected = indexes.length / bins.length
  const chiSquare = bins.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  // 127 degrees of freedom: between the quantiles 0.001 and 0.999.
  expect(chiSquare).toBeGreaterThan(82)
  expect(chiSquare).toBeLessThan(182)
})

test('an index says nothing of the order of the awards', () => {
  const indexAt = statusIndexes(fixed)
  const count = 10_000
  const indexes = Array.from({ length: count }, (_, draw) => indexAt(draw))
  const neighbours = indexes.filter(
    (index, order) => Math.abs(index - (indexes[order - 1] ?? -9)) === 1,
  ).length
  // By chance one expects 2 x 10,000 / 131,072, that is 0.15.
  expect(neighbours).toBeLessThan(5)
  const mean = indexes.reduce((sum, index) => sum + index, 0) / count
  let along = 0
  let spread = 0
  for (const [order, index] of indexes.entries()) {
    spread += (index - mean) ** 2
    along += (index - mean) * ((indexes[(order + 1) % count] ?? 0) - mean)
  }
  expect(Math.abs(along / spread)).toBeLessThan(0.04)
  const rises = indexes.filter((index, order) => index > (indexes[order - 1] ?? listLength)).length
  expect(Math.abs(rises / count - 0.5)).toBeLessThan(0.02)
})

test('a list is left before its last places say too much', () => {
  expect(listCapacity).toBe(104_857)
})

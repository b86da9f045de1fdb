import { expect, test } from 'vitest'
import { verifierBundle } from './verifier-bundle.ts'

const weight = (files: { gzip: number }[]): number => files.reduce((sum, { gzip }) => sum + gzip, 0)

test('the verifier of every format stays light, and most of it is loaded only when used', async () => {
  const files = await verifierBundle()
  const first = files.filter(({ isFirst }) => isFirst)
  expect(weight(files)).toBeGreaterThan(20_000)
  expect(weight(files)).toBeLessThan(150_000)
  expect(weight(first)).toBeLessThan(70_000)
  // The general JSON-LD library, which nearly no badge needs, comes apart.
  expect(first.flatMap(({ modules }) => Object.keys(modules)).join()).not.toContain('/jsonld/')
  expect(files.flatMap(({ modules }) => Object.keys(modules)).join()).toContain('/jsonld/')
})

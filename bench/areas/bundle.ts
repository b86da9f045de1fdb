import { verifierBundle } from '../../packages/open-badges/test/runtimes/verifier-bundle.ts'
import { print } from '../measure.ts'

/** What a page loads to verify badges of every format, and what weighs in it. Bytes after gzip. */
const files = await verifierBundle()

const figure = (name: string, metric: string, value: number, unit: string) =>
  print({ area: 'bundle', case: name, who: 'insigne', metric, value, unit, n: 1 })
const sum = (of: typeof files): number => of.reduce((bytes, { gzip }) => bytes + gzip, 0)

const limit = 150_000
figure('verifier, every format', 'gzip', sum(files), 'B')
figure('verifier, loaded at once', 'gzip', sum(files.filter(({ isFirst }) => isFirst)), 'B')
for (const { name, gzip, isFirst } of files)
  if (!isFirst) figure(`loaded when used: ${name}`, 'gzip', gzip, 'B')

// Weight of a group of modules: its share of the letters before gzip.
const groups = new Map<string, number>()
let letters = 0
for (const { modules } of files) {
  for (const [id, length] of Object.entries(modules)) {
    groups.set(groupOf(id), (groups.get(groupOf(id)) ?? 0) + length)
    letters += length
  }
}

function groupOf(id: string): string {
  const outside = id.split('node_modules/').slice(1).at(-1)
  if (outside !== undefined) return /^(@[^/]+\/)?[^/]+/.exec(outside)?.[0] ?? 'other'
  return /\/open-badges\/(src\/[^/]+)/.exec(id)?.[1] ?? 'other'
}

for (const [name, length] of [...groups].sort((a, b) => b[1] - a[1]).slice(0, 8))
  figure(`share of ${name}`, 'letters', (100 * length) / letters, '%')

if (sum(files) >= limit) {
  console.error(`The verifier weighs ${sum(files)} bytes; it should stay below ${limit}.`)
  process.exitCode = 1
}

import { everyFormat, falseAccepts } from '../test/altered.ts'
import { seeded } from '../test/mutations.ts'

// `node scripts/alter.ts [COUNT]`: badges of every format and proof, altered at random; none may be valid.
const count = Number(process.argv[2] ?? 100_000)
const started = performance.now()
const accepted: string[] = []
let tried = 0
for (const one of await everyFormat()) {
  const times = Math.ceil(count * one.share)
  const wrong = await falseAccepts(one, times, seeded(Date.now()))
  tried += times
  accepted.push(...wrong)
  console.error(`${one.name}: ${times} alterations, ${wrong.length} taken for valid`)
}
const seconds = Math.round((performance.now() - started) / 1000)
console.log(JSON.stringify({ altered: tried, falseAccepts: accepted.length, seconds }))
for (const one of accepted.slice(0, 5)) console.log(one)
process.exitCode = accepted.length === 0 ? 0 : 1

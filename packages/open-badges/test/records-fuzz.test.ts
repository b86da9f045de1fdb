import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  buildClr,
  buildPresentation,
  checkNames,
  type JsonObject,
  parseJson,
  prepare,
  prepareClr,
  sign,
  signPresentation,
  verify,
  verifyPresentation,
} from '../src/index.ts'
import { isJsonObject, type Json } from '../src/json.ts'
import { makeIssuer, sampleCredential } from './sample.ts'

const issuer = await makeIssuer()
const holder = await makeIssuer()
const asked = { challenge: 'k3-nZ', domain: 'emploi.example' }
const json = (value: unknown): JsonObject => {
  const copy = parseJson(JSON.stringify(value))
  return isJsonObject(copy) ? copy : {}
}
let record: JsonObject = {}
let presentation: JsonObject = {}

beforeAll(async () => {
  const badge = json(await sign(prepare(sampleCredential(issuer.did)), issuer))
  const draft = buildClr({
    id: 'urn:uuid:77aa2c10-57ce-4a0e-8f0c-1d2e3f4a5b6c',
    name: 'Parcours',
    issuer: { id: issuer.did, name: 'École' },
    subject: { id: holder.did },
    credentials: [badge],
    validFrom: '2026-05-01T00:00:00Z',
  })
  record = json(await sign(await prepareClr(draft), issuer))
  const shown = buildPresentation({ holder: holder.did, credentials: [badge] })
  presentation = json(await signPresentation(shown, { ...holder, ...asked }))
})

type Path = (string | number)[]
function pathsOf(value: Json, path: Path = []): Path[] {
  const here = path.length > 0 ? [path] : []
  if (Array.isArray(value)) return [...here, ...value.flatMap((one, at) => pathsOf(one, [...path, at]))]
  if (!isJsonObject(value)) return here
  return [...here, ...Object.entries(value).flatMap(([key, one]) => pathsOf(one, [...path, key]))]
}

function altered(document: JsonObject, path: Path, value: unknown): { copy: JsonObject; before: unknown } {
  const copy = json(document)
  let at: unknown = copy
  for (const step of path.slice(0, -1)) at = Reflect.get(Object(at), step)
  const last = path.at(-1) ?? ''
  const before: unknown = Reflect.get(Object(at), last)
  Reflect.set(Object(at), last, value)
  return { copy, before }
}

const pick = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
const at = (document: JsonObject, place: number): Path => {
  const paths = pathsOf(document)
  return paths[Math.floor(place * paths.length)] ?? []
}

describe('records and presentations, altered at random', () => {
  test('always get a report', async () => {
    await fc.assert(
      fc.asyncProperty(pick, fc.jsonValue({ maxDepth: 3 }), async (place, value) => {
        const report = await verify(altered(record, at(record, place), value).copy)
        expect(report.checks.map(({ name }) => name)).toEqual(checkNames)
        const shown = altered(presentation, at(presentation, place), value).copy
        expect(['valid', 'invalid', 'undetermined']).toContain(
          (await verifyPresentation(shown, asked)).verdict,
        )
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  test('are not valid when a single text in them is another', async () => {
    await fc.assert(
      fc.asyncProperty(pick, fc.string({ minLength: 1 }), async (place, text) => {
        const one = altered(record, at(record, place), text)
        if (typeof one.before === 'string' && one.before !== text)
          expect((await verify(one.copy)).verdict).not.toBe('valid')
        const shown = altered(presentation, at(presentation, place), text)
        if (typeof shown.before === 'string' && shown.before !== text)
          expect((await verifyPresentation(shown.copy, asked)).verdict).not.toBe('valid')
      }),
      { numRuns: 300 },
    )
  }, 60_000)
})

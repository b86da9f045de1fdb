import { Ajv2019 } from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fixtureText, hasFixtures } from '../../test/fixture.ts'
import { makeIssuer, sampleCredential, sampleInput } from '../../test/sample.ts'
import { buildCredential, prepare, sign, verify } from '../index.ts'
import { isJsonObject, type Json, type JsonObject } from '../json.ts'
import { parseJson } from '../json-parse.ts'
import { pinnedSchemas } from './pinned.ts'
import { schemaFaults, understood } from './validate.ts'

const issuer = await makeIssuer()
const json = (value: unknown): JsonObject => {
  const copy = parseJson(JSON.stringify(value))
  return isJsonObject(copy) ? copy : {}
}
const [address = ''] = [...pinnedSchemas.keys()]
const schema = pinnedSchemas.get(address) ?? {}
const ajv = new Ajv2019({ strict: false, allErrors: true })
addFormats.default(ajv)
const reference = ajv.compile(schema)
const signed = json(await sign(prepare(sampleCredential(issuer.did)), issuer))

function keywordsOf(value: Json, isNames = false): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => keywordsOf(one))
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([key, member]) => {
    if (isNames) return keywordsOf(member)
    const inner =
      key === 'enum' || key === 'required' ? [] : keywordsOf(member, key === 'properties' || key === '$defs')
    return [key, ...inner]
  })
}

describe('the pinned schemas', () => {
  test('use only keywords that are understood', () => {
    for (const one of pinnedSchemas.values())
      expect(keywordsOf(one).filter((key) => !understood.has(key))).toEqual([])
  })

  test.skipIf(!hasFixtures)(
    'demand what 1EdTech publishes (skipped where ../shared/fixtures is absent)',
    () => {
      const words = new Set(['description', '$comment', 'title', 'examples'])
      const bare = (value: Json, isNames = false): Json => {
        if (Array.isArray(value)) return value.map((one) => bare(one))
        if (!isJsonObject(value)) return value
        const entries = Object.entries(value).filter(([key]) => isNames || !words.has(key))
        return Object.fromEntries(
          entries.map(([key, one]) => [
            key,
            bare(one, !isNames && (key === 'properties' || key === '$defs')),
          ]),
        )
      }
      for (const [at, name] of ['achievementcredential', 'endorsementcredential'].entries()) {
        const published = parseJson(fixtureText(`1edtech-ob-specification/v3p0/schema/${name}.json`))
        expect([...pinnedSchemas.values()][at]).toEqual(bare(published))
      }
    },
  )

  test('are judged as a general validator judges them, on altered badges', () => {
    const paths: (string | number)[][] = []
    const walk = (value: Json, path: (string | number)[]): void => {
      if (path.length > 0) paths.push(path)
      if (Array.isArray(value)) for (const [at, one] of value.entries()) walk(one, [...path, at])
      else if (isJsonObject(value)) for (const [key, one] of Object.entries(value)) walk(one, [...path, key])
    }
    walk(signed, [])
    let refused = 0
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.option(fc.jsonValue({ maxDepth: 2 }), { nil: undefined }),
        (path, value) => {
          const copy = json(signed)
          let holder: Json = copy
          for (const step of path.slice(0, -1)) holder = Reflect.get(Object(holder), step)
          const last = path.at(-1) ?? ''
          if (value === undefined && !Array.isArray(holder)) Reflect.deleteProperty(Object(holder), last)
          else Reflect.set(Object(holder), last, value ?? null)
          const expected = reference(copy)
          if (!expected) refused += 1
          expect(schemaFaults(schema, copy).length === 0).toBe(expected)
        },
      ),
      { numRuns: 3_000 },
    )
    expect(refused).toBeGreaterThan(500)
  })
})

describe('a badge that names a schema', () => {
  const named = (id: string) =>
    buildCredential({
      ...sampleInput(issuer.did),
      credentialSchema: [{ id, type: '1EdTechJsonSchemaValidator2019' }],
    })
  const code = async (document: JsonObject) =>
    (await verify(document)).checks.find(({ name }) => name === 'schema')?.code
  test('of the standard is judged by it', async () => {
    expect(await code(json(await sign(prepare(named(address)), issuer)))).toBe('schema.pinned')
    const [, endorsement = ''] = [...pinnedSchemas.keys()]
    expect(await code(json(await sign(prepare(named(endorsement)), issuer)))).toBe('schema.violated')
  })
  test('that is not known stays undetermined, and nothing is fetched', async () => {
    let asked = 0
    const document = json(await sign(prepare(named('https://badges.example/schema.json')), issuer))
    const report = await verify(document, {
      fetch: async () => {
        asked += 1
        throw new Error('nothing should be asked for')
      },
    })
    expect([report.checks.find(({ name }) => name === 'schema')?.code, asked]).toEqual(['schema.unknown', 0])
  })
})

import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import type { Area } from '../../territories/index.ts'
import { departments, regions } from '../../territories/official.ts'
import { AreaMap } from './area-map.tsx'
import { atlasOf } from './atlas.ts'
import { stepOf, stepsOf } from './classes.ts'
import { departmentTiles, gridColumns, gridRows } from './grid.ts'

const areas: Area[] = [
  ...regions.map(([code, name]) => area(`R${code}`, name, 'region', null)),
  ...departments.map(([code, name, region]) => area(`D${code}`, name, 'department', `R${region}`)),
]
function area(code: string, name: string, kind: Area['kind'], parentId: string | null): Area {
  return { id: code, slug: code, name, kind, code, parentId }
}
const atlas = atlasOf(areas)

describe('the grid', () => {
  test('gives each of the 101 departments a tile of its own', () => {
    expect([...departmentTiles.keys()].sort()).toEqual(departments.map(([code]) => `D${code}`).sort())
    expect(new Set([...departmentTiles.values()].map(String)).size).toBe(101)
    for (const [column, row] of departmentTiles.values()) {
      expect(column).toBeLessThan(gridColumns)
      expect(row).toBeLessThan(gridRows)
    }
  })

  test('keeps the departments of a region of the mainland side by side', () => {
    for (const [region] of regions.slice(5)) {
      const tiles = departments
        .filter(([, , one]) => one === region)
        .map(([code]) => departmentTiles.get(`D${code}`) ?? [0, 0])
      const reached = new Set([String(tiles[0])])
      for (let grown = true; grown; ) {
        grown = false
        for (const [x, y] of tiles) {
          const touches = tiles.some(
            ([a, b]) => reached.has(`${a},${b}`) && Math.max(Math.abs(a - x), Math.abs(b - y)) === 1,
          )
          if (!reached.has(`${x},${y}`) && touches) {
            reached.add(`${x},${y}`)
            grown = true
          }
        }
      }
      expect(reached.size, region).toBe(tiles.length)
    }
  })
})

describe('the steps', () => {
  const counts = fc.array(fc.oneof(fc.nat(6), fc.nat(300), fc.nat(2_000_000)), { maxLength: 101 })

  test('hold every count once, from one upwards, without a hole', () => {
    fc.assert(
      fc.property(counts, (all) => {
        const steps = stepsOf(all)
        expect(steps.length).toBeLessThanOrEqual(4)
        for (const [index, { from }] of steps.entries())
          expect(from).toBe(index === 0 ? 1 : (steps[index - 1]?.to ?? Number.NaN) + 1)
        for (const count of all) {
          const step = steps[stepOf(count, steps) - 1]
          if (count === 0) expect(stepOf(count, steps)).toBe(0)
          else expect(step !== undefined && step.from <= count && (step.to ?? count) >= count).toBe(true)
        }
      }),
    )
  })

  test('are numbers that people count in', () => {
    expect(stepsOf([0, 0])).toEqual([])
    expect(stepsOf([3, 1])).toEqual([
      { from: 1, to: 1 },
      { from: 2, to: 2 },
      { from: 3, to: 3 },
    ])
    expect(stepsOf([60]).map((step) => step.to)).toEqual([2, 5, 20, null])
    expect(stepsOf([200_000]).map((step) => step.to)).toEqual([20, 200, 5000, null])
  })
})

describe('a place that was typed', () => {
  test.each([
    ['Normandie', 'R28'],
    ['en normandie', 'R28'],
    ['NORMANDI', 'R28'],
    ['Normendie', 'R28'],
    ['14', 'D14'],
    ['2a', 'D2A'],
    ['971', 'D971'],
    ['seine maritime', 'D76'],
    ['Côtes d’armor', 'D22'],
    ['la Réunion', 'R04'],
    ['bourgogne', 'R27'],
    ['Cavaldos', undefined],
    ['Caen', undefined],
    ['', undefined],
    ['\u0000', undefined],
  ])('%s is %s', (text, code) => {
    expect(atlas.find(text)?.code).toBe(code)
  })

  test('every official name finds itself, and no text throws', () => {
    for (const one of areas) expect(atlas.find(one.name)?.name).toBe(one.name)
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void atlas.find(text)))
  })
})

test('the map, its key and its table weigh at most 12 kB', () => {
  const html = renderToString(
    <AreaMap
      locale="fr"
      areas={atlas.departments.map((one, index) => ({
        code: one.code,
        name: one.name,
        region: atlas.regionOf(one.code)?.name ?? '',
        count: (index * 7919) % 4321,
        chosen: one.parentId === 'R28',
        href: `/directory?q=organiser+son+travail&nature=competence&fact=1&fact=6&area=${one.code}&language=fr`,
      }))}
    />,
  )
  expect(gzipSync(html).length).toBeLessThanOrEqual(12_000)
  expect(html.match(/<a /g)).toHaveLength(101 * 2 + 1)
  expect(html).toContain('<title>Calvados (14)')
})

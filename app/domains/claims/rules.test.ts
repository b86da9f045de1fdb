import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newCode, readCode } from '../../infra/ids.ts'
import { addDays, dayOf, startOfDay } from './days.ts'
import { codeLength, codeState, type RowToSettle, remainingSeconds, settleRows, showCode } from './rules.ts'

describe('a day of the calendar', () => {
  test.each([
    ['2026-11-23', '2026-11-22T23:00:00.000Z'],
    ['2026-07-14', '2026-07-13T22:00:00.000Z'],
    ['2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', '2026-10-25T23:00:00.000Z'],
  ])('%s begins at %s', (day, instant) => {
    expect(startOfDay(day)?.toISOString()).toBe(instant)
    expect(dayOf(new Date(instant))).toBe(day)
    expect(dayOf(new Date(new Date(instant).getTime() - 1))).toBe(addDays(day, -1))
  })

  test.each(['2026-06-31', '2026-13-01', '31/06/2026', '', '2026-6-1'])('« %s » is no day', (text) => {
    expect(startOfDay(text)).toBeUndefined()
  })
})

describe('a typed code', () => {
  test('is read as it is shown, and any one wrong sign or swap is noticed', () => {
    for (let turn = 0; turn < 200; turn += 1) {
      const code = newCode(codeLength)
      expect(readCode(showCode(code).toLowerCase(), codeLength)).toBe(code)
      const place = turn % codeLength
      const other = code[place] === 'A' ? 'B' : 'A'
      expect(readCode(code.slice(0, place) + other + code.slice(place + 1), codeLength)).toBeUndefined()
      const [a = '', b = ''] = [code[place], code[(place + 1) % codeLength]]
      if (a === b || place === codeLength - 1) continue
      expect(readCode(code.slice(0, place) + b + a + code.slice(place + 2), codeLength)).toBeUndefined()
    }
  })

  const code = { opensAt: new Date(100), closesAt: new Date(200), stoppedAt: null, maxAwards: 2 }
  test.each([
    ['before', code, 0, 99, 'not-open'],
    ['at the first instant', code, 0, 100, 'open'],
    ['at the last instant', code, 1, 199, 'open'],
    ['after', code, 0, 200, 'closed'],
    ['when all is taken', code, 2, 150, 'full'],
    ['when stopped', { ...code, stoppedAt: new Date(120) }, 0, 150, 'stopped'],
  ] as const)('%s', (_when, which, taken, now, state) => {
    expect(codeState(which, taken, new Date(now))).toBe(state)
  })
})

test('whatever the rows, each is settled, and nobody is ready twice', () => {
  const cells = fc.record({
    name: fc.constantFrom('Ana Silva', 'ana  silva', 'Luc Baron', 'Éva'),
    address: fc.constantFrom('', 'a@exemple.fr', 'b@exemple.fr'),
    evidence: fc.constantFrom('', 'photo'),
    narrative: fc.constantFrom('', 'bien'),
  })
  const rows = fc.array(fc.tuple(cells, fc.boolean(), fc.boolean()), { maxLength: 20 })
  fc.assert(
    fc.property(rows, (list) => {
      const read = list.map(
        ([one, faulty], order): RowToSettle => ({
          line: order + 2,
          cells: one,
          faults: faulty ? [{ cell: 'name', code: 'open-quote' }] : [],
        }),
      )
      const held = list.map(([, , has]) => has)
      const settled = settleRows(read, held)
      expect(settled).toHaveLength(list.length)
      const ready = settled.flatMap((one, order) =>
        one.state === 'ready'
          ? [read[order]?.cells.address || read[order]?.cells.name.toLowerCase().replace(/\s+/g, ' ')]
          : [],
      )
      expect(new Set(ready).size).toBe(ready.length)
      for (const [order, one] of settled.entries()) {
        expect(one.faults.length > 0).toBe(one.state === 'faulty')
        if (list[order]?.[1]) expect(one.state).toBe('faulty')
        if (one.state === 'ready') expect(held[order]).toBe(false)
      }
      // Checked again with the faults it was given, a list stays as it is.
      const again = settleRows(
        read.map((row, order) => ({ ...row, faults: settled[order]?.faults ?? [] })),
        held,
      )
      expect(again).toEqual(settled)
    }),
  )
})

test('the time that remains is told from a twentieth on', () => {
  expect(remainingSeconds(0, 100, 10)).toBeUndefined()
  expect(remainingSeconds(4, 100, 10)).toBeUndefined()
  expect(remainingSeconds(50, 100, 10)).toBe(10)
  expect(remainingSeconds(100, 100, 10)).toBe(0)
})

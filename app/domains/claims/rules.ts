import { nameKey } from '../issuing/index.ts'
import type { Cells, RowFault } from './list/check-row.ts'

/** The longest list that one batch takes. */
export const mostRows = 20_000
export const fileBytes = 5 * 1024 * 1024
/** Rows recorded in one transaction. */
export const awardChunk = 500
/** Signs of a typed code: 9 random ones hold 43 bits, the tenth checks the others. */
export const codeLength = 10
/** Tries of codes that do not exist: for one visitor in a minute, for everybody in an hour. */
export const triesPerMinute = 5
export const triesPerHour = 1000
export const rowsPerPage = 50
export const faultyPerPage = 25

export interface RowToSettle {
  line: number
  cells: Cells
  faults: RowFault[]
}
export interface Settled {
  state: 'ready' | 'faulty' | 'already'
  faults: RowFault[]
  twinLine: number | null
}

const repeating = new Set(['address-taken', 'same-name'])

/** Who a row is about: the address, or the name of somebody without one. */
export const personKey = (person: { name: string; address: string | null }): string =>
  person.address === null || person.address === ''
    ? `name:${nameKey(person.name)}`
    : `address:${person.address}`

/**
 * Decides what becomes of each row, knowing its own faults, the rows above and who holds the badge already.
 * The same line twice is awarded once; one address for two people is a fault, for only one could receive.
 */
export function settleRows(rows: readonly RowToSettle[], held: readonly boolean[]): Settled[] {
  const seen = new Map<string, RowToSettle>()
  return rows.map((row, order) => {
    const own = row.faults.filter((fault) => !repeating.has(fault.code))
    if (own.length > 0) return { state: 'faulty', faults: own, twinLine: null }
    const key = personKey(row.cells)
    const twin = seen.get(key)
    if (twin === undefined) {
      seen.set(key, row)
      return { state: held[order] === true ? 'already' : 'ready', faults: [], twinLine: null }
    }
    const fault = twinFault(row, twin)
    return fault === undefined
      ? { state: 'already', faults: [], twinLine: twin.line }
      : { state: 'faulty', faults: [fault], twinLine: null }
  })
}

function twinFault(row: RowToSettle, twin: RowToSettle): RowFault | undefined {
  if (row.cells.address !== '')
    return nameKey(row.cells.name) === nameKey(twin.cells.name)
      ? undefined
      : { cell: 'address', code: 'address-taken', line: twin.line, name: twin.cells.name }
  const same = row.cells.evidence === twin.cells.evidence && row.cells.narrative === twin.cells.narrative
  return same ? undefined : { cell: 'name', code: 'same-name', line: twin.line }
}

export type CodeState = 'open' | 'not-open' | 'closed' | 'stopped' | 'full'

/** Whether a code can be used now. */
export function codeState(
  code: { opensAt: Date; closesAt: Date; stoppedAt: Date | null; maxAwards: number },
  taken: number,
  now: Date,
): CodeState {
  if (code.stoppedAt !== null) return 'stopped'
  if (now.getTime() >= code.closesAt.getTime()) return 'closed'
  if (now.getTime() < code.opensAt.getTime()) return 'not-open'
  return taken >= code.maxAwards ? 'full' : 'open'
}

/** ABCDE-FGHJK: easier to read aloud and to copy. */
export const showCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`

/**
 * Seconds that remain, from the pace so far; undefined before a twentieth is done, when any figure would be
 * a guess.
 */
export function remainingSeconds(done: number, total: number, elapsedSeconds: number): number | undefined {
  if (done < total / 20 || done === 0 || elapsedSeconds <= 0) return undefined
  return Math.ceil((elapsedSeconds / done) * (total - done))
}

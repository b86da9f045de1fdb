import { isEmailAddress } from '../../../infra/http/index.ts'
import { nameKey } from '../../issuing/index.ts'
import { webAddressOf } from '../../organisations/index.ts'

/** The cells of one person, as they were typed and only trimmed. */
export interface Cells {
  name: string
  address: string
  evidence: string
  narrative: string
}
export const cellNames = ['name', 'address', 'evidence', 'narrative'] as const
export type CellName = (typeof cellNames)[number]

export const faultCodes = [
  'name-missing',
  'name-too-long',
  'name-no-letter',
  'address-no-at',
  'address-two',
  'address-no-end',
  'address-comma',
  'address-space',
  'address-wrong',
  'address-taken',
  'evidence-missing',
  'text-too-long',
  'open-quote',
  'too-many-cells',
  'same-name',
] as const
export type FaultCode = (typeof faultCodes)[number]

/** What is wrong with one cell. The sentence is made from the code where it is shown. */
export interface RowFault {
  cell: CellName
  code: FaultCode
  /** For what repeats another line: that line, and whose it is. */
  line?: number | undefined
  name?: string | undefined
}

export const nameLength = 200
export const textLength = 5000

// The apostrophe that `neutral` puts before a formula.
const guarded = /^'(?=[=+\-@＝＋－＠])/

/** Tidies what people paste around an address; anything else stays as typed, to be shown and mended. */
export const tidyAddress = (typed: string): string =>
  typed
    .replace(/[\u00a0\u200b-\u200d\u2060\ufeff]/g, ' ')
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^<(.*)>$/, '$1')
    .replace(/[;,.]+$/, '')
    .trim()
    .replace(guarded, '')
    .toLowerCase()

export const tidyText = (typed: string): string =>
  typed
    .replaceAll('\0', '')
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/[ \t\u00a0]+/g, ' ')
    .trim()
    // What our own files put before a formula is no part of the text.
    .replace(guarded, '')

/** Every fault of one row, cell by cell. */
export function checkCells(cells: Cells, rules: { evidenceRequired: boolean }): RowFault[] {
  const faults: RowFault[] = []
  if (cells.name === '') faults.push({ cell: 'name', code: 'name-missing' })
  else if (cells.name.length > nameLength) faults.push({ cell: 'name', code: 'name-too-long' })
  else if (nameKey(cells.name) === '') faults.push({ cell: 'name', code: 'name-no-letter' })
  const address = cells.address === '' ? undefined : addressFault(cells.address)
  if (address !== undefined) faults.push({ cell: 'address', code: address })
  if (cells.evidence.length > textLength) faults.push({ cell: 'evidence', code: 'text-too-long' })
  if (cells.narrative.length > textLength) faults.push({ cell: 'narrative', code: 'text-too-long' })
  if (rules.evidenceRequired && cells.evidence === '' && cells.narrative === '')
    faults.push({ cell: 'narrative', code: 'evidence-missing' })
  return faults
}

export function addressFault(address: string): FaultCode | undefined {
  if (isEmailAddress(address)) return undefined
  const ats = address.split('@').length - 1
  if (ats === 0) return 'address-no-at'
  if (ats > 1) return 'address-two'
  if (/\s/.test(address)) return 'address-space'
  const domain = address.slice(address.indexOf('@') + 1)
  if (domain.includes(',')) return 'address-comma'
  if (!domain.includes('.') || domain.endsWith('.')) return 'address-no-end'
  return 'address-wrong'
}

/** A link that may stand in a badge, or undefined when the text is only text. */
export function linkOf(evidence: string): string | undefined {
  const typed = /^www\.\S+$/i.test(evidence) ? `https://${evidence}` : evidence
  if (!/^https?:\/\/\S+$/i.test(typed)) return undefined
  return webAddressOf(typed)
}

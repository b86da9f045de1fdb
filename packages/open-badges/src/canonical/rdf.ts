/** A term in N-Quads syntax: `<iri>`, `_:b0`, or `"text"^^<type>`. */
export type Term = string

/** One statement; `graph` is `''` for the default graph. */
export interface Quad {
  subject: Term
  predicate: Term
  object: Term
  graph: Term
}

export const isBlank = (term: Term): boolean => term.charCodeAt(0) === 0x5f

// All but printable ASCII without quote and backslash, and what lies beyond ASCII.
const mustEscape = /[^ !#-[\]-~\u0080-\uffff]/
const escapes: Record<string, string> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
}
const escapable = /[^ !#-[\]-~\u0080-\uffff]/g

/** Canonical N-Quads escaping of a literal. RDFC-1.0, 5 (Canonical form of N-Quads). */
export function escapeLiteral(text: string): string {
  if (!mustEscape.test(text)) return text
  return text.replace(
    escapable,
    (unit) => escapes[unit] ?? `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  )
}

/** Orders by code point. JavaScript orders by UTF-16 unit, which differs beyond the basic plane. */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at += 1) {
    const x = a.charCodeAt(at)
    const y = b.charCodeAt(at)
    if (x !== y) {
      const xAstral = x >= 0xd800 && x <= 0xdfff
      const yAstral = y >= 0xd800 && y <= 0xdfff
      return xAstral === yAstral ? x - y : xAstral ? 1 : -1
    }
  }
  return a.length - b.length
}

const highUnits = /[\ue000-\uffff]/
const surrogates = /[\ud800-\udfff]/
const atEnd = /[\ud800-\uffff]/g

// Surrogates after all other units, which keep their order: then units order as code points do. And back.
const shifted = (line: string): string =>
  line.replace(atEnd, (unit) => {
    const code = unit.charCodeAt(0)
    return String.fromCharCode(code >= 0xe000 ? code - 0x800 : code + 0x2000)
  })
const unshifted = (line: string): string =>
  line.replace(atEnd, (unit) => {
    const code = unit.charCodeAt(0)
    return String.fromCharCode(code >= 0xf800 ? code - 0x2000 : code + 0x800)
  })

/** Sorts in place by code point. UTF-16 order differs only where a surrogate meets a unit above it. */
export function sortLines(lines: string[]): string[] {
  if (lines.length < 2) return lines
  const mixed = lines.some((line) => highUnits.test(line)) && lines.some((line) => surrogates.test(line))
  if (!mixed) return lines.sort()
  const ordered = lines.map(shifted).sort()
  for (let at = 0; at < ordered.length; at += 1) lines[at] = unshifted(ordered[at] ?? '')
  return lines
}

/** A line of N-Quads with its line feed. */
export const nQuad = ({ subject, predicate, object, graph }: Quad): string =>
  graph === '' ? `${subject} ${predicate} ${object} .\n` : `${subject} ${predicate} ${object} ${graph} .\n`

const xsd = 'http://www.w3.org/2001/XMLSchema#'

/** A number as a literal. JSON-LD 1.1, 8.2.2: integers keep their digits, others take the canonical form of a double. */
export function numberTerm(value: number, datatype: string | undefined): Term {
  const isDouble = !Number.isInteger(value) || Math.abs(value) >= 1e21
  if (!isDouble && datatype !== `${xsd}double`) {
    return `"${value.toFixed(0)}"^^<${datatype ?? `${xsd}integer`}>`
  }
  const lexical = value.toExponential(15).replace(/(\d)0*e\+?/, '$1E')
  return `"${lexical}"^^<${datatype ?? `${xsd}double`}>`
}

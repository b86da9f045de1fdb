import { OpenBadgesError } from '../errors.ts'
import { escapeLiteral, nQuad, type Quad, type Term } from './rdf.ts'

const iri = '<[^\\s<>]*>'
const blank = '_:[^\\s<>]+'
const literal = '"(?:[^"\\\\]|\\\\.)*"(?:\\^\\^<[^\\s<>]*>|@[A-Za-z0-9-]+)?'
const line = new RegExp(
  `^[ \\t]*(${iri}|${blank})[ \\t]*(${iri})[ \\t]*(${iri}|${blank}|${literal})[ \\t]*(${iri}|${blank})?[ \\t]*\\.[ \\t]*(?:#.*)?$`,
  'u',
)
const escaped = /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g
const singles: Record<string, string> = {
  t: '\t',
  b: '\b',
  n: '\n',
  r: '\r',
  f: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
}

const unescaped = (text: string): string =>
  text.replace(
    escaped,
    (_, short: string | undefined, long: string | undefined, single: string | undefined) =>
      single === undefined
        ? String.fromCodePoint(Number.parseInt(short ?? long ?? '0', 16))
        : (singles[single] ?? single),
  )

function term(text: string): Term {
  if (text.startsWith('<')) return unescaped(text)
  if (!text.startsWith('"')) return text
  const end = text.lastIndexOf('"')
  const suffix = unescaped(text.slice(end + 1)).replace('^^<http://www.w3.org/2001/XMLSchema#string>', '')
  return `"${escapeLiteral(unescaped(text.slice(1, end)))}"${suffix}`
}

/** Reads N-Quads. Throws `canonical.n-quads-malformed`. W3C RDF 1.1 N-Quads. */
export function parseNQuads(text: string): Quad[] {
  const quads: Quad[] = []
  const seen = new Set<string>()
  for (const one of text.split(/[\r\n]+/)) {
    if (/^\s*(#.*)?$/.test(one)) continue
    const match = line.exec(one)
    if (!match)
      throw new OpenBadgesError({ code: 'canonical.n-quads-malformed', message: 'This is not N-Quads' })
    const [, subject = '', predicate = '', object = '', graph = ''] = match
    const quad: Quad = {
      subject: term(subject),
      predicate: term(predicate),
      object: term(object),
      graph: graph && term(graph),
    }
    const key = nQuad(quad)
    if (!seen.has(key)) quads.push(quad)
    seen.add(key)
  }
  return quads
}

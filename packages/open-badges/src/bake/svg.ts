import { SaxesParser } from 'saxes'
import { OpenBadgesError } from '../errors.ts'
import { type Family, familyOfNamespace, svgNamespaces } from './families.ts'
import type { Payload } from './png.ts'

const maxDepth = 256

// The line that drawing tools write by themselves. It declares nothing, and nothing is read through it.
const plainDoctype =
  /^\s*svg\s+PUBLIC\s+(["'])-\/\/W3C\/\/DTD SVG (1\.0|1\.1|1\.1 Basic|1\.1 Tiny|20010904)\/\/EN\1\s+(["'])https?:\/\/www\.w3\.org\/[A-Za-z0-9./-]+\3\s*$/

/** Where a credential element is, and what it says. */
interface Found extends Payload {
  start: number
  end: number
}

interface Layout {
  found: Found[]
  /** Offset of the `>` or `/>` that ends the root's start tag. */
  rootTagEnd: number
  rootIsEmpty: boolean
  rootPrefixes: ReadonlyMap<string, string>
}

const malformed = (message: string): OpenBadgesError =>
  new OpenBadgesError({ code: 'extract.svg-malformed', message })

function readLayout(svg: string): Layout {
  const parser = new SaxesParser({ xmlns: true })
  const found: Found[] = []
  const prefixes = new Map<string, string>()
  let failure: OpenBadgesError | undefined
  let depth = 0
  let root = false
  let rootTagEnd = -1
  let rootIsEmpty = false
  let open:
    | { depth: number; family: Family; verify: string | undefined; start: number; text: string }
    | undefined
  let tagStart = 0
  // Reading stops at the first fault: what follows could be made to take for ever.
  const fail = (error: OpenBadgesError): never => {
    failure ??= error
    throw error
  }
  parser.on('doctype', (doctype) => {
    if (!plainDoctype.test(doctype)) {
      fail(new OpenBadgesError({ code: 'extract.doctype', message: 'This DOCTYPE is refused' }))
    }
  })
  parser.on('error', () => fail(malformed('This SVG is not well-formed XML')))
  parser.on('opentagstart', () => {
    tagStart = svg.lastIndexOf('<', parser.position - 2)
  })
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > maxDepth) fail(malformed('This SVG is nested too deep'))
    if (depth === 1) {
      if (tag.local !== 'svg') fail(malformed('The root is not svg'))
      root = true
      rootTagEnd = parser.position - (tag.isSelfClosing ? 2 : 1)
      rootIsEmpty = tag.isSelfClosing
      for (const [prefix, uri] of Object.entries(tag.ns)) prefixes.set(prefix, uri)
    }
    const family = familyOfNamespace(tag.uri)
    if (open || !family || (tag.local !== 'credential' && tag.local !== 'assertion')) return
    const verify = tag.attributes['verify']
    open = { depth, family, verify: verify?.value, start: tagStart, text: '' }
  })
  const onText = (text: string): void => {
    if (open) open.text += text
  }
  parser.on('text', onText)
  parser.on('cdata', onText)
  parser.on('closetag', () => {
    if (open?.depth === depth) {
      const body = open.text.trim()
      const text = body === '' ? (open.verify ?? '') : body
      const notes =
        body !== '' && open.verify !== undefined && open.verify.includes('.') ? ['verify-and-text'] : []
      found.push({ family: open.family, text, notes, start: open.start, end: parser.position })
      open = undefined
    }
    depth -= 1
  })
  try {
    parser.write(svg).close()
  } catch {
    throw failure ?? malformed('This SVG is not well-formed XML')
  }
  if (failure) throw failure
  if (!root) throw malformed('This SVG is empty')
  return { found, rootTagEnd, rootIsEmpty, rootPrefixes: prefixes }
}

/** The payloads of an SVG. A DOCTYPE is refused; nothing is expanded, drawn or fetched. */
export const readSvg = (svg: string): Payload[] =>
  readLayout(svg).found.map(({ family, text, notes }) => ({ family, text, notes }))

const isCompactJws = (text: string): boolean => /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]+$/.test(text)

/** Puts the credential as the first child of the root, and removes earlier ones. */
export function writeSvg(svg: string, text: string, family: Family): string {
  let clean = svg
  for (const { start, end } of readLayout(svg).found.reverse())
    clean = clean.slice(0, start) + clean.slice(end)
  const { rootTagEnd, rootIsEmpty, rootPrefixes } = readLayout(clean)
  const uri = svgNamespaces[family]
  const prefix = ['openbadges', 'ob', 'credential'].find((name) => {
    const bound = rootPrefixes.get(name)
    return bound === undefined || bound === uri
  })
  if (prefix === undefined) throw malformed('Every usual prefix is taken in this SVG')
  const declaration = rootPrefixes.get(prefix) === uri ? '' : ` xmlns:${prefix}="${uri}"`
  const name = `${prefix}:${family === 'ob2' ? 'assertion' : 'credential'}`
  const element = isCompactJws(text)
    ? `<${name} verify="${text}"/>`
    : `<${name}><![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`
  const head = clean.slice(0, rootTagEnd)
  const tail = rootIsEmpty
    ? `>${element}</svg>${clean.slice(rootTagEnd + 2)}`
    : `>${element}${clean.slice(rootTagEnd + 1)}`
  return head.trimEnd() + declaration + tail
}

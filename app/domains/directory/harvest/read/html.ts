import { type Json, OpenBadgesError } from '@insigne/open-badges'
import { readJson } from './json.ts'

const badgeTypes = new Set([
  'application/ld+json',
  'application/json',
  'application/feed+json',
  'application/vc+ld+json',
  'application/vc',
])
const mostLinks = 50
const mostBlocks = 50

/** What a page offers to programs: other forms of itself, and blocks of data. Nothing of it is run. */
export interface PageReading {
  alternates: string[]
  blocks: Json[]
}

export function readHtml(text: string, at: string): PageReading {
  const alternates = new Set<string>()
  for (const [open, close] of tags(text, /<link\s/gi, mostLinks * 4)) {
    const tag = text.slice(open, close)
    const type = attribute(tag, 'type').split(';')[0]?.trim().toLowerCase() ?? ''
    if (!badgeTypes.has(type) || !/(?:^|\s)alternate(?:\s|$)/i.test(attribute(tag, 'rel'))) continue
    const url = URL.parse(attribute(tag, 'href').replaceAll('&amp;', '&'), at)
    if (url !== null && /^https?:$/.test(url.protocol) && url.href !== at) alternates.add(url.href)
    if (alternates.size === mostLinks) break
  }
  return { alternates: [...alternates], blocks: dataBlocks(text) }
}

function dataBlocks(text: string): Json[] {
  const blocks: Json[] = []
  for (const [open, close] of tags(text, /<script\s/gi, 500)) {
    const type = attribute(text.slice(open, close), 'type').trim().toLowerCase()
    if (type !== 'application/ld+json' || blocks.length === mostBlocks) continue
    const ends = /<\/script/gi
    ends.lastIndex = close
    const end = ends.exec(text)?.index
    if (end === undefined) return blocks
    try {
      blocks.push(readJson(text.slice(close + 1, end)))
    } catch (error) {
      // A block that is no JSON says nothing; the page may hold another.
      if (!(error instanceof OpenBadgesError)) throw error
    }
  }
  return blocks
}

/** Where tags open and close; an overlong one is none. */
function* tags(text: string, opening: RegExp, most: number): Generator<[number, number]> {
  for (let count = 0; count < most; count += 1) {
    const open = opening.exec(text)?.index
    const close = open === undefined ? -1 : text.indexOf('>', open)
    if (open === undefined || close === -1) return
    opening.lastIndex = close
    if (close - open <= 2_000) yield [open, close]
  }
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag)
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? ''
}

/** What a host's robots.txt says to us. RFC 9309. */
export interface Robots {
  rules: { allow: boolean; path: string }[]
  /** Seconds between two requests, where it asks for them. */
  delaySeconds: number | undefined
}

/** The name that robots.txt may call us by. */
export const ourName = 'insigne'

const nobody: Robots = { rules: [], delaySeconds: undefined }
const longest = 500 * 1024
const mostRules = 2_000

interface Group {
  names: string[]
  robots: Robots
}

/** Reads the group that names us, else the one for everybody. Never throws: what cannot be read forbids nothing. */
export function parseRobots(text: string): Robots {
  const groups: Group[] = []
  let naming = false
  for (const line of text.slice(0, longest).split(/\r\n|\r|\n/)) {
    const colon = line.indexOf(':')
    if (colon === -1) continue
    const key = line.slice(0, colon).trim().toLowerCase()
    const value = (line.slice(colon + 1).split('#', 1)[0] ?? '').trim()
    if (key === 'user-agent') {
      // Names that follow each other share the rules that come next.
      if (!naming) groups.push({ names: [], robots: { rules: [], delaySeconds: undefined } })
      groups.at(-1)?.names.push(value.toLowerCase())
      naming = true
      continue
    }
    const group = groups.at(-1)
    if (group === undefined) continue
    if (key === 'allow' || key === 'disallow') {
      naming = false
      if (value !== '' && group.robots.rules.length < mostRules)
        group.robots.rules.push({ allow: key === 'allow', path: value })
    } else if (key === 'crawl-delay') {
      naming = false
      const seconds = Number(value)
      if (value !== '' && Number.isFinite(seconds) && seconds >= 0) group.robots.delaySeconds = seconds
    }
  }
  const ours = groups.filter(({ names }) => names.some((name) => name.startsWith(ourName)))
  const everybodys = groups.filter(({ names }) => names.includes('*'))
  return merge(ours.length > 0 ? ours : everybodys)
}

const merge = (groups: Group[]): Robots =>
  groups.length === 0
    ? nobody
    : {
        rules: groups.flatMap(({ robots }) => robots.rules),
        delaySeconds: groups.map(({ robots }) => robots.delaySeconds).find((one) => one !== undefined),
      }

/** Whether we may ask for a path. The longest rule that fits decides; of two as long, the one that allows. */
export function mayFetch(robots: Robots, address: string): boolean {
  const url = URL.parse(address)
  if (url === null) return false
  const path = encoded(url.pathname + url.search)
  if (path === '/robots.txt') return true
  let best: { allow: boolean; path: string } | undefined
  for (const rule of robots.rules)
    if (fits(encoded(rule.path), path)) {
      const longer = best === undefined || rule.path.length > best.path.length
      if (longer || (rule.allow && rule.path.length === best?.path.length)) best = rule
    }
  return best?.allow ?? true
}

// The same octet may be written plainly or escaped: both sides are compared escaped.
const encoded = (path: string): string =>
  path
    .toWellFormed()
    .replace(/[^!-~]/gu, (sign) => encodeURIComponent(sign))
    .replace(/%[0-9a-f]{2}/gi, (octet) => octet.toUpperCase())

/** `*` stands for anything, `$` for the end. Linear in the path for each piece: nothing backtracks. */
function fits(pattern: string, path: string): boolean {
  const ends = pattern.endsWith('$')
  const pieces = (ends ? pattern.slice(0, -1) : pattern).split('*')
  const [first = '', ...rest] = pieces
  if (!path.startsWith(first)) return false
  let at = first.length
  for (const [order, piece] of rest.entries()) {
    if (ends && order === rest.length - 1) {
      const last = path.length - piece.length
      return last >= at && path.endsWith(piece)
    }
    const found = path.indexOf(piece, at)
    if (found === -1) return false
    at = found + piece.length
  }
  return !ends || at === path.length
}

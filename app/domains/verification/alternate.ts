const badgeTypes = new Set([
  'application/vc+ld+json',
  'application/vc+jwt',
  'application/ld+json',
  'application/json',
])

/** The address of the badge that a page names in `<link rel="alternate" type="application/…json" href="…">`. */
export function alternateBadge(answer: {
  bytes?: Uint8Array
  url: string
  contentType?: string | null
}): string | undefined {
  if (answer.bytes === undefined || !/^text\/html\b/i.test(answer.contentType ?? '')) return undefined
  // A page's head is at its beginning; nothing beyond is worth reading.
  const head = new TextDecoder().decode(answer.bytes.subarray(0, 64 * 1024))
  for (const [tag] of head.matchAll(/<link\s[^>]{1,2000}>/gi)) {
    const type = attribute(tag, 'type').split(';')[0]?.trim().toLowerCase() ?? ''
    if (!/(^|\s)alternate(\s|$)/i.test(attribute(tag, 'rel')) || !badgeTypes.has(type)) continue
    const url = URL.parse(attribute(tag, 'href').replaceAll('&amp;', '&'), answer.url)
    if (url !== null && url.href !== answer.url) return url.href
  }
  return undefined
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag)
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? ''
}

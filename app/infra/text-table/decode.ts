export type Encoding = 'utf-8' | 'utf-16' | 'windows-1252' | 'macintosh'

/** Text of a file and how it was written; undefined when the bytes are no text (a workbook, a picture). */
export function decode(bytes: Uint8Array): { text: string; encoding: Encoding } | undefined {
  const marked = byMark(bytes)
  if (marked !== undefined) return clean(marked)
  if (bytes.includes(0)) return undefined
  try {
    return clean({ text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' })
  } catch {
    const candidates = (['windows-1252', 'macintosh'] as const).map((encoding) => ({
      text: new TextDecoder(encoding).decode(bytes),
      encoding,
    }))
    const [western, mac] = candidates
    if (western === undefined || mac === undefined) return undefined
    return clean(strangeness(mac.text) < strangeness(western.text) ? mac : western)
  }
}

function byMark(bytes: Uint8Array): { text: string; encoding: Encoding } | undefined {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf)
    return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8' }
  if (a === 0xff && b === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' }
  if (a === 0xfe && b === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' }
  return undefined
}

// Bytes that say neither « letter » nor « line » come from a workbook, an image or a program.
function clean(read: { text: string; encoding: Encoding }) {
  const controls = read.text.match(controlSigns)?.length ?? 0
  return controls > read.text.length / 100 ? undefined : read
}
// biome would refuse control signs written in a pattern, and it is right: they are built from their numbers.
const controlSigns = new RegExp(
  `[${String.fromCharCode(0)}-${String.fromCharCode(8)}${String.fromCharCode(14)}-${String.fromCharCode(31)}]`,
  'g',
)

/**
 * How little a text looks like names in a European language: the same byte is « é » for one machine and « Ž »
 * for another, so the wrong reading puts capitals and signs inside words.
 */
function strangeness(text: string): number {
  const sample = text.slice(0, 200_000)
  const inside = sample.match(/\p{Ll}[\u00c0-\u00de\u0160\u017d\u0178](?=\p{Ll}|\P{L}|$)/gu)?.length ?? 0
  const signs = sample.match(/[\u0080-\u009f‡†ˆ˜¬∂∑∏π∫Ωæø¿√ƒ≈∆…‰Œ‹›ŽžŠš‚„]/gu)?.length ?? 0
  const letters = sample.match(/[éèêëàâçîïôöùûüœñ]/g)?.length ?? 0
  return inside * 2 + signs - letters
}

import type { Area } from '../../territories/index.ts'

/** The regions and departments by code and by name, as readers write them. */
export interface Atlas {
  areas: ReadonlyMap<string, Area>
  /** In the order of their codes. */
  departments: readonly Area[]
  nameOf(code: string): string | undefined
  /** The region in which a department stands. */
  regionOf(code: string): Area | undefined
  /** The place that a reader means: a name, a code, a name with a slip; undefined where none is near. */
  find(text: string): Area | undefined
}

export function atlasOf(list: readonly Area[]): Atlas {
  const areas = new Map(list.map((area) => [area.code, area]))
  const byId = new Map(list.map((area) => [area.id, area]))
  // A region goes before a department of the same name, as overseas.
  const named = [...list]
    .sort((a, b) => Number(a.kind === 'department') - Number(b.kind === 'department'))
    .map((area) => ({ area, name: plain(area.name) }))
  return {
    areas,
    departments: list.filter((area) => area.kind === 'department').sort((a, b) => (a.code < b.code ? -1 : 1)),
    nameOf: (code) => areas.get(code)?.name,
    regionOf: (code) => byId.get(areas.get(code)?.parentId ?? ''),
    find(text) {
      const words = plain(text).slice(0, 60)
      if (words === '') return undefined
      const number = /^d?\s?(\d[\dab]\d?)$/.exec(words)?.[1]
      if (number !== undefined) return areas.get(`D${number.toUpperCase()}`)
      const same = named.find(({ name }) => name === words)
      if (same !== undefined) return same.area
      const begun = words.length < 3 ? [] : named.filter(({ name }) => name.startsWith(words))
      if (begun.length === 1) return begun[0]?.area
      return nearest(words, named)
    },
  }
}

/** Without accents, capitals and signs: « Seine‑Maritime » and « seine maritime » are the same. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:(?:en|dans|a|l|la|le|les|region|departement|de|d|du|des) )+/, '')

// One slip in a short name, two in a long one; none where two places are as near.
function nearest(words: string, named: readonly { area: Area; name: string }[]): Area | undefined {
  const most = words.length < 5 ? 0 : words.length < 9 ? 1 : 2
  const found = named
    .map(({ area, name }) => ({ area, name, far: distance(words, name, most) }))
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far)
  const [first, second] = found
  if (first === undefined) return undefined
  return second !== undefined && second.far === first.far && second.name !== first.name
    ? undefined
    : first.area
}

/** Signs to change, add, drop or swap with their neighbour; above `most` it stops counting. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1)
      row.push(best)
    }
    before = last
    last = row
  }
  return last[b.length] ?? most + 1
}

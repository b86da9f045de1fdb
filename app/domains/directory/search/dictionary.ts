import type { TermKind } from '../tables.ts'
import { distance, forgiven, letters, lettersApart } from './distance.ts'

export interface TermRow {
  id: number
  kind: TermKind
  value: string
  fr: string | null
  en: string | null
}

/** The terms by their numbers and back, with the forms of each word. */
export class Dictionary {
  /** By term: which facet it is a value of; 0 for words. */
  kindOf = new Uint8Array(1024)
  /** One more than the highest number. */
  size = 0
  readonly #values: string[] = []
  readonly #ids = new Map<string, number>()
  readonly #french = new Map<string, number[]>()
  readonly #english = new Map<string, number[]>()
  readonly #stems = new Map<string, { fr: string; en: string }>()
  readonly #letters = new Map<number, number>()
  readonly #ofKind: number[][] = []

  add({ id, kind, value, fr, en }: TermRow): void {
    if (id >= this.kindOf.length) {
      const wider = new Uint8Array(Math.max(id + 1, this.kindOf.length * 2))
      wider.set(this.kindOf)
      this.kindOf = wider
    }
    this.size = Math.max(this.size, id + 1)
    this.kindOf[id] = kindNumbers[kind]
    this.#ofKind[kindNumbers[kind]] ??= []
    this.#ofKind[kindNumbers[kind]]?.push(id)
    this.#values[id] = value
    this.#ids.set(`${kind} ${value}`, id)
    if (kind !== 'word') return
    const stems = { fr: fr ?? value, en: en ?? value }
    this.#stems.set(value, stems)
    push(this.#french, stems.fr, id)
    push(this.#english, stems.en, id)
    this.#letters.set(id, letters(value))
  }

  id(kind: TermKind, value: string): number | undefined {
    return this.#ids.get(`${kind} ${value}`)
  }

  /** The terms of a kind, in the order in which they came. */
  termsOf(kind: number): readonly number[] {
    return this.#ofKind[kind] ?? []
  }

  value(id: number): string {
    return this.#values[id] ?? ''
  }

  stemsOf(word: string): { fr: string; en: string } | undefined {
    return this.#stems.get(word)
  }

  /** The words that are forms of the same word, in French or in English. */
  forms(stems: { fr: string; en: string }): number[] {
    return [...new Set([...(this.#french.get(stems.fr) ?? []), ...(this.#english.get(stems.en) ?? [])])]
  }

  /** The word that was probably meant: the nearest, then one that begins alike, then the most frequent. */
  nearest(word: string, frequency: (id: number) => number): string | undefined {
    const most = forgiven(word)
    if (most === 0) return undefined
    const own = letters(word)
    let best: { value: string; apart: number; alike: boolean; often: number } | undefined
    for (const [id, bits] of this.#letters) {
      if (lettersApart(bits, own) > 2 * most) continue
      const value = this.value(id)
      if (value.length < 3 || /\d/.test(value)) continue
      const apart = distance(word, value, best === undefined ? most : best.apart)
      if (apart > (best?.apart ?? most)) continue
      const often = frequency(id)
      if (often === 0) continue
      const alike = value[0] === word[0]
      const closer =
        best === undefined || apart < best.apart || (alike !== best.alike ? alike : often > best.often)
      if (closer) best = { value, apart, alike, often }
    }
    return best?.value
  }
}

/** The same numbers as `facetKinds`. */
const kindNumbers: Readonly<Record<TermKind, number>> = {
  word: 0,
  nature: 1,
  language: 2,
  area: 3,
  skill: 4,
  framework: 5,
  issuer: 6,
  awarded: 7,
  origin: 8,
}

function push(map: Map<string, number[]>, key: string, id: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [id])
  else list.push(id)
}

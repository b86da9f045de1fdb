/** A set of places in a segment, one bit each. */
export class Bits {
  readonly #words: Uint32Array

  private constructor(words: Uint32Array) {
    this.#words = words
  }

  /** The bits themselves, for the loops that must be quick. */
  get words(): Uint32Array {
    return this.#words
  }

  static empty(size: number): Bits {
    return new Bits(new Uint32Array((size + 31) >> 5))
  }

  static full(size: number): Bits {
    const words = new Uint32Array((size + 31) >> 5).fill(0xffffffff)
    const rest = size & 31
    if (rest !== 0) words[words.length - 1] = 2 ** rest - 1
    return new Bits(words)
  }

  copy(): Bits {
    return new Bits(this.#words.slice())
  }

  has(place: number): boolean {
    return (((this.#words[place >> 5] ?? 0) >>> (place & 31)) & 1) === 1
  }

  clear(place: number): void {
    const at = place >> 5
    this.#words[at] = (this.#words[at] ?? 0) & ~(1 << (place & 31))
  }

  addPlaces(places: Uint16Array, start: number, end: number): void {
    const words = this.#words
    for (let i = start; i < end; i++) {
      const place = places[i] ?? 0
      const at = place >> 5
      words[at] = (words[at] ?? 0) | (1 << (place & 31))
    }
  }

  /** From a map of 16 bits to a number. */
  addHalves(halves: Uint16Array): void {
    const words = this.#words
    for (let at = 0; at < words.length; at++)
      words[at] = (words[at] ?? 0) | (halves[2 * at] ?? 0) | ((halves[2 * at + 1] ?? 0) << 16)
  }

  /** Keeps what the other has as well. False when nothing is left. */
  keep(other: Bits): boolean {
    const words = this.#words
    let any = 0
    for (let at = 0; at < words.length; at++) {
      const both = (words[at] ?? 0) & (other.#words[at] ?? 0)
      words[at] = both
      any |= both
    }
    return any !== 0
  }

  /** Takes out what the other has. */
  drop(other: Bits): void {
    const words = this.#words
    for (let at = 0; at < words.length; at++) words[at] = (words[at] ?? 0) & ~(other.#words[at] ?? 0)
  }

  add(other: Bits): void {
    const words = this.#words
    for (let at = 0; at < words.length; at++) words[at] = (words[at] ?? 0) | (other.#words[at] ?? 0)
  }

  count(): number {
    let total = 0
    for (let word of this.#words) {
      word -= (word >>> 1) & 0x55555555
      word = (word & 0x33333333) + ((word >>> 2) & 0x33333333)
      total += (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
    }
    return total
  }

  /** In ascending order. */
  each(run: (place: number) => void): void {
    const words = this.#words
    for (let at = 0; at < words.length; at++) {
      let word = words[at] ?? 0
      while (word !== 0) {
        const low = word & -word
        run((at << 5) + 31 - Math.clz32(low))
        word ^= low
      }
    }
  }

  /** In descending order, until `run` says that it has enough. */
  eachDown(run: (place: number) => boolean): void {
    const words = this.#words
    for (let at = words.length - 1; at >= 0; at--) {
      let word = words[at] ?? 0
      while (word !== 0) {
        const bit = 31 - Math.clz32(word)
        if (run((at << 5) + bit)) return
        word &= ~(1 << bit)
      }
    }
  }
}

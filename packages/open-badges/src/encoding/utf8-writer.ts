const encoder = new TextEncoder()
const initialSize = 65_536
/** A document larger than this leaves no room behind it. */
const maxKept = 1_048_576
let room = new Uint8Array(initialSize)

/** Joins texts and bytes as UTF-8 in one room that is used again and again: one writer at a time. */
export class Utf8Writer {
  #length = 0
  #pending = ''

  constructor() {
    if (room.length > maxKept) room = new Uint8Array(initialSize)
  }

  /** Texts beyond ASCII are better given to `apart`. */
  text(text: string): void {
    this.#pending += text
  }

  /** The same, encoded by itself: one letter beyond ASCII makes what is joined to it much slower to encode. */
  apart(text: string): void {
    this.#flush()
    this.#pending = text
    this.#flush()
  }

  bytes(bytes: Uint8Array): void {
    this.#flush()
    this.#reserve(bytes.length)
    room.set(bytes, this.#length)
    this.#length += bytes.length
  }

  /** What was written; good until the next writer is made. */
  done(): Uint8Array {
    this.#flush()
    return room.subarray(0, this.#length)
  }

  #flush(): void {
    if (this.#pending === '') return
    this.#reserve(this.#pending.length * 3)
    const { written } = encoder.encodeInto(this.#pending, room.subarray(this.#length))
    this.#length += written
    this.#pending = ''
  }

  #reserve(more: number): void {
    if (this.#length + more <= room.length) return
    const larger = new Uint8Array(Math.max(room.length * 2, this.#length + more))
    larger.set(room.subarray(0, this.#length))
    room = larger
  }
}

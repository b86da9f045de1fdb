/** Widths of the bold face, in thousandths of its size: U+0020 to U+007E, then U+00A0 to U+00FF. */
const basic = [
  312, 303, 390, 765, 610, 969, 725, 210, 335, 335, 485, 595, 271, 373, 272, 440, 659, 440, 579, 600, 624,
  607, 626, 537, 624, 571, 272, 272, 569, 612, 569, 547, 781, 678, 643, 658, 688, 597, 566, 718, 701, 424,
  561, 663, 552, 858, 717, 746, 629, 756, 650, 610, 607, 686, 644, 886, 685, 650, 618, 340, 440, 344, 582,
  400, 288, 552, 596, 510, 596, 563, 365, 593, 571, 300, 259, 555, 318, 882, 571, 576, 596, 599, 376, 508,
  376, 567, 530, 740, 539, 521, 505, 381, 254, 381, 537,
]
const accented = [
  312, 303, 510, 634, 593, 650, 254, 555, 432, 798, 390, 649, 615, 0, 798, 383, 394, 611, 402, 407, 288, 0,
  521, 294, 297, 284, 403, 649, 846, 852, 921, 526, 678, 678, 678, 678, 678, 678, 966, 658, 597, 597, 597,
  597, 424, 424, 424, 424, 708, 717, 746, 746, 746, 746, 746, 536, 746, 686, 686, 686, 686, 650, 629, 621,
  552, 552, 552, 552, 552, 552, 878, 510, 563, 563, 563, 563, 300, 300, 300, 314, 588, 571, 576, 576, 576,
  576, 576, 595, 576, 567, 567, 567, 567, 521, 596, 521,
]
const others: Readonly<Record<string, number>> = {
  '\u0152': 1024,
  '\u0153': 936,
  '\u2018': 269,
  '\u2019': 269,
  '\u2026': 780,
  '\u2013': 501,
  '\u2014': 832,
  '\u20ac': 678,
}
/** What a letter outside the file is taken to be wide. */
const unknown = 640

/** Longest text round a mark or under it, in characters; past it the text would not be read at 144 px. */
export const RING_TEXT_MAX = 24
/** "RNCP" and five digits, a space between, and two to spare. */
export const NUMBER_BAR_MAX = 12

export const letterWidth = (letter: string): number => {
  const code = letter.charCodeAt(0)
  const width = code >= 0xa0 ? accented[code - 0xa0] : basic[code - 0x20]
  return (width === 0 ? undefined : width) ?? others[letter] ?? unknown
}

/** Width of a text set at `size`, `gap` between letters. */
export const textWidth = (text: string, size: number, gap = 0): number =>
  [...text].reduce((sum, letter) => sum + (letterWidth(letter) * size) / 1000, 0) +
  gap * Math.max(0, text.length - 1)

/**
 * One line of letters that any drawing program takes: composed accents, plain spaces, no control sign,
 * nothing outside the basic plane (positions are given letter by letter), at most `max` letters.
 */
export const cleanLine = (text: string, max: number): string => {
  const line = text
    .normalize('NFC')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\ud800-\udfff\ufffe\uffff\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/[\u{10000}-\u{10ffff}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return line.length <= max ? line : `${line.slice(0, max - 1).trimEnd()}…`
}

/** Sets `text` at `largest`, or smaller so that it holds in `room`. */
export const fitSize = (text: string, room: number, largest: number, gap = 0): number =>
  Math.min(largest, (largest * room) / Math.max(textWidth(text, largest, gap), 1))

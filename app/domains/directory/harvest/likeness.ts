/**
 * Names that a reader takes for one another: signs of other alphabets that look Latin, accents, case, spaces, and the
 * pairs of letters that close type confuses. After Unicode Technical Standard 39; the table is ours and short.
 */
export const lookAlikes: Readonly<Record<string, string>> = {
  // Cyrillic
  а: 'a',
  в: 'b',
  е: 'e',
  ё: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  ѕ: 's',
  і: 'i',
  ї: 'i',
  ј: 'j',
  ԁ: 'd',
  ԛ: 'q',
  ԝ: 'w',
  һ: 'h',
  ѵ: 'v',
  г: 'r',
  п: 'n',
  ь: 'b',
  ӏ: 'l',
  // Greek
  α: 'a',
  β: 'b',
  γ: 'y',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  μ: 'u',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  σ: 'o',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ω: 'w',
  ζ: 'z',
  // Armenian, Cherokee, Latin letters beside the usual ones
  ո: 'n',
  օ: 'o',
  ս: 'u',
  ց: 'g',
  յ: 'j',
  հ: 'h',
  ɑ: 'a',
  ɡ: 'g',
  ı: 'i',
  ʟ: 'l',
  ɩ: 'i',
  ƅ: 'b',
  ꜱ: 's',
  ᴏ: 'o',
  ᴄ: 'c',
  ᴜ: 'u',
  ᴠ: 'v',
  ᴡ: 'w',
  ᴢ: 'z',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  // Digits and signs that stand for letters
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '5': 's',
  '8': 'b',
  '|': 'l',
  $: 's',
  '@': 'a',
  '€': 'e',
  '!': 'l',
}

/** The form under which two look-alike names are equal. */
export function skeleton(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
  let text = ''
  for (const sign of plain) text += lookAlikes[sign] ?? sign
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('cl', 'd')
    .replaceAll('i', 'l')
}

/** A word that mixes alphabets is written to be taken for another. */
export function mixesAlphabets(name: string): boolean {
  return name.split(/[^\p{L}\p{M}]+/u).some((word) => {
    const alphabets = [
      /\p{Script=Latin}/u,
      /\p{Script=Cyrillic}/u,
      /\p{Script=Greek}/u,
      /\p{Script=Armenian}/u,
    ]
    return alphabets.filter((one) => one.test(word)).length > 1
  })
}

/** Short skeletons collide by chance. */
const shortest = 4

/**
 * Whether a name may pass for another issuer's. A plain homonym counts as well: two issuers of one name need a
 * person's eye once.
 */
export const looksLike = (name: string, other: string): boolean => {
  const one = skeleton(name)
  return one.length >= shortest && one === skeleton(other)
}

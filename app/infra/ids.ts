import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'

/** A random identifier; never guessable, never reused. */
export const newId = (): string => randomUUID()

/** Whether a text has the form of such an identifier: the database refuses to look for any other. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** A secret for a link or a cookie: 256 bits, base64url. Only its digest is stored. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** A public address that cannot be guessed: 128 bits, base64url, 22 characters. */
export const newSlug = (): string => randomBytes(16).toString('base64url')

/** The digest under which a token is stored. */
export const digest = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** Compares two texts in constant time. */
export function sameText(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())
}

// Letters and digits that are not confused on paper: no 0 O 1 I L U, and no Z beside 2. Their number, 29, is prime.
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXY'

/** A code to type: `length` characters, the last one a check character. Nine characters hold 39 random bits. */
export function newCode(length = 9): string {
  let code = ''
  while (code.length < length - 1)
    for (const byte of randomBytes(length)) {
      // 8 x 29 = 232: bytes above would favour some letters.
      const letter = byte < 232 ? alphabet[byte % 29] : undefined
      if (letter !== undefined && code.length < length - 1) code += letter
    }
  return code + checkCharacter(code)
}

/** Cleans what a person typed (case, spaces, dashes); undefined when the check character does not hold. */
export function readCode(typed: string, length = 9): string | undefined {
  const code = typed.toUpperCase().replace(/[\s\-–—.]/g, '')
  if (code.length !== length || [...code].some((letter) => !alphabet.includes(letter))) return undefined
  return checkCharacter(code.slice(0, -1)) === code.at(-1) ? code : undefined
}

// Distinct weights modulo a prime catch every single wrong character and every swap of two characters.
function checkCharacter(body: string): string {
  let sum = 0
  for (const [place, letter] of [...body].entries()) sum += (place + 2) * alphabet.indexOf(letter)
  return alphabet[sum % 29] ?? ''
}

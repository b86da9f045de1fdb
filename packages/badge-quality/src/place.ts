import type { DocumentName, Proof } from './model.ts'

/** A value and where it stands. Everything is read through places, so that every answer can point at its proof. */
export interface Place {
  document: DocumentName
  pointer: string
  value: unknown
}

/** A text and where it stands. */
export interface Cited {
  document: DocumentName
  pointer: string
  text: string
}

// Beyond these, a record is not a badge: reading more would only cost time.
const mostItems = 100
const mostText = 20_000
const mostQuote = 200

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const escapeToken = (token: string) => token.replaceAll('~', '~0').replaceAll('/', '~1')

/** The member of an object, own properties only. */
export function member(place: Place | undefined, key: string): Place | undefined {
  if (place === undefined || !isRecord(place.value) || !Object.hasOwn(place.value, key)) return undefined
  const value = place.value[key]
  if (value === undefined || value === null) return undefined
  return { document: place.document, pointer: `${place.pointer}/${escapeToken(key)}`, value }
}

/** The first member that is there. */
export function firstMember(place: Place | undefined, ...keys: string[]): Place | undefined {
  for (const key of keys) {
    const found = member(place, key)
    if (found !== undefined) return found
  }
  return undefined
}

/** The values of a property that may be absent, single or repeated. */
export function items(place: Place | undefined): Place[] {
  if (place === undefined) return []
  if (!Array.isArray(place.value)) return [place]
  return place.value
    .slice(0, mostItems)
    .flatMap((value: unknown, index) =>
      value === undefined || value === null
        ? []
        : [{ document: place.document, pointer: `${place.pointer}/${index}`, value }],
    )
}

/** The texts of a value: a string, several, a language map, a JSON-LD value object. Never deeper. */
export function texts(place: Place | undefined): Cited[] {
  return items(place).flatMap((one) => {
    if (typeof one.value === 'string') return cited(one, one.value)
    if (!isRecord(one.value)) return []
    return Object.keys(one.value)
      .slice(0, mostItems)
      .filter((key) => /^(?:@value|@none|[a-z]{2,3}(?:-[A-Za-z0-9]+)*)$/.test(key))
      .flatMap((key) =>
        items(member(one, key)).flatMap((inner) =>
          typeof inner.value === 'string' ? cited(inner, inner.value) : [],
        ),
      )
  })
}

const cited = ({ document, pointer }: Place, text: string): Cited[] =>
  text.trim() === '' ? [] : [{ document, pointer, text: text.slice(0, mostText) }]

/** The first text, or undefined. */
export const text = (place: Place | undefined): Cited | undefined => texts(place)[0]

/** True, `"true"`, and the other way round; undefined for all else. */
export function truth(place: Place | undefined): boolean | undefined {
  if (place?.value === true || place?.value === 'true') return true
  return place?.value === false || place?.value === 'false' ? false : undefined
}

/** What stands there, as a proof. */
export const proofOf = ({ document, pointer, value }: Place): Proof => ({
  document,
  pointer,
  quote: quoted(typeof value === 'string' ? value : (JSON.stringify(value) ?? '')),
})

/** A text, or the part of it that decided, as a proof. */
export const proofOfText = ({ document, pointer, text: whole }: Cited, part: string = whole): Proof => ({
  document,
  pointer,
  quote: quoted(part),
})

function quoted(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim()
  return line.length <= mostQuote ? line : `${line.slice(0, mostQuote - 1)}…`
}

/** An address on the web or a DID or URN, the forms that identify something outside of the text. */
export const isAddress = (value: string): boolean => /^(?:https?:\/\/|did:|urn:)\S+$/i.test(value)

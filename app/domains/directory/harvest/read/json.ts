import { type Json, type JsonObject, parseJson } from '@insigne/open-badges'

/** What a stranger wrote, without the one sign that PostgreSQL keeps in no text. Throws what `parseJson` throws. */
export function readJson(text: string): Json {
  const document = parseJson(text)
  return /\\u0000/.test(text) ? withoutNul(document) : document
}

// `parseJson` bounds the depth.
function withoutNul(value: Json): Json {
  if (typeof value === 'string') return value.replaceAll('\0', '')
  if (Array.isArray(value)) return value.map(withoutNul)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) =>
      name.includes('\0') ? [] : [[name, withoutNul(inner)]],
    ),
  )
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The values of a property that may be absent, single or repeated. */
export const listOf = (value: Json | undefined): Json[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]

export const typesOf = (document: JsonObject): string[] =>
  listOf(document['type'] ?? document['@type']).filter((one): one is string => typeof one === 'string')

const languages = ['fr', 'fr-FR', 'en', 'en-US', 'en-GB']

/** A text, or the French one of a map of languages, or the English one, or the first. */
export function textIn(value: Json | undefined, longest = 20_000): string | undefined {
  if (typeof value === 'string') {
    const text = value.trim()
    return text === '' ? undefined : text.slice(0, longest).toWellFormed()
  }
  if (Array.isArray(value)) return value.map((one) => textIn(one, longest)).find((one) => one !== undefined)
  if (!isObject(value)) return undefined
  if (typeof value['@value'] === 'string') return textIn(value['@value'], longest)
  const known = languages.map((one) => value[one]).find((one) => typeof one === 'string')
  const any = known ?? Object.values(value).find((one) => typeof one === 'string')
  return typeof any === 'string' ? textIn(any, longest) : undefined
}

/** The address that a value names: itself, or its `id`. */
export const idIn = (value: Json | undefined): string | undefined => {
  const id = isObject(value) ? (value['id'] ?? value['@id']) : value
  return typeof id === 'string' && id !== '' && id.length <= 2_000 ? id : undefined
}

/** A JSON value. RFC 8259, 3. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** A JSON object. RFC 8259, 4. */
export type JsonObject = { [key: string]: Json }

/**
 * Tells whether a value is a JSON object: not null, not an array.
 * @example
 * isJsonObject({ a: 1 }) // true
 */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The values of a JSON-LD property that may be absent, single or repeated. */
export const asArray = (value: Json | undefined): Json[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]

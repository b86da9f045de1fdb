/** What a text must be. */
export type TextFormat =
  | 'uri'
  | 'date-time'
  | 'date'
  | 'language'
  | 'jwt'
  | 'image'
  | 'index'
  | 'identity-hash'
  | 'url'

export interface TextRule {
  kind: 'text'
  format?: TextFormat
  values?: readonly string[]
  /** `ext:` values are welcome. */
  extensible?: boolean
}

export type Rule =
  | TextRule
  | { kind: 'number'; min?: number; max?: number }
  | { kind: 'boolean' }
  | { kind: 'node'; shape: () => Shape; orText?: boolean }

export interface Property {
  rule: Rule
  /** The specification wants an array. */
  many?: boolean
  /** One or several, as the issuer likes. */
  either?: boolean
  required?: boolean
  /** Its name as codes write it, such as `valid-from`. */
  slug?: string
}

/** A class of the data model, closed: a property that is not named here is refused. */
export interface Shape {
  /** Prefix of the codes of its faults, such as `credential.achievement`. */
  code: string
  /** The value that `type` must hold; absent for classes without type. */
  type?: string | readonly string[]
  /** `type` is one string in the specification's schema, not an array. */
  typeIsText?: boolean
  properties: ReadonlyMap<string, Property>
  required: readonly string[]
  /** At least one of these. */
  oneOf?: readonly string[]
  /** One object of the class is part of many documents. */
  isShared?: boolean
}

type Option = Pick<Property, 'many' | 'either' | 'required'>
export const required: Option = { required: true }
export const many: Option = { many: true }

export const text = (format?: TextFormat, option: Option = {}): Property => ({
  rule: format ? { kind: 'text', format } : { kind: 'text' },
  ...option,
})
export const oneOf = (values: readonly string[], extensible: boolean, option: Option = {}): Property => ({
  rule: { kind: 'text', values, extensible },
  ...option,
})
export const number = (min?: number, max?: number, option: Option = {}): Property => ({
  rule: { kind: 'number', ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) },
  ...option,
})
export const boolean = (option: Option = {}): Property => ({ rule: { kind: 'boolean' }, ...option })
export const node = (shape: () => Shape, option: Option = {}): Property => ({
  rule: { kind: 'node', shape },
  ...option,
})
export const textOrNode = (shape: () => Shape, option: Option = {}): Property => ({
  rule: { kind: 'node', shape, orText: true },
  ...option,
})

const slugOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

export const shape = (
  code: string,
  type: Shape['type'] | undefined,
  properties: Record<string, Property>,
  more: Pick<Shape, 'typeIsText' | 'oneOf' | 'isShared'> = {},
): Shape => {
  const entries = Object.entries(properties).map(([name, property]): [string, Property] => [
    name,
    { ...property, slug: slugOf(name) },
  ])
  return {
    code,
    ...(type === undefined ? {} : { type }),
    properties: new Map(entries),
    required: entries.filter(([, property]) => property.required).map(([name]) => name),
    ...more,
  }
}

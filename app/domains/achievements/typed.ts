import type { Values } from '../../infra/http/index.ts'

/** What was typed in a field; empty when the form had none. */
export const textIn = (values: Values, name: string): string => {
  const value = values[name]
  return typeof value === 'string' ? value : ''
}

/** The same name several times: one text or a list of them. */
export const listIn = (values: Values, name: string): string[] => {
  const value = values[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

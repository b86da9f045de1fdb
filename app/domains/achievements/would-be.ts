import { parseForm, type Values } from '../../infra/http/index.ts'
import type { Locale } from '../../infra/i18n.ts'
import { withStep } from './actions/design.ts'
import type { Facts, Step } from './facts.ts'
import { stepForm } from './schema.ts'

/**
 * The badge as it would be with what a screen says now, kept nowhere. A field that cannot be read is left as it was:
 * whoever types an address is not told three times on the way that it is not one.
 */
export function wouldBe(before: Facts, step: Step, values: Values, locale: Locale): Facts {
  const schema = stepForm(step, locale, false)
  let readable = values
  for (let tries = 0; tries < 3; tries++) {
    const form = parseForm(locale, schema, readable)
    if (form.ok) return withStep(before, step, form.data)
    const faulty = Object.keys(form.errors)
    readable = Object.fromEntries(
      Object.entries(readable).filter(([name]) => !faulty.some((one) => isOf(name, one))),
    )
  }
  return before
}

// A fault in one part of a row (`others.1.url`) takes the row with it; one in `criterion.12` the whole list.
const isOf = (name: string, fault: string): boolean => {
  const row = /^(\w+\.\d+)\./.exec(fault)?.[1]
  return row === undefined ? name === fault.split('.')[0] : name.startsWith(`${row}.`)
}

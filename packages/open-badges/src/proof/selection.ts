import { OpenBadgesError } from '../errors.ts'
import { isJsonObject, type Json, type JsonObject } from '../json.ts'

const refuse = (pointer: string): never => {
  throw new OpenBadgesError({
    code: 'selective.pointer',
    path: pointer.slice(0, 200),
    message: 'The credential holds nothing at this JSON pointer',
  })
}

function stepsOf(pointer: string): string[] {
  if (pointer !== '' && !pointer.startsWith('/')) return refuse(pointer)
  const steps = pointer.split('/').slice(1)
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function below(value: Json | undefined, step: string, pointer: string): Json {
  const found = Array.isArray(value)
    ? /^(0|[1-9]\d{0,5})$/.test(step)
      ? value[Number(step)]
      : undefined
    : isJsonObject(value) && Object.hasOwn(value, step)
      ? value[step]
      : undefined
  return found === undefined ? refuse(pointer) : found
}

// What was chosen, as a tree: `all` takes the whole value.
interface Choice {
  all: boolean
  steps: Map<string, Choice>
}
const nothing = (): Choice => ({ all: false, steps: new Map() })

// Whoever sees a node sees its name and its type. Data Integrity ECDSA 1.0, 3.4.11 (createInitialSelection).
const always = (name: string): boolean => name === 'id' || name === 'type'

function taken(value: Json, choice: Choice): Json {
  if (choice.all || typeof value !== 'object' || value === null) return structuredClone(value)
  if (Array.isArray(value)) {
    return value.flatMap((item, at) => {
      const below = choice.steps.get(String(at))
      return below ? [taken(item, below)] : []
    })
  }
  const made: JsonObject = {}
  for (const [name, member] of Object.entries(value)) {
    const chosen = choice.steps.get(name)
    if (chosen) made[name] = taken(member, chosen)
    else if (always(name)) made[name] = structuredClone(member)
  }
  return made
}

/**
 * The part of a document that JSON pointers (RFC 6901) choose, with its contexts; `undefined` when there is none.
 * Throws `selective.pointer`. Data Integrity ECDSA 1.0, 3.4.13 (selectJsonLd).
 */
export function select(document: JsonObject, pointers: readonly string[]): JsonObject | undefined {
  if (pointers.length === 0) return undefined
  const root = nothing()
  for (const pointer of pointers) {
    let choice = root
    let value: Json = document
    for (const step of stepsOf(pointer)) {
      value = below(value, step, pointer)
      const next = choice.steps.get(step) ?? nothing()
      choice.steps.set(step, next)
      choice = next
    }
    choice.all = true
  }
  root.steps.set('@context', { all: true, steps: new Map() })
  const chosen = taken(document, root)
  return isJsonObject(chosen) ? chosen : undefined
}

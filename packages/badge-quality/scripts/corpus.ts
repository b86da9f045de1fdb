import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** One labelled badge, as `corpus/README.md` describes it. */
export interface Entry {
  id: string
  language: string
  pattern: string
  achievement?: Record<string, unknown>
  credential?: Record<string, unknown>
  readers: { nature: string; facts: readonly string[]; why: string }[]
  nature: string
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const word = (value: unknown): string => {
  if (typeof value !== 'string') throw new TypeError(`A text is expected, not ${JSON.stringify(value)}.`)
  return value
}

function entryOf(value: unknown): Entry {
  if (!isRecord(value) || !Array.isArray(value['readers'])) throw new TypeError('An entry is not readable.')
  const { achievement, credential } = value
  return {
    id: word(value['id']),
    language: word(value['language']),
    pattern: word(value['pattern']),
    nature: word(value['nature']),
    ...(isRecord(achievement) ? { achievement } : {}),
    ...(isRecord(credential) ? { credential } : {}),
    readers: value['readers'].filter(isRecord).map((reader) => ({
      nature: word(reader['nature']),
      why: word(reader['why']),
      facts: Array.isArray(reader['facts']) ? reader['facts'].map(word) : [],
    })),
  }
}

const folder = path.join(import.meta.dirname, '..', 'corpus')

/** Every entry, in the order of the ids. */
export function readCorpus(): Entry[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const list: unknown = JSON.parse(readFileSync(path.join(folder, file), 'utf8'))
      if (!Array.isArray(list)) throw new TypeError(`${file} holds no list.`)
      return list.map(entryOf)
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/**
 * The parts of the corpus: what the rules were written on, what was kept apart, three batches written after
 * rules existed, one written to avoid the usual words, and definitions met in the world and written anew: half to
 * mend the rules with, half kept apart.
 */
export const parts = ['rules', 'apart', 'late', 'later', 'latest', 'free', 'world', 'world-apart'] as const
export type Part = (typeof parts)[number]

const batches: Readonly<Record<string, Part>> = { '0': 'late', '1': 'later', '2': 'latest', '3': 'free' }

/** Kept apart while the rules were written: the hash of the id is a multiple of three. */
export function partOf({ id }: Entry): Part {
  if (id.startsWith('world-')) return id.startsWith('world-kept-') ? 'world-apart' : 'world'
  const batch = batches[/^late-(\d)/.exec(id)?.[1] ?? '']
  if (batch !== undefined) return batch
  return BigInt(`0x${createHash('sha256').update(id).digest('hex')}`) % 3n === 0n ? 'apart' : 'rules'
}

import { isJsonObject, type Json, type JsonObject } from '../src/json.ts'

/** A stream of numbers that a seed decides, so that a failing mutation can be made again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Random = () => number
/** Changes the document in place; false when there was nothing to change. */
type Mutation = (document: JsonObject, random: Random) => boolean

const pick = <T>(values: readonly T[], random: Random): T | undefined =>
  values[Math.floor(random() * values.length)]

interface Place {
  holder: JsonObject | Json[]
  key: string | number
  value: Json
}

export function places(value: Json, found: Place[] = []): Place[] {
  if (Array.isArray(value)) {
    for (const [key, item] of value.entries()) {
      found.push({ holder: value, key, value: item })
      places(item, found)
    }
  } else if (isJsonObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      found.push({ holder: value, key, value: item })
      places(item, found)
    }
  }
  return found
}

const nodes = (document: JsonObject): JsonObject[] => [
  document,
  ...places(document)
    .map(({ value }) => value)
    .filter(isJsonObject),
]

function set({ holder, key }: Place, value: Json): void {
  if (Array.isArray(holder)) holder[Number(key)] = value
  else holder[String(key)] = value
}

function alterText(text: string, random: Random): string {
  const at = Math.floor(random() * (text.length + 1))
  const letter = pick(['x', 'é', '0', ' ', 'Z', '"', '\u200b', '😀'], random) ?? 'x'
  const replaced = text.slice(0, at) + letter + text.slice(at + 1)
  return replaced === text ? `${text}${letter}` : replaced
}

const onNode =
  (change: (node: JsonObject, random: Random) => void): Mutation =>
  (document, random) => {
    const node = pick(nodes(document), random)
    if (!node) return false
    change(node, random)
    return true
  }

const contextOf = (document: JsonObject): Json[] => {
  const context = document['@context']
  return Array.isArray(context) ? context : []
}

/** T3 and T4 of the threat list, by name, and random edits of members, contexts and proofs. */
export const mutations: Record<string, Mutation> = {
  'a text is altered': (document, random) => {
    const place = pick(
      places(document).filter(({ value }) => typeof value === 'string'),
      random,
    )
    if (!place || typeof place.value !== 'string') return false
    set(place, alterText(place.value, random))
    return true
  },
  'a member is removed': (document, random) => {
    const place = pick(
      places(document).filter(({ holder }) => !Array.isArray(holder)),
      random,
    )
    return place ? Reflect.deleteProperty(place.holder, place.key) : false
  },
  'an array item is removed': (document, random) => {
    const place = pick(
      places(document).filter(({ holder }) => Array.isArray(holder)),
      random,
    )
    if (!place || !Array.isArray(place.holder)) return false
    place.holder.splice(Number(place.key), 1)
    return true
  },
  'a value is set to null': (document, random) => {
    const place = pick(places(document), random)
    if (!place) return false
    set(place, null)
    return true
  },
  'a number is changed': (document, random) => {
    const place = pick(
      places(document).filter(({ value }) => typeof value === 'number'),
      random,
    )
    if (!place || typeof place.value !== 'number') return false
    set(place, place.value + 1)
    return true
  },
  'a value changes its kind': (document, random) => {
    const place = pick(places(document), random)
    if (!place) return false
    set(place, typeof place.value === 'string' ? Math.floor(random() * 100) : 'text')
    return true
  },
  'two values are swapped': (document, random) => {
    const texts = places(document).filter(({ value, key }) => typeof value === 'string' && key !== 'type')
    const a = pick(texts, random)
    const b = pick(texts, random)
    if (!a || !b || a.value === b.value || (Array.isArray(a.holder) && a.holder === b.holder)) return false
    set(a, b.value)
    set(b, a.value)
    return true
  },
  'a value is repeated in an array': (document, random) => {
    const place = pick(
      places(document).filter(({ holder }) => Array.isArray(holder)),
      random,
    )
    if (!place || !Array.isArray(place.holder)) return false
    place.holder.push(structuredClone(place.value))
    return true
  },
  'an unsigned word is added': onNode((node) => {
    node['level'] = 'Expert'
  }),
  'a word of another class is added': onNode((node, random) => {
    const word = pick(
      ['achievementType', 'targetCode', 'licenseNumber', 'identityHash', 'caption', 'jti', 'aud'],
      random,
    )
    if (word) node[word] = 'Expert'
  }),
  'an IRI is used as a word': onNode((node) => {
    node['https://example.org/level'] = 'Expert'
  }),
  'an inline context maps a word to @index': (document) => {
    contextOf(document).push({ level: '@index' })
    document['level'] = 'Expert'
    return true
  },
  'an inline context maps a word to null': (document) => {
    contextOf(document).push({ level: null })
    document['level'] = 'Expert'
    return true
  },
  'an inline context defines a vocabulary': (document) => {
    contextOf(document).push({ '@vocab': 'https://example.org/' })
    document['level'] = 'Expert'
    return true
  },
  'a nested context is added': onNode((node) => {
    node['@context'] = { level: '@nest', name: null }
    node['level'] = { name: 'Expert' }
  }),
  'a nested list of known contexts is added': (document, random) => {
    const node = pick(nodes(document).slice(1), random)
    if (!node) return false
    node['@context'] = ['https://www.w3.org/ns/credentials/v2']
    return true
  },
  '@included hides content': onNode((node) => {
    node['@included'] = [{ id: 'urn:x', name: 'Expert' }]
  }),
  '@nest hides content': onNode((node) => {
    node['@nest'] = { name: 'Expert' }
  }),
  '@reverse hides content': onNode((node) => {
    node['@reverse'] = { issuer: { id: 'urn:x' } }
  }),
  '@index is added': onNode((node) => {
    node['@index'] = 'Expert'
  }),
  '@language is added': onNode((node) => {
    node['@language'] = 'fr'
  }),
  '@value replaces a text': (document, random) => {
    const place = pick(
      places(document).filter(({ value, key }) => typeof value === 'string' && key === 'name'),
      random,
    )
    if (!place) return false
    set(place, { '@value': place.value })
    return true
  },
  '@id stands for id': onNode((node) => {
    const { id } = node
    node['@id'] = typeof id === 'string' ? id : 'urn:x'
    Reflect.deleteProperty(node, 'id')
  }),
  'the document is wrapped in @graph': (document) => {
    const { '@context': context, ...rest } = structuredClone(document)
    for (const key of Object.keys(document)) Reflect.deleteProperty(document, key)
    document['@context'] = context ?? null
    document['@graph'] = [rest]
    return true
  },
  'a node is wrapped in @set': (document, random) => {
    const place = pick(
      places(document).filter(({ value }) => isJsonObject(value)),
      random,
    )
    if (!place) return false
    set(place, { '@set': [place.value] })
    return true
  },
  'the contexts are swapped': (document) => contextOf(document).reverse().length > 1,
  'a context is foreign': (document) => contextOf(document).push('https://attacker.example/context.json') > 0,
  'a context is replaced': (document, random) => {
    const context = contextOf(document)
    const at = Math.floor(random() * context.length)
    const other = pick(
      [
        'https://purl.imsglobal.org/spec/ob/v3p0/context.json',
        'https://www.w3.org/2018/credentials/v1',
        'https://www.w3.org/ns/credentials/undefined-terms/v2',
        'https://w3id.org/security/data-integrity/v2',
      ],
      random,
    )
    if (other === undefined) return false
    context[at] = other
    return true
  },
  'the context is dropped': (document) => Reflect.deleteProperty(document, '@context'),
  'the proof is dropped': (document) => Reflect.deleteProperty(document, 'proof'),
  'a second proof fails': (document) => {
    const { proof } = document
    if (!Array.isArray(proof) || !isJsonObject(proof[0])) return false
    proof.push({ ...proof[0], created: '2020-01-01T00:00:00Z' })
    return true
  },
  'a proof of an unknown kind comes first': (document) => {
    const { proof } = document
    if (!Array.isArray(proof)) return false
    proof.unshift({ type: 'SomeProofType', created: '2020-01-01T00:00:00Z', proofPurpose: 'assertionMethod' })
    return true
  },
  'the proof value is written otherwise': (document, random) => {
    const proof = Array.isArray(document['proof']) ? document['proof'][0] : undefined
    if (!isJsonObject(proof) || typeof proof['proofValue'] !== 'string') return false
    const value = proof['proofValue']
    proof['proofValue'] =
      pick([`${value}1`, `z1${value.slice(1)}`, value.slice(1), `m${value.slice(1)}`, ` ${value}`], random) ??
      ''
    return true
  },
  'the purpose of the proof is changed': (document) => {
    const proof = Array.isArray(document['proof']) ? document['proof'][0] : undefined
    if (!isJsonObject(proof)) return false
    proof['proofPurpose'] = 'authentication'
    return true
  },
  'the key of the proof is another’s': (document) => {
    const proof = Array.isArray(document['proof']) ? document['proof'][0] : undefined
    if (!isJsonObject(proof)) return false
    const key = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2'
    proof['verificationMethod'] = `did:key:${key}#${key}`
    return true
  },
}

/** One mutation of a fresh copy, with its name. */
export function mutate(document: JsonObject, random: Random): { name: string; document: JsonObject } {
  const names = Object.keys(mutations)
  for (;;) {
    const name = pick(names, random) ?? ''
    const copy = structuredClone(document)
    if (mutations[name]?.(copy, random) && JSON.stringify(copy) !== JSON.stringify(document))
      return { name, document: copy }
  }
}

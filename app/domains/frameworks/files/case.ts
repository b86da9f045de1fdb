import { z } from 'zod'
import type { Item } from '../item.ts'
import { ItemList, isAddress, languageCode, type ReadFile, type ReadOptions, tidy } from './read-file.ts'

// CASE 1.1 names the parts `CFDocument`, `CFItems`, `CFAssociations` and their identifiers `identifier`; some
// servers write `document`, `items`, `associations` and `sourcedId`. Both are read.
const Address = z.object({ uri: z.string().optional(), title: z.string().optional() }).loose()
const identified = { identifier: z.string().optional(), sourcedId: z.string().optional(), uri: z.string() }

const Document = z
  .looseObject({
    ...identified,
    title: z.string().min(1),
    creator: z.string().optional(),
    publisher: z.string().optional(),
    language: z.string().nullish(),
    version: z.string().nullish(),
    officialSourceURL: z.string().nullish(),
    licenseURI: Address.nullish(),
  })
  .refine((one) => one.identifier !== undefined || one.sourcedId !== undefined, { path: ['identifier'] })

const CfItem = z
  .looseObject({
    ...identified,
    fullStatement: z.string().min(1),
    abbreviatedStatement: z.string().nullish(),
    alternativeLabel: z.string().nullish(),
    humanCodingScheme: z.string().nullish(),
    CFItemType: z.string().nullish(),
    notes: z.string().nullish(),
    language: z.string().nullish(),
    conceptKeywords: z.array(z.string()).nullish(),
    statusEndDate: z.string().nullish(),
  })
  .refine((one) => one.identifier !== undefined || one.sourcedId !== undefined, { path: ['identifier'] })

const End = z.union([
  z.looseObject({ identifier: z.string() }),
  z.string().transform((identifier) => ({ identifier })),
])
const Association = z.looseObject({
  associationType: z.string(),
  originNodeURI: End.optional(),
  destinationNodeURI: End.optional(),
})

type Raw = Record<string, unknown>
const isObject = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isCase = (value: unknown): value is Raw =>
  isObject(value) && (isObject(value['CFDocument']) || (isObject(value['document']) && 'items' in value))

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** A CASE package; undefined when its document lacks what the standard requires, with the field. */
export function readCase(value: Raw, options: ReadOptions): ReadFile | { missing: string } {
  const parsed = Document.safeParse(value['CFDocument'] ?? value['document'])
  if (!parsed.success) return { missing: `CFDocument.${parsed.error.issues[0]?.path.join('.') ?? ''}` }
  const document = parsed.data
  const parents = parentsOf(listOf(value['CFAssociations'] ?? value['associations']))
  const list = new ItemList()
  const languages = new Set<string>()
  const fallback = options.language ?? languageCode(document.language ?? undefined) ?? 'en'
  for (const [order, raw] of listOf(value['CFItems'] ?? value['items']).entries()) {
    const item = CfItem.safeParse(raw)
    if (!item.success) {
      const field = item.error.issues[0]?.path.join('.') || 'CFItem'
      list.refuse(order + 1, field, field === 'fullStatement' ? 'label-missing' : 'key-missing')
      continue
    }
    const one = toItem(item.data, fallback, parents)
    for (const language of Object.keys(one.labels)) languages.add(language)
    list.add(one, order + 1, { key: 'identifier', label: 'fullStatement' })
  }
  const source = document.officialSourceURL ?? document.uri
  const licence = document.licenseURI
  return {
    format: 'case',
    kind: 'case',
    part: 'items',
    completeOnly: false,
    keepParents: false,
    languages: languages.size === 0 ? [fallback] : [...languages],
    described: {
      name: tidy(document.title),
      origin: `case:${document.identifier ?? document.sourcedId ?? document.uri}`,
      sourceUrl: isAddress(source) ? source : undefined,
      licence:
        licence?.title === undefined
          ? undefined
          : {
              name: tidy(licence.title),
              url: licence.uri !== undefined && isAddress(licence.uri) ? licence.uri : null,
            },
      version: document.version ?? undefined,
    },
    items: list.finish('CFAssociations', false),
    refused: list.refused,
    problems: list.problems,
  }
}

function toItem(
  one: z.infer<typeof CfItem>,
  fallback: string,
  parents: ReadonlyMap<string, string>,
): Omit<Item, 'place'> {
  const guid = one.identifier ?? one.sourcedId ?? ''
  const language = languageCode(one.language ?? undefined) ?? fallback
  const other = [one.abbreviatedStatement, one.alternativeLabel, ...(one.conceptKeywords ?? [])]
  return {
    key: guid,
    code: tidy(one.humanCodingScheme ?? ''),
    guid,
    uri: one.uri,
    labels: { [language]: tidy(one.fullStatement) },
    descriptions: one.notes == null || one.notes === '' ? {} : { [language]: tidy(one.notes) },
    aliases: {
      [language]: [...new Set(other.map((text) => tidy(text ?? '')).filter((text) => text !== ''))],
    },
    parentKey: parents.get(guid) ?? null,
    kind:
      tidy(one.CFItemType ?? '')
        .toLowerCase()
        .slice(0, 60) || 'skill',
    inForce: one.statusEndDate == null || one.statusEndDate === '',
  }
}

function parentsOf(associations: readonly unknown[]): Map<string, string> {
  const parents = new Map<string, string>()
  for (const raw of associations) {
    const one = Association.safeParse(raw)
    if (!one.success || one.data.associationType !== 'isChildOf') continue
    const { originNodeURI: child, destinationNodeURI: parent } = one.data
    if (child !== undefined && parent !== undefined && !parents.has(child.identifier))
      parents.set(child.identifier, parent.identifier)
  }
  return parents
}

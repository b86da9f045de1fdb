import { type Context, change, requirePerson } from '../../../../infra/context.ts'
import { refuse } from '../../../../infra/refusal.ts'
import { areasOf, territoryById } from '../../../territories/index.ts'
import { harvestRefusals } from '../errors.ts'
import { addressOfDid } from '../read/did.ts'
import { canonicalAddress, siteOf } from '../rules.ts'
import {
  countProposals,
  type GivenFile,
  insertFile,
  insertSource,
  type Source,
  sourceOfAddress,
} from '../sources.ts'

export interface SourceInput {
  /** What was typed: an address, with or without https, or a did:web. */
  typed?: string | undefined
  file?: GivenFile | undefined
  note?: string | undefined
  territoryId?: string | undefined
}

export const maxFileBytes = 8_000_000
const mostProposals = 20

/** What a person may type for an address; undefined for what cannot be one. */
export function readTyped(typed: string): string | undefined {
  const text = typed.trim()
  if (/^did:web:/i.test(text)) return addressOfDid(text)
  if (/\s/.test(text)) return undefined
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text))
    return canonicalAddress(text, (url) => url.hostname === 'localhost')
  return /^[^/?#@:]+\.[^/?#@:]+(?::\d+)?(?:[/?#]|$)/.test(text)
    ? canonicalAddress(`https://${text}`)
    : undefined
}

/** Adds a source: the operator's is read at once, anybody else's waits for the operator's answer. */
export const proposeSource = (ctx: Context, input: SourceInput): Promise<string> =>
  change(ctx, async (tx) => {
    const { accountId, operator } = requirePerson(tx)
    const { address, name } = given(tx, input)
    if (!operator && (await countProposals(tx, accountId)) >= mostProposals)
      throw refuse(harvestRefusals.tooManyProposals)
    const territory = input.territoryId === undefined ? undefined : await territoryById(tx, input.territoryId)
    const id = await insertSource(tx, {
      state: operator ? 'active' : 'proposed',
      address,
      name,
      areas: territory === undefined ? [] : await areasOf(tx, territory.id),
      note: input.note ?? null,
      proposedBy: accountId,
      demo: false,
    })
    if (id === undefined) throw knownRefusal(await sourceOfAddress(tx, address ?? ''))
    if (input.file !== undefined) await insertFile(tx, id, input.file)
    return id
  })

function given(ctx: Context, { typed, file }: SourceInput): { address: string | null; name: string } {
  const text = typed?.trim() ?? ''
  if (text === '' && file === undefined) throw refuse(harvestRefusals.nothingGiven)
  if (text !== '' && file !== undefined) throw refuse(harvestRefusals.bothGiven)
  if (file !== undefined) {
    if (file.bytes.byteLength > maxFileBytes) throw refuse(harvestRefusals.fileTooLarge)
    return { address: null, name: file.name.slice(0, 200) }
  }
  const address = readTyped(text)
  if (address === undefined) throw refuse(harvestRefusals.badAddress)
  if (siteOf(address) === siteOf(ctx.origin)) throw refuse(harvestRefusals.ownAddress)
  return { address, name: URL.parse(address)?.host ?? address }
}

function knownRefusal(known: Source | undefined) {
  if (known?.state === 'proposed') return refuse(harvestRefusals.sourceWaiting)
  if (known?.state === 'refused')
    return refuse(harvestRefusals.sourceRefused, { reason: withoutStop(known.reason ?? '') })
  return refuse(harvestRefusals.sourceKnown, { name: known?.name ?? '' })
}

// The operator's sentence stands within ours, which brings its own stop.
const withoutStop = (sentence: string): string => sentence.replace(/[\s.]+$/, '')

import { type JsonObject, OpenBadgesError, parseJson } from '@insigne/open-badges'
import type { Context } from '../../../infra/context.ts'
import type { Answer, Lane, Reach } from './ask.ts'
import { type Belief, believe } from './believe.ts'
import { judgeCredential, mayAsk, newPatience, type Patience } from './judge-credential.ts'
import { type Content, readContent } from './read/content.ts'
import type { FeedReading } from './read/feed.ts'
import { readHtml } from './read/html.ts'
import { idIn, isObject, readJson } from './read/json.ts'
import { readLines } from './read/lines.ts'
import { type Found, type Link, type Reading, recognise } from './read/recognise.ts'
import { type Reason, reason } from './reasons.ts'
import { keepIssuerDocument, readIssuerDocument } from './records.ts'
import { canonicalAddress, hostOfAddress, keyOf, type SourceKind, siteOf } from './rules.ts'

/** A document that answered, understood and judged: what is left to do is to write it down. */
export interface Prepared {
  kind: SourceKind | null
  name: string | undefined
  beliefs: Belief[]
  links: Link[]
  personal: boolean
  /** Why it brought nothing, or what was wrong with a part of it. */
  refusal: Reason | undefined
  /** Addresses of issuers to read first, on other hosts. */
  awaits: string[]
  feed?: FeedReading | undefined
}

const nothing = (refusal: Reason): Prepared => ({
  kind: null,
  name: undefined,
  beliefs: [],
  links: [],
  personal: false,
  refusal,
  awaits: [],
})

export interface Given {
  bytes: Uint8Array
  contentType: string | null
  /** The address that answered; undefined for a file that was given. */
  at: string | undefined
}

/** Reads what an address answered. `lane` asks the same host for the issuers that it names. Never throws on input. */
export async function prepare(
  ctx: Context,
  reach: Reach,
  given: Given,
  lane: Lane | undefined,
): Promise<Prepared> {
  const content = await readContent(given.bytes, given.contentType)
  if ('refusal' in content) return nothing(content.refusal)
  const at = given.at ?? 'urn:insigne:given-file'
  const read = understand(content.content, at, reach.settings.maxAddresses)
  if (read === undefined) return nothing(reason('not-a-badge'))
  if ('code' in read) return nothing(read)
  if (given.at === undefined) lookElsewhere(read)
  const kind: SourceKind = content.carried && read.kind !== 'list' ? 'image' : read.kind
  for (const document of read.issuers) await rememberIssuer(ctx, document, at)
  const judged = await judge(ctx, reach, read, at, lane, content.content)
  return {
    kind,
    name: read.name,
    beliefs: judged.beliefs,
    links: [...read.links, ...judged.links],
    personal: read.personal,
    refusal: read.refusal,
    awaits: judged.awaits,
    feed: read.feed,
  }
}

/** A file speaks for nobody: what it defines is looked for at its own address. */
function lookElsewhere(read: Reading): void {
  const found = read.found.splice(0)
  for (const one of found) {
    if ('credential' in one) {
      read.found.push(one)
      continue
    }
    const address = canonicalAddress(idIn(one.standard === 2 ? one.badge : one.achievement) ?? '')
    if (address !== undefined) read.links.push({ address })
    else read.refusal ??= reason('no-address')
  }
  read.issuers = []
}

function understand(content: Content, at: string, most: number): Reading | Reason | undefined {
  switch (content.kind) {
    case 'json':
      return recognise(content.document, at, most)
    case 'jwt':
      return understandToken(content.text, at, most)
    case 'address':
      return { ...linked('image', [canonicalAddress(content.address) ?? '']), personal: true }
    case 'lines': {
      const { addresses, without } = readLines(content.text, most)
      if (addresses.length === 0) return reason('not-a-badge')
      const read = linked('list', addresses.slice(0, most))
      const refusal =
        addresses.length > most
          ? reason('too-many-addresses', String(most))
          : without.length > 0
            ? reason('lines-without-address', without.slice(0, 20).join(', '))
            : undefined
      return refusal === undefined ? read : { ...read, refusal }
    }
    case 'html': {
      const { alternates, blocks } = readHtml(content.text, at)
      const inside = blocks.map((block) => recognise(block, at, most)).filter((one) => one !== undefined)
      const read = linked('page', alternates)
      for (const one of inside) {
        read.found.push(...one.found)
        read.issuers.push(...one.issuers)
        read.links.push(...one.links.filter((link) => link.guessed !== true))
        read.personal ||= one.personal
        read.name ??= one.name
      }
      // Another Insigne, named by its front page: its feed has a known place.
      const origin = URL.parse(at)?.origin
      if (
        read.links.length === 0 &&
        origin !== undefined &&
        /\bInsigne\b/.test(content.text.slice(0, 20_000))
      )
        read.links.push({ address: `${origin}/directory/feed` })
      const empty = read.links.length === 0 && read.found.length === 0 && read.issuers.length === 0
      return empty ? reason('html-without-badge') : read
    }
  }
}

const linked = (kind: SourceKind, addresses: readonly string[]): Reading => ({
  kind,
  name: undefined,
  found: [],
  issuers: [],
  links: addresses.filter((one) => one !== '').map((address) => ({ address })),
  personal: false,
})

/** A signed badge: its payload is read here, its signature is checked before it is believed. */
function understandToken(token: string, at: string, most: number): Reading | Reason | undefined {
  try {
    const payload = readJson(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
    if (!isObject(payload)) return undefined
    return recognise(isObject(payload['vc']) ? payload['vc'] : payload, at, most)
  } catch (error) {
    if (error instanceof OpenBadgesError) return reason('bad-json')
    throw error
  }
}

async function judge(
  ctx: Context,
  reach: Reach,
  read: Reading,
  at: string,
  lane: Lane | undefined,
  content: Content,
): Promise<{ beliefs: Belief[]; links: Link[]; awaits: string[] }> {
  const issuers = new Map<string, JsonObject | null>()
  const patience = newPatience()
  const judged: { beliefs: Belief[]; links: Link[]; awaits: string[] } = {
    beliefs: [],
    links: [],
    awaits: [],
  }
  for (const found of read.found) {
    if ('credential' in found) {
      const text = content.kind === 'jwt' ? content.text : JSON.stringify(found.credential)
      await judgeCredential(ctx, reach, found.credential, text, judged, patience)
      continue
    }
    judged.beliefs.push(await judgeDefinition(ctx, reach, found, at, lane, issuers, judged.awaits, patience))
  }
  return judged
}

async function judgeDefinition(
  ctx: Context,
  reach: Reach,
  found: Exclude<Found, { credential: JsonObject }>,
  at: string,
  lane: Lane | undefined,
  issuers: Map<string, JsonObject | null>,
  awaits: string[],
  patience: Patience,
): Promise<Belief> {
  const around = {
    at,
    isOwn: reach.isOwn,
    issuerAt: (address: string) => issuers.get(keyOf(address)) ?? undefined,
  }
  const belief = believe(found, around)
  if (!('needs' in belief)) return belief
  const key = keyOf(belief.needs)
  // Asked for already, in vain.
  if (issuers.has(key)) return { refusal: reason('issuer-unread', hostOfAddress(belief.needs)) }
  const document = await issuerDocument(ctx, reach, belief.needs, lane, patience)
  if (document === 'elsewhere') {
    awaits.push(belief.needs)
    return belief
  }
  issuers.set(key, document)
  const again = document === null ? belief : believe(found, around)
  return 'needs' in again ? { refusal: reason('issuer-unread', hostOfAddress(belief.needs)) } : again
}

/** An issuer at its own address: from memory, or from its host when it is the one that we are asking. */
async function issuerDocument(
  ctx: Context,
  reach: Reach,
  address: string,
  lane: Lane | undefined,
  patience: Patience,
): Promise<JsonObject | null | 'elsewhere'> {
  const known = await readIssuerDocument(ctx, keyOf(address))
  if (known !== undefined) return known === null ? null : parsedIssuer(known)
  const here = lane !== undefined && hostOfAddress(address) === lane.host && lane.restMs === undefined
  // Those that are too many wait their turn like any other document.
  if (!here || !mayAsk(patience)) return 'elsewhere'
  const answer = await lane.get(address, { maxBytes: reach.settings.maxDocumentBytes })
  if (!answer.ok && ('later' in answer || answer.retryMs !== undefined)) return 'elsewhere'
  const document = answer.ok ? await issuerIn(answer, address) : null
  await keepIssuerDocument(ctx, {
    key: keyOf(address),
    address,
    document: document === null ? null : JSON.stringify(document),
  })
  return document
}

async function issuerIn(answer: Extract<Answer, { ok: true }>, address: string): Promise<JsonObject | null> {
  // What another site answers in its place is not what the issuer says.
  if (siteOf(answer.url) !== siteOf(address)) return null
  const content = await readContent(answer.bytes, answer.contentType)
  if ('refusal' in content || content.content.kind !== 'json') return null
  const { document } = content.content
  return isObject(document) ? document : null
}

function parsedIssuer(text: string): JsonObject | null {
  const document = parseJson(text)
  return isObject(document) ? document : null
}

/** An issuer that was met on the way, at its own address, need not be asked for again. */
async function rememberIssuer(ctx: Context, document: JsonObject, at: string): Promise<void> {
  if (siteOf(at) === undefined) return
  for (const address of new Set([at, idIn(document) ?? at])) {
    const own = siteOf(address) === siteOf(at) ? canonicalAddress(address, () => true) : undefined
    if (own !== undefined)
      await keepIssuerDocument(ctx, { key: keyOf(own), address: own, document: JSON.stringify(document) })
  }
}

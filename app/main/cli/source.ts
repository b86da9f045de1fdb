import { createReadStream } from 'node:fs'
import { UsageError } from './arguments.ts'
import { readInput } from './input-file.ts'
import { openReach, type Reach } from './reach.ts'
import { verifyWords } from './verify-words.ts'

const maxBytes = 2 * 1024 * 1024
const accept =
  'application/vc+ld+json, application/vc+jwt, application/ld+json;q=0.9, application/json;q=0.8, image/png;q=0.7, image/svg+xml;q=0.7'

export interface Source {
  bytes: Uint8Array
  /** The network, to close afterwards; absent offline. */
  reach: Reach | undefined
}

/** Reads what a person named: a file, an address, or « - » for standard input. */
export async function openSource(
  source: string,
  { offline, fr }: { offline: boolean; fr: boolean },
): Promise<Source> {
  const t = verifyWords(fr)
  const isUrl = /^https?:\/\//i.test(source)
  if (isUrl && offline) throw new UsageError(t.offline)
  const reach = offline ? undefined : await openReach(isUrl ? source : undefined)
  try {
    const bytes =
      isUrl && reach !== undefined ? await readUrl(reach, source, fr) : await readLocal(source, fr)
    if (bytes.byteLength === 0) throw new UsageError(t.empty)
    return { bytes, reach }
  } catch (error) {
    await reach?.close()
    throw error
  }
}

async function readUrl(reach: Reach, url: string, fr: boolean): Promise<Uint8Array> {
  const outcome = await reach.get(url, { accept, maxBytes })
  if (!outcome.ok) throw new UsageError(verifyWords(fr).fetch(url, outcome.code))
  if (outcome.status >= 400) throw new UsageError(verifyWords(fr).status(url, outcome.status))
  return outcome.bytes
}

async function readLocal(source: string, fr: boolean): Promise<Uint8Array> {
  const t = verifyWords(fr)
  if (source === '-') return readInput(process.stdin, maxBytes, t.tooLarge)
  try {
    return await readInput(createReadStream(source), maxBytes, t.tooLarge)
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(t.noFile(source))
  }
}

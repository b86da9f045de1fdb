import { z } from 'zod'
import type { Context } from '../../infra/context.ts'
import { fieldRefusal, type Handling, readBody } from '../../infra/http/index.ts'
import { refuse } from '../../infra/refusal.ts'
import { readRefusals, verificationRefusals } from './errors.ts'
import { fetchBadge, type ReadLocal } from './fetch-badge.ts'
import { maxFileBytes } from './max-file-bytes.ts'
import { memberText } from './member-text.ts'

/** What was sent to be verified, and the recipient it is expected to name. */
export interface Wish {
  input: Uint8Array | string
  recipient?: string | undefined
}

const Envelope = z.object({
  url: z.string().min(1).max(2_000).optional(),
  credential: z.union([z.string().min(1), z.record(z.string(), z.unknown())]).optional(),
  recipient: z.string().min(1).max(500).optional(),
})

/** Reads a request to the API, or refuses it with what is wrong: never anything in between. */
export async function readWish(c: Handling, readLocal: ReadLocal | undefined): Promise<Wish> {
  const type = (c.req.header('content-type') ?? 'application/json').split(';')[0]?.trim().toLowerCase() ?? ''
  if (type === 'multipart/form-data') return readUpload(c)
  if (!/^application\/(?:[\w.-]+\+)?json$/.test(type)) throw refuse(verificationRefusals.badType)
  return readEnvelope(c.var.ctx, await c.req.text(), readLocal)
}

async function readUpload(c: Handling): Promise<Wish> {
  const { values, files } = await readBody(c)
  const [file, ...more] = files['file'] ?? []
  if (file === undefined || more.length > 0) throw refuse(verificationRefusals.nothing)
  if (file.size > maxFileBytes) throw refuse(verificationRefusals.fileTooLarge)
  const recipient = values['recipient']
  return {
    input: new Uint8Array(await file.arrayBuffer()),
    ...(typeof recipient === 'string' && recipient !== '' ? { recipient } : {}),
  }
}

export async function readEnvelope(
  ctx: Context,
  text: string,
  readLocal: ReadLocal | undefined,
): Promise<Wish> {
  const parsed = Envelope.safeParse(parseJson(text))
  if (!parsed.success)
    throw fieldRefusal(
      parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
    )
  const { url, credential, recipient } = parsed.data
  if ((url === undefined) === (credential === undefined)) throw refuse(verificationRefusals.nothing)
  if (url !== undefined) return { input: await readUrl(ctx, url, readLocal), recipient }
  if (typeof credential === 'string') return { input: credential, recipient }
  const exact = memberText(text, 'credential')
  if (typeof exact !== 'string') throw refuse(verificationRefusals.nothing)
  return { input: exact, recipient }
}

/** The bytes at an address, or the refusal that says why there are none. */
export async function readUrl(
  ctx: Context,
  url: string,
  readLocal: ReadLocal | undefined,
): Promise<Uint8Array> {
  const fetched = await fetchBadge(ctx, url, readLocal)
  if (!fetched.ok) throw refuse(readRefusals[fetched.code])
  return fetched.bytes
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw refuse(verificationRefusals.notJson)
  }
}

import type { Handling } from '../../infra/http/index.ts'
import { refuse } from '../../infra/refusal.ts'
import { bakedPng, bakedSvg, type Credential } from '../issuing/index.ts'
import { backpackRefusals } from './errors.ts'

export const fileKinds = ['png', 'svg', 'json', 'jwt'] as const
export type FileKind = (typeof fileKinds)[number]

export interface FileRules {
  /** Opened by anybody, from any site; otherwise it is for one person. */
  open: boolean
  /** Search engines may keep it. */
  indexed?: boolean
}

/** The badge as a file: the pictures carry the signed text, the text is served byte for byte. */
export async function badgeFile(
  c: Handling,
  credential: Credential,
  kind: FileKind,
  rules: FileRules,
): Promise<Response> {
  const { ctx } = c.var
  if (credential.json === null) throw refuse(backpackRefusals.unsigned)
  switch (kind) {
    case 'png':
      return answer(c, await bakedPng(ctx, credential), 'image/png', kind, rules)
    case 'svg':
      return answer(c, await bakedSvg(ctx, credential), 'image/svg+xml', kind, rules)
    case 'json':
      return answer(c, credential.json, 'application/vc+ld+json', kind, rules)
    case 'jwt':
      throw refuse(backpackRefusals.noCompactForm)
  }
}

function answer(
  c: Handling,
  body: Uint8Array | string,
  type: string,
  kind: FileKind,
  rules: FileRules,
): Response {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body)
  return c.body(bytes.buffer, 200, {
    'content-type': type,
    'x-content-type-options': 'nosniff',
    'cache-control': rules.open ? 'no-cache' : 'private, no-store',
    // An address that is opened shows the file; a button of ours asks to keep it.
    'content-disposition': `${rules.open ? 'inline' : 'attachment'}; filename="badge.${kind}"`,
    // A picture that carries text is no page: were it opened as one, nothing in it would run.
    ...(kind === 'svg'
      ? { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox" }
      : {}),
    ...(rules.open ? { 'access-control-allow-origin': '*' } : {}),
    ...(rules.indexed === true ? {} : { 'x-robots-tag': 'noindex' }),
  })
}

/** The JSON that a program asks for by `Accept`, under the very name it asked for; undefined for a reader. */
export function askedJsonType(accept: string | undefined): string | undefined {
  let best: { type: string; q: number } | undefined
  for (const part of (accept ?? '').slice(0, 1_000).split(',')) {
    const [name = '', ...parameters] = part.split(';').map((one) => one.trim().toLowerCase())
    const given = parameters.find((one) => one.startsWith('q='))?.slice(2)
    const q = given === undefined ? 1 : Number(given)
    const known =
      /^(application\/(?:vc\+ld\+json|vc|ld\+json|json)|text\/html|application\/xhtml\+xml)$/.test(name)
    if (known && q > 0 && (best === undefined || q > best.q)) best = { type: name, q }
  }
  return best?.type.startsWith('application/') && best.type !== 'application/xhtml+xml'
    ? best.type
    : undefined
}

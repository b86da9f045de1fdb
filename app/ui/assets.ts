import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What a page may link to. Each has one source file; the build gives it a hashed name. */
export type AssetName = 'style' | 'font' | 'icon' | 'islands'

const sources: Record<AssetName, { source: string; plain: string }> = {
  style: { source: 'ui/styles/main.css', plain: '/assets/main.css' },
  font: {
    source:
      '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    plain: '/assets/atkinson-hyperlegible-next.woff2',
  },
  icon: { source: 'ui/icon.svg', plain: '/assets/icon.svg' },
  islands: { source: 'main/browser.ts', plain: '/assets/client.js' },
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

type StoredFile = { type: string; plain: Uint8Array; br?: Uint8Array; gzip?: Uint8Array }

export type Assets = {
  /** The address of an asset: hashed after a build, plain in source. */
  url(name: AssetName): string
  /** Answers `GET /assets/…` from memory, precompressed; undefined where there is no such file. */
  respond(request: Request): Response | undefined
}

/** Reads a client build once; a build swapped underneath cannot pull a file away from an open page. */
export const readAssets = (directory: string | undefined): Assets => {
  const manifest = directory === undefined ? {} : readManifest(directory)
  const files = directory === undefined ? new Map<string, StoredFile>() : readFiles(directory)
  return {
    url: (name) => manifest[sources[name].source] ?? sources[name].plain,
    respond: (request) => {
      const file = files.get(new URL(request.url).pathname)
      return file === undefined ? undefined : fileResponse(file, request)
    },
  }
}

// Found next to the server bundle. From source there is none, and names stay plain.
const builtDirectory = (): string | undefined => {
  const directory = fileURLToPath(new URL('../client/', import.meta.url))
  return existsSync(join(directory, 'manifest.json')) ? directory : undefined
}

let current: Assets | undefined

/** The assets of the running build. */
export const assets = (): Assets => {
  current ??= readAssets(builtDirectory())
  return current
}

/** Names the client build to serve, where the caller runs from source (tests, screenshots). */
export const useAssets = (directory: string): void => {
  current = readAssets(directory)
}

export const assetUrl = (name: AssetName): string => assets().url(name)

/** For Hono: `app.get('/assets/*', (c) => assetResponse(c.req.raw))`. */
export const assetResponse = (request: Request): Response =>
  assets().respond(request) ??
  new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })

const readManifest = (directory: string): Record<string, string> => {
  const parsed: unknown = JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8'))
  const urls: Record<string, string> = {}
  if (typeof parsed !== 'object' || parsed === null) return urls
  for (const [source, entry] of Object.entries(parsed)) {
    if (typeof entry !== 'object' || entry === null || !('file' in entry)) continue
    if (typeof entry.file !== 'string') continue
    for (const { source: wanted } of Object.values(sources)) {
      if (source.endsWith(wanted)) urls[wanted] = `/${entry.file}`
    }
  }
  return urls
}

const readFiles = (directory: string): Map<string, StoredFile> => {
  const files = new Map<string, StoredFile>()
  const folder = join(directory, 'assets')
  if (!existsSync(folder)) return files
  for (const name of readdirSync(folder)) {
    const type = types[extname(name)]
    if (type === undefined) continue
    const path = join(folder, name)
    const file: StoredFile = { type, plain: readFileSync(path) }
    if (existsSync(`${path}.br`)) file.br = readFileSync(`${path}.br`)
    if (existsSync(`${path}.gz`)) file.gzip = readFileSync(`${path}.gz`)
    files.set(`/assets/${name}`, file)
  }
  return files
}

const fileResponse = (file: StoredFile, request: Request): Response => {
  const accepted = request.headers.get('accept-encoding') ?? ''
  const [encoding, bytes] =
    file.br !== undefined && /\bbr\b/.test(accepted)
      ? ['br', file.br]
      : file.gzip !== undefined && /\bgzip\b/.test(accepted)
        ? ['gzip', file.gzip]
        : [undefined, file.plain]
  const headers = new Headers({
    'content-type': file.type,
    'content-length': String(bytes.byteLength),
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
  })
  if (encoding !== undefined) headers.set('content-encoding', encoding)
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), { headers })
}

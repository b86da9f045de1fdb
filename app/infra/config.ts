import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { ExplainedError } from './explained.ts'

/** What the environment says, read once. Every variable may also be given as NAME_FILE. */
export interface Config {
  port: number
  host: string
  /** Public origin, without a trailing slash. */
  origin: string
  dataDirectory: string
  /** Undefined: the embedded server is used. */
  databaseUrl: string | undefined
  /** Undefined in trial until `readSecret` makes one. */
  secret: string | undefined
  smtpUrl: string | undefined
  mailFrom: string
  demo: 'auto' | 'on' | 'off'
  vcApi: boolean
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
  /** Addresses of reverse proxies whose X-Forwarded-For is believed. */
  trustedProxies: string[]
  /** No DATABASE_URL: somebody is trying the product on one machine. */
  trial: boolean
}

/** The environment is wrong: says which variable, what it holds and what to do. Never holds a secret. */
export class ConfigError extends ExplainedError {
  readonly faults: string[]
  constructor(faults: string[]) {
    super(faults.join('\n'))
    this.name = 'ConfigError'
    this.faults = faults
  }
}

/** Every variable, as docs/OPERATING.md lists them. */
export const variableNames = [
  'PORT',
  'HOST',
  'INSIGNE_URL',
  'INSIGNE_DATA',
  'DATABASE_URL',
  'INSIGNE_SECRET',
  'SMTP_URL',
  'INSIGNE_MAIL_FROM',
  'INSIGNE_DEMO',
  'INSIGNE_VC_API',
  'INSIGNE_TRUSTED_PROXIES',
  'LOG_LEVEL',
] as const
type Name = (typeof variableNames)[number]

const Port = z.coerce.number().int().min(0).max(65535)

/** Which process reads: the web process alone never needs the secret, and must not be given it. */
export type ProcessRole = 'all' | 'web' | 'worker' | 'tool'

export function parseConfig(env: Record<string, string | undefined>, role: ProcessRole = 'all'): Config {
  const faults: string[] = []
  const value = readValues(env, faults)

  const port = Port.safeParse(value.PORT ?? '3000')
  if (!port.success) faults.push(`PORT is « ${value.PORT} »: give a number between 0 and 65535.`)
  const listenPort = port.success ? port.data : 3000

  const origin = parseOrigin(value.INSIGNE_URL ?? `http://localhost:${listenPort}`, faults)
  const databaseUrl = value.DATABASE_URL
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl))
    faults.push('DATABASE_URL must begin with postgres:// or postgresql://.')
  const secret = value.INSIGNE_SECRET
  if (secret !== undefined && secret.length < 32)
    faults.push(
      'INSIGNE_SECRET is too short: give at least 32 characters, for example from « openssl rand -base64 32 ».',
    )
  if (databaseUrl !== undefined && secret === undefined && (role === 'all' || role === 'worker'))
    faults.push(
      'DATABASE_URL is set, so INSIGNE_SECRET must be set too: it seals the signing keys. Keep a copy outside the database.',
    )
  if (value.SMTP_URL !== undefined && !/^smtps?:\/\//.test(value.SMTP_URL))
    faults.push('SMTP_URL must begin with smtp:// or smtps://.')

  const demo = oneOf('INSIGNE_DEMO', value.INSIGNE_DEMO ?? 'auto', ['auto', 'on', 'off'] as const, faults)
  const vcApi = oneOf('INSIGNE_VC_API', value.INSIGNE_VC_API ?? 'off', ['on', 'off'] as const, faults)
  const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
  const logLevel = oneOf('LOG_LEVEL', value.LOG_LEVEL ?? 'info', levels, faults)

  if (faults.length > 0) throw new ConfigError(faults)
  return {
    port: listenPort,
    host: value.HOST ?? '127.0.0.1',
    origin,
    dataDirectory: path.resolve(value.INSIGNE_DATA ?? './data'),
    databaseUrl,
    secret,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.INSIGNE_MAIL_FROM ?? `Insigne <ne-pas-repondre@${new URL(origin).hostname}>`,
    demo: demo ?? 'auto',
    vcApi: vcApi === 'on',
    logLevel: logLevel ?? 'info',
    trustedProxies: (value.INSIGNE_TRUSTED_PROXIES ?? '').split(/[\s,]+/).filter(Boolean),
    trial: databaseUrl === undefined,
  }
}

function readValues(
  env: Record<string, string | undefined>,
  faults: string[],
): Partial<Record<Name, string>> {
  const known = new Set<string>(variableNames.flatMap((name) => [name, `${name}_FILE`]))
  for (const name of Object.keys(env))
    if (name.startsWith('INSIGNE_') && !known.has(name))
      faults.push(
        `${name} is not a variable of Insigne. Known: ${variableNames.filter((n) => n.startsWith('INSIGNE_')).join(', ')}.`,
      )

  const value: Partial<Record<Name, string>> = {}
  for (const name of variableNames) {
    const plain = nonEmpty(env[name])
    const file = nonEmpty(env[`${name}_FILE`])
    if (plain !== undefined && file !== undefined) {
      faults.push(`${name} and ${name}_FILE are both set. Keep one.`)
    } else if (file !== undefined) {
      try {
        const read = nonEmpty(readFileSync(file, 'utf8').trim())
        if (read === undefined) faults.push(`${name}_FILE names an empty file.`)
        else value[name] = read
      } catch {
        faults.push(`${name}_FILE names a file that cannot be read.`)
      }
    } else if (plain !== undefined) value[name] = plain
  }
  return value
}

const nonEmpty = (text: string | undefined) => (text === undefined || text === '' ? undefined : text)

function parseOrigin(text: string, faults: string[]): string {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol)) {
    faults.push(`INSIGNE_URL is « ${text} »: give the public origin, for example https://badges.example.org.`)
    return 'http://localhost'
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '')
    faults.push('INSIGNE_URL must be an origin alone: no path, no query, no user name.')
  return url.origin
}

function oneOf<const T extends readonly string[]>(
  name: Name,
  text: string,
  allowed: T,
  faults: string[],
): T[number] | undefined {
  const found = allowed.find((one) => one === text)
  if (found === undefined) faults.push(`${name} is « ${text} »: choose ${allowed.join(', ')}.`)
  return found
}

/** The master key. In trial it is made once and kept in the data folder, readable by the owner alone. */
export function readSecret(config: Config): string {
  if (config.secret !== undefined) return config.secret
  const file = path.join(config.dataDirectory, 'secret')
  if (!existsSync(file)) {
    mkdirSync(config.dataDirectory, { recursive: true })
    try {
      writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
    } catch (error) {
      // Two processes may start together: the first to write wins, the other reads.
      if (!existsSync(file)) throw error
    }
  }
  return readFileSync(file, 'utf8').trim()
}

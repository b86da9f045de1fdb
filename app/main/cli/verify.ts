import { readFile, stat } from 'node:fs/promises'
import type { VerificationReport } from '@insigne/open-badges'
import { readArguments, UsageError, withUsage } from './arguments.ts'
import { french } from './language.ts'
import { openReach, type Reach } from './reach.ts'
import { signs, verifyWords } from './verify-words.ts'

const exits = { valid: 0, invalid: 1, undetermined: 2 } as const
const maxBytes = 2 * 1024 * 1024
const accept =
  'application/vc+ld+json, application/vc+jwt, application/ld+json;q=0.9, application/json;q=0.8, image/png;q=0.7, image/svg+xml;q=0.7'

/** `insigne verify FILE|URL|- [--json] [--offline]` */
export const run = (argv: string[]): Promise<number> =>
  withUsage(async () => {
    const fr = french()
    const t = verifyWords(fr)
    const options = { json: { type: 'boolean' }, offline: { type: 'boolean' } } as const
    const { values, rest } = readArguments(argv, options, { fr })
    const [source, ...more] = rest
    if (source === undefined || more.length > 0) throw new UsageError(t.one)
    const isUrl = /^https?:\/\//i.test(source)
    const offline = values.offline === true
    if (isUrl && offline) throw new UsageError(t.offline)

    const reach = offline ? undefined : await openReach(isUrl ? source : undefined)
    try {
      const input =
        isUrl && reach !== undefined ? await readUrl(reach, source, fr) : await readLocal(source, fr)
      if (input.byteLength === 0) throw new UsageError(t.empty)
      const { verify } = await import('@insigne/open-badges')
      const report = await verify(input, reach === undefined ? { offline } : { fetch: reach.fetch })
      process.stdout.write(
        values.json === true ? `${JSON.stringify(report, null, 2)}\n` : sayReport(report, fr),
      )
      for (const origin of reach?.localOrigins ?? []) process.stderr.write(`${t.local(origin)}\n`)
      return exits[report.verdict]
    } finally {
      await reach?.close()
    }
  })

async function readUrl(reach: Reach, url: string, fr: boolean): Promise<Uint8Array> {
  const outcome = await reach.get(url, { accept, maxBytes })
  if (!outcome.ok) throw new UsageError(verifyWords(fr).fetch(url, outcome.code))
  if (outcome.status >= 400) throw new UsageError(verifyWords(fr).status(url, outcome.status))
  return outcome.bytes
}

async function readLocal(source: string, fr: boolean): Promise<Uint8Array> {
  const t = verifyWords(fr)
  if (source === '-') return readInput(t.tooLarge)
  try {
    if ((await stat(source)).size > maxBytes) throw new UsageError(t.tooLarge)
    return new Uint8Array(await readFile(source))
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(t.noFile(source))
  }
}

async function readInput(tooLarge: string): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    if (length > maxBytes) throw new UsageError(tooLarge)
    chunks.push(bytes)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

function sayReport(report: VerificationReport, fr: boolean): string {
  const t = verifyWords(fr)
  const language = fr ? 'fr' : 'en'
  const facts: [string, string | null][] = [
    [t.badge, report.achievement.name],
    [
      t.issuer,
      report.issuer.name === null ? report.issuer.id : `${report.issuer.name} (${report.issuer.id})`,
    ],
    [t.date, report.dates.validFrom],
    [t.until, report.dates.validUntil],
  ]
  const known = facts.filter(([, value]) => value !== null)
  const width = Math.max(...Object.values(t.checks).map((name) => name.length))
  const lines = [
    `${signs[report.verdict]} ${t.verdicts[report.verdict]}`,
    report.summary[language],
    '',
    ...known.map(([label, value]) => `${label}${fr ? '\u00a0' : ''}: ${value}`),
    ...(known.length === 0 ? [] : ['']),
    ...report.checks.map(
      (check) => `${signs[check.state]} ${t.checks[check.name].padEnd(width)}  ${check[language]}`,
    ),
  ]
  return `${lines.map(printable).join('\n')}\n`
}

/** A badge may hold any text; none of it may command the terminal. */
const printable = (line: string): string => line.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ')

import type { VerificationReport } from '@insigne/open-badges'
import { readArguments, UsageError, withUsage } from './arguments.ts'
import { french } from './language.ts'
import { openSource } from './source.ts'
import { printable } from './terminal.ts'
import { signs, verifyWords } from './verify-words.ts'

const exits = { valid: 0, invalid: 1, undetermined: 2 } as const

/** `insigne verify FILE|URL|- [--json] [--offline]` */
export const run = (argv: string[]): Promise<number> =>
  withUsage(async () => {
    const fr = french()
    const t = verifyWords(fr)
    const options = { json: { type: 'boolean' }, offline: { type: 'boolean' } } as const
    const { values, rest } = readArguments(argv, options, { fr })
    const [source, ...more] = rest
    if (source === undefined || more.length > 0) throw new UsageError(t.one)
    const { bytes, reach } = await openSource(source, { offline: values.offline === true, fr })
    try {
      const [{ verifyAndRead }, { answersOf, assess }] = await Promise.all([
        import('@insigne/open-badges'),
        import('@insigne/badge-quality'),
      ])
      const { report: read, credential } = await verifyAndRead(
        bytes,
        reach === undefined ? { offline: true } : { fetch: reach.fetch },
      )
      const report =
        credential === undefined ? read : { ...read, ...answersOf(assess({ credential, report: read })) }
      process.stdout.write(
        values.json === true ? `${JSON.stringify(report, null, 2)}\n` : sayReport(report, fr),
      )
      for (const origin of reach?.localOrigins ?? []) process.stderr.write(`${t.local(origin)}\n`)
      return exits[report.verdict]
    } finally {
      await reach?.close()
    }
  })

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

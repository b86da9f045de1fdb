import type { Assessment } from '@insigne/badge-quality'
import type { Json, JsonObject } from '@insigne/open-badges'
import { readArguments, UsageError, withUsage } from './arguments.ts'
import { assessWords } from './assess-words.ts'
import { french } from './language.ts'
import { openSource } from './source.ts'
import { printable } from './terminal.ts'
import { verifyWords } from './verify-words.ts'

/** `insigne assess FILE|URL|- [--json]`: nature and solidité, with the proof of each. */
export const run = (argv: string[]): Promise<number> =>
  withUsage(async () => {
    const fr = french()
    const { values, rest } = readArguments(argv, { json: { type: 'boolean' } } as const, { fr })
    const [named, ...more] = rest
    if (named === undefined || more.length > 0) throw new UsageError(verifyWords(fr).one)
    const { bytes, reach } = await openSource(named, { offline: false, fr })
    try {
      const [{ verifyAndRead, parseJson }, { assess }] = await Promise.all([
        import('@insigne/open-badges'),
        import('@insigne/badge-quality'),
      ])
      const { report, raw } = await verifyAndRead(bytes, reach === undefined ? {} : { fetch: reach.fetch })
      const carried: JsonObject | undefined = raw === undefined ? undefined : readObject(parseJson, raw.text)
      if (carried === undefined) throw new UsageError(assessWords(fr).nothing)
      // An achievement alone, as our own addresses serve it, is judged without an award.
      const alone = 'criteria' in carried && !('credentialSubject' in carried)
      const assessment = assess(alone ? { achievement: carried } : { credential: carried, report })
      process.stdout.write(
        values.json === true
          ? `${JSON.stringify({ verdict: report.verdict, ...assessment }, null, 2)}\n`
          : say(assessment, report.verdict, fr),
      )
      return 0
    } finally {
      await reach?.close()
    }
  })

function readObject(parse: (text: string) => Json, text: string): JsonObject | undefined {
  try {
    const value = parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

function say(assessment: Assessment, verdict: 'valid' | 'invalid' | 'undetermined', fr: boolean): string {
  const t = assessWords(fr)
  const language = fr ? 'fr' : 'en'
  const { nature, solidity } = assessment
  const lines = [
    `${t.shown} ${t.natures[nature.shown]}`,
    ...(nature.declared === null || nature.declared === nature.shown
      ? []
      : [`${t.declared} ${t.natures[nature.declared]}`]),
    nature.sentence[language],
    '',
    ...solidity.flatMap((one) => [
      `${String(one.check).padStart(2)} ${t.states[one.state].padEnd(t.width)}  ${one.sentence[language]}`,
      ...(one.proof === '' ? [] : [`   ${' '.repeat(t.width)}  ${one.proof}`]),
    ]),
    '',
    `${t.rules} ${assessment.rulesVersion}`,
    ...(verdict === 'valid' ? [] : [t.unproven]),
  ]
  return `${lines.map(printable).join('\n')}\n`
}

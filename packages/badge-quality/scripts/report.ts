import { rulesVersion } from '../src/index.ts'
import { readCorpus } from './corpus.ts'
import { type Measure, measureFacts } from './measure.ts'

const natures = [
  'participation',
  'engagement',
  'realisation',
  'competence',
  'certification',
  'registered',
  'undetermined',
]
const percent = (part: number, whole: number) =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')

const titles = {
  rules: 'The part the rules were written on',
  apart: 'The part kept apart',
  late: 'Written after the rules, first batch',
  later: 'Written after the rules, second batch',
  latest: 'Written after the rules, third batch',
}

function partReport(one: Measure): string {
  const seen = natures.filter((nature) => one.confusion[nature] !== undefined)
  const confusion = seen.map((read) => [read, ...natures.map((shown) => one.confusion[read]?.[shown] ?? '')])
  const facts = measureFacts(one.part).map(({ check, fact, ticked, found, notTicked, claimed }) => [
    `${check} ${fact}`,
    `${found} of ${ticked}`,
    `${claimed} of ${notTicked}`,
  ])
  const rows = one.disagreements.map(({ id, name, read, shown, why }) => [id, name, read, shown, why])
  return `## ${titles[one.part]}

${one.agreed} of ${one.n} (${percent(one.agreed, one.n)}). Participation badges shown as a competency or more: ${one.raised.length}.

Rows: what the readers gave. Columns: what the rules show.

${table(['read \\ shown', ...natures], confusion)}

Check by check, against the facts that the second reading ticked:

${table(['check', '`yes` where ticked', '`yes` where not ticked'], facts)}

${rows.length === 0 ? 'No disagreement.' : table(['id', 'name', 'read', 'shown', 'what the rules say'], rows)}`
}

/** The page for readers, in Markdown. */
export function report(measures: readonly Measure[]): string {
  const entries = readCorpus()
  const same = entries.filter(({ readers }) => readers[0]?.nature === readers[1]?.nature).length
  return `# Nature and solidité: how often the rules agree with readers

Written by \`npm run agreement -w packages/badge-quality -- --write\`; rules version ${rulesVersion}. Do not edit by hand.

${entries.length} labelled badges, French and English (\`packages/badge-quality/corpus\`). The two readings agree on ${same} of them.

**Read the figures with this in mind.** The entries, both readings and the rules come from the same team. The corpus was written after public patterns, not drawn from the world: the figures show that the rules apply their table steadily, also on texts that were kept apart while they were written. They do not say how often a badge met in the world is read right, nor what readers outside of the team would answer. ${history}

${measures.map(partReport).join('\n\n')}
`
}

const history = ''

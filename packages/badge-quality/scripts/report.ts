import { rulesVersion } from '../src/index.ts'
import { type Part, readCorpus } from './corpus.ts'
import { type Measure, measureFacts } from './measure.ts'

export const pageForReaders = new URL('../../../docs/quality-corpus.md', import.meta.url)

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

/** Columns stand one under the other, as the formatter leaves them: writing the page again changes nothing. */
function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [head, ...rows].map((row) => row.map(String))
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => [...(row[column] ?? '')].length)))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - [...cell].length)).join(' | ')} |`
  const [first = [], ...others] = cells
  return [first, widths.map((width) => '-'.repeat(width)), ...others].map(line).join('\n')
}

const titles: Readonly<Record<Part, string>> = {
  rules: 'The part the rules were written on',
  apart: 'The part kept apart',
  late: 'Written after the rules, first batch',
  later: 'Written after the rules, second batch',
  latest: 'Written after the rules, third batch',
  free: 'Free wording',
  world: 'Met in the world and written anew, the half used to mend the rules',
  'world-apart': 'Met in the world and written anew, the half kept apart',
}

// What each part gave the first time it was measured, before anybody looked at its disagreements. Facts of the
// past: they are not computed again.
const firstMeasures: readonly (readonly [Part, string, string])[] = [
  ['apart', '92 of 96 (95.8 %)', 'the first run of the first rules'],
  ['late', '29 of 47 (61.7 %)', 'then used to mend the rules'],
  ['later', '33 of 61 (54.1 %)', 'then used to mend the rules'],
  ['latest', '40 of 41 (97.6 %)', 'rules not changed for it; plainer wording than the two before'],
  ['free', '8 of 30 (26.7 %)', 'rules not changed for it; written to avoid the usual words'],
  ['world', '26 of 39 (66.7 %)', 'by the rules 1.0.0; then used to mend the rules'],
  ['world-apart', '23 of 38 (60.5 %)', 'by the rules 1.0.0; 24 of 38 by 1.1.0, and no rule changed for it'],
]

// Definitions published by others, read outside of the project and not kept: only the counts are.
const worldMeasures = [
  ['all', '66 of 88 (75.0 %)', '75 of 88 (85.2 %)'],
  ['half used to mend the rules', '39 of 47 (83.0 %)', '46 of 47 (97.9 %)'],
  ['half kept apart', '27 of 41 (65.9 %)', '29 of 41 (70.7 %)'],
]

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

## Read the figures with this in mind

- The entries, both readings and the rules come from the same team, in fact from the same hand. The second reading was done on a shuffled sheet, by ticking facts; the reader had written the texts. Whoever wrote the word lists had written the entries kept apart: those were out of sight while rules were tuned, not out of mind. Their disagreements were printed once, after the figure at first sight; no rule was changed for them.
- Most of the corpus follows public patterns and is not drawn from the world. The section « Read in the world » is the nearest thing to an outside figure; it still does not say what readers outside of the team would answer.
- The batches written afterwards show how far the lists travel. At first sight they gave between a quarter and nearly all, by how plainly they are worded. The high figures below on the parts « late » and « later » were reached by mending the rules on them.
- Nearly all errors go down: a fact that is there but said in other words reads as _not stated_. In no part, at no time, was a participation badge shown as a competency.

Given at first sight, before anybody looked at the disagreements:

${table(['part', 'agreed at first sight', 'and then'], firstMeasures)}

## Read in the world

88 definitions published by others, 39 French and 49 English, were found in public pages and repositories: communities of free software, companies, universities and their libraries, schools, Scouts and Guides, associations, a few web sites with badges that are not Open Badges. Each was labelled by the same hand **before** the rules were opened, looked at again on a shuffled sheet (11 readings differed and were settled), and cut in two by the SHA-256 of a number. Where a page was longer than the stored excerpt, only the excerpt was read; a few texts are shortened, and some come from pages that tell of a badge rather than from the badge itself. The texts belong to others: they are not kept here. The parts « world » and « world-apart » below hold 77 new texts of the same shapes, in our words.

${table(['definitions', 'agreed, rules 1.0.0', 'agreed, rules 1.1.0'], worldMeasures)}

No participation badge was shown as a competency, by either version. Of the definitions read, one only holds the five facts of a competency, and it is shown as an achievement. The disagreements of the half kept apart were printed once, at the end; no rule was changed for them. What stays misread there: acts of the badge itself (« rewards », « aims to ») taken for acts of the person, results told by a noun or a passive (« idea reached the committee », « pages edited », « delivered »), training and a competition in one sentence, a yearly renewal taken for a commitment, membership without duties.

${measures.map(partReport).join('\n\n')}
`
}

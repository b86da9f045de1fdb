import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parts as allParts, type Part } from './corpus.ts'
import { type Measure, measure, measureFacts } from './measure.ts'
import { pageForReaders, report } from './report.ts'

/**
 * Prints one JSON object a line: agreement, confusion and every disagreement, for each part of the corpus.
 * `--part rules`, `--part apart`, `--part world`… keeps to one; `--write` writes the page for readers anew.
 */
const { values } = parseArgs({ options: { part: { type: 'string' }, write: { type: 'boolean' } } })
if (values.write === true && values.part !== undefined)
  throw new Error('The page holds all parts: leave out --part, or --write.')
const parts = allParts.filter((part) => values.part === undefined || values.part === part)

const line = (object: Record<string, unknown>) => console.log(JSON.stringify({ area: 'quality', ...object }))
const who = 'insigne'

function print(part: Part): Measure {
  const one = measure(part)
  const value = Number(((100 * one.agreed) / one.n).toFixed(1))
  line({ case: part, who, metric: 'agreement', value, unit: '%', n: one.n })
  line({
    case: part,
    who,
    metric: 'participation-shown-as-competence',
    value: one.raised.length,
    unit: 'badges',
    n: one.n,
  })
  for (const [read, row] of Object.entries(one.confusion))
    for (const [shown, count] of Object.entries(row))
      line({
        case: part,
        who,
        metric: `confusion ${read} > ${shown}`,
        value: count,
        unit: 'badges',
        n: one.n,
      })
  for (const { check, fact, ticked, found, notTicked, claimed } of measureFacts(part)) {
    line({ case: part, who, metric: `check ${check} ${fact} found`, value: found, unit: 'badges', n: ticked })
    line({
      case: part,
      who,
      metric: `check ${check} ${fact} found where not read`,
      value: claimed,
      unit: 'badges',
      n: notTicked,
    })
  }
  for (const disagreement of one.disagreements)
    line({ case: part, who, metric: 'disagreement', value: 1, unit: 'badges', n: one.n, disagreement })
  return one
}

const measures = parts.map(print)
if (values.write === true) writeFileSync(pageForReaders, report(measures))

import type { NatureName } from '@insigne/open-badges'
import type { Proof, StructuredFacts } from './model.ts'
import { type Cited, isAddress, proofOfText } from './place.ts'
import { is } from './statement.ts'
import { wordings } from './wording/index.ts'
import { matches, plain } from './wording/pattern.ts'
import type { LabelWords, Wording } from './wording/wording.ts'

/** A fact and where it is stated. */
export interface Fact<T> {
  value: T
  proof: Proof
}

/** Facts that stand as such: fields of the caller, or labelled lines of a criteria text. Absent: not stated. */
export interface Stated {
  nature?: Fact<NatureName>
  situation?: Fact<string>
  action?: Fact<string>
  criteria?: Fact<string>[]
  /** `none`, or the form of assessment as written. */
  assessment?: Fact<string>
  assessor?: Fact<string>
  independent?: Fact<boolean>
  evidence?: Fact<'required' | 'optional' | 'none'>
  grid?: Fact<boolean>
  identity?: Fact<boolean>
  registration?: Fact<string>
  /** Address or code of a framework. */
  alignment?: Fact<string>
  quality?: Fact<string>
}

/** What the caller holds as fields. */
export function statedByFacts(facts: StructuredFacts | undefined): Stated {
  if (facts === undefined) return {}
  const fact = <T>(pointer: string, value: T, quote: string): Fact<T> => ({
    value,
    proof: { document: 'facts', pointer, quote },
  })
  const words = (pointer: string, value: string | null | undefined) =>
    value === undefined || value === null || value.trim() === '' ? undefined : fact(pointer, value, value)
  const bool = (pointer: string, value: boolean | null | undefined) =>
    value === undefined || value === null ? undefined : fact(pointer, value, String(value))
  const { assessment, assessor, evidenceRule, identityCheck, registration } = facts
  const criteria = (facts.criteria ?? []).flatMap((one, index) =>
    one.trim() === '' ? [] : [fact(`/criteria/${index}`, one, one)],
  )
  return defined({
    nature: facts.nature === undefined ? undefined : fact('/nature', facts.nature, facts.nature),
    situation: words('/situation', facts.situation),
    action: words('/action', facts.action),
    criteria: criteria.length === 0 ? undefined : criteria,
    assessment: words('/assessment/kind', assessment?.kind),
    assessor: words('/assessor/role', assessor?.role),
    independent: bool('/assessor/independent', assessor?.independent),
    evidence:
      evidenceRule === undefined || evidenceRule === null
        ? undefined
        : fact('/evidenceRule', evidenceRule, evidenceRule),
    grid: bool('/gridShown', facts.gridShown),
    identity:
      identityCheck === undefined || identityCheck === null
        ? undefined
        : fact('/identityCheck', identityCheck !== 'none', identityCheck),
    registration:
      registration === undefined || registration === null
        ? undefined
        : fact('/registration/number', `${registration.register}${registration.number}`, registration.number),
    alignment: alignmentOf(facts),
    quality: words('/qualityAssurance', facts.qualityAssurance),
  })
}

function alignmentOf({ alignments = [] }: StructuredFacts): Fact<string> | undefined {
  for (const [index, { targetUrl, targetCode }] of alignments.entries()) {
    const key = targetUrl !== undefined && isAddress(targetUrl) ? 'targetUrl' : 'targetCode'
    const value = key === 'targetUrl' ? targetUrl : targetCode
    if (value !== undefined && value.trim() !== '')
      return { value, proof: { document: 'facts', pointer: `/alignments/${index}/${key}`, quote: value } }
  }
  return undefined
}

interface LabelledLine {
  label: keyof LabelWords
  value: string
  /** The lines after it, up to the next label. */
  below: string[]
  source: Cited
  wording: Wording
}

const bold = /^\s*\*\*([^*\n]{2,60}?)\s*[:：]\s*\*\*[ \t\u00a0]*(.*)$/

/** The labelled lines of a Markdown text (`**Situation :** …`), and the text without them. */
export function splitLabels(source: Cited): { stated: Stated; rest: Cited } {
  const found: LabelledLine[] = []
  const rest: string[] = []
  for (const line of source.text.split('\n')) {
    const match = bold.exec(line)
    const label = match?.[1] === undefined ? undefined : labelOf(match[1])
    if (label !== undefined) found.push({ ...label, value: unescaped(match?.[2] ?? ''), below: [], source })
    else if (
      match === null &&
      found.at(-1)?.label === 'criteria' &&
      /^\s*(?:\d{1,2}[.)]|[-*•])\s+\S/.test(line)
    )
      found.at(-1)?.below.push(unescaped(line.replace(/^\s*(?:\d{1,2}[.)]|[-*•])\s+/, '')))
    else rest.push(line)
  }
  return { stated: statedByLabels(found), rest: { ...source, text: rest.join('\n') } }
}

const unescaped = (text: string) => text.replace(/\\([\\*_`[\]<])/g, '$1').trim()

const labelNames: readonly (keyof LabelWords)[] = [
  'nature',
  'situation',
  'action',
  'criteria',
  'assessment',
  'assessor',
  'independence',
  'evidence',
  'grid',
  'identity',
  'registration',
  'context',
]

// A label is exact: it tells its own language, whatever the values are written in.
function labelOf(words: string) {
  const value = plain(words)
  for (const wording of wordings)
    for (const label of labelNames)
      if (wording.labels[label].some((one) => plain(one) === value)) return { label, wording }
  return undefined
}

const natureOrder: readonly NatureName[] = [
  'registered',
  'certification',
  'competence',
  'realisation',
  'engagement',
  'participation',
]

function statedByLabels(found: readonly LabelledLine[]): Stated {
  const line = (label: keyof LabelWords) => found.find((one) => one.label === label)
  const fact = <T>(one: LabelledLine, value: T): Fact<T> => ({
    value,
    proof: proofOfText(one.source, one.value),
  })
  const words = (label: keyof LabelWords) => {
    const one = line(label)
    return one === undefined || one.value === '' ? undefined : fact(one, one.value)
  }
  const pick = <T>(label: keyof LabelWords, choose: (one: LabelledLine) => T | undefined) => {
    const one = line(label)
    const value = one === undefined ? undefined : choose(one)
    return one === undefined || value === undefined ? undefined : fact(one, value)
  }
  const list = line('criteria')
  return defined({
    nature: pick('nature', ({ value, wording }) =>
      natureOrder.find((nature) => is(value, wording.values.natures[nature])),
    ),
    situation: words('situation'),
    action: words('action'),
    criteria:
      list === undefined
        ? undefined
        : [...(list.value === '' ? [] : [list.value]), ...list.below].map((one) => ({
            value: one,
            proof: proofOfText(list.source, one),
          })),
    assessment: pick('assessment', ({ value, wording }) =>
      value === '' ? undefined : startsWith(value, wording.values.none) ? 'none' : value,
    ),
    assessor: words('assessor'),
    independent: pick('independence', ({ value, wording }) =>
      startsWith(value, wording.values.otherPerson)
        ? true
        : startsWith(value, wording.values.samePerson)
          ? false
          : undefined,
    ),
    evidence: pick('evidence', ({ value, wording: { values } }) =>
      startsWith(value, values.none)
        ? 'none'
        : startsWith(value, values.optional)
          ? 'optional'
          : startsWith(value, values.required)
            ? 'required'
            : undefined,
    ),
    grid: pick('grid', ({ value, wording: { values } }) =>
      startsWith(value, values.notShown) ? false : startsWith(value, values.shown) ? true : undefined,
    ),
    identity: pick('identity', ({ value, wording }) =>
      value === '' ? undefined : !startsWith(value, wording.values.none),
    ),
    registration: words('registration'),
  })
}

// At the head only: « Exigée, sans exception » is required.
const startsWith = (value: string, patterns: readonly string[]): boolean =>
  matches(plain(value), patterns).some(({ start }) => start === 0)

type Optional<T> = { [K in keyof T]?: T[K] | undefined }

// A fact that is not stated has no key, so that two sources can be laid one over the other.
function defined(facts: Optional<Stated>): Stated {
  const stated: Stated = {}
  Object.assign(stated, Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)))
  return stated
}

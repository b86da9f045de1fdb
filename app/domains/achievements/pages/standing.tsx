import type { Assessment, FactCode, SolidityCheck } from '@insigne/badge-quality'
import type { Locale } from '../../../infra/i18n.ts'
import { Entry } from '../../../ui/receipt.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { Stamp } from '../../../ui/stamp/stamp.tsx'
import type { Registration } from '../../frameworks/index.ts'
import type { Organisation } from '../../organisations/index.ts'
import { type Facts, placeOfStep, type Step } from '../facts.ts'
import { designOf } from '../image.ts'
import { judge } from '../judgement.ts'
import { isRefusing } from '../registered.ts'
import { missingFacts, type NeededFact, needsOf } from '../rules.ts'
import { solidityWords } from '../solidity-words.ts'
import { achievementWords } from '../words.ts'
import { Elements } from './achievement-further.tsx'
import { SolidityRow } from './solidity.tsx'

export interface StandingProps {
  locale: Locale
  facts: Facts
  issuer: Organisation
  step: Step
  /** The badge as an employer will read it; left out where there is no badge yet. */
  reading?: boolean | undefined
  saved?: boolean | undefined
  /** What the register says of the number, where the badge declares one. */
  answer?: Registration | undefined
}

/** The id of the part that is drawn again while somebody types. */
export const standingId = 'standing'

/** Where the badge stands, as it is typed now: what will be read, what the nature asks for, what else is looked at. */
export const Standing = (props: StandingProps) => {
  const assessment = judge(props.facts, props.issuer)
  return (
    <>
      {props.reading && <Reading {...props} assessment={assessment} />}
      <Gate {...props} />
      {props.step === 'europe' ? (
        <div class="flow">
          <h2 class="line">{achievementWords(props.locale).europe.elements}</h2>
          <Elements locale={props.locale} version={props.facts} organisation={props.issuer} />
        </div>
      ) : (
        <Others {...props} assessment={assessment} />
      )}
    </>
  )
}

const Reading = ({ locale, facts, saved, assessment }: StandingProps & { assessment: Assessment }) => {
  const words = achievementWords(locale)
  return (
    <Sheet label={words.designer.readByEmployer}>
      <h2>{words.designer.readByEmployer}</h2>
      <Stamp {...designOf(facts)} size={104} />
      <p class="small soft">
        {words.natures[facts.nature].name}
        {saved && `. ${words.page.draft}`}
      </p>
      <h3>{facts.name === '' ? words.designer.untitled : facts.name}</h3>
      {facts.action !== '' && <p>{facts.action}</p>}
      <SolidityRow assessment={assessment} locale={locale} />
    </Sheet>
  )
}

/** What the nature asks for, and where to say it. */
const Gate = ({ locale, facts, issuer, answer }: StandingProps) => {
  const words = achievementWords(locale)
  const t = words.designer
  const nature = words.natures[facts.nature].name
  const missing = missingFacts(facts.nature, facts, issuer)
  if (isRefusing(answer)) missing.push('registration')
  return (
    <div class="flow">
      <h2 class="line">{t.toSay(nature)}</h2>
      <ul class="list">
        {needsOf[facts.nature].map((fact) => (
          <Line
            key={fact}
            state={missing.includes(fact) ? 'unknown' : 'yes'}
            label={words.missing[fact].label}
            answer={missing.includes(fact) ? whereToSay(locale, stepOfFact[fact]) : t.present}
          />
        ))}
      </ul>
      <p class="small soft">{t.gateNote(nature)}</p>
    </div>
  )
}

/** The facts of the ten that this nature does not ask for: a reader sees them all the same. */
const Others = ({ locale, facts, assessment }: StandingProps & { assessment: Assessment }) => {
  const { advice, designer } = achievementWords(locale)
  const { names, states } = solidityWords(locale)
  const others = assessment.solidity.filter(({ code }) => !isAsked(facts, code))
  if (others.length === 0) return null
  const answer = ({ code, state }: SolidityCheck) =>
    state === 'yes'
      ? designer.present
      : state === 'no'
        ? states.no
        : code === 'endorsement'
          ? advice.later
          : whereToSay(locale, stepOfCheck[code])
  return (
    <div class="flow">
      <h2 class="line">{advice.others}</h2>
      <ul class="list">
        {others.map((one) => (
          <Line key={one.code} state={one.state} label={names[one.code]} answer={answer(one)} />
        ))}
      </ul>
    </div>
  )
}

const Line = (props: { state: SolidityCheck['state']; label: string; answer: string }) => (
  <li>
    <Entry picture={<span class={`key ${props.state}`} aria-hidden="true" />} middle>
      {props.label} <span class="small soft">{props.answer}</span>
    </Entry>
  </li>
)

// « Action » is asked of every nature, « action in a situation » of those that ask for the situation too.
const isAsked = ({ nature }: Facts, code: FactCode): boolean => {
  const asked: readonly string[] = needsOf[nature]
  return asked.includes(code === 'action' ? 'situation' : code)
}

/** The screen where each fact is said; the organisation's own is said in its presentation. */
export const stepOfFact: Readonly<Record<NeededFact, Step | undefined>> = {
  name: 'action',
  action: 'action',
  situation: 'action',
  criteria: 'action',
  assessment: 'checks',
  evidence: 'checks',
  grid: 'checks',
  assessor: 'assessor',
  identity: 'assessor',
  registration: 'nature',
  quality: undefined,
}

const stepOfCheck: Readonly<Record<FactCode, Step | undefined>> = {
  ...stepOfFact,
  alignment: 'action',
  endorsement: undefined,
}

function whereToSay(locale: Locale, step: Step | undefined): string {
  const { advice, designer } = achievementWords(locale)
  const place = placeOfStep(step)
  return place === -1 ? advice.profile : designer.atStep(place + 1)
}

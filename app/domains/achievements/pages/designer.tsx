import type { Errors, Values } from '../../../infra/http/index.ts'
import { type Locale, sayTime } from '../../../infra/i18n.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { ErrorSummary, Form } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/section.tsx'
import type { Registration } from '../../frameworks/index.ts'
import type { Organisation } from '../../organisations/index.ts'
import type { FieldAdvice } from '../advice.ts'
import { type Facts, furtherSteps, type Step } from '../facts.ts'
import type { SkillChoice } from '../skills.ts'
import { achievementWords } from '../words.ts'
import { LockedFields } from './locked-fields.tsx'
import { Standing, standingId } from './standing.tsx'
import { ActionFields } from './step-action.tsx'
import { AssessorFields, ChecksFields } from './step-checks.tsx'
import { EuropeFields } from './step-europe.tsx'
import { LookFields } from './step-look.tsx'
import { NatureFields } from './step-nature.tsx'
import { formId, StepNav, stepPath } from './step-nav.tsx'
import { ResultsFields } from './step-results.tsx'
import { TranslationFields } from './step-translation.tsx'

/** What every screen of the designer is given. */
export interface StepProps {
  locale: Locale
  /** The badge as it is typed now, saved or not. */
  facts: Facts
  values: Values
  errors?: Errors | undefined
  advice: readonly FieldAdvice[]
  /** Skills of the frameworks, on the screen that links to them. */
  skills: readonly SkillChoice[]
  /** What the register says of the number, where the badge declares one. */
  answer?: Registration | undefined
}

export interface DesignerProps extends StepProps {
  token: string
  step: Exclude<Step, 'preview'>
  organisation: Organisation
  /** Null for a badge that is not begun: its first screen makes it. */
  achievementId: string | null
  savedAt: Date | null
  /** When what is shown was checked without being saved. */
  checkedAt?: Date | undefined
}

export const DesignerPage = (props: DesignerProps) => {
  const words = achievementWords(props.locale)
  const t = words.designer
  const { achievementId, step } = props
  const action =
    achievementId === null
      ? `/organisations/${props.organisation.slug}/achievements/new`
      : stepPath(achievementId, step)
  return (
    <>
      <ErrorSummary
        title={t.faults}
        errors={Object.entries(props.errors ?? {}).map(([field, message]) => ({ field, message }))}
      />
      {/* The first button of a form answers the Enter key: it must go on, not back to a step. */}
      <button
        class="vh"
        type="submit"
        form={formId}
        name="go"
        value="next"
        tabIndex={-1}
        aria-hidden="true"
      />
      <StepNav {...props} />
      <div class="flow-wide">
        <PageHead
          title={step === 'nature' && achievementId === null ? t.newTitle : words.steps[step]}
          quiet
        />
        <div class="columns">
          <div>
            <Form
              id={formId}
              action={action}
              hidden={{ 'form-token': props.token }}
              live={`${action}/advice`}
            >
              <Fields {...props} />
              <Leave {...props} />
            </Form>
            <p class="vh" role="status" data-live-status data-said={sentenceOf(props.advice)} />
          </div>
          <aside class="flow-wide" id={standingId} data-live aria-label={words.advice.aside}>
            <Standing
              {...props}
              issuer={props.organisation}
              reading={achievementId !== null}
              saved={props.savedAt !== null}
            />
          </aside>
        </div>
      </div>
    </>
  )
}

/** The one sentence that is read aloud when advice changes. */
export const sentenceOf = (advice: readonly FieldAdvice[]): string => {
  const one = advice.find(({ tone }) => tone === 'main') ?? advice[0]
  return one === undefined ? '' : `${one.title}. ${one.text}`
}

/** On, back, or only check: each way out but the last saves. */
const Leave = (props: DesignerProps) => {
  const words = achievementWords(props.locale)
  const t = words.designer
  const further = furtherSteps.some((step) => step === props.step)
  return (
    <>
      <Actions>
        <Button name="go" value="next">
          {further ? words.further.save : props.achievementId === null ? t.begin : t.next}
        </Button>
        {props.step !== 'nature' && (
          <Button name="go" value="back" line>
            {t.back}
          </Button>
        )}
        <Button name="go" value="check" line>
          {words.advice.check}
        </Button>
      </Actions>
      {props.checkedAt !== undefined ? (
        <p class="small soft" role="status">
          {words.advice.checked(sayTime(props.locale, props.checkedAt))}
        </p>
      ) : (
        props.savedAt !== null && <p class="small soft">{t.saved(sayTime(props.locale, props.savedAt))}</p>
      )}
    </>
  )
}

const Fields = (props: DesignerProps) => {
  if (props.facts.template !== null) return <LockedFields {...props} template={props.facts.template} />
  switch (props.step) {
    case 'nature':
      return <NatureFields {...props} />
    case 'action':
      return <ActionFields {...props} />
    case 'checks':
      return <ChecksFields {...props} />
    case 'assessor':
      return <AssessorFields {...props} />
    case 'look':
      return <LookFields {...props} />
    case 'europe':
      return <EuropeFields {...props} />
    case 'results':
      return <ResultsFields {...props} />
    case 'translation':
      return <TranslationFields {...props} />
  }
}

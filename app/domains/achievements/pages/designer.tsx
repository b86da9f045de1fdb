import type { ComponentChildren } from 'preact'
import type { Errors, Values } from '../../../infra/http/index.ts'
import { type Locale, sayTime } from '../../../infra/i18n.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { ErrorSummary, Form } from '../../../ui/form.tsx'
import { Entry } from '../../../ui/receipt.tsx'
import { PageHead } from '../../../ui/section.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { Stamp } from '../../../ui/stamp/stamp.tsx'
import type { Organisation } from '../../organisations/index.ts'
import { type Facts, type Step, steps } from '../facts.ts'
import { designOf } from '../image.ts'
import { hasFact, type NeededFact, needsOf } from '../rules.ts'
import { achievementWords } from '../words.ts'
import { ActionFields } from './step-action.tsx'
import { AssessorFields, ChecksFields } from './step-checks.tsx'
import { LookFields } from './step-look.tsx'
import { NatureFields } from './step-nature.tsx'

/** What every screen of the designer is given. */
export interface StepProps {
  locale: Locale
  facts: Facts
  values: Values
  errors?: Errors | undefined
}

export interface DesignerProps extends StepProps {
  token: string
  step: Exclude<Step, 'preview'>
  organisation: Organisation
  /** Null for a badge that is not begun: its first screen makes it. */
  achievementId: string | null
  savedAt: Date | null
}

/** The id of the form: the buttons of the list of steps belong to it, so that leaving a screen saves it. */
const formId = 'step'

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
            <Form id={formId} action={action} hidden={{ 'form-token': props.token }}>
              <Fields {...props} />
              <Actions>
                <Button name="go" value="next">
                  {achievementId === null ? t.begin : t.next}
                </Button>
                {step !== 'nature' && (
                  <Button name="go" value="back" line>
                    {t.back}
                  </Button>
                )}
                {props.savedAt !== null && (
                  <span class="small soft">{t.saved(sayTime(props.locale, props.savedAt))}</span>
                )}
              </Actions>
            </Form>
          </div>
          {achievementId !== null && (
            <aside class="flow-wide">
              <Reading {...props} />
              <Gate {...props} />
            </aside>
          )}
        </div>
      </div>
    </>
  )
}

export const stepPath = (achievementId: string, step: Step) => `/achievements/${achievementId}/edit/${step}`

const Fields = (props: DesignerProps) => {
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
  }
}

/** The steps as buttons of the form: whatever was typed is kept when one goes elsewhere. */
export const StepNav = (props: { locale: Locale; step: Step; achievementId: string | null }) => {
  const words = achievementWords(props.locale)
  const place = steps.indexOf(props.step) + 1
  return (
    <ol class="steps" aria-label={words.designer.stepsLabel}>
      {steps.map((step, index) => (
        <li
          key={step}
          class={step === props.step ? 'here' : undefined}
          aria-current={step === props.step ? 'step' : undefined}
        >
          <span class="n">{index + 1}</span>
          <StepName {...props} target={step}>
            {words.steps[step]}
          </StepName>
          {step === props.step && <span class="place">({words.designer.place(place, steps.length)})</span>}
        </li>
      ))}
    </ol>
  )
}

const StepName = (props: {
  step: Step
  target: Step
  achievementId: string | null
  children?: ComponentChildren
}) => {
  if (props.achievementId === null || props.step === props.target) return <>{props.children}</>
  // The preview has nothing to save: a link is enough.
  if (props.step === 'preview')
    return <a href={stepPath(props.achievementId, props.target)}>{props.children}</a>
  return (
    <button class="btn-text" type="submit" form={formId} name="go" value={props.target}>
      {props.children}
    </button>
  )
}

/** What an employer will read, as it is saved now. */
const Reading = ({ locale, facts, savedAt }: DesignerProps) => {
  const words = achievementWords(locale)
  return (
    <Sheet label={words.designer.readByEmployer}>
      <h2>{words.designer.readByEmployer}</h2>
      <Stamp {...designOf(facts)} size={104} />
      <p class="small soft">
        {words.natures[facts.nature].name}
        {savedAt !== null && `. ${words.page.draft}`}
      </p>
      <h3>{facts.name === '' ? words.designer.untitled : facts.name}</h3>
      {facts.action !== '' && <p>{facts.action}</p>}
    </Sheet>
  )
}

/** What the nature asks for, and where to say it. */
export const Gate = ({ locale, facts, organisation }: Omit<DesignerProps, 'values'>) => {
  const words = achievementWords(locale)
  const t = words.designer
  const nature = words.natures[facts.nature].name
  return (
    <div class="flow">
      <h3>{t.toSay(nature)}</h3>
      <ul class="list">
        {needsOf[facts.nature].map((fact) => {
          const present = hasFact(fact, facts, organisation)
          return (
            <li key={fact}>
              <Entry picture={<span class={present ? 'key yes' : 'key unknown'} aria-hidden="true" />} middle>
                {words.missing[fact].label}{' '}
                <span class="small soft">{present ? t.present : whereToSay(locale, fact)}</span>
              </Entry>
            </li>
          )
        })}
      </ul>
      <p class="small soft">{t.gateNote(nature)}</p>
    </div>
  )
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

function whereToSay(locale: Locale, fact: NeededFact): string {
  const t = achievementWords(locale).designer
  const step = stepOfFact[fact]
  return step === undefined ? t.notYet : t.atStep(steps.indexOf(step) + 1)
}

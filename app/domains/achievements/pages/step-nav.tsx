import type { ComponentChildren } from 'preact'
import type { Locale } from '../../../infra/i18n.ts'
import { mainSteps, placeOfStep, type Step } from '../facts.ts'
import { achievementWords } from '../words.ts'

/** The id of the form: the buttons of the list of steps belong to it, so that leaving a screen saves it. */
export const formId = 'step'

export const stepPath = (achievementId: string, step: Step) => `/achievements/${achievementId}/edit/${step}`

/** The steps as buttons of the form: whatever was typed is kept when one goes elsewhere. */
export const StepNav = (props: { locale: Locale; step: Step; achievementId: string | null }) => {
  const words = achievementWords(props.locale)
  const place = placeOfStep(props.step) + 1
  return (
    <ol class="steps" aria-label={words.designer.stepsLabel}>
      {mainSteps.map((step, index) => (
        <li
          key={step}
          class={step === props.step ? 'here' : undefined}
          aria-current={step === props.step ? 'step' : undefined}
        >
          <span class="n">{index + 1}</span>
          <StepName {...props} target={step}>
            {words.steps[step]}
          </StepName>
          {step === props.step && (
            <span class="place">({words.designer.place(place, mainSteps.length)})</span>
          )}
        </li>
      ))}
      {place === 0 && (
        <li class="here" aria-current="step">
          {words.steps[props.step]} <span class="place">({words.further.optionalStep})</span>
        </li>
      )}
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

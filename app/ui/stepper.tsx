export type Step = { label: string; href?: string | undefined }

/** Numbered steps. On a phone only the current one is shown, with `place` beside it ("step 2 of 5"). */
export const Stepper = (props: { label: string; steps: readonly Step[]; current: number; place: string }) => (
  <ol class="steps" aria-label={props.label}>
    {props.steps.map((step, index) => {
      const here = index === props.current
      return (
        <li key={step.label} class={here ? 'here' : undefined} aria-current={here ? 'step' : undefined}>
          <span class="n">{index + 1}</span>
          {step.href && !here ? <a href={step.href}>{step.label}</a> : step.label}
          {here && <span class="place">({props.place})</span>}
        </li>
      )
    })}
  </ol>
)

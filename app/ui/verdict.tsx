import type { ComponentChildren } from 'preact'

/** The four answers a check can give. */
export type CheckState = 'valid' | 'invalid' | 'undetermined' | 'not-applicable'

/** Full disc, octagon, dashed ring, dash: told apart in grey and without a word. */
export const StateMark = ({ state }: { state: CheckState }) => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    {state === 'valid' && (
      <>
        <circle cx="12" cy="12" r="11" fill="currentColor" />
        <path d="M6.5 12.5l3.8 3.8 7.2-8" fill="none" stroke="var(--paper)" stroke-width="2.6" />
      </>
    )}
    {state === 'invalid' && (
      <>
        <path d="M7.6 1h8.8L23 7.6v8.8L16.4 23H7.6L1 16.4V7.6Z" fill="currentColor" />
        <path d="M7.5 7.5l9 9M16.5 7.5l-9 9" stroke="var(--paper)" stroke-width="2.6" />
      </>
    )}
    {state === 'undetermined' && (
      <>
        <circle
          cx="12"
          cy="12"
          r="10.4"
          fill="none"
          stroke="currentColor"
          stroke-width="2"
          stroke-dasharray="3.6 2.9"
        />
        <path
          d="M9 9.6c0-1.8 1.3-2.9 3-2.9s3 1.1 3 2.7c0 2.2-3 2.2-3 4.4"
          fill="none"
          stroke="currentColor"
          stroke-width="2.3"
        />
        <circle cx="12" cy="17.2" r="1.5" fill="currentColor" />
      </>
    )}
    {state === 'not-applicable' && <path d="M5 12h14" stroke="currentColor" stroke-width="3" />}
  </svg>
)

/** A state inside a line: shape and word. */
export const StateBadge = ({ state, label }: { state: CheckState; label: ComponentChildren }) => (
  <span class={`state ${state}`}>
    <StateMark state={state} />
    {label}
  </span>
)

/**
 * The answer, closed by the double rule: what happened, then what to do.
 * `size="page"` makes it the title of the page; `under` drops the upper rule below a receipt.
 */
export const Verdict = (props: {
  state: CheckState
  word: ComponentChildren
  size?: 'line' | 'page' | undefined
  under?: boolean | undefined
  children?: ComponentChildren
}) => {
  const Word = props.size === 'page' ? 'h1' : 'p'
  const size = props.size === 'page' ? ' large' : ''
  return (
    <div class={`verdict ${props.state}${size}${props.under ? ' under' : ''}`}>
      <StateMark state={props.state} />
      <div>
        <Word class="word">{props.word}</Word>
        {props.children && <div class="detail">{props.children}</div>}
      </div>
    </div>
  )
}

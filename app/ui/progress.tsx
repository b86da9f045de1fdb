import type { ComponentChildren } from 'preact'

/** How far a job is: the sentence first, the bar under it. */
export const Progress = (props: {
  id: string
  done: number
  total: number
  sentence: string
  children?: ComponentChildren
}) => (
  <div class="progress">
    <p class="count" id={props.id}>
      {props.sentence}
    </p>
    <progress max={Math.max(props.total, 1)} value={props.done} aria-labelledby={props.id}>
      {props.sentence}
    </progress>
    {props.children}
  </div>
)

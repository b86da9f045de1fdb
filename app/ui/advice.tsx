import type { ComponentChildren } from 'preact'

/**
 * One piece of advice in the margin of a field. `good` says what already holds, `quiet` waits its turn: one red one
 * a screen.
 */
export const Advice = (props: {
  title: ComponentChildren
  good?: boolean | undefined
  quiet?: boolean | undefined
  id?: string | undefined
  /** A sentence one could take over. */
  sample?: ComponentChildren
  children?: ComponentChildren
}) => (
  <div class={props.good ? 'advice good' : props.quiet ? 'advice quiet' : 'advice'} id={props.id}>
    <b>{props.title}</b>
    {props.children}
    {props.sample && <span class="sample">{props.sample}</span>}
  </div>
)

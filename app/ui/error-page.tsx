import type { ComponentChildren } from 'preact'

/** What went wrong, whose turn it is, where to go. The reference is for the person one calls. */
export const ErrorContent = (props: {
  title: ComponentChildren
  actions?: ComponentChildren
  reference?: { label: string; value: string } | undefined
  children?: ComponentChildren
}) => (
  <div class="head flow">
    <h1 class="quiet">{props.title}</h1>
    <div class="lead">{props.children}</div>
    {props.actions && <div class="actions">{props.actions}</div>}
    {props.reference && (
      <p class="small soft">
        {props.reference.label} <span class="nb">{props.reference.value}</span>
      </p>
    )}
  </div>
)

import type { ComponentChildren } from 'preact'

/** Nothing yet: what would be here, and the way to it. */
export const EmptyState = (props: {
  title: ComponentChildren
  action?: ComponentChildren
  children?: ComponentChildren
}) => (
  <div class="empty">
    <p>
      <b>{props.title}</b>
    </p>
    {props.children && <div class="txt">{props.children}</div>}
    {props.action && <div class="actions">{props.action}</div>}
  </div>
)

import type { ComponentChildren } from 'preact'

/** White paper: a document (receipt, preview), and nothing else. */
export const Sheet = (props: {
  label?: string | undefined
  /** As wide as the page: a page shown inside a page. */
  wide?: boolean | undefined
  children?: ComponentChildren
}) => {
  const name = props.wide ? 'sheet wide' : 'sheet'
  return props.label ? (
    <section class={name} aria-label={props.label}>
      {props.children}
    </section>
  ) : (
    <div class={name}>{props.children}</div>
  )
}

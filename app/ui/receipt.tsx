import type { ComponentChildren } from 'preact'

export type ReceiptLine = { label: ComponentChildren; value: ComponentChildren; key?: string | undefined }

/** Label, value, hairline. `close` sets it tighter on a phone, `strong` opens it with a strong rule. */
export const Receipt = (props: {
  lines: readonly (ReceiptLine | undefined | false)[]
  close?: boolean | undefined
  strong?: boolean | undefined
}) => (
  <dl class={`receipt${props.close ? ' close' : ''}${props.strong ? ' strong' : ''}`}>
    {props.lines.map(
      (line, index) =>
        line && (
          <div key={line.key ?? index}>
            <dt>{line.label}</dt>
            <dd>{line.value}</dd>
          </div>
        ),
    )}
  </dl>
)

/** A ruled list. Each child is one line. */
export const List = (props: { items: readonly ComponentChildren[]; ordered?: boolean | undefined }) => {
  const Tag = props.ordered ? 'ol' : 'ul'
  return (
    <Tag class="list">
      {props.items.map((item, index) => (
        <li key={index}>{item}</li>
      ))}
    </Tag>
  )
}

/** A picture beside its words, inside a list or alone. */
export const Entry = (props: {
  picture: ComponentChildren
  middle?: boolean | undefined
  children?: ComponentChildren
}) => (
  <div class={props.middle ? 'entry middle' : 'entry'}>
    {props.picture}
    <div>{props.children}</div>
  </div>
)

import type { ComponentChildren } from 'preact'

/** A part of a page: a strong rule, the name in the margin, the facts beside it. */
export const Section = (props: {
  title: ComponentChildren
  /** A few words under the name. */
  aside?: ComponentChildren
  id?: string | undefined
  /** No margin column: the name stands above. */
  full?: boolean | undefined
  children?: ComponentChildren
}) => (
  <section class={props.full ? 'sec full' : 'sec'} id={props.id}>
    <div class="name">
      <h2>{props.title}</h2>
      {props.aside && <p class="aside">{props.aside}</p>}
    </div>
    <div class="body">{props.children}</div>
  </section>
)

/** The opening of a page: mark, title, one line of context. */
export const PageHead = (props: {
  title: ComponentChildren
  mark?: ComponentChildren
  above?: ComponentChildren
  /** A smaller title, for working screens. */
  quiet?: boolean | undefined
  children?: ComponentChildren
}) => (
  <div class={props.mark ? 'head with-mark' : 'head'}>
    {props.mark}
    <div>
      {props.above && <p class="small soft">{props.above}</p>}
      <h1 class={props.quiet ? 'quiet' : undefined}>{props.title}</h1>
      {props.children}
    </div>
  </div>
)

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

/**
 * The first screen of a page about one marked thing. Give the mark as `<Stamp size={190} shrink …>`:
 * 64 px beside `who` on a phone, the margin column on a wide screen.
 */
export const MarkedHead = (props: {
  mark: ComponentChildren
  who: ComponentChildren
  title: ComponentChildren
  children?: ComponentChildren
}) => (
  <div class="marked">
    <div class="mark">{props.mark}</div>
    <div class="who">{props.who}</div>
    <h1>{props.title}</h1>
    <div class="rest">{props.children}</div>
  </div>
)

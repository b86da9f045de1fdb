import type { ComponentChildren } from 'preact'

/** Before and after, with the place between. A side that does not exist is not drawn. */
export const Pagination = (props: {
  label: string
  place: ComponentChildren
  previous?: { label: string; href: string } | undefined
  next?: { label: string; href: string } | undefined
}) => (
  <nav class="pages" aria-label={props.label}>
    {props.previous && (
      <a class="btn line" rel="prev" href={props.previous.href}>
        {props.previous.label}
      </a>
    )}
    {props.next && (
      <a class="btn line" rel="next" href={props.next.href}>
        {props.next.label}
      </a>
    )}
    <p class="small soft">{props.place}</p>
  </nav>
)

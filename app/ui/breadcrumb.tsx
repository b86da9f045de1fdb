/** The way back. The last item is the page itself and is not a link. */
export const Breadcrumb = (props: {
  label: string
  items: readonly { label: string; href?: string | undefined }[]
}) => (
  <nav class="crumb" aria-label={props.label}>
    <ol>
      {props.items.map((item) => (
        <li key={item.label}>
          {item.href ? <a href={item.href}>{item.label}</a> : <span aria-current="page">{item.label}</span>}
        </li>
      ))}
    </ol>
  </nav>
)

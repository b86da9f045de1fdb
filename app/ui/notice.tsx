import type { ComponentChildren } from 'preact'

export type NoticeTone = 'ok' | 'info' | 'warn' | 'error'

/** One thing to know before going on. `live` makes a screen reader say it on arrival. */
export const Notice = (props: {
  tone?: NoticeTone | undefined
  title?: ComponentChildren
  live?: boolean | undefined
  children?: ComponentChildren
}) => {
  const tone = props.tone ?? 'info'
  const role = props.live ? (tone === 'error' ? 'alert' : 'status') : undefined
  return (
    <div class={`notice ${tone}`} role={role}>
      <NoticeMark tone={tone} />
      <div>
        {props.title && <p class="title">{props.title}</p>}
        <div class="txt">{props.children}</div>
      </div>
    </div>
  )
}

/** Disc and tick, disc and i, triangle, octagon: the shape carries the tone without its colour. */
export const NoticeMark = ({ tone }: { tone: NoticeTone }) => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    {tone === 'ok' && (
      <>
        <circle cx="12" cy="12" r="11" fill="currentColor" />
        <path d="M6.5 12.5l3.8 3.8 7.2-8" fill="none" stroke="var(--paper)" stroke-width="2.6" />
      </>
    )}
    {tone === 'info' && (
      <>
        <circle cx="12" cy="12" r="10" fill="none" stroke="currentColor" stroke-width="2" />
        <path d="M12 10.6V17.5" stroke="currentColor" stroke-width="2.6" />
        <circle cx="12" cy="7.3" r="1.6" fill="currentColor" />
      </>
    )}
    {tone === 'warn' && (
      <>
        <path d="M12 1.8L23 21.5H1Z" fill="currentColor" />
        <path d="M12 9v6.2" stroke="var(--paper)" stroke-width="2.4" />
        <circle cx="12" cy="18" r="1.4" fill="var(--paper)" />
      </>
    )}
    {tone === 'error' && (
      <>
        <path d="M7.6 1h8.8L23 7.6v8.8L16.4 23H7.6L1 16.4V7.6Z" fill="currentColor" />
        <path d="M7.5 7.5l9 9M16.5 7.5l-9 9" stroke="var(--paper)" stroke-width="2.6" />
      </>
    )}
  </svg>
)

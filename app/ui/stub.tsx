import type { ComponentChildren } from 'preact'
import { QrCode } from './qr-code.tsx'

/** What one takes away: a dashed line, a code, an address, what to do with it. */
export const Stub = (props: {
  title: ComponentChildren
  /** Whole address behind the code. */
  url: string
  codeLabel: string
  children?: ComponentChildren
}) => (
  <section class="stub">
    <QrCode text={props.url} label={props.codeLabel} />
    <div class="body">
      <h2>{props.title}</h2>
      {props.children}
    </div>
  </section>
)

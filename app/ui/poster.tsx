import type { ComponentChildren } from 'preact'
import { QrCode } from './qr-code.tsx'

/** One printed page for a wall: what it is, the code to scan, the address and the code to type. */
export const Poster = (props: {
  title: ComponentChildren
  mark?: ComponentChildren
  url: string
  codeLabel: string
  address?: string | undefined
  code?: { label: string; value: string } | undefined
  children?: ComponentChildren
}) => (
  <article class="poster">
    {props.mark}
    <h1>{props.title}</h1>
    {props.children && <div class="lead">{props.children}</div>}
    <QrCode text={props.url} label={props.codeLabel} large />
    {props.address && <p class="address">{props.address}</p>}
    {props.code && (
      <div>
        <p>{props.code.label}</p>
        <p class="code">{props.code.value}</p>
      </div>
    )}
  </article>
)

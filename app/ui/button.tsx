import type { ComponentChildren } from 'preact'

type Look = { line?: boolean | undefined; children?: ComponentChildren }

type ButtonProps = {
  type?: 'submit' | 'button' | undefined
  name?: string | undefined
  value?: string | undefined
  /** Address that takes this button's form elsewhere. */
  formAction?: string | undefined
  formNoValidate?: boolean | undefined
  describedBy?: string | undefined
  /** Id of the form that it sends, where it stands outside of it. */
  form?: string | undefined
  onClick?: (() => void) | undefined
}

const buttonAttributes = (props: ButtonProps) => ({
  type: props.type ?? 'submit',
  name: props.name,
  value: props.value,
  formaction: props.formAction,
  formnovalidate: props.formNoValidate,
  'aria-describedby': props.describedBy,
  form: props.form,
  onClick: props.onClick,
})

/** One verb. `line` is the secondary look. */
export const Button = (props: ButtonProps & Look & { class?: string | undefined }) => (
  <button
    {...buttonAttributes(props)}
    class={`btn${props.line ? ' line' : ''}${props.class ? ` ${props.class}` : ''}`}
  >
    {props.children}
  </button>
)

/** A link that looks like a button: it goes somewhere and changes nothing. */
export const ButtonLink = (
  props: Look & { href: string; download?: boolean | string | undefined; rel?: string | undefined },
) => (
  <a class={props.line ? 'btn line' : 'btn'} href={props.href} download={props.download} rel={props.rel}>
    {props.children}
  </a>
)

/** A button that looks like a link: it acts, and is rarely needed. */
export const TextButton = (props: ButtonProps & { children?: ComponentChildren }) => (
  <button {...buttonAttributes(props)} class="btn-text">
    {props.children}
  </button>
)

/** Buttons and links of one decision, side by side, wrapping. */
export const Actions = ({ children }: { children?: ComponentChildren }) => (
  <div class="actions">{children}</div>
)

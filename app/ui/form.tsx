import type { ComponentChildren } from 'preact'
import { StateMark } from './verdict.tsx'

export const HiddenFields = ({ values }: { values: Readonly<Record<string, string | undefined>> }) => (
  <>
    {Object.entries(values).map(
      ([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
    )}
  </>
)

/**
 * A native form. `hidden` carries the request token and whatever else must travel.
 * Browser validation is off: the server's sentences are better, and they come all at once.
 */
export const Form = (props: {
  action?: string | undefined
  method?: 'post' | 'get' | undefined
  hidden?: Readonly<Record<string, string | undefined>> | undefined
  /** Sends files. */
  files?: boolean | undefined
  /** A field and its button on one line. */
  inline?: boolean | undefined
  search?: boolean | undefined
  label?: string | undefined
  id?: string | undefined
  /** With script, a second click sends nothing; the text is shown on the button meanwhile. */
  once?: string | undefined
  /** With script, where the form is sent while somebody types: the answer draws the `data-live` parts again. */
  live?: string | undefined
  children?: ComponentChildren
}) => (
  <form
    class={props.inline ? 'form inline' : 'form'}
    id={props.id}
    action={props.action}
    method={props.method ?? 'post'}
    enctype={props.files ? 'multipart/form-data' : undefined}
    role={props.search ? 'search' : undefined}
    aria-label={props.label}
    data-enhance={
      props.live !== undefined ? 'live-parts' : props.once === undefined ? undefined : 'submit-once'
    }
    data-busy={props.once}
    data-url={props.live}
    novalidate
  >
    {props.hidden && <HiddenFields values={props.hidden} />}
    {props.children}
  </form>
)

export type FormError = {
  /** Id of the field, or nothing where the error is of the whole form. */
  field?: string | undefined
  message: ComponentChildren
}

/** All errors at once, above the form, each leading to its field. Shown only where there is one. */
export const ErrorSummary = (props: { title: ComponentChildren; errors: readonly FormError[] }) =>
  props.errors.length === 0 ? null : (
    <div class="faults" role="alert" tabIndex={-1} id="errors" aria-labelledby="errors-title">
      <h2 id="errors-title">
        <StateMark state="invalid" />
        {props.title}
      </h2>
      <ul>
        {props.errors.map((error, index) => (
          <li key={index}>
            {error.field === undefined ? error.message : <a href={`#${error.field}`}>{error.message}</a>}
          </li>
        ))}
      </ul>
    </div>
  )

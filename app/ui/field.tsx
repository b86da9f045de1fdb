import type { ComponentChildren } from 'preact'
import { StateMark } from './verdict.tsx'

/** What every field shares. `value` is what the person typed, kept when the form comes back. */
export type FieldProps = {
  name: string
  label: ComponentChildren
  id?: string | undefined
  hint?: ComponentChildren
  error?: ComponentChildren
  /** Word shown beside the label of a field one may leave empty. */
  optional?: string | undefined
  required?: boolean | undefined
  /** A good answer, with the word that marks it as a sample. */
  example?: { label: string; text: string } | undefined
  /** What is said of the answer. A place of its own, that `Form live` fills again; null keeps it, empty. */
  advice?: ComponentChildren
}

export const fieldId = ({ id, name }: { id?: string | undefined; name: string }): string => id ?? name

/** `aria-describedby`, `aria-invalid` and the rest, from what is shown around the field. */
export const fieldAttributes = (props: FieldProps) => {
  return {
    id: fieldId(props),
    name: props.name,
    required: props.required,
    'aria-describedby': describedBy(props),
    'aria-invalid': props.error ? ('true' as const) : undefined,
  }
}

/** The ids of everything that is said around a field. */
export const describedBy = (props: FieldProps): string | undefined => {
  const id = fieldId(props)
  const said = [
    props.hint && `${id}-hint`,
    props.example && `${id}-example`,
    props.error && `${id}-error`,
    props.advice !== undefined && `${id}-advice`,
  ]
  return said.filter(Boolean).join(' ') || undefined
}

export const FieldExample = (props: { id: string; example: FieldProps['example'] }) =>
  props.example === undefined ? null : (
    <span class="hint example" id={`${props.id}-example`}>
      <b>{props.example.label}</b> {props.example.text}
    </span>
  )

/** Where advice stands. Its content may be drawn again while somebody types. */
export const FieldAdvice = (props: { id: string; advice: ComponentChildren }) =>
  props.advice === undefined ? null : (
    <div class="beside" id={`${props.id}-advice`} data-live>
      {props.advice}
    </div>
  )

export const FieldHint = ({ id, children }: { id: string; children?: ComponentChildren }) => (
  <span class="hint" id={`${id}-hint`}>
    {children}
  </span>
)

export const FieldError = ({ id, children }: { id: string; children?: ComponentChildren }) => (
  <span class="fault" id={`${id}-error`}>
    <StateMark state="invalid" />
    <span>{children}</span>
  </span>
)

/** Label, hint, error, then the control: the error stands right above what it speaks of. */
export const Field = (
  props: FieldProps & {
    width?: 'short' | 'medium' | 'full' | undefined
    after?: ComponentChildren
    children?: ComponentChildren
  },
) => {
  const id = fieldId(props)
  return (
    <div class={`field ${props.width ?? 'full'}`}>
      <label for={id}>
        {props.label}
        {props.optional && <span class="optional"> ({props.optional})</span>}
      </label>
      {props.hint && <FieldHint id={id}>{props.hint}</FieldHint>}
      <FieldExample id={id} example={props.example} />
      {props.error && <FieldError id={id}>{props.error}</FieldError>}
      {props.children}
      <FieldAdvice id={id} advice={props.advice} />
      {props.after}
    </div>
  )
}

export type TextFieldProps = FieldProps & {
  value?: string | undefined
  type?: 'text' | 'search' | 'date' | 'number' | undefined
  autocomplete?: string | undefined
  /** Keyboard of the phone; for addresses and numbers that are not quantities. */
  inputMode?: 'text' | 'numeric' | 'email' | 'url' | 'tel' | undefined
  maxLength?: number | undefined
  spellcheck?: boolean | undefined
  width?: 'short' | 'medium' | 'full' | undefined
  /** Large spaced signs, for a code copied from a card. */
  code?: boolean | undefined
  after?: ComponentChildren
}

export const TextField = (props: TextFieldProps) => {
  const attributes = {
    ...fieldAttributes(props),
    class: props.code ? 'input code' : 'input',
    value: props.value ?? '',
    autocomplete: props.autocomplete ?? 'off',
    inputMode: props.inputMode,
    maxLength: props.maxLength,
    spellcheck: props.spellcheck,
    autocapitalize: props.code ? ('characters' as const) : ('sentences' as const),
  }
  const type = props.type ?? 'text'
  return (
    <Field {...props}>
      {type === 'date' && <input {...attributes} type="date" />}
      {type === 'number' && <input {...attributes} type="number" />}
      {type === 'search' && <input {...attributes} type="search" />}
      {type === 'text' && <input {...attributes} type="text" />}
    </Field>
  )
}

export const EmailField = (
  props: FieldProps & { value?: string | undefined; autocomplete?: string | undefined },
) => (
  <Field {...props}>
    <input
      {...fieldAttributes(props)}
      class="input"
      type="email"
      value={props.value ?? ''}
      autocomplete={props.autocomplete ?? 'email'}
      autocapitalize="none"
      spellcheck={false}
    />
  </Field>
)

/** Grows with its text where the browser can. */
export const TextArea = (
  props: FieldProps & {
    value?: string | undefined
    rows?: number | undefined
    maxLength?: number | undefined
    spellcheck?: boolean | undefined
    after?: ComponentChildren
  },
) => (
  <Field {...props}>
    <textarea
      {...fieldAttributes(props)}
      class="input"
      rows={props.rows ?? 3}
      maxLength={props.maxLength}
      spellcheck={props.spellcheck}
    >
      {firstLineKept(props.value ?? '')}
    </textarea>
  </Field>
)

// A parser drops a line break right after the tag: give it one to drop.
const firstLineKept = (value: string): string => (value.startsWith('\n') ? `\n${value}` : value)

export type Choice = { value: string; label: string }
/** Choices under a name of their own. */
export type ChoiceGroup = { group: string; options: readonly Choice[] }

export const Select = (
  props: FieldProps & {
    value?: string | undefined
    options: readonly (Choice | ChoiceGroup)[]
    /** First line, with an empty value. */
    blank?: string | undefined
    after?: ComponentChildren
  },
) => (
  <Field {...props}>
    <select {...fieldAttributes(props)} class="input">
      {props.blank !== undefined && <option value="">{props.blank}</option>}
      {props.options.map((one) =>
        'group' in one ? (
          <optgroup key={one.group} label={one.group}>
            {one.options.map((option) => (
              <SelectOption key={option.value} option={option} value={props.value} />
            ))}
          </optgroup>
        ) : (
          <SelectOption key={one.value} option={one} value={props.value} />
        ),
      )}
    </select>
  </Field>
)

const SelectOption = ({ option, value }: { option: Choice; value: string | undefined }) => (
  <option value={option.value} selected={option.value === value}>
    {option.label}
  </option>
)

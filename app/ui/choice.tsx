import type { ComponentChildren } from 'preact'
import {
  describedBy,
  FieldAdvice,
  FieldError,
  FieldExample,
  FieldHint,
  type FieldProps,
  fieldId,
} from './field.tsx'

export type Option = {
  value: string
  label: ComponentChildren
  hint?: ComponentChildren
  /** Beside the label, or above it when the group is a plate. */
  picture?: ComponentChildren
  count?: number | string | undefined
}

type GroupProps = FieldProps & {
  options: readonly Option[]
  /** Options side by side with their pictures, instead of one a line. */
  plate?: boolean | undefined
}

const Group = (props: GroupProps & { kind: 'radio' | 'checkbox'; chosen: readonly string[] }) => {
  const id = fieldId(props)
  return (
    <fieldset class="field" aria-describedby={describedBy(props)}>
      <legend>
        {props.label}
        {props.optional && <span class="optional"> ({props.optional})</span>}
      </legend>
      {props.hint && <FieldHint id={id}>{props.hint}</FieldHint>}
      <FieldExample id={id} example={props.example} />
      {props.error && <FieldError id={id}>{props.error}</FieldError>}
      <div class={props.plate ? 'plate' : undefined}>
        {props.options.map((option, index) => (
          <label key={option.value} class="option">
            {/* The first control carries the group's id, so that the error summary leads to it. */}
            <input
              type={props.kind}
              name={props.name}
              value={option.value}
              id={index === 0 ? id : undefined}
              checked={props.chosen.includes(option.value)}
              required={props.kind === 'radio' ? props.required : undefined}
              aria-invalid={props.error ? 'true' : undefined}
            />
            {option.picture && <span class="picture">{option.picture}</span>}
            <span>
              {option.label}
              {option.hint && <span class="hint">{option.hint}</span>}
            </span>
            {option.count !== undefined && <span class="count">{option.count}</span>}
          </label>
        ))}
      </div>
      <FieldAdvice id={id} advice={props.advice} />
    </fieldset>
  )
}

/** One answer among several. */
export const RadioGroup = ({ value, ...props }: GroupProps & { value?: string | undefined }) => (
  <Group {...props} kind="radio" chosen={value === undefined ? [] : [value]} />
)

/** Several answers. */
export const CheckboxGroup = ({
  values,
  ...props
}: GroupProps & { values?: readonly string[] | undefined }) => (
  <Group {...props} kind="checkbox" chosen={values ?? []} />
)

/** One yes or no. */
export const CheckboxField = (
  props: FieldProps & { value?: string | undefined; checked?: boolean | undefined },
) => {
  const id = fieldId(props)
  return (
    <div class="field">
      {props.error && <FieldError id={id}>{props.error}</FieldError>}
      <label class="option">
        <input
          type="checkbox"
          id={id}
          name={props.name}
          value={props.value ?? 'on'}
          checked={props.checked}
          required={props.required}
          aria-describedby={describedBy(props)}
          aria-invalid={props.error ? 'true' : undefined}
        />
        <span>{props.label}</span>
      </label>
      {props.hint && <FieldHint id={id}>{props.hint}</FieldHint>}
    </div>
  )
}

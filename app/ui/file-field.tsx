import { Field, type FieldProps, fieldAttributes } from './field.tsx'

/** A file, or several. With script and `dropLabel`, a file can also be dropped on it. */
export const FileField = (
  props: FieldProps & {
    accept?: string | undefined
    multiple?: boolean | undefined
    /** Sentence shown where a file can be dropped. */
    dropLabel?: string | undefined
  },
) => (
  <Field {...props}>
    <div
      class="drop"
      data-enhance={props.dropLabel === undefined ? undefined : 'file-drop'}
      data-label={props.dropLabel}
    >
      <input {...fieldAttributes(props)} type="file" accept={props.accept} multiple={props.multiple} />
    </div>
  </Field>
)

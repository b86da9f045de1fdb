import { fieldId } from './field.tsx'
import { Island } from './islands/island.tsx'

/** A text to take away: a native field one can select, and a button that copies it where there is script. */
export const CopyField = (props: {
  name: string
  label: string
  value: string
  copy: string
  copied: string
  id?: string | undefined
}) => (
  <div class="copy">
    <label for={fieldId(props)}>{props.label}</label>
    <input class="input" id={fieldId(props)} type="text" value={props.value} readonly />
    <Island name="copy-button" props={{ text: props.value, label: props.copy, done: props.copied }} />
  </div>
)

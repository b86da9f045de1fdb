import { useState } from 'preact/hooks'
import { Button } from '../button.tsx'

export type CopyButtonProps = { text: string; label: string; done: string }

/** Puts a text on the clipboard and says so. Not shown where there is no script. */
export const CopyButton = ({ text, label, done }: CopyButtonProps) => {
  const [copied, setCopied] = useState(false)
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      // Refused by the browser: the field beside stays selectable, and the button does not claim otherwise.
      () => setCopied(false),
    )
  }
  return (
    <span class="needs-script">
      <Button type="button" line onClick={copy}>
        {label}
      </Button>
      <span class="small" role="status">
        {copied ? ` ${done}` : ''}
      </span>
    </span>
  )
}

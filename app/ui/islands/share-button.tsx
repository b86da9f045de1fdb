import { useEffect, useState } from 'preact/hooks'
import { Button } from '../button.tsx'

export type ShareButtonProps = { url: string; title: string; text?: string | undefined; label: string }

/** Opens the phone's own sharing sheet; absent where there is none. */
export const ShareButton = ({ url, title, text, label }: ShareButtonProps) => {
  const [able, setAble] = useState(false)
  useEffect(() => setAble('share' in navigator), [])
  const share = () => {
    // Closing the sheet rejects too; there is nothing to tell the person about it.
    navigator.share({ url, title, ...(text === undefined ? {} : { text }) }).catch(() => undefined)
  }
  return (
    <span hidden={!able}>
      <Button type="button" line onClick={share}>
        {label}
      </Button>
    </span>
  )
}

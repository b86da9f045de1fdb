import type { Locale } from '../../../infra/i18n.ts'
import { Actions, ButtonLink } from '../../../ui/button.tsx'
import { backpackWords } from '../words.ts'

/** The badge as files, each of which can be verified anywhere. */
export const Downloads = ({ locale, base }: { locale: Locale; base: string }) => {
  const t = backpackWords(locale).entry
  return (
    <Actions>
      <ButtonLink line href={`${base}/badge.png`} download="badge.png">
        {t.png}
      </ButtonLink>
      <ButtonLink line href={`${base}/badge.svg`} download="badge.svg">
        {t.svg}
      </ButtonLink>
      <ButtonLink line href={`${base}/badge.json`} download="badge.json">
        {t.json}
      </ButtonLink>
    </Actions>
  )
}

import type { Locale } from '../../../infra/i18n.ts'
import { Actions, ButtonLink } from '../../../ui/button.tsx'
import { ErrorContent } from '../../../ui/error-page.tsx'
import { backpackWords } from '../words.ts'

/** A page that was withdrawn: it says that, and nothing of the person or the badge. */
export const GonePage = ({ locale, deleted }: { locale: Locale; deleted?: boolean }) => {
  const t = backpackWords(locale).gone
  return (
    <ErrorContent
      title={deleted ? t.deletedTitle : t.title}
      actions={
        <Actions>
          <ButtonLink line href="/verify">
            {t.verify}
          </ButtonLink>
        </Actions>
      }
    >
      <p>{deleted ? t.deletedText : t.text}</p>
      {!deleted && <p>{t.next}</p>}
    </ErrorContent>
  )
}

import type { Locale } from '../../../infra/i18n.ts'
import { Actions, ButtonLink } from '../../../ui/button.tsx'
import { ErrorContent } from '../../../ui/error-page.tsx'
import { pagesWords } from '../pages-words.ts'

/** An entry that was taken out: it says that, and nothing of the badge or of who asked. */
export const RemovedPage = ({ locale }: { locale: Locale }) => {
  const { entry, removed: t } = pagesWords(locale)
  return (
    <ErrorContent
      title={t.title}
      actions={
        <Actions>
          <ButtonLink href="/directory">{t.search}</ButtonLink>
          <ButtonLink line href="/verify">
            {entry.verify}
          </ButtonLink>
        </Actions>
      }
    >
      <p>{t.text}</p>
    </ErrorContent>
  )
}

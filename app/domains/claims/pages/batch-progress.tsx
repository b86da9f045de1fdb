import type { Locale } from '../../../infra/i18n.ts'
import { Island } from '../../../ui/islands/island.tsx'
import type { ProgressState } from '../../../ui/islands/progress-poll.tsx'
import { Section } from '../../../ui/section.tsx'
import type { AchievementVersion } from '../../achievements/index.ts'
import type { Batch } from '../store.ts'
import { claimsWords } from '../words.ts'
import { BatchHead } from './batch.tsx'

/** A batch on its way: how far it is, and that one may leave. Without script the page comes back by itself. */
export function BatchProgress(props: {
  locale: Locale
  batch: Batch
  version: AchievementVersion
  progress: ProgressState
  /** Seconds that remain, once the pace is known. */
  remaining: number | undefined
}) {
  const { locale, batch, progress, remaining } = props
  const t = claimsWords(locale).progress
  const path = `/awards/${batch.id}`
  return (
    <>
      <BatchHead locale={locale} batch={batch} version={props.version} />
      <Section title={t.title} aside={t.aside}>
        <Island
          name="progress-poll"
          props={{
            id: 'progress',
            url: `${path}/progress`,
            lang: locale,
            initial: progress,
            sentence: t.sentence,
            unreachable: t.unreachable,
            everySeconds: 1,
          }}
        />
        {remaining !== undefined && (
          <p class="small soft">{remaining < 60 ? t.soon : t.minutes(Math.ceil(remaining / 60))}</p>
        )}
        <p class="small soft">{t.leave}</p>
        <p>
          <a href={path}>{t.refresh}</a>
        </p>
      </Section>
    </>
  )
}

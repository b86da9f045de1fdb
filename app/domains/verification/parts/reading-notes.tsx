import type { Locale } from '../../../infra/i18n.ts'
import { Notice } from '../../../ui/notice.tsx'
import { List } from '../../../ui/receipt.tsx'
import { Section } from '../../../ui/section.tsx'
import { StateBadge } from '../../../ui/verdict.tsx'
import { notesWords } from '../notes-words.ts'
import type { BadgeReading } from '../reading.ts'

/** What a reader should know of how the badge was read: an older standard, a newer version. */
export const ReadingNotes = ({ reading, locale }: { reading: BadgeReading; locale: Locale }) => {
  const t = notesWords(locale)
  return (
    <>
      {reading.newer && <Notice tone="info">{t.newer}</Notice>}
      {reading.converted !== undefined && (
        <Notice tone="info" title={t.older(reading.converted.from)}>
          <p>{reading.converted.lost.length === 0 ? t.nothingLost : t.lost}</p>
          {reading.converted.lost.length > 0 && (
            <ul class="points">
              {[...new Set(reading.converted.lost.map((loss) => loss[locale]))].map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
    </>
  )
}

/** The credentials of a record, each with its own verdict. */
export const NestedCredentials = ({ reading, locale }: { reading: BadgeReading; locale: Locale }) => {
  const t = notesWords(locale)
  if (reading.nested.length === 0) return null
  return (
    <Section title={t.inside} aside={t.insideAside}>
      <List
        items={reading.nested.map(({ report, name }) => (
          <>
            <p>
              <b>{name === '' ? t.unnamed : name}</b>
              {report.issuer.name === null ? '' : `, ${report.issuer.name}`}
            </p>
            <p>
              <StateBadge state={report.verdict} label={report.summary[locale]} />
            </p>
          </>
        ))}
      />
    </Section>
  )
}

import type { Conversion } from '@insigne/open-badges'
import { type Locale, sayDate } from '../../../infra/i18n.ts'
import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { webAddress } from '../../verification/index.ts'
import { pagesWords } from '../pages-words.ts'

/** One address at which a definition was read. */
export interface SightingLine {
  address: string
  format: string
  state: 'live' | 'gone'
  firstSeenAt: Date
  seenAt: Date
  /** Where the unedited record can be read, if it was kept. */
  recordPath: string | undefined
}

/** What a reading of an older definition loses. */
export const Lost = ({ locale, lost }: { locale: Locale; lost: Conversion['lost'] | undefined }) => {
  const t = pagesWords(locale).entry
  if (lost === undefined) return null
  const sentences = [...new Set(lost.map((loss) => loss[locale]))]
  return (
    <Section title={t.lost} aside={t.lostAside}>
      {sentences.length === 0 ? (
        <p>{t.lostNothing}</p>
      ) : (
        <ul class="points">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** Every address at which the definition was read, and when. */
export const Seen = ({ locale, sightings }: { locale: Locale; sightings: readonly SightingLine[] }) => {
  const t = pagesWords(locale).entry
  if (sightings.length === 0) return null
  return (
    <Section id="seen" title={t.seen} aside={t.seenAside}>
      <Table
        caption={t.seen}
        captionHidden
        columns={[
          { key: 'address', label: t.address, header: true },
          { key: 'format', label: t.format, beside: true },
          { key: 'first', label: t.first, beside: true },
          { key: 'last', label: t.last, beside: true },
          { key: 'state', label: t.state, beside: true },
        ]}
        rows={sightings.map((one) => ({
          key: one.address,
          cells: {
            address: <SeenAt locale={locale} sighting={one} />,
            format: t.formatName(one.format),
            first: sayDate(locale, one.firstSeenAt),
            last: sayDate(locale, one.seenAt),
            state: t.states[one.state],
          },
        }))}
      />
    </Section>
  )
}

const SeenAt = ({ locale, sighting }: { locale: Locale; sighting: SightingLine }) => {
  const t = pagesWords(locale).entry
  const address = webAddress(sighting.address)
  return (
    <>
      <span class="address">
        {address === undefined ? (
          sighting.address
        ) : (
          <a href={address} rel="noopener nofollow">
            {sighting.address}
          </a>
        )}
      </span>
      {sighting.recordPath !== undefined && (
        <>
          <br />
          <a class="small" href={sighting.recordPath}>
            {t.raw}
          </a>
        </>
      )}
    </>
  )
}

import { type Locale, sayMoment, sayNumber } from '../../../infra/i18n.ts'
import { Pagination } from '../../../ui/pagination.tsx'
import { PageHead } from '../../../ui/section.tsx'
import { Stamp } from '../../../ui/stamp/stamp.tsx'
import { type AchievementVersion, designOf } from '../../achievements/index.ts'
import type { Batch } from '../store.ts'
import { claimsWords } from '../words.ts'

/** What every page of a batch opens with: the badge, and where the list came from. */
export function BatchHead(props: { locale: Locale; batch: Batch; version: AchievementVersion }) {
  const t = claimsWords(props.locale)
  return (
    <PageHead
      quiet
      mark={<Stamp {...designOf(props.version)} size={80} shrink />}
      title={t.choose.title(props.version.name)}
    >
      <p class="small soft">{saySource(props.locale, props.batch)}</p>
    </PageHead>
  )
}

function saySource(locale: Locale, { source, createdAt }: Batch): string {
  const t = claimsWords(locale).source
  const moment = sayMoment(locale, createdAt)
  if (source.kind === 'one') return t.one(moment)
  const sign =
    source.separator === '\t'
      ? t.tab
      : locale === 'fr'
        ? `«\u00a0${source.separator}\u00a0»`
        : `“${source.separator}”`
  return [
    source.kind === 'file' ? t.file(source.fileName ?? '', moment) : t.paste(moment),
    source.separator === '' ? '' : t.separator(sign),
    source.header ? '' : t.noHeader,
    source.encoding === undefined || source.encoding === 'utf-8'
      ? ''
      : t.accents(t.encodings[source.encoding]),
  ]
    .filter((part) => part !== '')
    .join(' ')
}

/** Before and after in a long list; nothing for a short one. `hrefOf` gives the address of a page. */
export function RowPages(props: {
  locale: Locale
  page: number
  size: number
  total: number
  hrefOf: (page: number) => string
}) {
  const { locale, page, size, total } = props
  if (total <= size) return null
  const t = claimsWords(locale).preview
  const first = (page - 1) * size + 1
  const last = Math.min(total, page * size)
  return (
    <Pagination
      label={t.pages}
      place={t.place(sayNumber(locale, first), sayNumber(locale, last), sayNumber(locale, total))}
      previous={page > 1 ? { label: t.previous, href: props.hrefOf(page - 1) } : undefined}
      next={last < total ? { label: t.next, href: props.hrefOf(page + 1) } : undefined}
    />
  )
}

import { type Locale, sayMoment, sayNumber } from '../../../infra/i18n.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Organisation } from '../../organisations/index.ts'
import { rowsPerPage } from '../rules.ts'
import type { Batch, Counts } from '../store.ts'
import { claimsWords } from '../words.ts'
import { RowPages } from './batch.tsx'

/** Every batch of an organisation, newest first. */
export function AwardsPage(props: {
  locale: Locale
  organisation: Organisation
  batches: { batch: Batch; counts: Counts; badge: string }[]
  total: number
  page: number
}) {
  const { locale, organisation } = props
  const t = claimsWords(locale).awards
  const path = `/organisations/${organisation.slug}`
  return (
    <>
      <PageHead quiet title={t.title} above={organisation.name}>
        <p class="small soft">{t.lead}</p>
      </PageHead>
      <div class="flow-wide">
        {props.batches.length === 0 ? (
          <EmptyState
            title={t.none}
            action={<ButtonLink href={`${path}/achievements`}>{t.models}</ButtonLink>}
          >
            {t.noneText}
          </EmptyState>
        ) : (
          <Table
            caption={t.caption}
            captionHidden
            columns={[
              { key: 'date', label: t.date, header: true },
              { key: 'badge', label: t.badge, bare: true },
              { key: 'awarded', label: t.awarded, numeric: true, beside: true },
              { key: 'read', label: t.read, numeric: true, beside: true },
              { key: 'state', label: t.state, bare: true },
            ]}
            rows={props.batches.map(({ batch, counts, badge }) => ({
              key: batch.id,
              cells: {
                date: <a href={`/awards/${batch.id}`}>{sayMoment(locale, batch.createdAt)}</a>,
                badge,
                awarded: sayNumber(locale, counts.awarded),
                read: sayNumber(locale, counts.read),
                state: t.states[batch.state],
              },
            }))}
          />
        )}
        <RowPages
          locale={locale}
          page={props.page}
          size={rowsPerPage}
          total={props.total}
          hrefOf={(page) => `${path}/awards?page=${page}`}
        />
      </div>
    </>
  )
}

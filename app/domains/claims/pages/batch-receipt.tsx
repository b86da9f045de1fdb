import { type Locale, sayMoment } from '../../../infra/i18n.ts'
import { Actions, Button, ButtonLink } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Section } from '../../../ui/section.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { Table } from '../../../ui/table.tsx'
import { Tally } from '../../../ui/tally.tsx'
import type { AchievementVersion } from '../../achievements/index.ts'
import type { Organisation } from '../../organisations/index.ts'
import { rowsPerPage } from '../rules.ts'
import type { Batch, BatchRow, Counts } from '../store.ts'
import { claimsWords } from '../words.ts'
import { BatchHead, RowPages } from './batch.tsx'

export interface BatchReceiptProps {
  locale: Locale
  token: string
  batch: Batch
  version: AchievementVersion
  organisation: Organisation
  counts: Counts
  cards: number
  awarded: { rows: BatchRow[]; page: number }
}

/** What became of every line that was read. */
export function BatchReceipt(props: BatchReceiptProps) {
  const { locale, batch, counts, cards, organisation } = props
  const words = claimsWords(locale)
  const t = words.receipt
  const path = `/awards/${batch.id}`
  return (
    <>
      <BatchHead locale={locale} batch={batch} version={props.version} />
      <Section title={t.title} aside={t.aside}>
        <Sheet label={t.title}>
          <h3>{t.number(receiptNumber(batch))}</h3>
          <p class="small soft">
            {organisation.name} · {sayMoment(locale, batch.finishedAt ?? batch.createdAt)}
            {batch.createdByName !== '' && (
              <>
                <br />
                {t.by(batch.createdByName)}
              </>
            )}
          </p>
          <Tally
            lang={locale}
            lines={[
              { label: t.awarded, count: counts.awarded },
              { label: t.byMessage, count: counts.awarded - cards, part: true },
              { label: t.byCard, count: cards, part: true },
              { label: t.already, count: counts.already },
              { label: t.faulty, count: counts.faulty },
            ]}
            total={t.read}
          />
        </Sheet>
        <Actions>
          {cards > 0 && <ButtonLink href={`${path}/cards`}>{t.cards(cards)}</ButtonLink>}
          {counts.faulty > 0 && (
            <Form action={`${path}/resume`} hidden={{ 'form-token': props.token }}>
              <Button line={cards > 0}>{t.resume(counts.faulty)}</Button>
            </Form>
          )}
          {counts.faulty > 0 && (
            <a href={`${path}/faulty.csv`} download>
              {words.preview.download(counts.faulty)}
            </a>
          )}
          <a href={`/achievements/${batch.achievementId}/award`}>{t.again}</a>
        </Actions>
        <p class="small soft no-print">{t.print}</p>
      </Section>
      {counts.awarded > 0 && <Awarded {...props} path={path} />}
    </>
  )
}

export const receiptNumber = ({ receipt }: Batch): string =>
  receipt === null ? '' : `${receipt.year}-${String(receipt.number).padStart(4, '0')}`

function Awarded({ locale, awarded, counts, path }: BatchReceiptProps & { path: string }) {
  const words = claimsWords(locale)
  const t = words.receipt
  return (
    <Section title={t.list} id="rows">
      <Table
        caption={t.list}
        captionHidden
        columns={[
          { key: 'name', label: t.person, header: true },
          { key: 'address', label: words.cells.address, bare: true },
        ]}
        rows={awarded.rows.map((row) => ({
          key: row.id,
          cells: {
            name: <a href={`/credentials/${row.credentialId}`}>{row.cells.name}</a>,
            address: row.cells.address === '' ? words.preview.noAddress : row.cells.address,
          },
        }))}
      />
      <RowPages
        locale={locale}
        page={awarded.page}
        size={rowsPerPage}
        total={counts.awarded}
        hrefOf={(page) => `${path}?rows=${page}#rows`}
      />
    </Section>
  )
}

import { type Locale, sayNumber } from '../../../infra/i18n.ts'
import { Actions, Button, ButtonLink } from '../../../ui/button.tsx'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { Tally } from '../../../ui/tally.tsx'
import { StateBadge } from '../../../ui/verdict.tsx'
import type { AchievementVersion } from '../../achievements/index.ts'
import { type CellName, cellNames } from '../list/check-row.ts'
import { faultyPerPage, rowsPerPage } from '../rules.ts'
import type { Batch, BatchRow, Counts } from '../store.ts'
import { claimsWords, sayFault } from '../words.ts'
import { BatchHead, RowPages } from './batch.tsx'

export interface BatchPreviewProps {
  locale: Locale
  token: string
  batch: Batch
  version: AchievementVersion
  counts: Counts
  /** Ready rows without an address. */
  withoutAddress: number
  faulty: { rows: BatchRow[]; page: number }
  others: { rows: BatchRow[]; page: number }
}

/** What was read, before anything is awarded: counts that add up, every fault where it can be mended, every row. */
export function BatchPreview(props: BatchPreviewProps) {
  const { locale, batch, version, counts } = props
  const t = claimsWords(locale).preview
  const path = `/awards/${batch.id}`
  return (
    <>
      <BatchHead locale={locale} batch={batch} version={version} />
      <Section title={t.title} aside={t.aside}>
        <div class="columns even">
          <Tally
            lang={locale}
            lines={[
              { label: t.ready, count: counts.ready },
              { label: t.already, count: counts.already },
              { label: t.faulty, count: counts.faulty },
            ]}
            total={t.read}
          />
          <div class="flow">
            {counts.faulty === 0 ? (
              <p>
                <StateBadge state="valid" label={t.allReady} />
              </p>
            ) : (
              <>
                <p>
                  <StateBadge state="invalid" label={t.blocked(counts.faulty)} />
                </p>
                <p class="txt">{t.blockedText}</p>
              </>
            )}
            {counts.ready === 0 && <p class="txt">{t.nothingReady}</p>}
            {props.withoutAddress > 0 && <p class="small soft">{t.cards(props.withoutAddress)}</p>}
          </div>
        </div>
        {counts.ready > 0 && (
          <Form action={`${path}/confirm`} hidden={{ 'form-token': props.token }} once={t.giving}>
            <Actions>
              <Button>{t.give(counts.ready)}</Button>
              <Download path={path} counts={counts} locale={locale} />
            </Actions>
          </Form>
        )}
        {counts.ready === 0 && (
          <Actions>
            <Download path={path} counts={counts} locale={locale} />
          </Actions>
        )}
      </Section>
      {counts.faulty > 0 && <Faulty {...props} path={path} />}
      {counts.faulty < counts.read && <Others {...props} path={path} />}
    </>
  )
}

const Download = ({ path, counts, locale }: { path: string; counts: Counts; locale: Locale }) =>
  counts.faulty === 0 ? null : (
    <ButtonLink line href={`${path}/faulty.csv`} download>
      {claimsWords(locale).preview.download(counts.faulty)}
    </ButtonLink>
  )

function Faulty(props: BatchPreviewProps & { path: string }) {
  const { locale, faulty, counts, path } = props
  const t = claimsWords(locale).preview
  return (
    <Section title={t.correct} aside={t.correctAside} id="correct">
      <Form
        action={`${path}/correct`}
        hidden={{ 'form-token': props.token, page: String(faulty.page) }}
        once={t.checking}
      >
        {faulty.rows.map((row) => (
          <FaultyRow key={row.id} row={row} locale={locale} />
        ))}
        <Actions>
          <Button line>{t.check}</Button>
        </Actions>
      </Form>
      <RowPages
        locale={locale}
        page={faulty.page}
        size={faultyPerPage}
        total={counts.faulty}
        hrefOf={(page) => `${path}?faulty=${page}&rows=${props.others.page}#correct`}
      />
    </Section>
  )
}

/** The cells to mend, each under its own sentence. A line that was cut wrongly shows all its cells. */
function FaultyRow({ row, locale }: { row: BatchRow; locale: Locale }) {
  const t = claimsWords(locale)
  const whole = row.faults.some(({ code }) => code === 'open-quote' || code === 'too-many-cells')
  const shown = cellNames.filter((cell) => whole || row.faults.some((fault) => fault.cell === cell))
  return (
    <fieldset class="group">
      <legend>{t.preview.who(sayNumber(locale, row.line), row.cells.name.slice(0, 80))}</legend>
      {shown.map((cell) => (
        <Cell key={cell} row={row} cell={cell} locale={locale} />
      ))}
    </fieldset>
  )
}

function Cell({ row, cell, locale }: { row: BatchRow; cell: CellName; locale: Locale }) {
  const fault = row.faults.find((one) => one.cell === cell)
  const field = {
    name: `cell.${row.id}.${cell}`,
    label: claimsWords(locale).cells[cell],
    value: row.cells[cell],
    error: fault === undefined ? undefined : sayFault(locale, fault, row.cells),
  }
  if (cell === 'narrative') return <TextArea {...field} rows={2} />
  return cell === 'address' ? (
    <TextField {...field} inputMode="email" spellcheck={false} width="medium" />
  ) : (
    <TextField {...field} width="medium" />
  )
}

function Others(props: BatchPreviewProps & { path: string }) {
  const { locale, others, counts, path } = props
  const words = claimsWords(locale)
  const t = words.preview
  // A column that nobody filled says nothing.
  const written = (['evidence', 'narrative'] as const).filter((cell) =>
    others.rows.some(({ cells }) => cells[cell] !== ''),
  )
  return (
    <Section title={t.others} aside={t.othersAside} id="rows">
      <Table
        caption={t.others}
        captionHidden
        columns={[
          { key: 'line', label: words.line, numeric: true, beside: true },
          { key: 'name', label: words.cells.name, header: true },
          { key: 'address', label: words.cells.address },
          ...written.map((cell) => ({ key: cell, label: words.cells[cell] })),
          { key: 'state', label: t.state, beside: true },
        ]}
        rows={others.rows.map((row) => ({
          key: row.id,
          cells: {
            line: sayNumber(locale, row.line),
            name: row.cells.name,
            address: row.cells.address === '' ? <span class="soft">{t.noAddress}</span> : row.cells.address,
            evidence: row.cells.evidence,
            narrative: row.cells.narrative,
            state: sayState(locale, row),
          },
        }))}
      />
      <RowPages
        locale={locale}
        page={others.page}
        size={rowsPerPage}
        total={counts.read - counts.faulty}
        hrefOf={(page) => `${path}?faulty=${props.faulty.page}&rows=${page}#rows`}
      />
    </Section>
  )
}

function sayState(locale: Locale, row: BatchRow): string {
  const t = claimsWords(locale).preview.states
  if (row.state !== 'already') return t.ready
  return row.twinLine === null ? t.already : t.twin(sayNumber(locale, row.twinLine))
}

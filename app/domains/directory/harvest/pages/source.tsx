import type { Errors, Values } from '../../../../infra/http/index.ts'
import { type Locale, sayDate, sayMoment, sayNumber } from '../../../../infra/i18n.ts'
import { Actions, Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { ErrorSummary, Form } from '../../../../ui/form.tsx'
import { Receipt } from '../../../../ui/receipt.tsx'
import { PageHead, Section } from '../../../../ui/section.tsx'
import { Table } from '../../../../ui/table.tsx'
import { Tally } from '../../../../ui/tally.tsx'
import type { RefusedDocument } from '../reads.ts'
import type { Run } from '../run-store.ts'
import { sayReason } from '../say.ts'
import type { Source } from '../sources.ts'
import { harvestWords } from '../words.ts'

export interface SourcePageProps {
  locale: Locale
  token: string
  operator: boolean
  now: Date
  source: Source
  areas: readonly string[]
  runs: readonly Run[]
  /** Addresses that the run still has to read. */
  waiting: number
  refusals: { documents: readonly RefusedDocument[]; total: number }
  issuers: readonly { key: string; count: number }[]
  values?: Values | undefined
  errors?: Errors | undefined
}

export const SourcePage = (props: SourcePageProps) => {
  const { locale, source } = props
  const words = harvestWords(locale)
  const t = words.source
  const [last, ...earlier] = props.runs
  return (
    <>
      <ErrorSummary
        title={words.add.faults}
        errors={Object.entries(props.errors ?? {}).map(([field, message]) => ({ field, message }))}
      />
      <PageHead title={source.name} above={<a href="/directory/sources">{words.sources.title}</a>} quiet />
      <Section title={t.facts}>
        <Facts {...props} />
        {props.issuers.map((one) => (
          <p key={one.key}>
            <a href={`/directory?issuer=${encodeURIComponent(one.key)}`}>{t.entries}</a>
            <span class="small soft"> {one.key}</span>
          </p>
        ))}
      </Section>
      {last !== undefined && (
        <Section title={t.result} aside={sayMoment(locale, last.finishedAt ?? last.startedAt)}>
          <Tally
            lang={locale}
            lines={[
              { label: t.documents, count: last.documents },
              { label: t.found, count: last.found },
              { label: t.new, count: last.added, part: true },
              { label: t.changed, count: last.changed, part: true },
              { label: t.refused, count: last.refused },
              { label: t.gone, count: last.gone },
            ]}
          />
          {last.reason !== null && (
            <p>
              {t.ended}
              {locale === 'fr' ? '\u00a0: ' : ': '}
              {sayReason(locale, last.reason, null)}
            </p>
          )}
        </Section>
      )}
      {last !== undefined && <Refusals {...props} />}
      {earlier.length > 0 && <Earlier {...props} earlier={earlier} />}
      <Section title={t.polite}>
        <p>{t.politeText}</p>
      </Section>
      {props.operator && <Operate {...props} />}
    </>
  )
}

const Facts = ({ locale, source, areas, now, waiting, runs }: SourcePageProps) => {
  const words = harvestWords(locale)
  const t = words.source
  const [last] = runs
  const next =
    source.state !== 'active' || source.nextAt === null
      ? t.noNext
      : source.nextAt.getTime() <= now.getTime()
        ? t.soon
        : sayMoment(locale, source.nextAt)
  return (
    <Receipt
      lines={[
        {
          label: t.address,
          value: source.address === null ? t.once : <a href={source.address}>{source.address}</a>,
        },
        { label: t.kind, value: source.kind === null ? words.unknownKind : words.kinds[source.kind] },
        { label: t.state, value: words.states[source.state] },
        source.reason !== null && { label: t.why2, value: source.reason },
        areas.length > 0 && { label: t.area, value: areas.join(', ') },
        { label: t.added, value: sayDate(locale, source.createdAt) },
        {
          label: t.last,
          value:
            source.runId !== null
              ? t.running(sayNumber(locale, waiting))
              : last === undefined
                ? t.never
                : sayMoment(locale, last.finishedAt ?? last.startedAt),
        },
        { label: t.next, value: next },
      ]}
    />
  )
}

const Refusals = ({ locale, refusals }: SourcePageProps) => {
  const t = harvestWords(locale).source
  const more = refusals.total - refusals.documents.length
  if (refusals.documents.length === 0)
    return (
      <Section title={t.refusals}>
        <p>{t.noRefusals}</p>
      </Section>
    )
  return (
    <Section title={t.refusals} full>
      <Table
        caption={t.refusalsCaption}
        captionHidden
        columns={[
          { key: 'why', label: t.why, header: true },
          { key: 'where', label: t.where, bare: true },
        ]}
        rows={refusals.documents.map((one) => ({
          key: one.id,
          cells: {
            why: sayReason(locale, one.reason, one.detail),
            where: one.personal ? t.hidden : <Address text={one.address} />,
          },
        }))}
      />
      {more > 0 && <p class="small soft">{t.moreRefusals(sayNumber(locale, more))}</p>}
    </Section>
  )
}

// Never a link: an address that was refused is nobody's to click on.
const Address = ({ text }: { text: string }) => <span class="small">{text.slice(0, 300)}</span>

const Earlier = ({ locale, earlier }: SourcePageProps & { earlier: readonly Run[] }) => {
  const t = harvestWords(locale).source
  const say = (number: number) => sayNumber(locale, number)
  return (
    <Section title={t.history} full>
      <Table
        caption={t.historyCaption}
        captionHidden
        columns={[
          { key: 'when', label: t.when, header: true },
          { key: 'found', label: t.found, numeric: true, beside: true },
          { key: 'new', label: t.new, numeric: true, beside: true },
          { key: 'refused', label: t.refused, numeric: true, beside: true },
        ]}
        rows={earlier.map((run) => ({
          key: run.id,
          cells: {
            when: sayMoment(locale, run.finishedAt ?? run.startedAt),
            found: say(run.found),
            new: say(run.added),
            refused: say(run.refused),
          },
        }))}
      />
    </Section>
  )
}

const Operate = (props: SourcePageProps) => {
  const t = harvestWords(props.locale).source
  const { source } = props
  const path = `/directory/sources/${source.id}`
  const hidden = { 'form-token': props.token }
  const typed = props.values?.['reason']
  const reason = (
    <TextField
      name="reason"
      label={source.state === 'proposed' ? t.reason : t.stopReason}
      hint={source.state === 'proposed' ? t.reasonHint : undefined}
      value={typeof typed === 'string' ? typed : ''}
      error={props.errors?.['reason']}
    />
  )
  if (source.state === 'proposed')
    return (
      <Section title={t.decide}>
        {source.note !== null && <Receipt lines={[{ label: t.note, value: source.note }]} />}
        <Form action={`${path}/decide`} hidden={{ ...hidden, decision: 'accept' }}>
          <Actions>
            <Button>{t.accept}</Button>
          </Actions>
        </Form>
        <Form action={`${path}/decide`} hidden={{ ...hidden, decision: 'refuse' }}>
          {reason}
          <Actions>
            <Button line>{t.refuse}</Button>
          </Actions>
        </Form>
      </Section>
    )
  return (
    <Section title={t.operate}>
      <Form action={`${path}/read`} hidden={hidden}>
        <Actions>
          <Button>{t.readNow}</Button>
        </Actions>
      </Form>
      {source.state === 'active' && (
        <Form action={`${path}/stop`} hidden={hidden}>
          {reason}
          <Actions>
            <Button line>{t.stop}</Button>
          </Actions>
        </Form>
      )}
    </Section>
  )
}

import type { Errors, Values } from '../../../../infra/http/index.ts'
import { type Locale, sayMoment, sayNumber } from '../../../../infra/i18n.ts'
import { Actions, Button, ButtonLink } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { Select, TextArea, TextField } from '../../../../ui/field.tsx'
import { FileField } from '../../../../ui/file-field.tsx'
import { ErrorSummary, Form } from '../../../../ui/form.tsx'
import { Pagination } from '../../../../ui/pagination.tsx'
import { List } from '../../../../ui/receipt.tsx'
import { PageHead, Section } from '../../../../ui/section.tsx'
import { Table } from '../../../../ui/table.tsx'
import type { Run } from '../run-store.ts'
import type { Source } from '../sources.ts'
import { harvestWords } from '../words.ts'

export interface SourcesPageProps {
  locale: Locale
  token: string
  who: 'anonymous' | 'person' | 'operator'
  sources: readonly Source[]
  runs: ReadonlyMap<string, Run>
  page: number
  pages: number
  proposals: readonly Source[]
  mine: readonly Source[]
  areas: readonly { value: string; label: string }[]
  values?: Values | undefined
  errors?: Errors | undefined
}

export const SourcesPage = (props: SourcesPageProps) => {
  const words = harvestWords(props.locale)
  const t = words.sources
  return (
    <>
      <ErrorSummary
        title={words.add.faults}
        errors={Object.entries(props.errors ?? {}).map(([field, message]) =>
          field === '' ? { message } : { field, message },
        )}
      />
      <PageHead title={t.title}>
        <p class="lead">{t.lead}</p>
      </PageHead>
      {props.who === 'operator' && <Waiting {...props} />}
      <Section title={t.list} full>
        {props.sources.length === 0 ? (
          <EmptyState title={t.none}>{t.noneHint}</EmptyState>
        ) : (
          <ReadSources {...props} />
        )}
      </Section>
      {props.who === 'anonymous' ? (
        <Section title={words.add.proposeTitle} aside={words.add.proposeHint}>
          <p>{words.add.hint}</p>
          <Actions>
            <ButtonLink line href="/sign-in?next=%2Fdirectory%2Fsources">
              {t.signIn}
            </ButtonLink>
          </Actions>
        </Section>
      ) : (
        <AddSource {...props} />
      )}
      {props.mine.length > 0 && (
        <Section title={t.mine}>
          <List items={props.mine.map((one) => <Proposal {...props} source={one} />)} />
        </Section>
      )}
    </>
  )
}

const Waiting = (props: SourcesPageProps) => {
  const t = harvestWords(props.locale).sources
  return (
    <Section title={t.proposals}>
      {props.proposals.length > 0 && (
        <List items={props.proposals.map((one) => <Proposal {...props} source={one} />)} />
      )}
      <p>
        <a href="/directory/review">{t.review}</a>
      </p>
    </Section>
  )
}

const Proposal = ({ locale, source }: { locale: Locale; source: Source }) => {
  const words = harvestWords(locale)
  return (
    <>
      <a href={`/directory/sources/${source.id}`}>{source.name}</a>
      <br />
      <span class="small soft">
        {words.states[source.state]}
        {source.reason !== null && `. ${source.reason}`}
      </span>
    </>
  )
}

const ReadSources = (props: SourcesPageProps) => {
  const words = harvestWords(props.locale)
  const t = words.sources
  const path = (page: number) => (page === 1 ? '/directory/sources' : `/directory/sources?page=${page}`)
  const say = (number: number) => sayNumber(props.locale, number)
  return (
    <>
      <Table
        caption={t.caption}
        captionHidden
        columns={[
          { key: 'name', label: t.name, header: true },
          { key: 'kind', label: t.kind },
          { key: 'read', label: t.read },
          { key: 'found', label: t.found, numeric: true, beside: true },
        ]}
        rows={props.sources.map((source) => {
          const run = props.runs.get(source.id)
          return {
            key: source.id,
            cells: {
              name: <a href={`/directory/sources/${source.id}`}>{source.name}</a>,
              kind: source.kind === null ? words.unknownKind : words.kinds[source.kind],
              read: run === undefined ? t.notYet : sayMoment(props.locale, run.finishedAt ?? run.startedAt),
              found: run === undefined ? '–' : say(run.found),
            },
          }
        })}
      />
      {props.pages > 1 && (
        <Pagination
          label={t.pages}
          place={t.page(say(props.page), say(props.pages))}
          previous={props.page > 1 ? { label: t.previous, href: path(props.page - 1) } : undefined}
          next={props.page < props.pages ? { label: t.next, href: path(props.page + 1) } : undefined}
        />
      )}
    </>
  )
}

const AddSource = (props: SourcesPageProps) => {
  const words = harvestWords(props.locale)
  const t = words.add
  const operator = props.who === 'operator'
  const value = (name: string) => {
    const typed = props.values?.[name]
    return typeof typed === 'string' ? typed : ''
  }
  return (
    <Section
      title={operator ? t.title : t.proposeTitle}
      aside={operator ? undefined : t.proposeHint}
      id="add"
    >
      <p>{t.hint}</p>
      <p class="small soft">{t.person}</p>
      <Form action="/directory/sources" hidden={{ 'form-token': props.token }} files>
        <TextField
          name="address"
          label={t.address}
          hint={t.addressHint}
          value={value('address')}
          inputMode="url"
          spellcheck={false}
          error={props.errors?.['address']}
        />
        <FileField
          name="file"
          label={t.file}
          optional={t.optional}
          hint={t.fileHint}
          accept=".csv,.json,.txt,.png,.svg,text/csv,application/json,image/png,image/svg+xml"
          error={props.errors?.['file']}
        />
        <Select
          name="territory"
          label={t.area}
          optional={t.optional}
          blank={t.noArea}
          value={value('territory')}
          options={props.areas}
          error={props.errors?.['territory']}
        />
        {!operator && (
          <TextArea
            name="note"
            label={t.note}
            optional={t.optional}
            value={value('note')}
            rows={2}
            error={props.errors?.['note']}
          />
        )}
        <Actions>
          <Button>{operator ? t.go : t.propose}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

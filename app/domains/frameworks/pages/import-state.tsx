import { type Locale, sayMoment, sayNumber } from '../../../infra/i18n.ts'
import { Actions, ButtonLink } from '../../../ui/button.tsx'
import { Island } from '../../../ui/islands/island.tsx'
import type { ProgressState } from '../../../ui/islands/progress-poll.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead, Section } from '../../../ui/section.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { Table } from '../../../ui/table.tsx'
import { Tally } from '../../../ui/tally.tsx'
import type { FrameworkImport } from '../imports.ts'
import { frameworksWords, sayFault, sayProblem } from '../words.ts'

export interface ImportStatePageProps {
  locale: Locale
  one: FrameworkImport
  progress: ProgressState
  /** Name and path of the framework, once it exists. */
  framework: { name: string; path: string } | undefined
  /** Where another file is sent. */
  again: string
}

/** An import from its arrival to its receipt, at one address. */
export function ImportStatePage(props: ImportStatePageProps) {
  const { locale, one } = props
  return (
    <>
      <PageHead
        quiet
        title={props.framework?.name ?? frameworksWords(locale).form.title}
        above={one.fileName}
      />
      {one.state === 'refused' ? (
        <Refused {...props} />
      ) : one.state === 'done' ? (
        <Done {...props} />
      ) : (
        <Running {...props} />
      )}
    </>
  )
}

function Running({ locale, one, progress }: ImportStatePageProps) {
  const t = frameworksWords(locale).progress
  const path = `/frameworks/imports/${one.id}`
  return (
    <Section title={t.title} aside={t.aside}>
      {one.state === 'waiting' && <p>{t.waiting}</p>}
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
      <p class="small soft">{t.leave}</p>
      <p>
        <a href={path}>{t.refresh}</a>
      </p>
    </Section>
  )
}

function Refused({ locale, one, again }: ImportStatePageProps) {
  const t = frameworksWords(locale).receipt
  return (
    <Section title={t.refusedTitle} aside={t.refusedText}>
      <Notice tone="error" title={t.refusedTitle}>
        {one.refusal === null ? t.refusedText : sayFault(locale, one.refusal)}
      </Notice>
      <Actions>
        <ButtonLink href={again}>{t.again}</ButtonLink>
      </Actions>
    </Section>
  )
}

function Done(props: ImportStatePageProps) {
  const { locale, one, framework } = props
  const t = frameworksWords(locale).receipt
  const unmoved = one.added + one.changed + one.withdrawn === 0
  return (
    <>
      <Section title={t.title} aside={t.aside}>
        <Sheet label={t.title}>
          <h3>{framework?.name}</h3>
          <p class="small soft">
            {sayMoment(locale, one.finishedAt ?? one.createdAt)}
            {one.createdByName !== '' && (
              <>
                <br />
                {t.by(one.createdByName)}
              </>
            )}
          </p>
          <Tally
            lang={locale}
            lines={[
              { label: t.added, count: one.added },
              { label: t.changed, count: one.changed },
              { label: t.unchanged, count: one.unchanged },
              { label: t.refused, count: one.refused },
            ]}
            total={t.read}
          />
          <p>{unmoved ? t.nothing : t.withdrawn(one.withdrawn)}</p>
        </Sheet>
        <Actions>
          {framework !== undefined && <ButtonLink href={framework.path}>{t.see}</ButtonLink>}
          <a href={props.again}>{t.again}</a>
        </Actions>
      </Section>
      {one.problems.length > 0 && <Problems {...props} />}
      {one.changes.length > 0 && <Changes {...props} />}
    </>
  )
}

function Problems({ locale, one }: ImportStatePageProps) {
  const t = frameworksWords(locale).receipt
  return (
    <Section title={t.problems} aside={t.problemsAside(one.problems.length, one.refused)} id="refused">
      <Table
        caption={t.problems}
        captionHidden
        columns={[
          { key: 'line', label: t.line, header: true },
          { key: 'field', label: t.field, beside: true },
          { key: 'reason', label: t.reason, bare: true },
        ]}
        rows={one.problems.map((problem, at) => ({
          key: String(at),
          cells: {
            line: problem.line === 0 ? '' : `${t.line} ${sayNumber(locale, problem.line)}`,
            field: problem.field,
            reason: sayProblem(locale, problem),
          },
        }))}
      />
    </Section>
  )
}

function Changes({ locale, one }: ImportStatePageProps) {
  const t = frameworksWords(locale).receipt
  const names: Readonly<Record<string, string>> = t.fields
  return (
    <Section title={t.changes} aside={t.changesAside(one.changes.length, one.changed)} id="changed">
      <Table
        caption={t.changes}
        captionHidden
        columns={[
          { key: 'item', label: t.item, header: true },
          { key: 'what', label: t.what, beside: true },
        ]}
        rows={one.changes.map((change) => ({
          key: change.key,
          cells: {
            item: change.label,
            what: change.fields.map((field) => names[field] ?? field).join(', '),
          },
        }))}
      />
    </Section>
  )
}

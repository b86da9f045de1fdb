import { type Locale, sayMoment, sayNumber } from '../../../infra/i18n.ts'
import { Table } from '../../../ui/table.tsx'
import type { FrameworkImport } from '../imports.ts'
import { frameworksWords } from '../words.ts'

/** Imports and what they did, newest first; `linked` leads staff to each receipt. */
export function PastImports(props: { locale: Locale; imports: readonly FrameworkImport[]; linked: boolean }) {
  const { locale } = props
  const t = frameworksWords(locale).past
  return (
    <Table
      caption={t.caption}
      captionHidden
      columns={[
        { key: 'date', label: t.date, header: true },
        ...(props.linked ? [{ key: 'file', label: t.file, bare: true }] : []),
        { key: 'read', label: t.read, numeric: true, beside: true },
        { key: 'added', label: t.added, numeric: true, beside: true },
        { key: 'changed', label: t.changed, numeric: true, beside: true },
        { key: 'withdrawn', label: t.withdrawn, numeric: true, beside: true },
        ...(props.linked ? [{ key: 'state', label: t.state, beside: true }] : []),
      ]}
      rows={props.imports.map((one) => ({
        key: one.id,
        cells: {
          date: props.linked ? (
            <a href={`/frameworks/imports/${one.id}`}>{sayMoment(locale, one.createdAt)}</a>
          ) : (
            sayMoment(locale, one.finishedAt ?? one.createdAt)
          ),
          file: one.fileName,
          read: sayNumber(locale, one.read),
          added: sayNumber(locale, one.added),
          changed: sayNumber(locale, one.changed),
          withdrawn: sayNumber(locale, one.withdrawn),
          state: t.states[one.state],
        },
      }))}
    />
  )
}

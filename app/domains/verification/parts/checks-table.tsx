import type { CheckName, VerificationReport } from '@insigne/open-badges'
import type { Locale } from '../../../infra/i18n.ts'
import { Table } from '../../../ui/table.tsx'
import { StateBadge } from '../../../ui/verdict.tsx'
import { verificationWords } from '../words.ts'

// The questions a reader has, in their order; together they hold the eleven checks.
const groups = {
  signed: ['proof', 'issuer'],
  current: ['status', 'validity', 'refresh'],
  around: ['recipient', 'endorsements'],
  read: ['extract', 'structure', 'context', 'schema'],
} as const satisfies Record<string, readonly CheckName[]>

const order: readonly CheckName[] = [...groups.signed, ...groups.current, ...groups.around, ...groups.read]

/** The eleven checks, nearest to the reader's questions first: what was asked, the answer, what we found. */
export const ChecksTable = ({ report, locale }: { report: VerificationReport; locale: Locale }) => {
  const t = verificationWords(locale)
  const checks = order.flatMap((name) => report.checks.filter((check) => check.name === name))
  return (
    <Table
      caption={t.caption}
      columns={[
        { key: 'check', label: t.table.check, header: true },
        { key: 'state', label: t.table.state, bare: true },
        { key: 'found', label: t.table.found, bare: true },
      ]}
      rows={checks.map((check) => ({
        key: check.name,
        alert: check.state === 'invalid',
        cells: {
          check: t.checks[check.name],
          state: <StateBadge state={check.state} label={t.states[check.state]} />,
          found: check[locale],
        },
      }))}
    />
  )
}

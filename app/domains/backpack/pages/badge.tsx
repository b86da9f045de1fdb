import type { ComponentChildren } from 'preact'
import type { Locale } from '../../../infra/i18n.ts'
import { Notice } from '../../../ui/notice.tsx'
import { List } from '../../../ui/receipt.tsx'
import { MarkedHead, Section } from '../../../ui/section.tsx'
import {
  BadgeFactsReceipt,
  ChecksTable,
  CredentialMark,
  isProven,
  Narrative,
  SolidityFacts,
  SolidityTicks,
  sayNature,
  VerdictBlock,
  webAddress,
} from '../../verification/index.ts'
import type { BadgeView } from '../view.ts'
import { backpackWords } from '../words.ts'

export interface BadgeProps {
  locale: Locale
  view: BadgeView
}

/** The first screen of a badge: what it is, whose, and the five answers. */
export const BadgeOpening = ({ locale, view, children }: BadgeProps & { children?: ComponentChildren }) => (
  <div class="flow-wide">
    <MarkedHead
      mark={<CredentialMark mark={view.mark} size={190} />}
      who={
        <>
          <p>
            <b>{sayNature(view.facts, locale)}</b>
          </p>
          <p>{view.facts.holder}</p>
        </>
      }
      title={view.facts.name}
    >
      <div class="flow-wide">
        {children}
        <Answers locale={locale} view={view} />
        {view.reading.assessment !== undefined && (
          <SolidityTicks assessment={view.reading.assessment} locale={locale} />
        )}
      </div>
    </MarkedHead>
    {view.version.illustrative && <Notice>{backpackWords(locale).page.illustrative}</Notice>}
  </div>
)

const Answers = ({ locale, view }: BadgeProps) => (
  <div>
    <BadgeFactsReceipt
      facts={view.facts}
      locale={locale}
      bound={isProven(view.reading.report)}
      issuerHref={`/organisations/${view.organisation.slug}`}
      registered={view.reading.registered}
    />
    <VerdictBlock
      report={view.reading.report}
      checkedAt={view.reading.checkedAt}
      locale={locale}
      detailHref="#checks"
      under
    />
  </div>
)

/** What the badge rests on: its criteria, the evidence of this award, and the checks one by one. */
export const BadgeGrounds = ({ locale, view }: BadgeProps) => {
  const t = backpackWords(locale).page
  const { achievement, narrative } = view.signed.credentialSubject
  const colon = locale === 'fr' ? '\u00a0:' : ':'
  const evidence = view.signed.evidence ?? []
  return (
    <>
      {view.reading.assessment !== undefined && (
        <SolidityFacts assessment={view.reading.assessment} locale={locale} />
      )}
      <Section title={t.evidence}>
        {narrative !== undefined && <Narrative markdown={narrative} colon={colon} />}
        {evidence.length > 0 && (
          <List
            items={evidence.map((one) => (
              <>
                {one.name !== undefined && <h3>{one.name}</h3>}
                {one.narrative !== undefined && <Narrative markdown={one.narrative} colon={colon} />}
                <EvidenceLink address={webAddress(one.id)} label={t.seeEvidence} />
              </>
            ))}
          />
        )}
        {evidence.length === 0 && narrative === undefined && <p class="txt soft">{t.noEvidence}</p>}
      </Section>
      {achievement.criteria.narrative !== undefined && (
        <Section title={t.criteria}>
          <Narrative markdown={achievement.criteria.narrative} colon={colon} />
        </Section>
      )}
      <Section title={t.checks} id="checks" full>
        <ChecksTable report={view.reading.report} locale={locale} />
      </Section>
    </>
  )
}

// The evidence is somewhere else: that site learns nothing of where its reader comes from.
const EvidenceLink = ({ address, label }: { address: string | undefined; label: string }) =>
  address === undefined ? null : (
    <p>
      <a href={address} rel="nofollow noopener noreferrer">
        {label}
      </a>
    </p>
  )

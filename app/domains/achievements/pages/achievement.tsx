import type { Assessment } from '@insigne/badge-quality'
import type { ComponentChildren } from 'preact'
import { type Locale, sayDate } from '../../../infra/i18n.ts'
import { Notice } from '../../../ui/notice.tsx'
import { List, Receipt } from '../../../ui/receipt.tsx'
import { MarkedHead, Section } from '../../../ui/section.tsx'
import { Stamp } from '../../../ui/stamp/stamp.tsx'
import type { Registration } from '../../frameworks/index.ts'
import { isWebAddress, type Organisation } from '../../organisations/index.ts'
import { designOf, markLabel } from '../image.ts'
import { versionPath } from '../json.ts'
import type { Nature } from '../nature.ts'
import { registerWords } from '../register-words.ts'
import type { AchievementVersion } from '../store.ts'
import { achievementWords } from '../words.ts'
import { European, Results } from './achievement-further.tsx'
import { RegistrationLine } from './registration-line.tsx'
import { checkedBy, Said, Unstated } from './said.tsx'
import { SolidityFacts, SolidityTicks } from './solidity.tsx'

export interface AchievementViewProps {
  locale: Locale
  version: AchievementVersion
  organisation: Organisation
  /** What a reader's rules find in the very data that the page is made of. */
  assessment: Assessment
  /** What the register says of the number today, where the badge declares one. */
  answer?: Registration | undefined
  /** Between the first answers and the rest: a newer version, what staff may do. */
  children?: ComponentChildren
  /** Sections before the criteria, and after everything. */
  after?: ComponentChildren
  foot?: ComponentChildren
}

/** What a reader sees of a badge model; the preview shows the same. */
export const AchievementView = (props: AchievementViewProps) => {
  const { locale, version } = props
  const words = achievementWords(locale)
  const t = words.page
  const shown = { ...version, nature: shownNature(props) }
  return (
    <>
      <MarkedHead
        mark={<Stamp {...designOf(shown)} size={190} shrink label={markLabel(shown)} />}
        who={
          <>
            <p>
              <b>{words.natures[shown.nature].name}</b>
            </p>
            <p>{version.template === null ? t.model : words.templates.of(version.template.network.name)}</p>
          </>
        }
        title={
          <Said {...props} facts={version}>
            {version.name === '' ? words.designer.untitled : version.name}
          </Said>
        }
      >
        <div class="flow-wide">
          <Answers {...props} />
          {version.illustrative && (
            <Notice title={t.illustrative}>
              <p>{t.illustrativeText}</p>
            </Notice>
          )}
          {props.children}
          <SolidityTicks assessment={props.assessment} locale={locale} />
        </div>
      </MarkedHead>
      {props.after}
      <Criteria {...props} />
      <Results {...props} />
      <Conditions {...props} />
      <European {...props} />
      <Alignments {...props} />
      <SolidityFacts assessment={props.assessment} locale={locale} />
      {props.foot}
    </>
  )
}

/** A number that the register does not hold registers nothing, whatever was published before it was loaded. */
const shownNature = ({ version, answer }: AchievementViewProps): Nature =>
  version.nature === 'registered' && answer?.state === 'not-found' ? 'certification' : version.nature

const Answers = (props: AchievementViewProps) => {
  const { locale, version, organisation } = props
  const words = achievementWords(locale)
  const t = words.page
  return (
    <Receipt
      strong
      close
      lines={[
        {
          label: t.does,
          value: (
            <b>
              <Said {...props} facts={version}>
                {version.action}
              </Said>
            </b>
          ),
        },
        version.situation !== '' && {
          label: t.situation,
          value: (
            <Said {...props} facts={version}>
              {version.situation}
            </Said>
          ),
        },
        {
          label: t.who,
          value: (
            <>
              <a href={`/organisations/${organisation.slug}`}>{organisation.displayName}</a>
              {organisation.city !== '' && `, ${organisation.city}`}
            </>
          ),
        },
        version.template !== null && {
          label: words.templates.follows,
          value: (
            <a href={versionPath(version.template)}>
              {t.templateVersion(version.template.network.name, version.template.version)}
            </a>
          ),
        },
        { label: t.how, value: checkedBy(locale, version) ?? <Unstated locale={locale} /> },
        version.registration !== null &&
          props.answer !== undefined && {
            label: registerWords(locale).label,
            value: (
              <RegistrationLine locale={locale} registered={version.registration} answer={props.answer} />
            ),
          },
      ]}
    />
  )
}

const Criteria = (props: AchievementViewProps) => {
  const t = achievementWords(props.locale).page
  const { criteria, description, action } = props.version
  return (
    <Section id="criteria" title={t.criteria} aside={criteria.length === 0 ? undefined : t.criteriaAside}>
      {description !== action && (
        <p class="lead">
          <Said {...props} facts={props.version}>
            {description}
          </Said>
        </p>
      )}
      {criteria.length === 0 ? (
        <p class="soft">{t.noCriteria}</p>
      ) : (
        <List
          ordered
          items={criteria.map((criterion, index) => (
            <>
              <span class="soft">{index + 1}. </span>
              <Said {...props} facts={props.version}>
                {criterion}
              </Said>
            </>
          ))}
        />
      )}
    </Section>
  )
}

const Conditions = ({ locale, version }: AchievementViewProps) => {
  const words = achievementWords(locale)
  const t = words.page
  const labels = words.narrative
  const or = (value: string | null | undefined) =>
    value === null || value === undefined || value === '' ? <Unstated locale={locale} /> : value
  const { assessment, assessor, gridShown, identityCheck } = version
  return (
    <Section title={t.conditions}>
      <Receipt
        lines={[
          { label: labels.assessment, value: or(assessment && words.assessments[assessment.kind]) },
          { label: labels.assessor, value: or(assessor?.role) },
          {
            label: labels.independence,
            value: or(assessor && words.independence[assessor.independent ? 'yes' : 'no']),
          },
          {
            label: labels.evidence,
            value: or(version.evidenceRule && words.evidenceRules[version.evidenceRule]),
          },
          {
            label: labels.grid,
            value: or(gridShown === null ? null : words.gridAnswers[gridShown ? 'yes' : 'no']),
          },
          { label: labels.identity, value: or(identityCheck && words.identityChecks[identityCheck]) },
        ]}
      />
    </Section>
  )
}

const Alignments = ({ locale, version }: AchievementViewProps) => {
  const t = achievementWords(locale).page
  return (
    <Section title={t.alignments}>
      {version.alignments.length === 0 ? (
        <p class="soft">{t.noAlignments}</p>
      ) : (
        <List
          items={version.alignments.map((one) => (
            <>
              {isWebAddress(one.targetUrl) ? (
                <a href={one.targetUrl} rel="noopener nofollow">
                  {one.targetName}
                </a>
              ) : (
                one.targetName
              )}
              <br />
              <span class="small soft">
                {[one.targetFramework, one.targetCode].filter((part) => part).join(', ')}
              </span>
            </>
          ))}
        />
      )}
    </Section>
  )
}

/** « Version 2, publiée le 12 juin 2026 » */
export const sayVersion = (locale: Locale, { version, publishedAt }: AchievementVersion): string => {
  const t = achievementWords(locale).page
  return publishedAt === null ? t.draft : t.versionOf(version, sayDate(locale, publishedAt))
}

import type { ComponentChildren } from 'preact'
import { type Locale, sayDate } from '../../../infra/i18n.ts'
import { Actions, ButtonLink } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { List } from '../../../ui/receipt.tsx'
import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Organisation } from '../../organisations/index.ts'
import { versionPath } from '../json.ts'
import { changedFacts } from '../rules.ts'
import type { AchievementVersion } from '../store.ts'
import { achievementWords } from '../words.ts'
import { AchievementView, sayVersion } from './achievement.tsx'
import { sayFact } from './say-fact.ts'

export interface PublicPageProps {
  locale: Locale
  organisation: Organisation
  version: AchievementVersion
  /** All versions, oldest first. */
  versions: readonly AchievementVersion[]
  canAward: boolean
  canDesign: boolean
  /** Given by a slice above: after what the badge says, before its files. */
  beside?: ComponentChildren
}

/** The page of a version, for everybody; staff find their verbs on it. */
export const PublicPage = (props: PublicPageProps) => {
  const { locale, version, versions } = props
  const latest = versions.at(-1) ?? version
  const outdated = latest.version !== version.version
  return (
    <AchievementView
      {...props}
      after={outdated && <Differences locale={locale} before={version} after={latest} />}
      foot={
        <>
          {props.beside}
          <Files {...props} />
        </>
      }
    >
      {outdated && <Newer {...props} latest={latest} />}
      {!outdated && <StaffActions {...props} />}
    </AchievementView>
  )
}

const Newer = ({ locale, latest }: PublicPageProps & { latest: AchievementVersion }) => {
  const t = achievementWords(locale).page
  return (
    <Notice tone="warn" title={t.newer}>
      <p>{t.newerText}</p>
      <p>
        <a href={`/achievements/${latest.achievementId}`}>{t.seeNewer}</a>
      </p>
    </Notice>
  )
}

const StaffActions = ({ locale, version, canAward, canDesign }: PublicPageProps) => {
  const t = achievementWords(locale).list
  if (!canAward && !canDesign) return null
  const path = `/achievements/${version.achievementId}`
  return (
    <Actions>
      {canAward && <ButtonLink href={`${path}/award`}>{t.award}</ButtonLink>}
      {canDesign && (
        <ButtonLink href={`${path}/edit/nature`} line>
          {t.edit}
        </ButtonLink>
      )}
    </Actions>
  )
}

const Differences = (props: { locale: Locale; before: AchievementVersion; after: AchievementVersion }) => {
  const { locale, before, after } = props
  const words = achievementWords(locale)
  const t = words.page
  return (
    <Section title={t.changes}>
      <Table
        caption={t.changes}
        captionHidden
        columns={[
          { key: 'field', label: t.field, header: true },
          { key: 'was', label: t.was },
          { key: 'is', label: t.is },
        ]}
        rows={changedFacts(before, after).map((key) => ({
          key,
          cells: {
            field: words.fields[key],
            was: sayFact(locale, before, key),
            is: sayFact(locale, after, key),
          },
        }))}
      />
    </Section>
  )
}

const Files = ({ locale, version, versions }: PublicPageProps) => {
  const t = achievementWords(locale).page
  const path = versionPath(version)
  return (
    <Section
      title={t.versions}
      aside={
        <>
          {sayVersion(locale, version)}. {t.image} <a href={`${path}/image.png`}>PNG</a>,{' '}
          <a href={`${path}/image.svg`}>SVG</a>
        </>
      }
    >
      <List
        items={[...versions].reverse().map((one) => {
          const date = one.publishedAt === null ? '' : sayDate(locale, one.publishedAt)
          const text = t.versionLine(one.version, date)
          return one.version === version.version ? (
            <b aria-current="page">{text}</b>
          ) : (
            <a href={versionPath(one)}>{text}</a>
          )
        })}
      />
    </Section>
  )
}

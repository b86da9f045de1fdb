import type { Assessment } from '@insigne/badge-quality'
import type { ComponentChildren } from 'preact'
import { type Locale, sayDate } from '../../../infra/i18n.ts'
import { Actions, ButtonLink, TextButton } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { List } from '../../../ui/receipt.tsx'
import { Section } from '../../../ui/section.tsx'
import type { Registration } from '../../frameworks/index.ts'
import type { Organisation } from '../../organisations/index.ts'
import { translationPath, versionPath } from '../json.ts'
import type { AchievementVersion } from '../store.ts'
import { translatedInto } from '../translations.ts'
import { achievementWords } from '../words.ts'
import { AchievementView, sayVersion } from './achievement.tsx'
import { Differences } from './differences.tsx'

export interface PublicPageProps {
  locale: Locale
  organisation: Organisation
  /** As it is shown: the original, or its translation into the reader's language. */
  version: AchievementVersion
  /** As it was written and is signed. */
  original: AchievementVersion
  assessment: Assessment
  /** What the register says of the number today, where the badge declares one. */
  answer: Registration | undefined
  /** All versions, oldest first. */
  versions: readonly AchievementVersion[]
  retired: boolean
  token: string
  canAward: boolean
  canDesign: boolean
  canPublish: boolean
  /** Given by a slice above: after what the badge says, before its files. */
  beside?: ComponentChildren
}

/** The page of a version, for everybody; staff find their verbs on it. */
export const PublicPage = (props: PublicPageProps) => {
  const { locale, original, versions } = props
  const latest = versions.at(-1) ?? original
  const outdated = latest.version !== original.version
  const before = versions.find((one) => one.version === original.version - 1)
  const words = achievementWords(locale)
  return (
    <AchievementView
      {...props}
      after={
        outdated && (
          <Section title={words.page.changes}>
            <Differences locale={locale} before={original} after={latest} />
          </Section>
        )
      }
      foot={
        <>
          {before !== undefined && (
            <Section title={words.version.changesSince(before.version)}>
              <Differences locale={locale} before={before} after={original} />
            </Section>
          )}
          {props.beside}
          <Files {...props} />
        </>
      }
    >
      <Language {...props} />
      {props.retired && (
        <Notice tone="warn" title={words.retire.retired}>
          <p>{words.retire.retiredText}</p>
        </Notice>
      )}
      {outdated && <Newer {...props} latest={latest} />}
      {!outdated && <StaffActions {...props} />}
    </AchievementView>
  )
}

/** Which text one reads, and the way to the other. */
const Language = ({ locale, version, original }: PublicPageProps) => {
  const t = achievementWords(locale).translation
  const language = t.languageOf[original.language]
  if (version.language !== original.language)
    return (
      <p class="small soft">
        {t.shown(language)} <a href={`${versionPath(original)}?text=original`}>{t.seeOriginal}</a>
      </p>
    )
  if (original.language === locale || !translatedInto(original).includes(locale)) return null
  return (
    <p class="small soft">
      {t.originalShown(language)} <a href={translationPath(original, locale)}>{t.seeTranslation}</a>
    </p>
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

const StaffActions = (props: PublicPageProps) => {
  const { locale, version, canAward, canDesign, canPublish, retired } = props
  const words = achievementWords(locale)
  const t = words.list
  if (!canAward && !canDesign) return null
  const path = `/achievements/${version.achievementId}`
  return (
    <Form action={`${path}/retired`} hidden={{ 'form-token': props.token, retired: retired ? 'no' : 'yes' }}>
      <Actions>
        {canAward && !retired && <ButtonLink href={`${path}/award`}>{t.award}</ButtonLink>}
        {canDesign && (
          <ButtonLink href={`${path}/edit/nature`} line>
            {t.edit}
          </ButtonLink>
        )}
        {canPublish && <TextButton>{retired ? words.retire.reopen : words.retire.stop}</TextButton>}
        {canPublish && !retired && version.template === null && (
          <a class="small" href={`${path}/template`}>
            {words.templates.offerTitle}
          </a>
        )}
      </Actions>
    </Form>
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

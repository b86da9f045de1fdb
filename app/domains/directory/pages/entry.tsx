import type { Assessment } from '@insigne/badge-quality'
import type { Achievement, Conversion } from '@insigne/open-badges'
import type { ComponentChildren } from 'preact'
import { type Locale, sayDate } from '../../../infra/i18n.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { Actions, ButtonLink } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { List, Receipt } from '../../../ui/receipt.tsx'
import { MarkedHead, Section } from '../../../ui/section.tsx'
import { natureName, RegistrationLine, registerWords } from '../../achievements/index.ts'
import {
  Narrative,
  type RegisteredReading,
  SolidityFacts,
  SolidityTicks,
  webAddress,
} from '../../verification/index.ts'
import type { DirectoryEntry, EntrySkill } from '../model.ts'
import { pagesWords } from '../pages-words.ts'
import { EntryMark } from './entry-mark.tsx'
import { Lost, Seen, type SightingLine } from './entry-sightings.tsx'
import { sayShown } from './result.tsx'
import { inLanguage, issuerPath, languageName, shortly } from './say-entry.ts'

export interface EntryPageProps {
  locale: Locale
  entry: DirectoryEntry
  achievement: Achievement
  assessment: Assessment
  /** Of a badge that calls itself a registered certification. */
  registered?: RegisteredReading | undefined
  /** Set for a definition of 2.x or older. */
  lost: Conversion['lost'] | undefined
  sightings: readonly SightingLine[]
  placeNames: readonly string[]
  alike?: ComponentChildren
}

/** A badge that was read elsewhere: what it says, on what it stands, and where that comes from. */
export const EntryPage = (props: EntryPageProps) => {
  const { locale, entry, assessment } = props
  const t = pagesWords(locale).entry
  const lang = inLanguage(entry, locale)
  return (
    <>
      <Breadcrumb
        label={t.trail}
        items={[{ label: t.crumb, href: '/directory' }, { label: shortly(entry.name, 60) }]}
      />
      <MarkedHead
        mark={<EntryMark nature={entry.nature.shown} size={190} shrink />}
        who={
          <>
            <p>
              <b>{sayShown(locale, { nature: { ...entry.nature, declared: null } })}</b>
            </p>
            <p>{t.kind}</p>
          </>
        }
        title={<span lang={lang}>{entry.name}</span>}
      >
        <div class="flow-wide">
          <div>
            <Answers {...props} />
            <SolidityTicks assessment={assessment} locale={locale} />
          </div>
          {entry.state === 'gone' && (
            <Notice tone="warn" title={t.muteTitle}>
              {t.muteText(sayDate(locale, entry.seenAt))}
            </Notice>
          )}
          <Actions>
            <ButtonLink line href={`/directory/compare?e=${entry.id}`}>
              {t.compare}
            </ButtonLink>
            <a href="/verify">{t.verify}</a>
          </Actions>
        </div>
      </MarkedHead>
      <Criteria {...props} />
      <SolidityFacts assessment={assessment} locale={locale} />
      <Skills {...props} />
      {props.alike}
      <Lost {...props} />
      <Seen {...props} />
      <Section title={t.rights}>
        <ul class="links">
          <li>
            <a href={`/directory/entries/${entry.id}/report`}>{t.report}</a>
          </li>
          <li>
            <a href={`/directory/entries/${entry.id}/removal`}>{t.removal}</a>
          </li>
        </ul>
      </Section>
    </>
  )
}

const Answers = ({ locale, entry, assessment, registered, placeNames }: EntryPageProps) => {
  const t = pagesWords(locale).entry
  const unstated = <span class="soft">{t.unstated}</span>
  const { declared, shown } = assessment.nature
  return (
    <Receipt
      strong
      close
      lines={[
        {
          key: 'says',
          label: t.says,
          value:
            entry.description === '' ? (
              unstated
            ) : (
              <b lang={inLanguage(entry, locale)}>{shortly(entry.description, 300)}</b>
            ),
        },
        { key: 'who', label: t.who, value: <Issuer locale={locale} entry={entry} /> },
        declared !== shown && {
          key: 'declared',
          label: t.declared,
          value: declared === null ? t.notDeclared : natureName(locale, declared),
        },
        registered !== undefined && {
          key: 'registered',
          label: registerWords(locale).label,
          value: (
            <RegistrationLine locale={locale} registered={registered.declared} answer={registered.answer} />
          ),
        },
        {
          key: 'place',
          label: t.place,
          value: placeNames.length === 0 ? unstated : placeNames.join(', '),
        },
        {
          key: 'language',
          label: t.language,
          value: entry.language === null ? unstated : languageName(locale, entry.language),
        },
        entry.awarded !== null && { key: 'awarded', label: t.awarded, value: entry.awarded ? t.yes : t.no },
        { key: 'read', label: t.read, value: <Read locale={locale} entry={entry} /> },
      ]}
    />
  )
}

// A name can be imitated, a site cannot: both are shown.
const Issuer = ({ locale, entry }: { locale: Locale; entry: DirectoryEntry }) => {
  const host = URL.parse(entry.issuer.address ?? '')?.host
  return (
    <>
      <a href={issuerPath(entry.issuer)}>{entry.issuer.name}</a>
      {host !== undefined && host !== '' && `, ${pagesWords(locale).entry.onSite(host)}`}
    </>
  )
}

const Read = ({ locale, entry }: { locale: Locale; entry: DirectoryEntry }) => {
  const t = pagesWords(locale).entry
  const address = webAddress(entry.address)
  const date = sayDate(locale, entry.seenAt)
  if (entry.state === 'gone') return <>{t.mute(date)}</>
  return (
    <>
      {t.readOn(date)}
      {address !== undefined && (
        <>
          <br />
          <a href={address} rel="noopener nofollow">
            {t.original(new URL(address).host)}
          </a>
        </>
      )}
    </>
  )
}

const Criteria = ({ locale, entry, achievement }: EntryPageProps) => {
  const t = pagesWords(locale).entry
  const narrative = achievement.criteria.narrative?.trim() ?? ''
  const address = webAddress(achievement.criteria.id)
  return (
    <Section id="criteria" title={t.criteria}>
      {narrative === '' && address === undefined && <p class="soft">{t.noCriteria}</p>}
      {narrative !== '' && (
        <div lang={inLanguage(entry, locale)}>
          <Narrative markdown={narrative} colon={locale === 'fr' ? '\u00a0:' : ':'} />
        </div>
      )}
      {address !== undefined && (
        <p class="txt">
          {t.criteriaAt}{' '}
          <a href={address} rel="noopener nofollow">
            {new URL(address).host}
          </a>
        </p>
      )}
    </Section>
  )
}

const Skills = ({ locale, entry }: EntryPageProps) => {
  const t = pagesWords(locale).entry
  return (
    <Section id="skills" title={t.skills}>
      {!entry.skills.some((skill) => !skill.suggested) && <p class="soft">{t.noSkills}</p>}
      {entry.skills.length > 0 && (
        <List items={entry.skills.map((skill) => <SkillLine locale={locale} skill={skill} />)} />
      )}
    </Section>
  )
}

const SkillLine = ({ locale, skill }: { locale: Locale; skill: EntrySkill }) => {
  const t = pagesWords(locale).entry
  const address = webAddress(skill.address)
  return (
    <>
      <p>
        {skill.skillId !== null ? (
          <a href={`/skills/${skill.skillId}`}>{skill.name}</a>
        ) : address !== undefined ? (
          <a href={address} rel="noopener nofollow">
            {skill.name}
          </a>
        ) : (
          skill.name
        )}
      </p>
      <p class="small soft">
        {[skill.framework, skill.code].filter((part) => part !== null && part !== '').join(', ')}
      </p>
      <p class="small">{skill.suggested ? t.suggested : t.given}</p>
    </>
  )
}

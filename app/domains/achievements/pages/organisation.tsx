import type { Locale } from '../../../infra/i18n.ts'
import { Entry, List } from '../../../ui/receipt.tsx'
import { PageHead, Section } from '../../../ui/section.tsx'
import { Stamp } from '../../../ui/stamp/stamp.tsx'
import { type Organisation, OrganisationFacts } from '../../organisations/index.ts'
import { designOf } from '../image.ts'
import type { AchievementVersion } from '../store.ts'
import { achievementWords } from '../words.ts'
import { Said } from './said.tsx'

export interface OrganisationPageProps {
  locale: Locale
  organisation: Organisation
  territory?: { name: string; slug: string } | undefined
  published: readonly AchievementVersion[]
  /** Identifiers of those that are not awarded any more: they come last, and it is said. */
  retired: ReadonlySet<string>
  /** True for a member: the way to the staff's home is shown. */
  member: boolean
}

/** An organisation as the public reads it: who it is, what it awards. */
export const OrganisationPage = (props: OrganisationPageProps) => {
  const { locale, organisation } = props
  const t = achievementWords(locale).organisation
  return (
    <>
      <PageHead title={organisation.displayName}>
        {organisation.description !== '' && <p class="lead">{organisation.description}</p>}
        {props.member && (
          <p>
            <a href={`/organisations/${organisation.slug}/manage`}>{t.manage}</a>
          </p>
        )}
      </PageHead>
      <Section title={t.badges}>
        <PublishedList
          locale={locale}
          published={[
            ...props.published.filter((one) => !props.retired.has(one.achievementId)),
            ...props.published.filter((one) => props.retired.has(one.achievementId)),
          ]}
          retired={props.retired}
        />
      </Section>
      <Section title={t.facts}>
        <OrganisationFacts {...props} />
      </Section>
    </>
  )
}

/** Published badge models, each with its mark, its nature and what the person does. */
export const PublishedList = (props: {
  locale: Locale
  published: readonly AchievementVersion[]
  retired?: ReadonlySet<string> | undefined
}) => {
  const words = achievementWords(props.locale)
  if (props.published.length === 0) return <p class="soft">{words.organisation.none}</p>
  return (
    <List
      items={props.published.map((version) => (
        <Entry picture={<Stamp {...designOf(version)} size={64} />}>
          <p>
            <b>
              <a href={`/achievements/${version.achievementId}`}>
                <Said {...props} facts={version}>
                  {version.name}
                </Said>
              </a>
            </b>
            <br />
            <span class="small soft">
              {words.natures[version.nature].name}
              {props.retired?.has(version.achievementId) && `. ${words.retire.state}`}
            </span>
          </p>
          <p>
            <Said {...props} facts={version}>
              {version.description}
            </Said>
          </p>
        </Entry>
      ))}
    />
  )
}

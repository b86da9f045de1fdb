import { Actions, ButtonLink } from '../../../ui/button.tsx'
import { PageHead, Section } from '../../../ui/section.tsx'
import { OrganisationFacts } from '../../organisations/index.ts'
import { achievementWords } from '../words.ts'
import { Lines, type ListProps } from './list.tsx'

export interface ManageProps extends ListProps {
  territory?: { name: string; slug: string } | undefined
  memberCount: number
  /** Networks that invite the organisation and wait. */
  invitations: number
  /** What the reader is here, in words. */
  role: string
  canEdit: boolean
}

/** The home of an organisation's staff. */
export const ManagePage = (props: ManageProps) => {
  const words = achievementWords(props.locale)
  const t = words.manage
  const path = `/organisations/${props.organisation.slug}`
  return (
    <>
      <PageHead title={props.organisation.name} quiet>
        <div class="flow">
          <p class="soft">
            {t.yourRole(props.role)} <a href={path}>{t.publicPage}</a>
          </p>
          {props.canDesign && props.lines.length > 0 && (
            <Actions>
              <ButtonLink href={`${path}/achievements/new`}>{words.list.create}</ButtonLink>
            </Actions>
          )}
        </div>
      </PageHead>
      <Section
        title={t.models}
        aside={
          <>
            <a href={`${path}/achievements`}>{t.allModels}</a>
            {props.canDesign && (
              <>
                <br />
                <a href={`${path}/templates`}>{words.templates.title}</a>
              </>
            )}
          </>
        }
      >
        <Lines {...props} lines={props.lines.slice(0, 5)} />
      </Section>
      <Section
        title={t.profile}
        aside={props.canEdit && <a href={`${path}/manage/profile`}>{t.editProfile}</a>}
      >
        <OrganisationFacts {...props} />
      </Section>
      <Section title={t.members}>
        <p>
          {t.memberCount(props.memberCount)}. <a href={`${path}/manage/members`}>{t.editMembers}</a>
        </p>
        <p>
          <a href={`${path}/manage/networks`}>{t.networks}</a>
          {props.invitations > 0 && ` (${t.invitations(props.invitations)})`}
        </p>
      </Section>
    </>
  )
}

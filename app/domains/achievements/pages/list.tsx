import type { Locale } from '../../../infra/i18n.ts'
import { Actions, ButtonLink } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Entry, List } from '../../../ui/receipt.tsx'
import { PageHead } from '../../../ui/section.tsx'
import { Stamp } from '../../../ui/stamp/stamp.tsx'
import type { Organisation } from '../../organisations/index.ts'
import { designOf } from '../image.ts'
import type { AchievementLine } from '../reads.ts'
import { achievementWords } from '../words.ts'
import { stepPath } from './step-nav.tsx'

export interface ListProps {
  locale: Locale
  organisation: Organisation
  lines: readonly AchievementLine[]
  canDesign: boolean
  canAward: boolean
}

/** What the organisation has made and begun, for its staff. */
export const ListPage = (props: ListProps) => {
  const t = achievementWords(props.locale).list
  return (
    <>
      <PageHead title={t.title} above={props.organisation.name} quiet>
        <p class="lead">{t.lead}</p>
      </PageHead>
      <div class="flow-wide">
        {props.canDesign && props.lines.length > 0 && (
          <Actions>
            <Create {...props} />
            <a href={`/organisations/${props.organisation.slug}/templates`}>
              {achievementWords(props.locale).templates.title}
            </a>
          </Actions>
        )}
        <Lines {...props} />
      </div>
    </>
  )
}

const Create = ({ locale, organisation }: ListProps) => (
  <ButtonLink href={`/organisations/${organisation.slug}/achievements/new`}>
    {achievementWords(locale).list.create}
  </ButtonLink>
)

export const Lines = (props: ListProps) => {
  const t = achievementWords(props.locale).list
  if (props.lines.length === 0)
    return (
      <EmptyState title={t.empty} action={props.canDesign ? <Create {...props} /> : undefined}>
        <p>{t.emptyText}</p>
      </EmptyState>
    )
  return <List items={props.lines.map((line) => <Line {...props} line={line} />)} />
}

const Line = (props: ListProps & { line: AchievementLine }) => {
  const words = achievementWords(props.locale)
  const t = words.list
  const { achievementId, published, draft } = props.line
  const shown = published ?? draft?.facts
  if (shown === undefined) return null
  const name = shown.name === '' ? words.designer.untitled : shown.name
  const path = `/achievements/${achievementId}`
  const link = (href: string, verb: string) => (
    <a href={href} aria-label={t.actionOf(verb, name)}>
      {verb}
    </a>
  )
  return (
    <Entry picture={<Stamp {...designOf(shown)} size={56} />}>
      <p>
        <b>{published === null ? name : <a href={path}>{name}</a>}</b>
        <br />
        <span class="small soft">
          {words.natures[shown.nature].name}. {stateOf(props)}
        </span>
      </p>
      <p class="actions small">
        {published !== null && props.canAward && !props.line.retired && link(`${path}/award`, t.award)}
        {published !== null && props.canAward && !props.line.retired && link(`${path}/codes`, t.codes)}
        {props.canDesign && link(stepPath(achievementId, 'nature'), draft === null ? t.edit : t.resume)}
      </p>
    </Entry>
  )
}

function stateOf({ locale, line }: { locale: Locale; line: AchievementLine }): string {
  const t = achievementWords(locale).list
  if (line.published === null) return t.draft
  const now = line.retired ? achievementWords(locale).retire.state : t.published(line.published.version)
  return line.draft === null ? now : `${now}. ${t.revision(line.published.version + 1)}`
}

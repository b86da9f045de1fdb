import type { Locale } from '../../../infra/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Entry, List } from '../../../ui/receipt.tsx'
import { PageHead, Section } from '../../../ui/section.tsx'
import { Stamp } from '../../../ui/stamp/stamp.tsx'
import type { Organisation } from '../../organisations/index.ts'
import { designOf } from '../image.ts'
import { versionPath } from '../json.ts'
import type { OfferedTemplate } from '../templates.ts'
import { achievementWords } from '../words.ts'
import { Said } from './said.tsx'

export interface TemplatesProps {
  locale: Locale
  token: string
  organisation: Organisation
  networks: readonly Organisation[]
  offered: readonly OfferedTemplate[]
  /** Own achievement, by the model that it follows. */
  adopted: ReadonlyMap<string, string>
  /** The newer version that is offered, by model. */
  newer: ReadonlyMap<string, number>
}

/** What the networks of an organisation offer, and what it follows already. */
export const TemplatesPage = (props: TemplatesProps) => {
  const t = achievementWords(props.locale).templates
  return (
    <>
      <PageHead title={t.title} above={props.organisation.name} quiet>
        <p class="lead">{t.lead}</p>
        <p>
          <a href={`/organisations/${props.organisation.slug}/manage/networks`}>{t.networks}</a>
        </p>
      </PageHead>
      {props.offered.length === 0 && <p class="soft">{t.none}</p>}
      {props.networks.map((network) => {
        const offered = props.offered.filter((one) => one.version.organisationId === network.id)
        return (
          offered.length > 0 && (
            <Section key={network.id} title={network.displayName}>
              <List items={offered.map((template) => <Line {...props} template={template} />)} />
            </Section>
          )
        )
      })}
    </>
  )
}

const Line = (props: TemplatesProps & { template: OfferedTemplate }) => {
  const words = achievementWords(props.locale)
  const t = words.templates
  const { version, achievementId } = props.template
  const own = props.adopted.get(achievementId)
  const newer = props.newer.get(achievementId)
  return (
    <Entry picture={<Stamp {...designOf(version)} size={64} />}>
      <p>
        <b>
          <a href={versionPath(version)}>
            <Said {...props} facts={version}>
              {version.name}
            </Said>
          </a>
        </b>
        <br />
        <span class="small soft">{words.natures[version.nature].name}</span>
      </p>
      <p>
        <Said {...props} facts={version}>
          {version.description}
        </Said>
      </p>
      {own === undefined ? (
        <Form
          action={`/organisations/${props.organisation.slug}/templates`}
          hidden={{ 'form-token': props.token, template: achievementId }}
        >
          <p>
            <Button line>
              <span aria-hidden="true">{t.adopt}</span>
              <span class="vh">{t.adoptOf(version.name)}</span>
            </Button>
          </p>
        </Form>
      ) : (
        <p class="small">
          {t.adopted} <a href={`/achievements/${own}/edit/preview`}>{t.seeOwn}</a>
          {newer !== undefined && (
            <>
              <br />
              {t.newer(newer)} <a href={`/achievements/${own}/follow`}>{t.seeNewer}</a>
            </>
          )}
        </p>
      )}
    </Entry>
  )
}

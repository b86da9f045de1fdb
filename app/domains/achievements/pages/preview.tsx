import type { Locale } from '../../../infra/i18n.ts'
import { Actions, Button, ButtonLink } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import type { Organisation } from '../../organisations/index.ts'
import type { Facts } from '../facts.ts'
import { missingFacts, type NeededFact, supportedNatures } from '../rules.ts'
import type { AchievementVersion } from '../store.ts'
import { achievementWords } from '../words.ts'
import { AchievementView } from './achievement.tsx'
import { StepNav, stepOfFact, stepPath } from './designer.tsx'

export interface PreviewProps {
  locale: Locale
  token: string
  organisation: Organisation
  facts: Facts
  /** The draft as its readers will see it. */
  version: AchievementVersion
  /** The number that publishing gives. */
  nextVersion: number
  /** False when the draft says nothing that is not published already. */
  changed: boolean
  canPublish: boolean
}

/** Screen 6: the public page as it will be, and the way out of what is missing. */
export const PreviewPage = (props: PreviewProps) => {
  const t = achievementWords(props.locale).designer
  const { achievementId } = props.version
  const missing = missingFacts(props.facts.nature, props.facts, props.organisation)
  return (
    <div class="flow-wide">
      <StepNav locale={props.locale} step="preview" achievementId={achievementId} />
      {missing.length > 0 && <Missing {...props} missing={missing} />}
      {missing.length === 0 && (
        <Notice>
          <p>{props.nextVersion === 1 ? t.previewLead : t.previewRevision}</p>
        </Notice>
      )}
      <Publish {...props} missing={missing} />
      <Sheet wide label={t.publicPage}>
        <AchievementView {...props} />
      </Sheet>
    </div>
  )
}

const Missing = (props: PreviewProps & { missing: readonly NeededFact[] }) => {
  const words = achievementWords(props.locale)
  const t = words.designer
  return (
    <Notice tone="warn" title={t.cannot(words.natures[props.facts.nature].name)}>
      <p>{t.missingLead}</p>
      <ul class="points">
        {props.missing.map((fact) => (
          <li key={fact}>
            <a href={placeOfFact(props, fact)}>{words.missing[fact].sentence}</a>
          </li>
        ))}
      </ul>
      {supportedNatures(props.facts, props.organisation).length > 0 && <p>{t.offerLead}</p>}
    </Notice>
  )
}

/** Where a fact is said: a screen of the designer, or the organisation's presentation. */
function placeOfFact({ version, organisation }: PreviewProps, fact: NeededFact): string {
  const step = stepOfFact[fact]
  return step === undefined
    ? `/organisations/${organisation.slug}/manage/profile`
    : stepPath(version.achievementId, step)
}

const Publish = (props: PreviewProps & { missing: readonly NeededFact[] }) => {
  const words = achievementWords(props.locale)
  const t = words.designer
  const back = (
    <>
      {props.missing.length === 0 && (
        <ButtonLink href={stepPath(props.version.achievementId, 'look')} line>
          {t.back}
        </ButtonLink>
      )}
      <a class="small" href={`/achievements/${props.version.achievementId}/drop`}>
        {t.drop}
      </a>
    </>
  )
  if (!props.canPublish) return <Actions>{back}</Actions>
  if (!props.changed)
    return (
      <>
        <p class="soft">{t.nothingNew}</p>
        <Actions>{back}</Actions>
      </>
    )
  const offered = supportedNatures(props.facts, props.organisation)
  const [firstMissing] = props.missing
  return (
    <Form
      action={`/achievements/${props.version.achievementId}/publish`}
      hidden={{ 'form-token': props.token }}
    >
      <Actions>
        {firstMissing === undefined ? (
          <Button>{props.nextVersion === 1 ? t.publish : t.publishNext(props.nextVersion)}</Button>
        ) : (
          <>
            <ButtonLink href={placeOfFact(props, firstMissing)}>{t.complete}</ButtonLink>
            {offered.map((nature) => (
              <Button key={nature} name="as" value={nature} line>
                {t.publishAs(words.natures[nature].name)}
              </Button>
            ))}
          </>
        )}
        {back}
      </Actions>
    </Form>
  )
}

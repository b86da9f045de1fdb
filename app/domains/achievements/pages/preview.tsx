import type { Assessment } from '@insigne/badge-quality'
import type { Locale } from '../../../infra/i18n.ts'
import { Actions, Button, ButtonLink } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { List } from '../../../ui/receipt.tsx'
import { Section } from '../../../ui/section.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import type { Registration } from '../../frameworks/index.ts'
import type { Organisation } from '../../organisations/index.ts'
import { emptyFacts, type Facts, type FurtherStep, factsOfStep, furtherSteps } from '../facts.ts'
import { registerWords } from '../register-words.ts'
import { isRefusing, type Refusing } from '../registered.ts'
import { registrationRefused } from '../registration-refused.ts'
import { missingFacts, type NeededFact, supportedNatures } from '../rules.ts'
import type { AchievementVersion } from '../store.ts'
import { achievementWords } from '../words.ts'
import { AchievementView } from './achievement.tsx'
import { stepOfFact } from './standing.tsx'
import { StepNav, stepPath } from './step-nav.tsx'

export interface PreviewProps {
  locale: Locale
  token: string
  organisation: Organisation
  facts: Facts
  /** The draft as its readers will see it. */
  version: AchievementVersion
  /** The number that publishing gives. */
  nextVersion: number
  /** What differs from the published version; undefined while nothing is published. */
  changed: readonly (keyof Facts)[] | undefined
  assessment: Assessment
  /** What the register says of the number, where the badge declares one. */
  answer: Registration | undefined
  canPublish: boolean
}

/** Screen 6: the public page as it will be, and the way out of what is missing. */
export const PreviewPage = (props: PreviewProps) => {
  const t = achievementWords(props.locale).designer
  const { achievementId } = props.version
  const missing = missingFacts(props.facts.nature, props.facts, props.organisation)
  const stopped: NeededFact[] = isRefusing(props.answer) ? [...missing, 'registration'] : missing
  return (
    <div class="flow-wide">
      <StepNav locale={props.locale} step="preview" achievementId={achievementId} />
      {missing.length > 0 && <Missing {...props} missing={missing} />}
      {isRefusing(props.answer) && <Refused {...props} answer={props.answer} />}
      {stopped.length === 0 && (
        <Notice>
          <p>{props.nextVersion === 1 ? t.previewLead : t.previewRevision}</p>
        </Notice>
      )}
      {props.changed !== undefined && isTranslationOlder(props.facts, props.changed) && (
        <Notice tone="warn">
          <p>
            <a href={stepPath(achievementId, 'translation')}>
              {achievementWords(props.locale).translation.older}
            </a>
          </p>
        </Notice>
      )}
      <Publish {...props} missing={stopped} />
      <Further {...props} />
      <Sheet wide label={t.publicPage}>
        <AchievementView {...props} />
      </Sheet>
    </div>
  )
}

/** The text changed and its translation did not. */
const isTranslationOlder = (facts: Facts, changed: readonly (keyof Facts)[]): boolean =>
  Object.keys(facts.translations).length > 0 &&
  !changed.includes('translations') &&
  (['name', 'action', 'situation', 'criteria', 'description'] as const).some((key) => changed.includes(key))

/** The three screens that one may leave aside, and whether they hold something. */
const Further = ({ locale, facts, version }: PreviewProps) => {
  const words = achievementWords(locale)
  const t = words.further
  return (
    <Section title={t.title} aside={t.lead}>
      <List
        items={furtherSteps.map((step) => (
          <>
            <a href={stepPath(version.achievementId, step)}>{words.steps[step]}</a>{' '}
            <span class="small soft">{isFilled(facts, step) ? t.filled : t.empty}</span>
          </>
        ))}
      />
    </Section>
  )
}

const isFilled = (facts: Facts, step: FurtherStep): boolean => {
  const nothing = emptyFacts(facts.nature, facts.language)
  return factsOfStep[step].some((key) => JSON.stringify(facts[key]) !== JSON.stringify(nothing[key]))
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

/** What the register says of the number, with the way to it and the way out: the same sentence as programs get. */
const Refused = (props: PreviewProps & { answer: Refusing }) => {
  const { locale, facts } = props
  return (
    <Notice tone="warn" title={registerWords(locale).refusedTitle}>
      <p>
        <a href={placeOfFact(props, 'registration')}>
          {registrationRefused(locale, facts, props.answer).say(locale)}
        </a>
      </p>
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
  if (props.changed?.length === 0)
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

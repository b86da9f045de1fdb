import { Button } from '../../../ui/button.tsx'
import { CheckboxGroup } from '../../../ui/choice.tsx'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { savoirEtre } from '../../frameworks/index.ts'
import { sampleSet } from '../advice.ts'
import { maxCriteria, maxOtherAlignments } from '../schema.ts'
import { listIn, textIn } from '../typed.ts'
import { achievementWords } from '../words.ts'
import type { StepProps } from './designer.tsx'
import { adviceFor, stepField } from './step-field.tsx'

/** Screen 2: what the person does, the criteria, the frameworks. */
export const ActionFields = (props: StepProps) => {
  const words = achievementWords(props.locale)
  const t = words.designer
  const sample = words.samples[sampleSet[props.facts.nature]]
  return (
    <>
      <TextField {...stepField(props, 'name', sample.name)} label={t.name} hint={t.nameHint} />
      <Situation {...props} />
      <TextArea
        {...stepField(props, 'action', sample.action)}
        label={t.action}
        hint={t.actionHint}
        rows={3}
      />
      <Criteria {...props} />
      <Description {...props} />
      <div class="flow" id={skillsId} data-live>
        <Skills {...props} />
      </div>
      <OtherAlignments {...props} />
    </>
  )
}

/** The id of the part with the skills: it is drawn again while somebody types. */
export const skillsId = 'skills'

/** Skills found from the words, then the sixteen that everybody in France knows. */
export const Skills = (props: Pick<StepProps, 'locale' | 'values' | 'errors' | 'skills'>) => {
  const words = achievementWords(props.locale)
  const { skills: t, designer } = words
  const shown = props.skills.map((one) => one.sixteen)
  const rest = savoirEtre.filter(({ code }) => !shown.includes(code))
  const codes = listIn(props.values, 'code')
  return (
    <>
      {props.skills.length === 0 ? (
        <p class="hint">{t.none}</p>
      ) : (
        <CheckboxGroup
          name="skill"
          label={t.title}
          hint={t.hint}
          error={props.errors?.['skill']}
          values={props.skills.filter((one) => one.checked).map((one) => one.id)}
          options={props.skills.map(({ id, label, framework, reason }) => ({
            value: id,
            label,
            hint: (
              <>
                {reason} <span class="soft">{framework}</span>
              </>
            ),
          }))}
        />
      )}
      <details class="flow" open={rest.some(({ code }) => codes.includes(code))}>
        <summary>{t.others}</summary>
        <CheckboxGroup
          name="code"
          label={designer.softSkills}
          hint={designer.alignmentHint}
          values={codes}
          error={props.errors?.['code']}
          options={rest.map(({ code, label }) => ({ value: code, label }))}
        />
      </details>
    </>
  )
}

export const Situation = (props: StepProps) => {
  const words = achievementWords(props.locale)
  const t = words.designer
  const sample = words.samples[sampleSet[props.facts.nature]]
  return (
    <TextArea
      {...stepField(props, 'situation', sample.situation)}
      label={t.situation}
      hint={t.situationHint}
      rows={2}
    />
  )
}

export const Description = (props: StepProps) => {
  const words = achievementWords(props.locale)
  const t = words.designer
  const sample = words.samples[sampleSet[props.facts.nature]]
  return (
    <TextArea
      {...stepField(props, 'description', sample.description)}
      label={t.description}
      hint={t.descriptionHint}
      optional={t.optional}
      rows={2}
    />
  )
}

const Criteria = (props: StepProps) => {
  const words = achievementWords(props.locale)
  const t = words.designer
  const written = listIn(props.values, 'criterion')
  const rows = Math.min(Math.max(written.length + (written.at(-1) === '' ? 0 : 1), 4), maxCriteria)
  return (
    <fieldset class="field numbered" aria-describedby="criteria-hint criteria-example criteria-advice">
      <legend>{t.criteria}</legend>
      <span class="hint" id="criteria-hint">
        {t.criteriaHint}
      </span>
      <span class="hint example" id="criteria-example">
        <b>{words.advice.example}</b> {words.samples[sampleSet[props.facts.nature]].criterion}
      </span>
      {Array.from({ length: rows }, (_, row) => (
        <TextField
          key={row}
          id={`criterion.${row}`}
          name="criterion"
          label={
            <>
              <span class="vh">{t.criterion} </span>
              {row + 1}
            </>
          }
          value={written[row] ?? ''}
          error={props.errors?.[`criterion.${row}`]}
          advice={adviceFor(props, `criterion.${row}`)}
        />
      ))}
      <div class="beside" id="criteria-advice" data-live>
        {adviceFor(props, 'criteria')}
      </div>
      {rows < maxCriteria && (
        <p>
          <Button name="go" value="action" line>
            {t.moreCriteria}
          </Button>
        </p>
      )}
    </fieldset>
  )
}

const OtherAlignments = (props: StepProps) => {
  const t = achievementWords(props.locale).designer
  const filled = Array.from({ length: maxOtherAlignments }, (_, row) => row).filter((row) =>
    ['name', 'url', 'framework'].some((part) => textIn(props.values, `others.${row}.${part}`) !== ''),
  )
  const rows = Math.min((filled.at(-1) ?? -1) + 2, maxOtherAlignments)
  return (
    <>
      {Array.from({ length: rows }, (_, row) => {
        const part = (name: string) => ({
          name: `others.${row}.${name}`,
          value: textIn(props.values, `others.${row}.${name}`),
          error: props.errors?.[`others.${row}.${name}`],
        })
        const open = filled.includes(row)
        return (
          <details key={row} class="flow" open={open}>
            <summary>{t.otherAlignment}</summary>
            <TextField {...part('name')} label={t.otherName} />
            <TextField {...part('url')} label={t.otherUrl} inputMode="url" spellcheck={false} />
            <TextField {...part('framework')} label={t.otherFramework} optional={t.optional} />
            <TextField {...part('code')} label={t.otherCode} optional={t.optional} width="medium" />
          </details>
        )
      })}
    </>
  )
}

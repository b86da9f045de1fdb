import { Advice } from '../../../ui/advice.tsx'
import { Button } from '../../../ui/button.tsx'
import { CheckboxGroup } from '../../../ui/choice.tsx'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { savoirEtre } from '../../frameworks/index.ts'
import { maxCriteria, maxOtherAlignments } from '../schema.ts'
import { judgingWord } from '../wording.ts'
import { achievementWords } from '../words.ts'
import type { StepProps } from './designer.tsx'
import { typedList, typedText } from './step-nature.tsx'

/** Screen 2: what the person does, the criteria, the frameworks. */
export const ActionFields = (props: StepProps) => {
  const t = achievementWords(props.locale).designer
  const field = (name: string) => ({
    name,
    value: typedText(props, name),
    error: props.errors?.[name],
  })
  return (
    <>
      <TextField {...field('name')} label={t.name} hint={t.nameHint} />
      <TextArea {...field('situation')} label={t.situation} hint={t.situationHint} rows={2} />
      <TextArea {...field('action')} label={t.action} hint={t.actionHint} rows={3} />
      <Criteria {...props} />
      <TextArea
        {...field('description')}
        label={t.description}
        hint={t.descriptionHint}
        optional={t.optional}
        rows={2}
      />
      <details class="flow" open={typedList(props, 'code').length > 0}>
        <summary>{t.alignment}</summary>
        <CheckboxGroup
          name="code"
          label={t.softSkills}
          hint={t.alignmentHint}
          values={typedList(props, 'code')}
          error={props.errors?.['code']}
          options={savoirEtre.map(({ code, label }) => ({ value: code, label }))}
        />
      </details>
      <OtherAlignments {...props} />
    </>
  )
}

const Criteria = (props: StepProps) => {
  const t = achievementWords(props.locale).designer
  const written = typedList(props, 'criterion')
  const rows = Math.min(Math.max(written.length + 1, 4), maxCriteria)
  // One piece of advice a screen: the first criterion that needs it.
  const advised = written.findIndex((text) => judgingWord(text, props.facts.language) !== undefined)
  return (
    <fieldset class="field numbered" aria-describedby="criteria-hint">
      <legend>{t.criteria}</legend>
      <span class="hint" id="criteria-hint">
        {t.criteriaHint}
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
          after={
            row === advised && (
              <Advice
                title={t.judges(judgingWord(written[row] ?? '', props.facts.language) ?? '')}
                sample={t.judgesSample}
              >
                {t.judgesHint}
              </Advice>
            )
          }
        />
      ))}
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
    ['name', 'url', 'framework'].some((part) => typedText(props, `others.${row}.${part}`) !== ''),
  )
  const rows = Math.min((filled.at(-1) ?? -1) + 2, maxOtherAlignments)
  return (
    <>
      {Array.from({ length: rows }, (_, row) => {
        const part = (name: string) => ({
          name: `others.${row}.${name}`,
          value: typedText(props, `others.${row}.${name}`),
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

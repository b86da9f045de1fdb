import { Button } from '../../../ui/button.tsx'
import { Select, TextArea, TextField } from '../../../ui/field.tsx'
import { isMeasured, resultKinds } from '../results.ts'
import { maxLevels, maxResults } from '../schema-further.ts'
import { textIn } from '../typed.ts'
import { achievementWords } from '../words.ts'
import type { StepProps } from './designer.tsx'
import { stepField } from './step-field.tsx'

/** A further screen: what an assessment may find out, and the levels of its grid. */
export const ResultsFields = (props: StepProps) => {
  const t = achievementWords(props.locale).results
  const filled = Array.from({ length: maxResults }, (_, row) => row).filter((row) => isBegun(props, row))
  const rows = Math.min((filled.at(-1) ?? -1) + 2, maxResults)
  return (
    <>
      <p class="hint">{t.lead}</p>
      {Array.from({ length: rows }, (_, row) => (
        <details key={row} class="flow" open={filled.includes(row) || rows === 1}>
          <summary>{t.one(row + 1)}</summary>
          <ResultRow {...props} row={row} />
        </details>
      ))}
      <p>
        <Button name="go" value="results" line>
          {t.more}
        </Button>
      </p>
    </>
  )
}

const isBegun = (props: StepProps, row: number): boolean =>
  ['name', 'kind', 'required'].some((part) => textIn(props.values, `results.${row}.${part}`) !== '') ||
  Object.keys(props.errors ?? {}).some((field) => field.startsWith(`results.${row}.`))

const ResultRow = (props: StepProps & { row: number }) => {
  const words = achievementWords(props.locale)
  const { results: t, designer, samples } = words
  const at = (name: string, sample?: string) => stepField(props, `results.${props.row}.${name}`, sample)
  const kind = resultKinds.find((one) => one === textIn(props.values, `results.${props.row}.kind`))
  const sampleOf = (sample: string) => (props.row === 0 ? sample : undefined)
  return (
    <>
      <TextField {...at('name', sampleOf(samples.resultName))} label={t.name} hint={t.nameHint} />
      <Select
        {...at('kind')}
        label={t.kind}
        blank={t.noKind}
        options={resultKinds.map((one) => ({ value: one, label: t.kinds[one] }))}
      />
      {(kind === undefined || kind === 'RubricCriterionLevel') && <Levels {...props} />}
      {(kind === 'PerformanceLevel' || kind === 'LetterGrade') && (
        <TextArea {...at('allowed')} label={t.allowed} hint={t.allowedHint} rows={3} />
      )}
      {kind !== undefined && isMeasured(kind) && (
        <>
          <TextField {...at('min')} label={t.min} optional={designer.optional} width="short" />
          <TextField {...at('max')} label={t.max} optional={designer.optional} width="short" />
        </>
      )}
      <TextField {...at('required')} label={t.required} hint={t.requiredHint} optional={designer.optional} />
    </>
  )
}

const Levels = (props: StepProps & { row: number }) => {
  const words = achievementWords(props.locale)
  const { results: t, designer, samples } = words
  const name = (level: number, part: string) => `results.${props.row}.levels.${level}.${part}`
  const filled = Array.from({ length: maxLevels }, (_, level) => level).filter(
    (level) => textIn(props.values, name(level, 'name')) !== '',
  )
  const rows = Math.min(Math.max((filled.at(-1) ?? -1) + 2, 2), maxLevels)
  return (
    <>
      {Array.from({ length: rows }, (_, level) => {
        const sample = props.row === 0 && level === 0
        return (
          <fieldset key={level} class="field">
            <legend>{t.level(level + 1)}</legend>
            <TextField
              {...stepField(props, name(level, 'name'), sample ? samples.levelName : undefined)}
              label={t.levelName}
            />
            <TextArea
              {...stepField(props, name(level, 'description'), sample ? samples.levelDescription : undefined)}
              label={t.levelDescription}
              rows={2}
            />
            <details class="flow" open={textIn(props.values, name(level, 'url')) !== ''}>
              <summary>{designer.alignment}</summary>
              <TextField
                {...stepField(props, name(level, 'target'))}
                label={t.levelTarget}
                optional={designer.optional}
              />
              <TextField
                {...stepField(props, name(level, 'url'))}
                label={t.levelUrl}
                optional={designer.optional}
                inputMode="url"
                spellcheck={false}
              />
            </details>
          </fieldset>
        )
      })}
    </>
  )
}

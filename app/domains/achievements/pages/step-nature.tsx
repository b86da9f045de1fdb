import { RadioGroup } from '../../../ui/choice.tsx'
import { Select, TextField } from '../../../ui/field.tsx'
import { Stamp } from '../../../ui/stamp/stamp.tsx'
import { emptyFacts, languages, natures, registers } from '../facts.ts'
import { designOf } from '../image.ts'
import { achievementWords } from '../words.ts'
import type { StepProps } from './designer.tsx'

export const typedText = (props: Pick<StepProps, 'values'>, name: string): string => {
  const value = props.values[name]
  return typeof value === 'string' ? value : ''
}

/** The same name several times: one text or a list of them. */
export const typedList = (props: Pick<StepProps, 'values'>, name: string): string[] => {
  const value = props.values[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

/** Screen 1: what kind of recognition. */
export const NatureFields = (props: StepProps) => {
  const words = achievementWords(props.locale)
  const t = words.designer
  return (
    <>
      <RadioGroup
        name="nature"
        label={t.natureLegend}
        hint={t.natureHint}
        error={props.errors?.['nature']}
        value={typedText(props, 'nature')}
        options={natures.map((nature) => ({
          value: nature,
          label: <b>{words.natures[nature].name}</b>,
          picture: <Stamp {...designOf(emptyFacts(nature, props.locale))} size={44} />,
          hint: words.natures[nature].hint,
        }))}
      />
      <details
        class="flow"
        open={typedText(props, 'nature') === 'registered' || typedText(props, 'number') !== ''}
      >
        <summary>{t.registered}</summary>
        <Select
          name="register"
          label={t.register}
          hint={t.registerHint}
          error={props.errors?.['register']}
          value={typedText(props, 'register')}
          blank={t.noRegister}
          options={registers.map((register) => ({ value: register, label: register }))}
        />
        <TextField
          name="number"
          label={t.number}
          hint={t.numberHint}
          optional={t.optional}
          error={props.errors?.['number']}
          value={typedText(props, 'number')}
          width="short"
        />
      </details>
      <Select
        name="language"
        label={t.language}
        error={props.errors?.['language']}
        value={typedText(props, 'language')}
        options={languages.map((language) => ({ value: language, label: words.languages[language] }))}
      />
    </>
  )
}

import { RadioGroup } from '../../../ui/choice.tsx'
import { Select, TextField } from '../../../ui/field.tsx'
import { Stamp } from '../../../ui/stamp/stamp.tsx'
import { emptyFacts, languages, natures, registers } from '../facts.ts'
import { designOf } from '../image.ts'
import { textIn } from '../typed.ts'
import { achievementWords } from '../words.ts'
import type { StepProps } from './designer.tsx'
import { stepField } from './step-field.tsx'

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
        value={textIn(props.values, 'nature')}
        options={natures.map((nature) => ({
          value: nature,
          label: <b>{words.natures[nature].name}</b>,
          picture: <Stamp {...designOf(emptyFacts(nature, props.locale))} size={44} />,
          hint: words.natures[nature].hint,
        }))}
      />
      <details
        class="flow"
        open={textIn(props.values, 'nature') === 'registered' || textIn(props.values, 'number') !== ''}
      >
        <summary>{t.registered}</summary>
        <Select
          name="register"
          label={t.register}
          hint={t.registerHint}
          error={props.errors?.['register']}
          value={textIn(props.values, 'register')}
          blank={t.noRegister}
          options={registers.map((register) => ({ value: register, label: register }))}
        />
        <TextField
          {...stepField(props, 'number', words.samples.number)}
          label={t.number}
          hint={t.numberHint}
          optional={t.optional}
          width="short"
        />
      </details>
      <Select
        name="language"
        label={t.language}
        error={props.errors?.['language']}
        value={textIn(props.values, 'language')}
        options={languages.map((language) => ({ value: language, label: words.languages[language] }))}
      />
    </>
  )
}

import { RadioGroup } from '../../../ui/choice.tsx'
import { Select, TextArea, TextField } from '../../../ui/field.tsx'
import { eqfLevels, participationForms, supervisions } from '../micro-credential.ts'
import { textIn } from '../typed.ts'
import { achievementWords } from '../words.ts'
import type { StepProps } from './designer.tsx'
import { stepField } from './step-field.tsx'

/** A further screen: what the European list of micro-credentials asks for beyond the rest. Everything may wait. */
export const EuropeFields = (props: StepProps) => {
  const words = achievementWords(props.locale)
  const { europe: t, samples, designer } = words
  const undecided = { value: '', label: designer.undecided }
  return (
    <>
      <p class="hint">{t.lead}</p>
      <details class="flow" open>
        <summary>{t.workloadGroup}</summary>
        <TextField
          {...stepField(props, 'hours', samples.hours)}
          label={t.hoursField}
          hint={t.hoursHint}
          optional={designer.optional}
          inputMode="numeric"
          width="short"
        />
        <TextField
          {...stepField(props, 'ects')}
          label={t.ectsField}
          hint={t.ectsHint}
          optional={designer.optional}
          inputMode="numeric"
          width="short"
        />
        <Select
          {...stepField(props, 'eqfLevel')}
          label={t.level}
          hint={t.levelHint}
          blank={t.noLevel}
          options={eqfLevels.map((level) => ({ value: String(level), label: t.levelOption(level) }))}
        />
      </details>
      <details class="flow" open={isFilled(props, 'participationForm', 'supervision')}>
        <summary>{t.participationGroup}</summary>
        <RadioGroup
          {...stepField(props, 'participationForm')}
          label={t.participation}
          options={[
            ...participationForms.map((form) => ({ value: form, label: t.participationForms[form] })),
            undecided,
          ]}
        />
        <RadioGroup
          {...stepField(props, 'supervision')}
          label={t.supervision}
          options={[...supervisions.map((one) => ({ value: one, label: t.supervisions[one] })), undecided]}
        />
      </details>
      <details
        class="flow"
        open={isFilled(props, 'prerequisites', 'stackability', 'partOf', 'partUrl', 'furtherInformation')}
      >
        <summary>{t.placeGroup}</summary>
        <TextArea
          {...stepField(props, 'prerequisites', samples.prerequisites)}
          label={t.prerequisites}
          hint={t.prerequisitesHint}
          optional={designer.optional}
          rows={2}
        />
        <RadioGroup
          {...stepField(props, 'stackability')}
          label={t.stackability}
          options={[
            { value: 'standalone', label: t.standalone },
            { value: 'part', label: t.part },
            undecided,
          ]}
        />
        <TextField
          {...stepField(props, 'partOf', samples.partOf)}
          label={t.partName}
          optional={designer.optional}
        />
        <TextField
          {...stepField(props, 'partUrl')}
          label={t.partUrl}
          optional={designer.optional}
          inputMode="url"
          spellcheck={false}
        />
        <TextField
          {...stepField(props, 'furtherInformation', samples.furtherInformation)}
          label={t.furtherInformation}
          optional={designer.optional}
          inputMode="url"
          spellcheck={false}
        />
      </details>
    </>
  )
}

/** A fold that holds an answer or a fault stands open. */
const isFilled = (props: StepProps, ...names: string[]): boolean =>
  names.some((name) => textIn(props.values, name) !== '' || props.errors?.[name] !== undefined)

import { RadioGroup } from '../../../ui/choice.tsx'
import { TextField } from '../../../ui/field.tsx'
import { assessmentKinds, evidenceRules, identityChecks } from '../facts.ts'
import { achievementWords } from '../words.ts'
import type { StepProps } from './designer.tsx'
import { stepField } from './step-field.tsx'

/** Screen 3: how it is checked. */
export const ChecksFields = (props: StepProps) => {
  const words = achievementWords(props.locale)
  const t = words.designer
  return (
    <>
      <RadioGroup
        {...stepField(props, 'assessment')}
        label={t.assessment}
        options={assessmentKinds.map((kind) => ({ value: kind, label: words.assessments[kind] }))}
      />
      <TextField
        {...stepField(props, 'note', words.samples.assessmentNote)}
        label={t.assessmentNote}
        hint={t.assessmentNoteHint}
        optional={t.optional}
      />
      <RadioGroup
        {...stepField(props, 'evidenceRule')}
        label={t.evidence}
        hint={t.evidenceHint}
        options={evidenceRules.map((rule) => ({ value: rule, label: words.evidenceRules[rule] }))}
      />
      <RadioGroup
        {...stepField(props, 'grid')}
        label={t.grid}
        options={[
          { value: 'yes', label: words.page.yes },
          { value: 'no', label: words.page.no },
          { value: '', label: t.undecided },
        ]}
      />
    </>
  )
}

/** Screen 4: who checks. */
export const AssessorFields = (props: StepProps) => {
  const words = achievementWords(props.locale)
  const t = words.designer
  return (
    <>
      <RadioGroup
        {...stepField(props, 'independent')}
        label={t.independent}
        options={(['yes', 'no'] as const).map((answer) => ({
          value: answer,
          label: words.independence[answer],
        }))}
      />
      <TextField
        {...stepField(props, 'role', words.samples.role)}
        label={t.assessorRole}
        hint={t.assessorRoleHint}
      />
      <RadioGroup
        {...stepField(props, 'identityCheck')}
        label={t.identity}
        options={[
          ...identityChecks.map((check) => ({ value: check, label: words.identityChecks[check] })),
          { value: '', label: t.undecided },
        ]}
      />
    </>
  )
}

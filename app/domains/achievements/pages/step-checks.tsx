import { RadioGroup } from '../../../ui/choice.tsx'
import { TextField } from '../../../ui/field.tsx'
import { assessmentKinds, evidenceRules, identityChecks } from '../facts.ts'
import { achievementWords } from '../words.ts'
import type { StepProps } from './designer.tsx'
import { typedText } from './step-nature.tsx'

/** Screen 3: how it is checked. */
export const ChecksFields = (props: StepProps) => {
  const words = achievementWords(props.locale)
  const t = words.designer
  return (
    <>
      <RadioGroup
        name="assessment"
        label={t.assessment}
        error={props.errors?.['assessment']}
        value={typedText(props, 'assessment')}
        options={assessmentKinds.map((kind) => ({ value: kind, label: words.assessments[kind] }))}
      />
      <TextField
        name="note"
        label={t.assessmentNote}
        hint={t.assessmentNoteHint}
        optional={t.optional}
        error={props.errors?.['note']}
        value={typedText(props, 'note')}
      />
      <RadioGroup
        name="evidenceRule"
        label={t.evidence}
        hint={t.evidenceHint}
        error={props.errors?.['evidenceRule']}
        value={typedText(props, 'evidenceRule')}
        options={evidenceRules.map((rule) => ({ value: rule, label: words.evidenceRules[rule] }))}
      />
      <RadioGroup
        name="grid"
        label={t.grid}
        error={props.errors?.['grid']}
        value={typedText(props, 'grid')}
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
        name="independent"
        label={t.independent}
        error={props.errors?.['independent']}
        value={typedText(props, 'independent')}
        options={(['yes', 'no'] as const).map((answer) => ({
          value: answer,
          label: words.independence[answer],
        }))}
      />
      <TextField
        name="role"
        label={t.assessorRole}
        hint={t.assessorRoleHint}
        error={props.errors?.['role']}
        value={typedText(props, 'role')}
      />
      <RadioGroup
        name="identityCheck"
        label={t.identity}
        error={props.errors?.['identityCheck']}
        value={typedText(props, 'identityCheck')}
        options={[
          ...identityChecks.map((check) => ({ value: check, label: words.identityChecks[check] })),
          { value: '', label: t.undecided },
        ]}
      />
    </>
  )
}

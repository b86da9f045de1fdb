import type { ComponentChildren } from 'preact'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { HiddenFields } from '../../../ui/form.tsx'
import { translationTarget } from '../schema-further.ts'
import { listIn } from '../typed.ts'
import { achievementWords } from '../words.ts'
import type { StepProps } from './designer.tsx'
import { adviceFor, stepField } from './step-field.tsx'

/** A further screen: the same texts in another language, each under its original. */
export const TranslationFields = (props: StepProps) => {
  const words = achievementWords(props.locale)
  const { translation: t, designer, samples } = words
  const { facts } = props
  const target = translationTarget(facts)
  const typed = listIn(props.values, 'criterion')
  return (
    <>
      <HiddenFields values={{ target }} />
      <p class="hint">{t.lead}</p>
      <p class="hint">{t.partial}</p>
      <div class="beside" id="translation-advice" data-live>
        {adviceFor(props, 'translation')}
      </div>
      <h2>{t.inThe[target]}</h2>
      <TextField
        {...stepField(props, 'name', samples.translatedName[target])}
        label={designer.name}
        hint={<Original {...props}>{facts.name}</Original>}
      />
      {facts.situation !== '' && (
        <TextArea
          {...stepField(props, 'situation')}
          label={designer.situation}
          hint={<Original {...props}>{facts.situation}</Original>}
          rows={2}
        />
      )}
      <TextArea
        {...stepField(props, 'action', samples.translatedAction[target])}
        label={designer.action}
        hint={<Original {...props}>{facts.action}</Original>}
        rows={3}
      />
      {facts.criteria.length > 0 && (
        <fieldset class="field">
          <legend>{designer.criteria}</legend>
          {facts.criteria.map((criterion, row) => (
            <TextField
              key={row}
              id={`criterion.${row}`}
              name="criterion"
              label={`${designer.criterion} ${row + 1}`}
              hint={<Original {...props}>{criterion}</Original>}
              value={typed[row] ?? ''}
              error={props.errors?.[`criterion.${row}`]}
            />
          ))}
        </fieldset>
      )}
      {facts.description !== '' && (
        <TextArea
          {...stepField(props, 'description')}
          label={designer.description}
          hint={<Original {...props}>{facts.description}</Original>}
          rows={2}
        />
      )}
    </>
  )
}

const Original = ({ locale, facts, children }: StepProps & { children: ComponentChildren }) => (
  <>
    {achievementWords(locale).translation.original}
    {locale === 'fr' ? '\u00a0: ' : ': '}
    <span lang={facts.language}>{children}</span>
  </>
)

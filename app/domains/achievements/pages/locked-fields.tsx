import { Receipt } from '../../../ui/receipt.tsx'
import { type Facts, factsOfStep } from '../facts.ts'
import { openFacts, type TemplateOrigin } from '../template.ts'
import { achievementWords } from '../words.ts'
import type { DesignerProps } from './designer.tsx'
import { sayFact } from './say-fact.ts'
import { Description, Situation } from './step-action.tsx'
import { AssessorFields } from './step-checks.tsx'
import { LookFields } from './step-look.tsx'

/** A screen of a badge that follows a network's model: what the network set is read, what it left open is written. */
export const LockedFields = (props: DesignerProps & { template: TemplateOrigin }) => {
  const words = achievementWords(props.locale)
  const open = openFacts(props.template)
  const kept: readonly (keyof Facts)[] = factsOfStep[props.step]
  const locked = kept.filter((key) => !open.includes(key) && key !== 'illustrative')
  return (
    <>
      {locked.length > 0 && (
        <div class="flow">
          <p class="hint">{words.templates.lockedBy(props.template.network.name)}</p>
          <Receipt
            lines={locked.map((key) => ({
              key,
              label: words.fields[key],
              value: sayFact(props.locale, props.facts, key),
            }))}
          />
        </div>
      )}
      {props.step === 'action' && open.includes('situation') && <Situation {...props} />}
      {props.step === 'action' && open.includes('description') && <Description {...props} />}
      {props.step === 'assessor' && open.includes('assessor') && <AssessorFields {...props} />}
      {props.step === 'look' && open.includes('look') && <LookFields {...props} />}
    </>
  )
}

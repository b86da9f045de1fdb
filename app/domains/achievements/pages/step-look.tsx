import { CheckboxField, RadioGroup } from '../../../ui/choice.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Island } from '../../../ui/islands/island.tsx'
import { colourSetIds } from '../../../ui/stamp/colours.ts'
import { Stamp } from '../../../ui/stamp/stamp.tsx'
import { symbolIds } from '../../../ui/stamp/symbols.ts'
import { designOf, markLabel } from '../image.ts'
import { textIn } from '../typed.ts'
import { achievementWords } from '../words.ts'
import type { StepProps } from './designer.tsx'
import { stepField } from './step-field.tsx'

/** Screen 5: the mark. Choices only, so that every result is readable. */
export const LookFields = (props: StepProps) => {
  const words = achievementWords(props.locale)
  const t = words.designer
  const design = designOf(props.facts)
  return (
    <>
      <Island
        name="stamp-preview"
        props={{
          design,
          size: 184,
          label: markLabel(props.facts),
          fields: { symbol: 'symbol', colours: 'colours', ringText: 'ringText' },
        }}
      />
      <RadioGroup
        name="colours"
        label={t.colours}
        hint={t.coloursHint}
        plate
        error={props.errors?.['colours']}
        value={textIn(props.values, 'colours')}
        options={colourSetIds.map((colours) => ({
          value: colours,
          label: words.colours[colours],
          picture: <Stamp {...design} colours={colours} size={56} />,
        }))}
      />
      <RadioGroup
        name="symbol"
        label={t.symbol}
        plate
        error={props.errors?.['symbol']}
        value={textIn(props.values, 'symbol')}
        options={symbolIds.map((symbol) => ({
          value: symbol,
          label: words.symbols[symbol],
          picture: <Stamp {...design} symbol={symbol} size={56} />,
        }))}
      />
      <TextField
        {...stepField(props, 'ringText', words.samples.ringText)}
        label={t.ringText}
        hint={t.ringTextHint}
        optional={t.optional}
        width="medium"
      />
      {props.facts.template === null && (
        <CheckboxField
          name="illustrative"
          label={t.illustrative}
          hint={t.illustrativeHint}
          checked={props.values['illustrative'] !== undefined}
        />
      )}
    </>
  )
}

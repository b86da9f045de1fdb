import { Advice } from '../../../ui/advice.tsx'
import type { FieldAdvice } from '../advice.ts'
import { textIn } from '../typed.ts'
import { achievementWords } from '../words.ts'
import type { StepProps } from './designer.tsx'

/** The advice beside one field: nothing, or one or two short ones. */
export const AdviceBeside = ({ said }: { said: readonly FieldAdvice[] }) => (
  <>
    {said.map((one) => (
      <Advice
        key={one.title}
        title={one.title}
        good={one.tone === 'good'}
        quiet={one.tone === 'plain'}
        sample={one.sample}
      >
        {one.text}
      </Advice>
    ))}
  </>
)

/** What a field of a screen shows: what was typed, its fault, its sample, and a place for advice. */
export const stepField = (props: StepProps, name: string, sample?: string) => ({
  name,
  value: textIn(props.values, name),
  error: props.errors?.[name],
  ...(sample === undefined
    ? {}
    : { example: { label: achievementWords(props.locale).advice.example, text: sample } }),
  advice: adviceFor(props, name),
})

/** An empty place waits where nothing is said: advice may come while somebody types. */
export const adviceFor = (props: StepProps, name: string) => {
  const said = props.advice.filter((one) => one.field === name)
  return said.length === 0 ? null : <AdviceBeside said={said} />
}

import type { ComponentChildren } from 'preact'

export type TallyLine = {
  label: ComponentChildren
  count: number
  /** A part of the line above: indented, not added again. */
  part?: boolean | undefined
}

/** The sum of the lines that are not parts of another. */
export const tallyTotal = (lines: readonly TallyLine[]): number =>
  lines.reduce((sum, line) => (line.part ? sum : sum + line.count), 0)

/** Counts with leader dots. The total is computed, so what is printed always adds up. */
export const Tally = (props: {
  lines: readonly TallyLine[]
  total?: ComponentChildren
  lang: string
  id?: string | undefined
}) => {
  const format = new Intl.NumberFormat(props.lang)
  return (
    <dl class="tally" id={props.id}>
      {props.lines.map((line, index) => (
        <div key={index} class={line.part ? 'part' : undefined}>
          <dt>{line.label}</dt>
          <dd>{format.format(line.count)}</dd>
        </div>
      ))}
      {props.total && (
        <div class="total">
          <dt>{props.total}</dt>
          <dd>{format.format(tallyTotal(props.lines))}</dd>
        </div>
      )}
    </dl>
  )
}

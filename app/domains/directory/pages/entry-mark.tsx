import { Stamp } from '../../../ui/stamp/stamp.tsx'
import { shapeOf } from '../../achievements/browser.ts'
import type { ShownNature } from '../model.ts'

type Design = Parameters<typeof Stamp>[0]

/** What is drawn for a badge of somebody else that shows this nature. */
export const designOfNature = (nature: Exclude<ShownNature, 'undetermined'>) => ({
  shape: shapeOf[nature],
  ...lookOf[nature],
})

// A badge of somebody else is never shown by its own picture: asking for it would tell their server who
// reads, and a picture could look like a nature that it is not.
const lookOf = {
  participation: { symbol: 'door', colours: 'craie' },
  engagement: { symbol: 'calendar', colours: 'gaude' },
  realisation: { symbol: 'hammer', colours: 'argile' },
  competence: { symbol: 'checklist', colours: 'sarcelle' },
  certification: { symbol: 'compass', colours: 'encre' },
  registered: { symbol: 'compass', colours: 'encre' },
} as const

/** The mark of an entry: its own where it was made here, else the silhouette of the nature that it shows. */
export const EntryMark = (props: {
  nature: ShownNature
  own?: Pick<Design, 'shape' | 'symbol' | 'colours'> | undefined
  size: number
  shrink?: boolean | undefined
}) => {
  if (props.own !== undefined) return <Stamp {...props.own} size={props.size} shrink={props.shrink} />
  if (props.nature === 'undetermined') return <NoNature size={props.size} shrink={props.shrink} />
  return <Stamp {...designOfNature(props.nature)} size={props.size} shrink={props.shrink} />
}

/** No silhouette: a dashed frame, empty, for a badge that shows no nature. */
const NoNature = ({ size, shrink }: { size: number; shrink?: boolean | undefined }) => (
  <svg
    class={shrink ? 'stamp shrink' : 'stamp'}
    width={size}
    height={size}
    viewBox="0 0 100 100"
    aria-hidden="true"
  >
    <path d="M12 12H88V88H12Z" fill="none" stroke="var(--ink)" stroke-width="5" stroke-dasharray="9 7" />
    <path d="M38 50H62" stroke="var(--ink)" stroke-width="5" />
  </svg>
)

/** What is known of a fact. `unknown` means not stated, and blames nobody. */
export type FactState = 'yes' | 'no' | 'unknown'

export type TickItem = {
  state: FactState
  /** The whole fact in words, its answer included: read aloud, shown on hover. */
  label: string
  href?: string | undefined
}

/**
 * A row of facts, five by five: full, hollow, dotted. Never a total.
 * `big` numbers them and makes each a link to its fact; `itemName` is the word read before the number.
 */
export const Ticks = (props: {
  label: string
  items: readonly TickItem[]
  big?: boolean | undefined
  itemName?: string | undefined
}) => (
  <ol class={props.big ? 'ticks big' : 'ticks'} aria-label={props.label}>
    {props.items.map((item, index) => (
      <li key={index} class={index > 0 && index % 5 === 0 ? 'gap' : undefined}>
        {props.big ? (
          <a class={`tick ${item.state}`} href={item.href ?? '#'} title={item.label}>
            <span>
              {props.itemName && <span class="vh">{props.itemName} </span>}
              {index + 1}
              <span class="vh"> — {item.label}</span>
            </span>
          </a>
        ) : (
          <span class={`tick ${item.state}`} title={item.label}>
            <span class="vh">{item.label}.</span>
          </span>
        )}
      </li>
    ))}
  </ol>
)

/** What the three ticks mean, in words. */
export const TickKeys = ({ labels }: { labels: Readonly<Record<FactState, string>> }) => (
  <ul class="keys">
    {(['yes', 'no', 'unknown'] as const).map((state) => (
      <li key={state}>
        <span class={`key ${state}`} />
        {labels[state]}
      </li>
    ))}
  </ul>
)

/** The numbered ticks with their label in the receipt's own columns, and what each tick means. */
export const TickPanel = (props: {
  title: string
  items: readonly TickItem[]
  itemName: string
  keys: Readonly<Record<FactState, string>>
}) => (
  <div class="tick-panel">
    <p class="label">{props.title}</p>
    <Ticks big label={props.title} items={props.items} itemName={props.itemName} />
    <TickKeys labels={props.keys} />
  </div>
)

import type { ComponentChildren } from 'preact'
import type { FactState } from './ticks.tsx'

export type FactItem = {
  /** Fragment that opens this fact without script. */
  id: string
  state: FactState
  title: ComponentChildren
  answer: string
  detail: ComponentChildren
  open?: boolean | undefined
}

/** Facts opened one at a time. `name` groups them: opening one closes the others. */
export const Facts = ({ items, name }: { items: readonly FactItem[]; name: string }) => (
  <ol class="facts">
    {items.map((item, index) => (
      <li key={item.id}>
        <details name={name} open={item.open}>
          <summary>
            <span class="n">{index + 1}</span>
            <span class={`key ${item.state}`} />
            <span class="name">{item.title}</span>
            <span class="answer">{item.answer}</span>
          </summary>
          <div class="inside" id={item.id}>
            {item.detail}
          </div>
        </details>
      </li>
    ))}
  </ol>
)

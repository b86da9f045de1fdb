import { h, type VNode } from 'preact'
import { drawStamp, type StampDesign } from './draw.ts'
import { type Element, round } from './element.ts'

export type StampProps = StampDesign & {
  /** Side in pixels; it also chooses the drawing: from 72, from 36, below. */
  size?: number | undefined
  /** Text alternative. Without it the mark is decoration beside its name. */
  label?: string | undefined
  oneBit?: boolean | undefined
  /** At most 64 px on a phone. */
  shrink?: boolean | undefined
}

/** A mark on a page. On a dark one it keeps its ink outline and gains a paper edge. */
export const Stamp = (props: StampProps) => {
  const size = props.size ?? 96
  const { viewBox, elements } = drawStamp(props, size, {
    oneBit: props.oneBit ?? false,
    halo: { class: 'stamp-halo' },
  })
  return (
    <svg
      class={props.shrink ? 'stamp shrink' : 'stamp'}
      width={size}
      height={size}
      viewBox={viewBox}
      role={props.label ? 'img' : undefined}
      aria-label={props.label}
      aria-hidden={props.label ? undefined : 'true'}
    >
      {elements.map(elementNode)}
    </svg>
  )
}

const elementNode = (element: Element): VNode => {
  const attributes: Record<string, string> = {}
  for (const [name, value] of Object.entries(element.attributes))
    attributes[name] = typeof value === 'number' ? String(round(value)) : value
  return h(element.tag, attributes, element.text, ...(element.children ?? []).map(elementNode))
}

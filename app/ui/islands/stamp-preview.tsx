import { useEffect, useRef, useState } from 'preact/hooks'
import { colourSetIds } from '../stamp/colours.ts'
import type { StampDesign } from '../stamp/draw.ts'
import { shapeIds } from '../stamp/shapes.ts'
import { Stamp } from '../stamp/stamp.tsx'
import { symbolIds } from '../stamp/symbols.ts'

export type StampPreviewProps = {
  design: StampDesign
  size?: number | undefined
  label: string
  /** Names of the fields of the same form that change the mark. */
  fields: { shape?: string; colours?: string; symbol?: string; ringText?: string; numberBar?: string }
}

/** The mark as the form now stands, redrawn at each choice. Without script it is the saved one. */
export const StampPreview = (props: StampPreviewProps) => {
  const root = useRef<HTMLDivElement>(null)
  const [design, setDesign] = useState(props.design)
  useEffect(() => {
    const form = root.current?.closest('form')
    if (!form) return
    const update = () => setDesign((before) => designOf(new FormData(form), props.fields, before))
    update()
    form.addEventListener('input', update)
    return () => form.removeEventListener('input', update)
  }, [])
  return (
    <div ref={root}>
      <Stamp {...design} size={props.size} label={props.label} />
    </div>
  )
}

const designOf = (form: FormData, fields: StampPreviewProps['fields'], before: StampDesign): StampDesign => ({
  shape: oneOf(shapeIds, form, fields.shape) ?? before.shape,
  colours: oneOf(colourSetIds, form, fields.colours) ?? before.colours,
  symbol: oneOf(symbolIds, form, fields.symbol) ?? before.symbol,
  ringText: textOf(form, fields.ringText) ?? before.ringText,
  numberBar: textOf(form, fields.numberBar) ?? before.numberBar,
})

const textOf = (form: FormData, name: string | undefined): string | undefined => {
  const value = name === undefined ? null : form.get(name)
  return typeof value === 'string' ? value : undefined
}

const oneOf = <T extends string>(
  ids: readonly T[],
  form: FormData,
  name: string | undefined,
): T | undefined => {
  const value = textOf(form, name)
  return ids.find((id) => id === value)
}

import { create } from 'qrcode'

/** A QR code as one SVG path, dark on white in every theme. Level M: a tenth may be soiled.
 * The four clear modules that readers need around it are part of the drawing. */
export const QrCode = (props: { text: string; label: string; large?: boolean | undefined }) => {
  const { size, path } = qrPath(props.text)
  return (
    <svg
      class={props.large ? 'qr large' : 'qr'}
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      role="img"
      aria-label={props.label}
      shape-rendering="crispEdges"
    >
      <path d={path} fill="currentColor" />
    </svg>
  )
}

/** Modules joined in horizontal runs. */
export const qrPath = (text: string): { size: number; path: string } => {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  let path = ''
  for (let y = 0; y < modules.size; y += 1) {
    let run = 0
    for (let x = 0; x <= modules.size; x += 1) {
      if (x < modules.size && modules.get(y, x)) run += 1
      else if (run > 0) {
        path += `M${x - run} ${y}h${run}v1h-${run}z`
        run = 0
      }
    }
  }
  return { size: modules.size, path }
}

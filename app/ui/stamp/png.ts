import { Resvg } from '@resvg/resvg-js'
import { boldFaceFiles } from './font-file.ts'
import { type StampSvgOptions, stampSvg } from './svg.ts'

/**
 * A mark as a PNG with a transparent ground, `size` pixels square (512 unless said). Server only.
 * The same design gives the same bytes, on a machine with any fonts or none. At most 100 kB at 512 px.
 */
export const stampPng = (options: Omit<StampSvgOptions, 'size'>, size = 512): Uint8Array => {
  const drawing = new Resvg(stampSvg({ ...options, size }), {
    fitTo: { mode: 'width', value: size },
    font: {
      loadSystemFonts: false,
      fontFiles: boldFaceFiles(),
      defaultFontFamily: 'Atkinson Hyperlegible Next',
    },
    logLevel: 'off',
  })
  return new Uint8Array(drawing.render().asPng())
}

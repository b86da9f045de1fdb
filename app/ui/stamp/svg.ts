import { paper } from './colours.ts'
import { drawStamp, type StampDesign } from './draw.ts'
import { elementText, escapeXml } from './element.ts'

export type StampSvgOptions = StampDesign & {
  /** Side in pixels; it also chooses the drawing. */
  size?: number | undefined
  title?: string | undefined
  /** Pure black and white, each shape with its own trait. */
  oneBit?: boolean | undefined
}

/**
 * A mark as a file that stands alone: no variable, no style sheet, its font only named.
 * The same design gives the same bytes. At most 15 kB.
 */
export const stampSvg = (options: StampSvgOptions): string => {
  const size = options.size ?? 512
  const { viewBox, elements } = drawStamp(options, size, {
    oneBit: options.oneBit ?? false,
    halo: { fill: paper, stroke: paper },
  })
  const title = plain(options.title ?? '')
  const name = title === '' ? ' aria-hidden="true"' : ' role="img"'
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="${viewBox}"${name}>`
  return `${head}${title === '' ? '' : `<title>${title}</title>`}${elements.map(elementText).join('')}</svg>`
}

// XML 1.0 takes no control sign and no lone surrogate, not even escaped.
const plain = (text: string): string =>
  escapeXml(
    text
      .toWellFormed()
      .replace(/[\p{Cc}\ufffe\uffff]+/gu, ' ')
      .trim()
      .slice(0, 300)
      .toWellFormed(),
  )

/** A drawing as data, so that one engine serves a text, a page and a test. */
export type Element = {
  tag: 'g' | 'path' | 'rect' | 'circle' | 'text'
  attributes: Readonly<Record<string, string | number>>
  children?: readonly Element[]
  text?: string
}

/** Two decimals are a hundredth of the grid: enough, and the same bytes everywhere. */
export const round = (value: number): number => Math.round(value * 100) / 100 + 0

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

export const elementText = (element: Element): string => {
  const attributes = Object.entries(element.attributes)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? round(value) : escapeXml(value)}"`)
    .join('')
  const inside = `${element.text === undefined ? '' : escapeXml(element.text)}${(element.children ?? []).map(elementText).join('')}`
  return inside === ''
    ? `<${element.tag}${attributes}/>`
    : `<${element.tag}${attributes}>${inside}</${element.tag}>`
}

/** A docstring, in its parts. */
export interface Docstring {
  /** Markdown. */
  description: string
  /** What each parameter is, by its name. */
  parameters: Map<string, string>
  /** Codes that are thrown, as written; empty when nothing is said. */
  throws: string
  examples: string[]
}

/** Reads a JSDoc comment: text, then `@param name …`, `@throws …` and `@example`. Other tags are refused. */
export function readDocstring(comment: string): Docstring {
  const lines = comment
    .replace(/^\/\*\*[ \t]?|\s*\*\/$/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd())
  const parts: { tag: string; lines: string[] }[] = [{ tag: '', lines: [] }]
  for (const line of lines) {
    const tag = /^@([a-z]+)\s*(.*)$/.exec(line)
    if (tag) parts.push({ tag: tag[1] ?? '', lines: [tag[2] ?? ''] })
    else parts.at(-1)?.lines.push(line)
  }
  const found: Docstring = { description: '', parameters: new Map(), throws: '', examples: [] }
  for (const { tag, lines: own } of parts) {
    const text = own.join('\n').trim()
    const flat = text.replace(/\s+/g, ' ')
    const [name = '', ...words] = flat.split(' ')
    if (tag === '') found.description = text
    else if (tag === 'param') found.parameters.set(name, words.join(' '))
    else if (tag === 'throws') found.throws = flat
    else if (tag === 'example') found.examples.push(text)
    else throw new Error(`The tag @${tag} is not one of ours`)
  }
  return found
}

/** A browser without script: keeps its cookies, reads a form before it sends it. */
export class Visitor {
  readonly base: string
  private readonly cookies = new Map<string, string>()

  constructor(base: string) {
    this.base = base
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.keep(
      await fetch(new URL(path, this.base), {
        headers: { cookie: this.cookie(), ...headers },
        redirect: 'manual',
      }),
    )
  }

  /** Follows redirects, as a browser does after a form. */
  async open(path: string): Promise<{ path: string; status: number; html: string }> {
    let response = await this.get(path)
    let at = path
    for (let hops = 0; hops < 5 && response.status >= 300 && response.status < 400; hops++) {
      at = response.headers.get('location') ?? '/'
      response = await this.get(at)
    }
    return { path: new URL(at, this.base).pathname, status: response.status, html: await response.text() }
  }

  /** Sends the form of `page` whose action is `action`, with its hidden fields and these answers. */
  async send(
    page: string,
    action: RegExp | string,
    answers: Record<string, string | string[] | Blob> = {},
  ): Promise<{ path: string; status: number; html: string }> {
    const { html } = await this.open(page)
    const form = formsOf(html).find((one) =>
      typeof action === 'string' ? one.action === action : action.test(one.action),
    )
    if (form === undefined)
      throw new Error(`No form ${action} on ${page}: ${formsOf(html).map((one) => one.action)}`)
    const body = new FormData()
    for (const [name, value] of Object.entries({ ...form.fields, ...answers }))
      for (const one of Array.isArray(value) ? value : [value]) body.append(name, one)
    const response = this.keep(
      await fetch(new URL(form.action || page, this.base), {
        method: 'POST',
        body,
        headers: { cookie: this.cookie(), origin: this.base },
        redirect: 'manual',
      }),
    )
    const next = response.headers.get('location')
    if (next !== null) return this.open(next)
    return { path: form.action, status: response.status, html: await response.text() }
  }

  private cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  private keep(response: Response): Response {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      const value = pair.slice(at + 1)
      if (value === '') this.cookies.delete(pair.slice(0, at))
      else this.cookies.set(pair.slice(0, at), value)
    }
    return response
  }
}

interface PlainForm {
  action: string
  fields: Record<string, string>
}

/** The forms of a page with what they would send untouched: enough for our own plain markup. */
export function formsOf(html: string): PlainForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = '', inside = '']) => {
    const fields: Record<string, string> = {}
    for (const [input] of inside.matchAll(/<input\b[^>]*>/g)) {
      const name = attribute(input, 'name')
      const type = attribute(input, 'type') ?? 'text'
      if (name === undefined || type === 'file' || type === 'submit') continue
      if ((type === 'checkbox' || type === 'radio') && !/\schecked/.test(input)) continue
      fields[name] = attribute(input, 'value') ?? ''
    }
    for (const [, tag = '', text = ''] of inside.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g))
      fields[attribute(tag, 'name') ?? ''] = decode(text)
    return { action: attribute(head, 'action') ?? '', fields }
  })
}

const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(` ${tag}`)?.[1]
  return found === undefined ? undefined : decode(found)
}

const decode = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

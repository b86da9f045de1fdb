import type { Locale } from '../i18n.ts'

/** A message as its author writes it: sentences, and at most one thing to do. */
export interface Letter {
  locale: Locale
  subject: string
  greeting?: string
  paragraphs: string[]
  action?: { label: string; url: string }
  /** A code to copy by hand, shown large. */
  code?: string
  /** Small print: why this message, what happens if it is ignored. */
  footer: string[]
}

export function letterText(letter: Letter): string {
  const parts = [
    letter.greeting,
    ...letter.paragraphs,
    letter.code,
    letter.action === undefined ? undefined : `${letter.action.label} :\n${letter.action.url}`,
    '—',
    ...letter.footer,
  ]
  return `${parts.filter((part) => part !== undefined).join('\n\n')}\n`
}

// Mail programs know no style sheet: the few rules stand on the elements.
export function letterHtml(letter: Letter): string {
  const p = (text: string, style = '') => `<p style="margin:0 0 16px;${style}">${escapeHtml(text)}</p>`
  const action =
    letter.action === undefined
      ? ''
      : `<p style="margin:24px 0"><a href="${escapeHtml(letter.action.url)}" style="display:inline-block;background:#1B1F2A;color:#FAF7F0;text-decoration:none;padding:12px 20px;border-radius:3px;font-weight:bold">${escapeHtml(letter.action.label)}</a></p>
<p style="margin:0 0 16px;font-size:14px;color:#545866;word-break:break-all">${escapeHtml(letter.action.url)}</p>`
  return `<!DOCTYPE html>
<html lang="${letter.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(letter.subject)}</title></head>
<body style="margin:0;background:#FAF7F0;color:#1B1F2A;font:18px/1.5 'Atkinson Hyperlegible Next','Atkinson Hyperlegible',Verdana,sans-serif">
<div style="max-width:34em;margin:0 auto;padding:24px 16px">
<p style="margin:0 0 24px;padding-bottom:8px;border-bottom:3px solid #1B1F2A;font-weight:800;font-size:20px">Insigne</p>
${letter.greeting === undefined ? '' : p(letter.greeting)}
${letter.paragraphs.map((text) => p(text)).join('\n')}
${letter.code === undefined ? '' : p(letter.code, 'font-size:26px;font-weight:bold;letter-spacing:2px')}
${action}
<div style="border-top:1px solid #1B1F2A;margin-top:32px;padding-top:12px;font-size:14px;color:#545866">
${letter.footer.map((text) => p(text)).join('\n')}
</div></div></body></html>
`
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

import type { Locale } from '../../../infra/i18n.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { List } from '../../../ui/receipt.tsx'
import { Section } from '../../../ui/section.tsx'
import { verificationWords } from '../words.ts'

/** How anybody has the same badge checked by somebody else. `file` is the signed text. */
export const Elsewhere = ({
  locale,
  file,
}: {
  locale: Locale
  file: { href: string; name: string } | undefined
}) => {
  const t = verificationWords(locale).elsewhere
  return (
    <Section title={t.title} id="elsewhere">
      <div class="flow">
        <p class="txt">{t.lead}</p>
        <ol class="txt">
          {t.steps.map((step, place) => (
            <li key={step}>
              <span class="num">{place + 1}.</span> {step}
            </li>
          ))}
        </ol>
        <p>
          {file === undefined ? (
            t.tooBig
          ) : (
            <ButtonLink line href={file.href} download={file.name}>
              {t.download}
            </ButtonLink>
          )}
        </p>
        <h3>{t.verifiers}</h3>
        <List
          items={t.list.map(([name, text]) => (
            <>
              <b>{name}</b>
              <br />
              {text}
            </>
          ))}
        />
      </div>
    </Section>
  )
}

/** The signed text as a link that needs no storage; undefined when it would weigh down the page. */
export function textHref(raw: string | undefined): { href: string; name: string } | undefined {
  if (raw === undefined || raw.length > 100_000) return undefined
  const isJson = raw.trimStart().startsWith('{')
  const binary = Array.from(new TextEncoder().encode(raw), (byte) => String.fromCharCode(byte)).join('')
  const type = isJson ? 'application/json' : 'application/jwt'
  return {
    href: `data:${type};base64,${btoa(binary)}`,
    name: isJson ? 'badge.json' : 'badge.jwt',
  }
}

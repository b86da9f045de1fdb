import { Actions, ButtonLink } from '../../../ui/button.tsx'
import { Stub } from '../../../ui/stub.tsx'
import { Elsewhere } from '../../verification/index.ts'
import { backpackWords } from '../words.ts'
import { BadgeGrounds, BadgeOpening, type BadgeProps } from './badge.tsx'

/** A badge as anybody who has its address reads it. */
export const PublicPage = ({ locale, view, url }: BadgeProps & { url: string }) => {
  const t = backpackWords(locale)
  const path = new URL(url).pathname
  return (
    <article>
      <BadgeOpening locale={locale} view={view} />
      <BadgeGrounds locale={locale} view={view} />
      <Stub title={t.page.stub} url={url} codeLabel={t.entry.qr}>
        <p class="txt">
          <b>{url.replace(/^https?:\/\//, '')}</b>
          <br />
          {t.page.stubText}
        </p>
        <Actions>
          <ButtonLink href={`${path}.png`} download="badge.png">
            {t.page.download}
          </ButtonLink>
          <ButtonLink line href={`${path}.svg`} download="badge.svg">
            {t.entry.svg}
          </ButtonLink>
        </Actions>
      </Stub>
      <Elsewhere locale={locale} file={{ href: `${path}.json`, name: 'badge.json' }} />
    </article>
  )
}

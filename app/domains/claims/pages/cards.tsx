import type { Locale } from '../../../infra/i18n.ts'
import { QrCode } from '../../../ui/qr-code.tsx'
import { Stamp } from '../../../ui/stamp/stamp.tsx'
import { type AchievementVersion, designOf } from '../../achievements/index.ts'
import type { Organisation } from '../../organisations/index.ts'
import { showCode } from '../rules.ts'
import { claimsWords } from '../words.ts'

/** A4 sheets of eight cards to cut: a name, a badge, a code to type and the same to scan. */
export function CardsPage(props: {
  locale: Locale
  origin: string
  version: AchievementVersion
  organisation: Organisation
  cards: { code: string; name: string }[]
}) {
  const { locale, version, cards } = props
  const t = claimsWords(locale).cards
  const address = `${props.origin.replace(/^https?:\/\//, '')}/c`
  return (
    <>
      <h1 class="vh">{t.title}</h1>
      {cards.length === 0 && <p>{t.none}</p>}
      <ul class="cards">
        {cards.map(({ code, name }) => (
          <li key={code} class="card">
            <QrCode text={`${props.origin}/c/${code}`} label={t.qr(name)} />
            <div>
              <p class="name">{name}</p>
              <p class="small">
                <Stamp {...designOf(version)} size={36} />
                {t.awarded(version.name, props.organisation.displayName)}
              </p>
              <p class="code">{showCode(code)}</p>
              <p class="small">{t.how(address)}</p>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

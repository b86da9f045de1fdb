import { type Locale, sayDate } from '../../../infra/i18n.ts'
import { Poster } from '../../../ui/poster.tsx'
import { Stamp } from '../../../ui/stamp/stamp.tsx'
import { type AchievementVersion, designOf } from '../../achievements/index.ts'
import type { Organisation } from '../../organisations/index.ts'
import type { ClaimCode } from '../codes.ts'
import { showCode } from '../rules.ts'
import { claimsWords } from '../words.ts'
import { lastDay } from './codes.tsx'

/** An A4 page for the wall: the badge, the square to scan, the code to type. */
export function CodePoster(props: {
  locale: Locale
  origin: string
  version: AchievementVersion
  organisation: Organisation
  code: ClaimCode
}) {
  const { locale, version, code } = props
  const t = claimsWords(locale).poster
  const address = `${props.origin.replace(/^https?:\/\//, '')}/c`
  return (
    <Poster
      title={version.name}
      mark={<Stamp {...designOf(version)} size={144} />}
      url={`${props.origin}/c/${code.code}`}
      codeLabel={t.scan}
      code={{ label: t.type(address), value: showCode(code.code) }}
    >
      <p>{version.description}</p>
      <p>{t.lead(props.organisation.displayName)}</p>
      <p>{t.dates(sayDate(locale, code.opensAt), sayDate(locale, lastDay(code)))}</p>
    </Poster>
  )
}

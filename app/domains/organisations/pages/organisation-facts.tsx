import type { Locale } from '../../../infra/i18n.ts'
import { Receipt } from '../../../ui/receipt.tsx'
import { isWebAddress } from '../rules.ts'
import type { Organisation } from '../store.ts'
import { organisationWords } from '../words.ts'

/** Who this organisation is, for readers: what it did not say is said to be missing. */
export const OrganisationFacts = (props: {
  locale: Locale
  organisation: Organisation
  territory?: { name: string; slug: string } | undefined
}) => {
  const words = organisationWords(props.locale)
  const t = words.facts
  const { kind, city, url, email, qualityAssurance, did } = props.organisation
  return (
    <Receipt
      lines={[
        { label: t.kind, value: words.kinds[kind] },
        city !== '' && { label: t.city, value: city },
        props.territory !== undefined && {
          label: t.territory,
          value: <a href={`/territories/${props.territory.slug}`}>{props.territory.name}</a>,
        },
        {
          label: t.quality,
          value: qualityAssurance ?? <span class="soft">{t.qualityUnknown}</span>,
        },
        url !== null &&
          isWebAddress(url) && {
            label: t.site,
            value: (
              <a href={url} rel="noopener nofollow">
                {new URL(url).host}
              </a>
            ),
          },
        email !== null && { label: t.contact, value: <a href={`mailto:${email}`}>{email}</a> },
        { label: t.did, value: <span class="small">{did}</span> },
      ]}
    />
  )
}

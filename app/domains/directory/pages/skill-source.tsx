import type { Locale } from '../../../infra/i18n.ts'
import { Receipt } from '../../../ui/receipt.tsx'
import type { Skill } from '../../frameworks/index.ts'
import { webAddress } from '../../verification/index.ts'
import { pagesWords } from '../pages-words.ts'

/** What the framework says of its own word: name, code, other names, whether it still holds. */
export const SkillSource = ({ locale, skill }: { locale: Locale; skill: Skill }) => {
  const t = pagesWords(locale).skill.source
  const text = skill.descriptions[locale] ?? skill.descriptions['fr'] ?? Object.values(skill.descriptions)[0]
  const aliases = skill.aliases[locale] ?? skill.aliases['fr'] ?? []
  const others = Object.entries(skill.labels).filter(([language]) => language !== locale)
  const address = webAddress(skill.uri ?? undefined)
  return (
    <>
      {text !== undefined && text !== '' && <p class="txt">{text}</p>}
      <Receipt
        lines={[
          { key: 'framework', label: t.framework, value: skill.framework.name[locale] },
          skill.code !== '' && { key: 'code', label: t.code, value: skill.code },
          aliases.length > 0 && { key: 'aliases', label: t.aliases, value: aliases.slice(0, 12).join(', ') },
          others.length > 0 && {
            key: 'labels',
            label: t.labels,
            value: others.map(([language, label]) => (
              <span key={language} lang={language}>
                {label}{' '}
              </span>
            )),
          },
          address !== undefined && {
            key: 'address',
            label: t.address,
            value: (
              <a class="address" href={address} rel="noopener nofollow">
                {address}
              </a>
            ),
          },
          (skill.state === 'withdrawn' || !skill.inForce) && {
            key: 'state',
            label: t.state,
            value: skill.state === 'withdrawn' ? t.withdrawn : t.over,
          },
        ]}
      />
    </>
  )
}

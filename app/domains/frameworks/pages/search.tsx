import { type Locale, sayNumber } from '../../../infra/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { List } from '../../../ui/receipt.tsx'
import { itemsPerPage } from '../rules.ts'
import type { Suggestion } from '../suggest/suggest-skills.ts'
import { frameworksWords, sayReason } from '../words.ts'
import { SkillName } from './said.tsx'

/** A question and its button: an ordinary form, so its address can be kept and sent. */
export function SearchForm(props: { locale: Locale; action: string; label: string; text: string }) {
  const t = frameworksWords(props.locale).list
  return (
    <Form method="get" action={props.action} search inline label={props.label}>
      <TextField
        type="search"
        name="q"
        label={props.label}
        hint={t.searchHint}
        value={props.text}
        maxLength={300}
      />
      <Button line>{t.go}</Button>
    </Form>
  )
}

/** Skills found, each with its framework and the reason why it is there. */
export function Found(props: { locale: Locale; found: readonly Suggestion[]; withFramework: boolean }) {
  const { locale, found } = props
  const t = frameworksWords(locale).one
  return (
    <>
      <p role="status">
        <b>{t.results(found.length)}</b>
      </p>
      {found.length === 0 ? (
        <p class="txt">{t.none}</p>
      ) : (
        <List
          items={found.map(({ skill, reason }) => (
            <>
              <h3>
                <a href={`/frameworks/${skill.framework.slug}?in=${skill.id}`}>
                  <SkillName skill={skill} locale={locale} />
                </a>
              </h3>
              {props.withFramework && <p class="small">{skill.framework.name[locale]}</p>}
              <p class="small soft">{sayReason(locale, reason)}</p>
            </>
          ))}
        />
      )}
    </>
  )
}

/** Before and after in a long level; nothing for a short one. */
export function TreePages(props: {
  locale: Locale
  page: number
  total: number
  hrefOf: (page: number) => string
}) {
  const { locale, page, total } = props
  if (total <= itemsPerPage) return null
  const t = frameworksWords(locale).one
  const last = Math.min(total, page * itemsPerPage)
  return (
    <Pagination
      label={t.pages}
      place={t.place(
        sayNumber(locale, (page - 1) * itemsPerPage + 1),
        sayNumber(locale, last),
        sayNumber(locale, total),
      )}
      previous={page > 1 ? { label: t.previous, href: props.hrefOf(page - 1) } : undefined}
      next={last < total ? { label: t.next, href: props.hrefOf(page + 1) } : undefined}
    />
  )
}

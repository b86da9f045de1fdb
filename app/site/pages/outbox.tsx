import { safePath } from '../../infra/http/index.ts'
import { type Locale, sayMoment } from '../../infra/i18n.ts'
import type { KeptMessage } from '../../infra/mail/index.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextField } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { List } from '../../ui/receipt.tsx'
import { PageHead } from '../../ui/section.tsx'
import { siteWords } from '../words.ts'

export const OutboxPage = (props: {
  locale: Locale
  origin: string
  messages: KeptMessage[]
  filter: string
}) => {
  const t = siteWords(props.locale).outbox
  return (
    <>
      <PageHead title={t.title} quiet>
        <p class="lead">{t.lead}</p>
      </PageHead>
      <div class="flow-wide">
        <Form method="get" action="/outbox" search inline>
          <TextField name="to" label={t.filter} value={props.filter} inputMode="email" spellcheck={false} />
          <Button line>{t.search}</Button>
        </Form>
        {props.messages.length === 0 ? (
          <EmptyState title={t.empty}>{t.emptyHint}</EmptyState>
        ) : (
          <List items={props.messages.map((message) => <Message {...props} message={message} />)} />
        )}
      </div>
    </>
  )
}

const Message = ({ locale, origin, message }: { locale: Locale; origin: string; message: KeptMessage }) => {
  const t = siteWords(locale).outbox
  const link = firstOwnLink(message.text, origin)
  return (
    <article>
      <h2 class="line">{message.subject}</h2>
      <p class="small soft">
        {t.to(message.toAddress)}, {sayMoment(locale, message.createdAt)}
      </p>
      {link !== undefined && (
        <p>
          <a href={link}>{t.link}</a>
        </p>
      )}
      <details>
        <summary>{t.full}</summary>
        <pre class="txt">{message.text}</pre>
      </details>
    </article>
  )
}

/** The link that the message asks to follow, as a path of this site. */
function firstOwnLink(text: string, origin: string): string | undefined {
  for (const [found] of text.matchAll(/https?:\/\/\S+/g))
    if (found.startsWith(`${origin}/`)) return safePath(found.slice(origin.length))
  return undefined
}

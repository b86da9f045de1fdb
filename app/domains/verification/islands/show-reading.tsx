import { type ComponentChildren, render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { type Locale, parseLocale, sayMoment } from '../../../infra/i18n.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { readFacts, shorten } from '../facts.ts'
import { hereWords } from '../here-words.ts'
import { openChecks } from '../needs-network.ts'
import { ResultPage } from '../pages/result.tsx'
import { carriedMark } from '../parts/credential-mark.tsx'
import { verdictWord } from '../parts/verdict-block.tsx'
import type { BadgeReading } from '../reading.ts'
import { verificationWords } from '../words.ts'

interface Shown {
  form: HTMLFormElement
  file: File
  reading: BadgeReading
}

let drawn: Element | undefined

/** Draws the result where the page was, as the server would; the form stays, with the file chosen in it. */
export function showReading({ form, file, reading }: Shown): void {
  const page = drawn ?? form.closest('main')?.firstElementChild
  if (!page) return
  const locale = parseLocale(document.documentElement.lang) ?? 'fr'
  const { report, credential, checkedAt } = reading
  if (drawn) render(null, page)
  page.replaceChildren()
  drawn = page
  const name = shorten(file.name, 34)
  const t = verificationWords(locale)
  render(
    <ResultPage
      locale={locale}
      reading={reading}
      source={t.sources.file(name, sayMoment(locale, checkedAt))}
      mark={
        credential === undefined ? { kind: 'none' } : carriedMark(credential, readFacts(credential, report))
      }
      notice={<HereNotice locale={locale} reading={reading} send={() => sendFile(form, file)} />}
      box={<FormPlace form={form} />}
    />,
    page,
  )
  document.title = document.title.replace(/^[^·]*(?= ·|$)/, verdictWord(report, locale))
  const heading = page.querySelector('h1')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus()
}

/** The very form of the page: its file, its text and its listeners go with it. */
const FormPlace = ({ form }: { form: HTMLFormElement }) => <div ref={(place) => place?.append(form)} />

/** The ordinary form, with the file that was verified here and nothing else. */
function sendFile(form: HTMLFormElement, file: File): void {
  const choose = ({ formData }: FormDataEvent) => {
    formData.set('badge', '')
    formData.set('file', file)
  }
  form.addEventListener('formdata', choose)
  form.requestSubmit()
  form.removeEventListener('formdata', choose)
}

/** Where this verdict comes from, and what only the network can add to it. */
const HereNotice = (props: { locale: Locale; reading: BadgeReading; send: () => void }) => {
  const t = hereWords(props.locale)
  const words = verificationWords(props.locale)
  const open = openChecks(props.reading.report)
  if (open.length === 0) return <Notice>{t.kept}</Notice>
  return (
    <Notice tone="info" title={t.pending}>
      <p>{t.missing(open.map((name) => words.checks[name]).join(', '))}</p>
      <p>{t.kept}</p>
      <p>{t.sends}</p>
      <SendButton label={t.complete} busy={words.page.going} send={props.send} />
    </Notice>
  )
}

const SendButton = (props: { label: ComponentChildren; busy: ComponentChildren; send: () => void }) => {
  const [isSending, setSending] = useState(false)
  useEffect(() => {
    const back = () => setSending(false)
    addEventListener('pageshow', back)
    return () => removeEventListener('pageshow', back)
  }, [])
  const send = () => {
    setSending(true)
    props.send()
  }
  return (
    <Actions>
      <Button type="button" onClick={send}>
        {isSending ? props.busy : props.label}
      </Button>
    </Actions>
  )
}

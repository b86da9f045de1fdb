import type { Locale } from '../../infra/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Receipt } from '../../ui/receipt.tsx'
import { Section } from '../../ui/section.tsx'
import type { ComparedBadge } from '../comparison.ts'
import { NatureGrid } from '../natures.tsx'
import { siteWords } from '../words.ts'
import { Comparison } from './comparison.tsx'

export interface HomePageProps {
  locale: Locale
  /** The regions where most is recognised. */
  territories: { name: string; slug: string }[]
  /** Two badges to look at, or none. */
  compared: readonly ComparedBadge[]
}

export const HomePage = (props: HomePageProps) => {
  const t = siteWords(props.locale).home
  return (
    <>
      <div class="split">
        <div class="flow">
          <h1>{t.title}</h1>
          <p class="lead">{t.lead}</p>
          <div class="till">
            <Form action="/verify" inline label={t.verify}>
              <TextField
                name="input"
                label={t.verify}
                hint={t.verifyHint}
                spellcheck={false}
                inputMode="url"
              />
              <Button>{t.go}</Button>
            </Form>
            <p class="small">
              <a href="/verify">{t.verifyFile}</a>
            </p>
          </div>
        </div>
        <NatureGrid locale={props.locale} />
      </div>
      <div class="ways">
        <section>
          <h2>{t.have}</h2>
          <ul class="links">
            <li>
              <a href="/c">{t.takeCode}</a>
            </li>
            <li>
              <a href="/backpack">{t.keep}</a>
            </li>
            <li>
              <a href="/reading-rules">{t.show}</a>
            </li>
          </ul>
        </section>
        <section>
          <h2>{t.recognise}</h2>
          <ul class="links">
            <li>
              <a href="/space">{t.create}</a>
            </li>
            <li>
              <a href="/space">{t.award}</a>
            </li>
            <li>
              <a href="/organisations/new">{t.organisation}</a>
            </li>
          </ul>
        </section>
        <section>
          <h2>{t.find}</h2>
          <div class="flow">
            <Form method="get" action="/directory" inline search label={t.find}>
              <TextField name="q" id="find" label={t.findField} type="search" maxLength={200} />
              <Button line>{t.findGo}</Button>
            </Form>
            <ul class="links">
              <li>
                <a href="/directory">{t.findAll}</a>
              </li>
              <li>
                <a href="/directory/compare">{t.compare}</a>
              </li>
            </ul>
            {props.territories.length > 0 && (
              <p class="small">
                {t.places}{' '}
                {props.territories.map((territory, index) => (
                  <span key={territory.slug}>
                    {index > 0 && ', '}
                    <a href={`/territories/${territory.slug}`}>{territory.name}</a>
                  </span>
                ))}
              </p>
            )}
          </div>
        </section>
      </div>
      <Comparison locale={props.locale} badges={props.compared} />
      <Section title={t.promises}>
        <Receipt lines={t.promised.map(([label, value]) => ({ label, value }))} />
      </Section>
    </>
  )
}

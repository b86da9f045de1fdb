import { type Locale, sayDate } from '../../../infra/i18n.ts'
import { Actions, ButtonLink } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Entry, List } from '../../../ui/receipt.tsx'
import { PageHead, Section } from '../../../ui/section.tsx'
import { Stamp } from '../../../ui/stamp/stamp.tsx'
import { designOf } from '../../achievements/index.ts'
import type { EntryLine } from '../reads.ts'
import { backpackWords } from '../words.ts'

export interface ListProps {
  locale: Locale
  lines: EntryLine[]
}

/** Somebody's badges: what waits for an answer first, then what they have. */
export const ListPage = ({ locale, lines }: ListProps) => {
  const t = backpackWords(locale).list
  const waiting = lines.filter((line) => line.entry.state === 'offered')
  const others = lines.filter((line) => line.entry.state !== 'offered')
  return (
    <>
      <PageHead title={t.title} />
      {lines.length === 0 && <Empty locale={locale} />}
      {waiting.length > 0 && others.length > 0 ? (
        <div class="columns">
          <aside>
            <Offers locale={locale} lines={waiting} />
          </aside>
          <Kept locale={locale} lines={others} />
        </div>
      ) : waiting.length > 0 ? (
        <Offers locale={locale} lines={waiting} />
      ) : (
        others.length > 0 && <Kept locale={locale} lines={others} />
      )}
      {lines.length > 0 && (
        <Section title={t.elsewhere}>
          <p class="txt">
            {t.addresses} <a href="/account">{t.account}</a>
          </p>
        </Section>
      )}
    </>
  )
}

const Offers = ({ locale, lines }: ListProps) => (
  <Section title={backpackWords(locale).list.waiting(lines.length)} full>
    <List items={lines.map((line) => <Waiting locale={locale} line={line} alone={lines.length === 1} />)} />
  </Section>
)

const Kept = ({ locale, lines }: ListProps) => (
  <Section title={backpackWords(locale).list.count(lines.length)} full>
    <List items={lines.map((line) => <Line locale={locale} line={line} />)} />
  </Section>
)

// One badge gets a button; in a list, each name is its own link.
const Waiting = ({ locale, line, alone }: { locale: Locale; line: EntryLine; alone: boolean }) => {
  const t = backpackWords(locale).list
  const href = `/backpack/${line.entry.id}`
  return (
    <Entry middle picture={<Stamp {...designOf(line.version)} size={72} />}>
      <div class="flow">
        <p>
          {alone ? (
            <b>{line.version.name}</b>
          ) : (
            <a href={href}>
              <b>{line.version.name}</b>
            </a>
          )}
          <br />
          {t.from(line.organisation.displayName)}
        </p>
        {alone && (
          <Actions>
            <ButtonLink href={href}>{t.look}</ButtonLink>
          </Actions>
        )}
      </div>
    </Entry>
  )
}

const Line = ({ locale, line }: { locale: Locale; line: EntryLine }) => {
  const t = backpackWords(locale).list
  const { credential, entry } = line
  const shown =
    entry.state === 'declined'
      ? t.declined
      : credential.revokedAt !== null
        ? t.withdrawn
        : line.public
          ? t.public
          : t.onlyYou
  return (
    <Entry middle picture={<Stamp {...designOf(line.version)} size={72} />}>
      <p>
        <a href={`/backpack/${entry.id}`}>
          <b>{line.version.name}</b>
        </a>
        <br />
        {t.line(line.organisation.displayName, sayDate(locale, credential.issuedAt))}
        <br />
        <b>{shown}</b>
      </p>
    </Entry>
  )
}

const Empty = ({ locale }: { locale: Locale }) => {
  const t = backpackWords(locale).list
  return (
    <EmptyState
      title={t.emptyTitle}
      action={
        <Actions>
          <ButtonLink href="/c">{t.code}</ButtonLink>
          <ButtonLink line href="/account">
            {t.account}
          </ButtonLink>
        </Actions>
      }
    >
      <p>{t.emptyText}</p>
      <p>{t.addresses}</p>
    </EmptyState>
  )
}

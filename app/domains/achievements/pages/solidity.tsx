import {
  type Assessment,
  checkCodes,
  type FactCode,
  type SolidityCheck,
  type State,
} from '@insigne/badge-quality'
import type { Locale } from '../../../infra/i18n.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Section } from '../../../ui/section.tsx'
import { TickPanel, Ticks } from '../../../ui/ticks.tsx'
import { solidityWords } from '../solidity-words.ts'

const factId = (check: number) => `fact-${check}`

/** The ten facts as a row of ticks; each leads to its fact. Never a total. */
export const SolidityTicks = ({ assessment, locale }: { assessment: Assessment; locale: Locale }) => {
  const t = solidityWords(locale)
  return (
    <TickPanel
      title={t.title}
      itemName={t.fact}
      keys={t.states}
      items={assessment.solidity.map(({ check, code, state }) => ({
        state,
        label: t.spoken(t.names[code], t.states[state]),
        href: `#${factId(check)}`,
      }))}
    />
  )
}

/** The same row, small and without links, for badges side by side. */
export const SolidityRow = ({ assessment, locale }: { assessment: Assessment; locale: Locale }) => {
  const t = solidityWords(locale)
  return (
    <Ticks
      label={t.title}
      items={assessment.solidity.map(({ code, state }) => ({
        state,
        label: t.spoken(t.names[code], t.states[state]),
      }))}
    />
  )
}

/** The answers alone, for a badge whose reading is kept and not made again: small, without links. */
export const FactRow = (props: { facts: readonly State[]; locale: Locale; label?: string | undefined }) => {
  const t = solidityWords(props.locale)
  return (
    <Ticks
      label={props.label ?? t.title}
      items={props.facts.flatMap((state, index) => {
        const name = factName(props.locale, index + 1)
        return name === undefined ? [] : [{ state, label: t.spoken(name, t.states[state]) }]
      })}
    />
  )
}

/** « Critères publiés et observables »: one of the ten by its number, 1 to 10. */
export function factName(locale: Locale, check: number): string | undefined {
  const code = codes.get(check)
  return code === undefined ? undefined : solidityWords(locale).names[code]
}

/** « établi », « non », « non renseigné » */
export const factAnswer = (locale: Locale, state: State): string => solidityWords(locale).states[state]

const codes = new Map<number, FactCode>(
  Object.entries(checkCodes).map(([number, code]) => [Number(number), code]),
)

/** The ten facts in words, each with what proves it and who asks for it. */
export const SolidityFacts = ({ assessment, locale }: { assessment: Assessment; locale: Locale }) => {
  const t = solidityWords(locale)
  const { nature } = assessment
  const lowered = nature.declared !== null && nature.declared !== nature.shown
  return (
    <Section title={t.ten}>
      {lowered && <p class="txt">{nature.sentence[locale]}</p>}
      <p class="txt soft">{t.lead}</p>
      <Facts
        name="fact"
        items={assessment.solidity.map((one) => ({
          id: factId(one.check),
          state: one.state,
          title: t.names[one.code],
          answer: t.states[one.state],
          detail: <Detail one={one} locale={locale} />,
        }))}
      />
      <p class="small soft">{t.rules(assessment.rulesVersion)}</p>
    </Section>
  )
}

const Detail = ({ one, locale }: { one: SolidityCheck; locale: Locale }) => {
  const t = solidityWords(locale)
  return (
    <>
      <p>{one.sentence[locale]}</p>
      {proofsOf(one).map(({ document, pointer, quote }) => (
        <p key={`${document}${pointer}${quote}`} class="soft">
          {t.quote(quote)}{' '}
          <span class="small">{t.readIn(t.documents[document], pointer === '' ? '/' : pointer)}</span>
        </p>
      ))}
      {one.framework.length > 0 && (
        <p class="small soft">
          {t.asked} {one.framework.map((framework) => framework.name).join(', ')}
        </p>
      )}
    </>
  )
}

// A quote is the badge's own text: what our report says of itself is not shown as one.
const proofsOf = ({ proofs }: SolidityCheck): SolidityCheck['proofs'] =>
  proofs
    .filter((proof) => proof.document !== 'report')
    .filter((proof, index, all) => all.findIndex((one) => one.quote === proof.quote) === index)
    .slice(0, 4)

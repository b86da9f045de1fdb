import type { Locale } from '../../../infra/i18n.ts'
import { List, Receipt } from '../../../ui/receipt.tsx'
import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { isWebAddress, type Organisation } from '../../organisations/index.ts'
import type { Facts } from '../facts.ts'
import { microCredentialElements } from '../micro-credential.ts'
import { further } from '../narrative.ts'
import type { ResultFacts } from '../results.ts'
import { statuses } from '../results.ts'
import { achievementWords } from '../words.ts'

interface FurtherProps {
  locale: Locale
  version: Facts
  organisation: Organisation
}

/** What the European list asks for: what is said, then the eleven elements, folded. Nothing where nothing is said. */
export const European = ({ locale, version, organisation }: FurtherProps) => {
  const t = achievementWords(locale).europe
  const said = further(locale, version).filter(({ value }) => value !== '')
  if (said.length === 0) return null
  return (
    <Section title={t.public}>
      <Receipt
        lines={said.map(({ key, label, value }) => ({
          key,
          label,
          value:
            key === 'furtherInformation' && isWebAddress(value) ? (
              <a href={value} rel="noopener nofollow">
                {value}
              </a>
            ) : (
              value
            ),
        }))}
      />
      <details class="flow">
        <summary>{t.elements}</summary>
        <Elements locale={locale} version={version} organisation={organisation} />
      </details>
    </Section>
  )
}

/** The eleven, one a line: there, in each award, or not stated. Never a count. */
export const Elements = ({ locale, version, organisation }: FurtherProps) => {
  const t = achievementWords(locale).europe
  return (
    <div class="flow">
      <p class="small soft">{t.elementsLead}</p>
      <List
        items={microCredentialElements(version, organisation).map(({ element, state }) => (
          <>
            <span class={`key ${state === 'missing' ? 'unknown' : 'yes'}`} aria-hidden="true" />{' '}
            {t.names[element]} <span class="small soft">{t.states[state]}</span>
          </>
        ))}
      />
      <p class="small soft">{t.elementsNote}</p>
    </div>
  )
}

/** What is looked at and what is seen at each level: a table, small receipts on a phone. */
export const Results = ({ locale, version }: Pick<FurtherProps, 'locale' | 'version'>) => {
  const t = achievementWords(locale).results
  if (version.results.length === 0) return null
  return (
    <Section id="results" title={t.public} aside={t.publicAside}>
      {version.results.map((result, order) => (
        <div key={result.name} class="flow" id={`result-${order + 1}`}>
          <h3>{result.name}</h3>
          {result.kind === 'RubricCriterionLevel' ? (
            <Levels locale={locale} result={result} order={order} />
          ) : (
            <p>{valuesOf(locale, result)}</p>
          )}
          {result.required !== '' && result.kind !== 'RubricCriterionLevel' && (
            <p class="small">{t.requiredPublic(sayValue(locale, result, result.required))}</p>
          )}
        </div>
      ))}
    </Section>
  )
}

const Levels = (props: { locale: Locale; result: ResultFacts; order: number }) => {
  const t = achievementWords(props.locale).results
  const { result, order } = props
  return (
    <Table
      caption={result.name}
      captionHidden
      columns={[
        { key: 'level', label: t.columnLevel, header: true },
        { key: 'seen', label: t.columnSeen },
      ]}
      rows={result.levels.map(({ name, description, alignment }, at) => ({
        key: name,
        cells: {
          level: (
            <span id={`result-${order + 1}-level-${at + 1}`}>
              {name}
              {name === result.required && <span class="small soft"> ({t.neededHere})</span>}
            </span>
          ),
          seen: (
            <>
              {description}
              {alignment !== null && (
                <span class="small soft">
                  {description !== '' && ' '}
                  {isWebAddress(alignment.targetUrl) ? (
                    <a href={alignment.targetUrl} rel="noopener nofollow">
                      {alignment.targetName}
                    </a>
                  ) : (
                    alignment.targetName
                  )}
                </span>
              )}
            </>
          ),
        },
      }))}
    />
  )
}

function valuesOf(locale: Locale, result: ResultFacts): string {
  const { kinds, bounds } = achievementWords(locale).results
  if (result.kind === 'Status') return statuses.map((one) => sayValue(locale, result, one)).join(', ')
  if (result.allowed.length > 0) return result.allowed.join(', ')
  return result.min === '' && result.max === ''
    ? kinds[result.kind]
    : `${kinds[result.kind]}. ${bounds(result.min, result.max)}`
}

const sayValue = (locale: Locale, { kind }: ResultFacts, value: string): string => {
  const known = statuses.find((status) => status === value)
  return kind === 'Status' && known !== undefined ? achievementWords(locale).results.statuses[known] : value
}

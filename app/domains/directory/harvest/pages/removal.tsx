import type { Errors, Values } from '../../../../infra/http/index.ts'
import type { Locale } from '../../../../infra/i18n.ts'
import { Actions, Button } from '../../../../ui/button.tsx'
import { RadioGroup } from '../../../../ui/choice.tsx'
import { CopyField } from '../../../../ui/copy-field.tsx'
import { ErrorSummary, Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Receipt } from '../../../../ui/receipt.tsx'
import { PageHead, Section } from '../../../../ui/section.tsx'
import type { DirectoryEntry } from '../../model.ts'
import { type Proof, proofPath } from '../proofs.ts'
import { harvestWords } from '../words.ts'

/** First step: on which site, and what is asked for. */
export const RemovalPage = (props: {
  locale: Locale
  token: string
  entry: Pick<DirectoryEntry, 'id' | 'name' | 'issuer' | 'origin'>
  hosts: readonly string[]
  values?: Values | undefined
  errors?: Errors | undefined
}) => {
  const t = harvestWords(props.locale).removal
  const value = (name: string, first: string | undefined) => {
    const typed = props.values?.[name]
    return typeof typed === 'string' ? typed : first
  }
  return (
    <>
      <ErrorSummary
        title={t.faults}
        errors={Object.entries(props.errors ?? {}).map(([field, message]) =>
          field === '' ? { message } : { field, message },
        )}
      />
      <PageHead title={t.title} above={props.entry.name} quiet>
        <p class="lead">{t.lead}</p>
      </PageHead>
      {props.entry.origin === 'here' ? (
        <Notice>{t.own}</Notice>
      ) : (
        <Form action={`/directory/entries/${props.entry.id}/removal`} hidden={{ 'form-token': props.token }}>
          <RadioGroup
            name="host"
            label={t.host}
            value={value('host', props.hosts[0])}
            error={props.errors?.['host']}
            options={props.hosts.map((host) => ({ value: host, label: host }))}
          />
          <RadioGroup
            name="what"
            label={t.what}
            value={value('what', 'one')}
            error={props.errors?.['what']}
            options={[
              { value: 'one', label: t.one },
              { value: 'all', label: t.all(props.entry.issuer.name) },
            ]}
          />
          <Actions>
            <Button>{t.go}</Button>
          </Actions>
        </Form>
      )}
    </>
  )
}

/** Second step: the word to place, and what to do once it is there. */
export const ProofPage = (props: {
  locale: Locale
  token: string
  proof: Proof
  error?: string | undefined
}) => {
  const t = harvestWords(props.locale).removal
  const { proof } = props
  const address = `https://${proof.host}${proofPath}`
  const action = `/directory/removals/${proof.id}`
  const hidden = (act: string) => ({ 'form-token': props.token, act })
  return (
    <>
      <ErrorSummary title={t.faults} errors={props.error === undefined ? [] : [{ message: props.error }]} />
      <PageHead
        title={t.title}
        above={proof.whole ? t.scopeAll(proof.issuer_name) : t.scopeOne(proof.entry_name)}
        quiet
      />
      {proof.state === 'removed' && <Notice tone="ok">{t.removed}</Notice>}
      {proof.state === 'reopened' && <Notice tone="ok">{t.reopened}</Notice>}
      <Section title={t.step1}>
        <p>{t.step1Text(address)}</p>
        <CopyField name="word" label={t.word} value={proof.token} copy={t.copy} copied={t.copied} />
        <Receipt lines={[{ label: t.host, value: proof.host }]} />
      </Section>
      <Section title={t.step2} aside={t.keep}>
        {proof.state === 'removed' ? (
          <Form action={action} hidden={hidden('reopen')}>
            <Actions>
              <Button>{t.reopen}</Button>
            </Actions>
          </Form>
        ) : (
          <>
            <Form action={action} hidden={hidden('remove')}>
              <Actions>
                <Button>{t.remove}</Button>
              </Actions>
            </Form>
            <Form action={action} hidden={hidden('correct')}>
              <p class="small soft">{t.correctHint}</p>
              <Actions>
                <Button line>{t.correct}</Button>
              </Actions>
            </Form>
          </>
        )}
      </Section>
    </>
  )
}

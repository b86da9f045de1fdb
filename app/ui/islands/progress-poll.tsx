import { useEffect, useState } from 'preact/hooks'
import { Progress } from '../progress.tsx'
import { Tally } from '../tally.tsx'

export type ProgressPollProps = {
  id: string
  /** Answers `{ done, total, finished, counts? }`. */
  url: string
  lang: string
  initial: ProgressState
  /** Holds `{done}` and `{total}`. */
  sentence: string
  /** Shown when the server has not answered three times running. */
  unreachable: string
  counts?: readonly { key: string; label: string }[] | undefined
  total?: string | undefined
  everySeconds?: number | undefined
}

export type ProgressState = {
  done: number
  total: number
  finished: boolean
  counts?: Readonly<Record<string, number>> | undefined
}

/** Follows a job without reloading; reloads once at the end, so that the page is the server's again. */
export const ProgressPoll = (props: ProgressPollProps) => {
  const [state, setState] = useState(props.initial)
  const [misses, setMisses] = useState(0)
  const [said, setSaid] = useState('')

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let failed = 0
    let tenth = tenthOf(props.initial)
    let shown = props.initial
    const every = (props.everySeconds ?? 2) * 1000
    const ask = async () => {
      const next = await readState(props.url)
      failed = next === undefined ? failed + 1 : 0
      setMisses(failed)
      if (next !== undefined) {
        // An answer overtaken on the way never makes the count go back.
        if (next.done >= shown.done || next.total !== shown.total) shown = next
        setState(shown)
        if (tenthOf(shown) !== tenth || shown.finished) setSaid(sentenceOf(props, shown))
        tenth = tenthOf(shown)
        if (shown.finished) return location.reload()
      }
      timer = setTimeout(ask, Math.min(every * 2 ** Math.min(failed, 4), 30_000))
    }
    if (!props.initial.finished) timer = setTimeout(ask, every)
    return () => clearTimeout(timer)
  }, [props.url])

  return (
    <div class="flow">
      <Progress id={props.id} done={state.done} total={state.total} sentence={sentenceOf(props, state)} />
      {props.counts && (
        <Tally
          lang={props.lang}
          lines={props.counts.map(({ key, label }) => ({ label, count: state.counts?.[key] ?? 0 }))}
          total={props.total}
        />
      )}
      <p class="vh" role="status">
        {said}
      </p>
      {misses >= 3 && <p class="small">{props.unreachable}</p>}
    </div>
  )
}

const sentenceOf = ({ sentence, lang }: ProgressPollProps, { done, total }: ProgressState): string => {
  const format = new Intl.NumberFormat(lang)
  return sentence.replace('{done}', format.format(done)).replace('{total}', format.format(total))
}

const tenthOf = ({ done, total }: ProgressState): number => Math.floor((10 * done) / Math.max(total, 1))

const readState = async (url: string): Promise<ProgressState | undefined> => {
  try {
    const response = await fetch(url, { headers: { accept: 'application/json' } })
    return response.ok ? parseState(await response.json()) : undefined
  } catch {
    // Out of reach: the caller counts it and asks again, later each time.
    return undefined
  }
}

const parseState = (value: unknown): ProgressState | undefined => {
  if (typeof value !== 'object' || value === null || !('done' in value) || !('total' in value))
    return undefined
  const { done, total } = value
  if (typeof done !== 'number' || typeof total !== 'number') return undefined
  return {
    done,
    total,
    finished: 'finished' in value && value.finished === true,
    counts: 'counts' in value ? numbersOf(value.counts) : undefined,
  }
}

const numbersOf = (value: unknown): Record<string, number> => {
  const numbers: Record<string, number> = {}
  for (const [key, count] of Object.entries(value ?? {})) if (typeof count === 'number') numbers[key] = count
  return numbers
}

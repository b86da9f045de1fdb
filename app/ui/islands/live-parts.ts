/** Milliseconds of silence before the form is sent to be read. */
const pause = 600

/**
 * Sends a form to be read while somebody types, and draws again the parts of the page that the answer names. The
 * sentences are the server's: nothing is judged here. Only the answer to the last state of the form is shown, and at
 * most one sentence is read aloud for it. Out of reach, the page stays as the server made it.
 */
export const liveParts = (form: HTMLElement): void => {
  const url = form.dataset['url']
  if (!(form instanceof HTMLFormElement) || url === undefined) return
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: AbortController | undefined
  const status = document.querySelector<HTMLElement>('[data-live-status]')
  // What the page shows already is not read aloud again.
  let said = status?.dataset['said'] ?? ''

  const ask = async () => {
    running?.abort()
    const mine = new AbortController()
    running = mine
    const answer = await read(url, new FormData(form), mine.signal)
    if (answer === undefined || mine.signal.aborted) return
    for (const [id, html] of answer.parts) {
      const part = document.getElementById(id)
      // What somebody is in is not pulled from under them: it is drawn at their next change elsewhere.
      if (
        part?.hasAttribute('data-live') &&
        !part.contains(document.activeElement) &&
        part.innerHTML !== html
      )
        part.innerHTML = html
    }
    if (status && answer.said !== said) status.textContent = answer.said
    said = answer.said
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(ask, pause)
  }
  form.addEventListener('input', later)
  form.addEventListener('change', later)
  form.addEventListener('submit', () => {
    clearTimeout(timer)
    running?.abort()
  })
}

type Answer = { parts: [string, string][]; said: string }

const read = async (url: string, body: FormData, signal: AbortSignal): Promise<Answer | undefined> => {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      signal,
      headers: { accept: 'application/json' },
    })
    return response.ok ? parse(await response.json()) : undefined
  } catch {
    // Overtaken or out of reach: the next change asks again.
    return undefined
  }
}

const parse = (value: unknown): Answer | undefined => {
  if (typeof value !== 'object' || value === null || !('parts' in value) || !('said' in value))
    return undefined
  if (typeof value.said !== 'string' || typeof value.parts !== 'object' || value.parts === null)
    return undefined
  const parts = Object.entries(value.parts).flatMap(([id, html]: [string, unknown]): [string, string][] =>
    typeof html === 'string' ? [[id, html]] : [],
  )
  return { parts, said: value.said }
}

/**
 * A second click sends nothing. The button keeps its name and value for the first one, says that the form is
 * on its way, and is back if the person returns to the page.
 */
export const submitOnce = (form: HTMLElement): void => {
  if (!(form instanceof HTMLFormElement)) return
  let restore: (() => void) | undefined
  form.addEventListener('submit', (event) => {
    if (restore) return event.preventDefault()
    const button = event.submitter
    const label = button?.textContent ?? ''
    button?.setAttribute('aria-disabled', 'true')
    if (button && form.dataset['busy']) button.textContent = form.dataset['busy']
    restore = () => {
      button?.removeAttribute('aria-disabled')
      if (button) button.textContent = label
      restore = undefined
    }
  })
  addEventListener('pageshow', (event) => {
    if (event.persisted) restore?.()
  })
}

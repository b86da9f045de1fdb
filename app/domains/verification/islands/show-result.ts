import type { Result } from './checker.ts'

interface Shown {
  form: HTMLFormElement
  file: File
  result: Result
}

/** Puts the result where the page was, as the server would; the form stays, with the file chosen in it. */
export function showResult({ form, file, result }: Shown): void {
  const page = form.closest('main')?.firstElementChild
  if (!page) return
  // The worker drew it with the components of the server, which escape all that a badge says.
  const { body } = new DOMParser().parseFromString(result.html, 'text/html')
  body.querySelector('[data-here=form]')?.replaceWith(form)
  const send = body.querySelector('[data-here=send] button')
  send?.addEventListener('click', () => sendFile(form, file))
  page.replaceChildren(...body.childNodes)
  document.title = document.title.replace(/^.*?(?= · |$)/, result.word)
  const heading = page.querySelector('h1')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus()
}

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

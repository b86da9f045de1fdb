import { parseLocale } from '../../../infra/i18n.ts'
import { maxFileBytes } from '../max-file-bytes.ts'
import type { here } from '../words-here.fr.ts'
import { type Checker, type CheckFault, startChecker } from './checker.ts'
import { showResult } from './show-result.ts'

type Message = keyof typeof here.messages
type Tell = (message: Message | undefined, isFault?: boolean) => void

/**
 * Verifies the chosen file in this browser. The verifier is fetched when the person shows the intent:
 * chooses a file, or comes to the button. From then on it works without network.
 */
export const verifyHere = (box: HTMLElement): void => {
  const form = box.closest('form')
  const input = form?.querySelector('input[type=file]')
  const button = box.querySelector('button')
  if (!form || !(input instanceof HTMLInputElement) || button === null) return
  const verifier = new Verifier()
  const tell = teller(box)
  input.addEventListener('change', () => {
    tell(undefined)
    if (input.files?.length) verifier.prepare()
  })
  for (const sign of ['focus', 'pointerenter']) button.addEventListener(sign, () => verifier.prepare())
  let busy = false
  button.addEventListener('click', async () => {
    if (busy) return
    busy = true
    button.setAttribute('aria-disabled', 'true')
    const fault = await verifyFile({ form, file: input.files?.[0], verifier, tell })
    if (fault !== undefined) tell(fault, true)
    button.removeAttribute('aria-disabled')
    busy = false
  })
  box.hidden = false
}

interface Job {
  form: HTMLFormElement
  file: File | undefined
  verifier: Verifier
  tell: Tell
}

/** From the file to the verdict on the page; what went wrong, or nothing. */
async function verifyFile({ form, file, verifier, tell }: Job): Promise<Message | undefined> {
  if (file === undefined) return 'noFile'
  if (file.size > maxFileBytes) return 'tooLarge'
  tell('loading')
  const checker = await verifier.take()
  if (typeof checker === 'string') return checker
  const bytes = await bytesOf(file)
  if (bytes === undefined) return 'unreadable'
  tell('working')
  const locale = parseLocale(document.documentElement.lang) ?? 'fr'
  const result = await checker.check({ bytes, fileName: file.name, locale })
  if (typeof result === 'string') return result
  showResult({ form, file, result })
  tell('done')
  return undefined
}

async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    // Moved, changed or forbidden since it was chosen.
    return undefined
  }
}

/** The checker, fetched once; after a fault, fetched anew. */
class Verifier {
  private started: Promise<Checker | CheckFault> | undefined

  /** Begins to fetch. Whoever never asks for a verdict is told nothing of a failed download. */
  prepare(): void {
    this.started ??= startChecker()
  }

  async take(): Promise<Checker | CheckFault> {
    const before = await this.started
    if (typeof before === 'object' && before.alive) return before
    // A download that failed a while ago may work now.
    this.started = startChecker()
    const checker = await this.started
    if (typeof checker === 'string') this.started = undefined
    return checker
  }
}

/** Says how far it is in the polite region, and what went wrong in the other. */
function teller(box: HTMLElement): Tell {
  // Written by `parts/verify-here.tsx` in the same build.
  const messages: Record<Message, string> = JSON.parse(box.dataset['messages'] ?? '{}')
  const status = box.querySelector('[role=status]')
  const fault = box.querySelector('[role=alert] > div')
  const words = fault?.querySelector('span')
  return (message, isFault = false) => {
    const text = message === undefined ? '' : messages[message]
    if (status) status.textContent = isFault ? '' : text
    if (words) words.textContent = isFault ? text : ''
    fault?.toggleAttribute('hidden', !isFault)
  }
}

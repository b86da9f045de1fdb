import { maxFileBytes } from '../max-file-bytes.ts'
import type { here } from '../words-here.fr.ts'
import type { Checker, CheckFault } from './checker.ts'

type Message = keyof typeof here.messages
type Tools = typeof import('./tools.ts')

/**
 * Verifies the chosen file in this browser. What it takes is fetched when the person shows the intent:
 * chooses a file, or comes to the button. From then on it works without network.
 */
export const verifyHere = (box: HTMLElement): void => {
  const form = box.closest('form')
  const input = form?.querySelector('input[type=file]')
  const button = box.querySelector('button')
  if (!form || !(input instanceof HTMLInputElement) || button === null) return
  const tools = new ToolBox()
  const tell = teller(box)
  input.addEventListener('change', () => {
    tell(undefined)
    if (input.files?.length) tools.prepare()
  })
  for (const sign of ['focus', 'pointerenter']) button.addEventListener(sign, () => tools.prepare())
  let busy = false
  button.addEventListener('click', async () => {
    if (busy) return
    busy = true
    button.setAttribute('aria-disabled', 'true')
    const fault = await verifyFile({ form, file: input.files?.[0], tools, tell })
    if (fault !== undefined) tell(fault, true)
    button.removeAttribute('aria-disabled')
    busy = false
  })
  box.hidden = false
}

type Tell = (message: Message | undefined, isFault?: boolean) => void

interface Job {
  form: HTMLFormElement
  file: File | undefined
  tools: ToolBox
  tell: Tell
}

/** From the file to the verdict on the page; what went wrong, or nothing. */
async function verifyFile({ form, file, tools, tell }: Job): Promise<Message | undefined> {
  if (file === undefined) return 'noFile'
  if (file.size > maxFileBytes) return 'tooLarge'
  tell('loading')
  const found = await tools.take()
  if (typeof found === 'string') return found
  const bytes = await bytesOf(file)
  if (bytes === undefined) return 'unreadable'
  tell('working')
  const reading = await found.checker.check(bytes)
  if (typeof reading === 'string') return reading
  tell('done')
  found.showReading({ form, file, reading })
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

interface Taken {
  checker: Checker
  showReading: Tools['showReading']
}

/** The verifier and what draws its answer, fetched once; after a fault, fetched anew. */
class ToolBox {
  private taken: Promise<Taken | CheckFault> | undefined

  /** Begins to fetch. Whoever never asks for a verdict is told nothing of a failed download. */
  prepare(): void {
    this.taken ??= fetchTools()
  }

  async take(): Promise<Taken | CheckFault> {
    this.prepare()
    const taken = await this.taken
    if (taken !== undefined && typeof taken !== 'string' && taken.checker.alive) return taken
    // A download that failed a while ago may work now.
    this.taken = fetchTools()
    const again = await this.taken
    if (typeof again === 'string') this.taken = undefined
    return again
  }
}

async function fetchTools(): Promise<Taken | CheckFault> {
  try {
    const { startChecker, showReading } = await import('./tools.ts')
    const checker = await startChecker()
    return typeof checker === 'string' ? checker : { checker, showReading }
  } catch {
    return 'notLoaded'
  }
}

/** Says how far it is in the polite region, and what went wrong in the other. */
function teller(box: HTMLElement): Tell {
  // Written by `parts/verify-here.tsx` in the same build.
  const messages: Record<Message, string> = JSON.parse(box.dataset['messages'] ?? '{}')
  const status = box.querySelector('[role=status]')
  const fault = box.querySelector('.fault')
  const words = fault?.querySelector('span')
  return (message, isFault = false) => {
    const text = message === undefined ? '' : messages[message]
    if (status) status.textContent = isFault ? '' : text
    if (words) words.textContent = isFault ? text : ''
    fault?.toggleAttribute('hidden', !isFault)
  }
}

import { type Handling, page, seeOther, wantsJson } from '../../infra/http/index.ts'
import { refusals, refuse } from '../../infra/refusal.ts'
import { directoryRefusals } from './errors.ts'
import { RemovedPage } from './pages/removed.tsx'
import { pagesWords } from './pages-words.ts'
import { removalOf } from './reads.ts'

/** The answer for an entry that is not there: where it went, that it was taken out, or that nobody knows it. */
export async function showAbsent(c: Handling, entryId: string): Promise<Response> {
  const removal = await removalOf(c.var.ctx, entryId)
  if (removal === undefined) throw refuse(refusals.notFound)
  if (removal.mergedInto !== undefined) return seeOther(c, `/directory/entries/${removal.mergedInto}`)
  return showRemoved(c)
}

/** Neither who took it out nor why is said. Programs read the refusal, people a page with a way on. */
export function showRemoved(c: Handling): Response {
  if (wantsJson(c)) throw refuse(directoryRefusals.removed)
  const { locale } = c.var.ctx
  const { title } = pagesWords(locale).removed
  return page(c, { title, current: '/directory', body: <RemovedPage locale={locale} /> }, 410)
}

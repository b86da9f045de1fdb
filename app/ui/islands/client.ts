import { type ComponentType, h, hydrate } from 'preact'
import type { IslandName } from './island.tsx'

/** Runs once for an element of the page. */
type Wake = (element: HTMLElement) => void

/** What makes elements with `data-enhance` better, by the value of the attribute; each comes in its own chunk. */
export type Enhancers = Readonly<Record<string, () => Promise<Wake>>>

// The attribute was written by `Island` in the same build, from props of the same type.
const wake =
  <P extends object>(component: ComponentType<P>): Wake =>
  (element) => {
    const props: P = JSON.parse(element.dataset['props'] ?? '{}')
    hydrate(h(component, props), element)
  }

const islands: Record<IslandName, () => Promise<Wake>> = {
  'copy-button': async () => wake((await import('./copy-button.tsx')).CopyButton),
  'progress-poll': async () => wake((await import('./progress-poll.tsx')).ProgressPoll),
  'share-button': async () => wake((await import('./share-button.tsx')).ShareButton),
  'stamp-preview': async () => wake((await import('./stamp-preview.tsx')).StampPreview),
}

/** Small improvements of an element that is already complete. */
const enhancers: Enhancers = {
  'submit-once': async () => (await import('./submit-once.ts')).submitOnce,
  'live-parts': async () => (await import('./live-parts.ts')).liveParts,
  'file-drop': async () => (await import('./file-drop.ts')).fileDrop,
}

const start = (attribute: 'island' | 'enhance', loaders: Enhancers): void => {
  for (const element of document.querySelectorAll<HTMLElement>(`[data-${attribute}]`)) {
    const load = loaders[element.dataset[attribute] ?? '']
    // A chunk that does not arrive leaves the page as the server made it, which is complete.
    load?.().then(
      (run) => run(element),
      () => undefined,
    )
  }
}

/** Wakes what the page holds: the islands of this floor, and what the floors above add to them. */
export const startIslands = (more: Enhancers): void => {
  start('island', islands)
  start('enhance', { ...enhancers, ...more })
}

import type { Enhancers } from '../../ui/islands/client.ts'

/** What this slice adds to a page where there is script: each is loaded only where the page has it. */
export const enhancers: Enhancers = {
  'verify-here': async () => (await import('./islands/verify-here.ts')).verifyHere,
}

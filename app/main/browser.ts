import { enhancers } from '../domains/verification/browser.ts'
import { startIslands } from '../ui/islands/client.ts'

// The one script that pages link. A slice adds its line here, and its code stays in a chunk of its own.
startIslands({ ...enhancers })

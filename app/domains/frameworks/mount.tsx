import type { Mount } from '../../infra/http/index.ts'
import { loadShipped } from './actions/load-shipped.ts'

export const frameworksMount: Mount = { name: 'frameworks', sweep: loadShipped }

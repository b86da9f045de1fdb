import type { Router } from '../../infra/http/index.ts'
import { compareRoutes } from './compare-routes.tsx'
import { entryRoutes } from './entry-routes.tsx'
import { searchRoutes } from './search-routes.tsx'

/** What everybody may read of the directory, page by page. */
export function directoryRoutes(router: Router): void {
  searchRoutes(router)
  compareRoutes(router)
  entryRoutes(router)
}

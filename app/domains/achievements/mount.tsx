import type { Mount } from '../../infra/http/index.ts'
import { designerRoutes } from './designer-routes.tsx'
import { type Beside, publicRoutes } from './public-routes.tsx'
import { publishRoutes } from './publish-routes.tsx'
import { staffRoutes } from './staff-routes.tsx'
import { templateRoutes } from './template-routes.tsx'
import { achievementWords } from './words.ts'

export interface AchievementsOptions {
  /** What a slice above shows on the page of an achievement: badges alike, say. */
  beside?: Beside | undefined
}

export const achievementsMount = (options: AchievementsOptions = {}): Mount => ({
  name: 'achievements',
  flashes: (locale) => {
    const t = achievementWords(locale).flash
    return {
      'achievements.published': t.published,
      'achievements.dropped': t.dropped,
      'achievements.retired': t.retired,
      'achievements.reopened': t.reopened,
      'achievements.adopted': t.adopted,
      'achievements.offered': t.offered,
      'achievements.withdrawn': t.withdrawn,
      'achievements.followed': t.followed,
    }
  },
  routes(router) {
    staffRoutes(router)
    designerRoutes(router)
    publishRoutes(router)
    templateRoutes(router)
    publicRoutes(router, options.beside)
  },
})

import type { Mount } from '../../infra/http/index.ts'
import { designerRoutes } from './designer-routes.tsx'
import { type Beside, publicRoutes } from './public-routes.tsx'
import { staffRoutes } from './staff-routes.tsx'
import { achievementWords } from './words.ts'

export interface AchievementsOptions {
  /** What a slice above shows on the page of an achievement: badges alike, say. */
  beside?: Beside | undefined
}

export const achievementsMount = (options: AchievementsOptions = {}): Mount => ({
  name: 'achievements',
  flashes: (locale) => {
    const t = achievementWords(locale).flash
    return { 'achievements.published': t.published, 'achievements.dropped': t.dropped }
  },
  routes(router) {
    staffRoutes(router)
    designerRoutes(router)
    publicRoutes(router, options.beside)
  },
})

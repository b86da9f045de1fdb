import type { DemoAchievement } from './achievement.ts'
import { networkAchievements } from './achievements-network.ts'
import { otherAchievements } from './achievements-others.ts'

/** In the order of their awards. */
export const demoAchievements: DemoAchievement[] = [...networkAchievements, ...otherAchievements]

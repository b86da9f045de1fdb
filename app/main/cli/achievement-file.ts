import { z } from 'zod'

/**
 * An OB 3.0 Achievement as a file: the members that the standard requires, and whatever else it holds,
 * which is checked when the first badge is prepared.
 */
export const AchievementFile = z.looseObject({
  id: z.url(),
  name: z.string().min(1),
  description: z.string().min(1),
  criteria: z.looseObject({ id: z.string().optional(), narrative: z.string().optional() }),
  achievementType: z.string().optional(),
  image: z.union([z.string(), z.looseObject({ id: z.string() })]).optional(),
  creator: z
    .looseObject({
      id: z.string(),
      name: z.string().optional(),
      url: z.string().optional(),
      email: z.string().optional(),
    })
    .optional(),
})
export type AchievementFile = z.infer<typeof AchievementFile>

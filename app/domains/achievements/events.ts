import { z } from 'zod'
import { defineEvent } from '../../infra/queue.ts'

/** Told in the transaction that publishes a version. */
export const achievementPublished = defineEvent(
  'achievements.published',
  z.object({ achievementId: z.uuid(), version: z.number().int().min(1) }),
)

/** Told when an achievement stops being awarded, and when it is awarded again. */
export const achievementRetired = defineEvent(
  'achievements.retired',
  z.object({ achievementId: z.uuid(), retired: z.boolean() }),
)

import { z } from 'zod'
import { defineEvent } from '../../infra/queue.ts'

/** Told in the transaction that publishes a version. */
export const achievementPublished = defineEvent(
  'achievements.published',
  z.object({ achievementId: z.uuid(), version: z.number().int().min(1) }),
)

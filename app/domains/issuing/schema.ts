import { z } from 'zod'
import { text } from '../../infra/http/index.ts'

export const RevokeForm = z.object({ reason: text(500) })

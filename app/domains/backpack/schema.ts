import { z } from 'zod'
import { optionalText } from '../../infra/http/index.ts'

export const DeclineForm = z.object({ reason: optionalText(500) })
export const DeleteForm = z.object({ confirm: z.literal('on') })
export const IndexForm = z.object({ indexed: z.literal('on').optional() })

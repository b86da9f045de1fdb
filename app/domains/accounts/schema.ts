import { z } from 'zod'
import { EmailAddress, text } from '../../infra/http/index.ts'

export const SignInForm = z.object({ address: EmailAddress, next: z.string().max(500).optional() })
export const CheckForm = z.object({ token: z.string().min(20).max(100) })
export const ClaimForm = z.object({ token: text(100), name: text(100), address: EmailAddress })
export const NameForm = z.object({ name: text(100) })
export const AddressForm = z.object({ address: EmailAddress })
export const SessionForm = z.object({ session: z.uuid() })

export type { Letter } from './letter.ts'
export {
  deliverMail,
  forgetMail,
  type KeptMessage,
  keptMessages,
  type Message,
  mailStep,
  sendMail,
  smtpPostman,
} from './mail.ts'

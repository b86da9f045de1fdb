export { type AppParts, createApp } from './app.ts'
export {
  clearSessionCookie,
  formToken,
  setFlash,
  setSessionCookie,
  takeFlash,
} from './cookies.ts'
export {
  EmailAddress,
  type Errors,
  type Form,
  fieldRefusal,
  isEmailAddress,
  optionalText,
  parseForm,
  readBody,
  readForm,
  TextList,
  text,
  type Values,
} from './form.ts'
export { addressKey } from './guard.ts'
export { json, page, problem, safePath, seeOther, wantsJson } from './respond.ts'
export type { Env, Handling, Mount, PageContent, Renderer, Router } from './router.ts'

import type { Hono, Context as HonoContext } from 'hono'
import type { ComponentChild } from 'preact'
import type { Context } from '../context.ts'
import type { Locale } from '../i18n.ts'
import type { Reaction, RunnableJob } from '../queue.ts'

/** What a handler finds on `c.var`. */
export interface Variables {
  ctx: Context
  /** The session cookie's token, if any. */
  sessionToken: string | undefined
  clientAddress: string
  renderer: Renderer
}
export type Env = { Variables: Variables }
export type Router = Hono<Env>
export type Handling = HonoContext<Env>

/** What a page says about itself; the frame around it is composed above. */
export interface PageContent {
  title: string
  body: ComponentChild
  description?: string
  /** Which menu is shown. */
  area?: 'public' | 'person' | 'staff'
  /** The path of the menu entry to mark as current, if it is not the page's own. */
  current?: string
  /** Private pages stay out of search engines; public ones say so. */
  index?: boolean
  canonical?: string
  image?: { url: string; alt: string }
  /** The same in another form, for programs: a feed of news. */
  alternates?: { href: string; type: string }[]
  /** Seconds after which a reader without script sees the page again. */
  refreshSeconds?: number
  /** Printed matter: no menu, no footer. */
  bare?: boolean
  /** Facts of the area that the frame needs, such as the name and path of an organisation. */
  place?: { name: string; path: string }
}

export type Renderer = (c: Handling, content: PageContent) => string

/** What a slice hands to the composition: its routes, jobs and reactions. */
export interface Mount {
  name: string
  routes?: (router: Router) => void
  jobs?: RunnableJob[]
  reactions?: Reaction[]
  /** Takes up what a dead worker left; called by the worker at its start and every few seconds. */
  sweep?: (ctx: Context) => Promise<void>
  /** Forms that change nothing here and may come from anywhere: no token is asked. */
  openForms?: string[]
  /** Sentences shown once after a form, by key; keys begin with the slice's name. */
  flashes?: (locale: Locale) => Record<string, string>
}

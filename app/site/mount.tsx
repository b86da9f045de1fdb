import { requirePerson } from '../infra/context.ts'
import { type Mount, page } from '../infra/http/index.ts'
import { keptMessages } from '../infra/mail/index.ts'
import { refusals, refuse } from '../infra/refusal.ts'
import { OutboxPage } from './pages/outbox.tsx'
import { siteWords } from './words.ts'

export interface SiteOptions {
  outbox: boolean
  trial: boolean
}

export function siteMount(options: SiteOptions): Mount {
  return {
    name: 'site',
    routes(router) {
      router.get('/outbox', async (c) => {
        const { ctx } = c.var
        if (!options.outbox) throw refuse(refusals.notFound)
        if (!requirePerson(ctx).operator) throw refuse(refusals.notAllowed)
        const filter = (c.req.query('to') ?? '').trim().toLowerCase()
        const messages = await keptMessages(ctx, filter === '' ? {} : { to: filter })
        return page(c, {
          title: siteWords(ctx.locale).outbox.title,
          area: 'person',
          body: <OutboxPage locale={ctx.locale} origin={ctx.origin} messages={messages} filter={filter} />,
        })
      })
    },
  }
}

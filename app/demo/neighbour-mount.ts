import { found } from '../infra/context.ts'
import { type Handling, json, type Mount } from '../infra/http/index.ts'
import { demoState } from './load.ts'
import { neighbourBadge, neighbourIssuer, neighbourList, neighbourPath } from './neighbour.ts'

/** The documents of the neighbour, while the demo is here. */
export const neighbourMount: Mount = {
  name: 'demo-neighbour',
  routes(router) {
    router.get(`${neighbourPath}/issuer.json`, (c) => answer(c, neighbourIssuer(c.var.ctx.origin)))
    router.get(`${neighbourPath}/badges.json`, (c) => answer(c, neighbourList(c.var.ctx.origin)))
    router.get(`${neighbourPath}/badges/:file{[a-z-]+\\.json}`, (c) => {
      const key = (c.req.param('file') ?? '').replace(/\.json$/, '')
      return answer(c, neighbourBadge(c.var.ctx.origin, key))
    })
  },
}

async function answer(c: Handling, document: object | undefined): Promise<Response> {
  if ((await demoState(c.var.ctx)) === 'none') found(undefined)
  return json(found(document), 200, { 'cache-control': 'no-cache' })
}

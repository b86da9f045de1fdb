import { z } from 'zod'
import { found } from '../../infra/context.ts'
import { type Handling, type Mount, page, readForm, seeOther, setFlash } from '../../infra/http/index.ts'
import { reactTo } from '../../infra/queue.ts'
import { cardKept } from '../claims/index.ts'
import { credentialById, credentialsSigned } from '../issuing/index.ts'
import { readEntry } from './access.ts'
import { declineCredential, deleteCredential, keepCredential } from './actions/decide.ts'
import { receiveAddress } from './actions/receive-address.ts'
import { receiveCredentials } from './actions/receive-credentials.ts'
import { letBeIndexed, publishPage, withdrawPage } from './actions/share.ts'
import { badgeFile, fileKinds } from './files.ts'
import { ListPage } from './pages/list.tsx'
import { backpackOf } from './reads.ts'
import { DeclineForm, DeleteForm, IndexForm } from './schema.ts'
import { showEntry, showOffer, showPublic, showRemove } from './show.tsx'
import { backpackWords } from './words.ts'

const Nothing = z.object({})
const privateFile = '/:file{badge\\.(?:png|svg|json)}'

export const backpackMount: Mount = {
  name: 'backpack',
  reactions: [
    reactTo(credentialsSigned, 'backpack.receive-credentials', (ctx, data) =>
      receiveCredentials(ctx, data.credentialIds),
    ),
    reactTo(cardKept, 'backpack.receive-address', (ctx, data) => receiveAddress(ctx, data.credentialId)),
  ],
  flashes: (locale) => {
    const t = backpackWords(locale).flash
    return {
      'backpack.kept': t.kept,
      'backpack.declined': t.declined,
      'backpack.deleted': t.deleted,
      'backpack.published': t.published,
      'backpack.withdrawn': t.withdrawn,
      'backpack.saved': t.saved,
    }
  },
  routes(router) {
    // The link of the message: it is all that somebody without an account has.
    router.get('/r/:token', (c) => showOffer(c, c.req.param('token')))
    router.get(`/r/:token${privateFile}`, (c) =>
      sendFile(c, { token: c.req.param('token') }, c.req.param('file')),
    )
    router.post('/r/:token/keep', async (c) => {
      const token = c.req.param('token')
      await keepCredential(c.var.ctx, { token })
      setFlash(c, 'backpack.kept')
      return seeOther(c, `/r/${token}`)
    })
    router.post('/r/:token/decline', async (c) => {
      const token = c.req.param('token')
      const form = await readForm(c, DeclineForm)
      if (!form.ok) return showOffer(c, token, form)
      await declineCredential(c.var.ctx, { token }, form.data.reason)
      setFlash(c, 'backpack.declined')
      return seeOther(c, `/r/${token}`)
    })

    router.get('/backpack', async (c) => {
      const { locale } = c.var.ctx
      const lines = await backpackOf(c.var.ctx)
      const body = <ListPage locale={locale} lines={lines} />
      return page(c, { title: backpackWords(locale).list.title, area: 'person', body })
    })
    router.get('/backpack/:id', (c) => showEntry(c, c.req.param('id')))
    router.get(`/backpack/:id${privateFile}`, (c) =>
      sendFile(c, { entryId: c.req.param('id') }, c.req.param('file')),
    )
    router.post('/backpack/:id/keep', (c) =>
      act(c, 'backpack.kept', (id) => keepCredential(c.var.ctx, { entryId: id })),
    )
    router.post('/backpack/:id/decline', (c) =>
      act(c, 'backpack.declined', (id) => declineCredential(c.var.ctx, { entryId: id }, undefined)),
    )
    router.post('/backpack/:id/publish', (c) =>
      act(c, 'backpack.published', (id) => publishPage(c.var.ctx, id)),
    )
    router.post('/backpack/:id/withdraw', (c) =>
      act(c, 'backpack.withdrawn', (id) => withdrawPage(c.var.ctx, id)),
    )
    router.post('/backpack/:id/index', async (c) => {
      const form = await readForm(c, IndexForm)
      return act(c, 'backpack.saved', (id) =>
        letBeIndexed(c.var.ctx, id, form.ok && form.data.indexed !== undefined),
      )
    })
    router.get('/backpack/:id/delete', (c) => showRemove(c, c.req.param('id'), false))
    router.post('/backpack/:id/delete', async (c) => {
      const id = c.req.param('id')
      const form = await readForm(c, DeleteForm)
      if (!form.ok) return showRemove(c, id, true)
      await deleteCredential(c.var.ctx, id)
      setFlash(c, 'backpack.deleted')
      return seeOther(c, '/backpack')
    })

    router.get('/b/:name', (c) => showPublic(c, c.req.param('name')))
  },
}

/** Does one thing to an entry of one's own, then shows it. */
async function act(c: Handling, flash: string, work: (id: string) => Promise<unknown>): Promise<Response> {
  const id = c.req.param('id') ?? ''
  await readForm(c, Nothing)
  await work(id)
  setFlash(c, flash)
  return seeOther(c, `/backpack/${id}`)
}

async function sendFile(
  c: Handling,
  way: { token: string } | { entryId: string },
  file: string,
): Promise<Response> {
  const entry = await readEntry(c.var.ctx, way)
  const credential = found(await credentialById(c.var.ctx, entry.credentialId))
  const kind = fileKinds.find((one) => file === `badge.${one}`)
  return badgeFile(c, credential, found(kind), { open: false })
}

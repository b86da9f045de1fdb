import { found } from '../../infra/context.ts'
import { type Errors, formToken, type Handling, page, type Values } from '../../infra/http/index.ts'
import { Refusal, refusals, refuse } from '../../infra/refusal.ts'
import { versionPath } from '../achievements/index.ts'
import { credentialById } from '../issuing/index.ts'
import { askerOf, readEntry } from './access.ts'
import { backpackRefusals } from './errors.ts'
import { askedJsonType, badgeFile, fileKinds } from './files.ts'
import { EntryPage } from './pages/entry.tsx'
import { GonePage } from './pages/gone.tsx'
import { OfferPage } from './pages/offer.tsx'
import { PublicPage } from './pages/public.tsx'
import { RemovePage } from './pages/remove.tsx'
import { readPublic } from './reads.ts'
import { bearerMayDecide, belongsTo, veilAddress } from './rules.ts'
import { openPages } from './store.ts'
import { viewBadge } from './view.ts'
import { backpackWords } from './words.ts'

/** The badge behind a message's link. Reading it changes nothing: mail scanners open links. */
export async function showOffer(
  c: Handling,
  link: string,
  typed?: { values: Values; errors: Errors },
): Promise<Response> {
  const { ctx } = c.var
  const entry = await readEntry(ctx, { token: link }).catch((error: unknown) => {
    if (error instanceof Refusal && error.kind.code === backpackRefusals.deleted.code) return undefined
    throw error
  })
  if (entry === undefined) return showGone(c, true)
  const view = await viewBadge(ctx, entry.credentialId)
  const asker = await askerOf(ctx)
  const body = (
    <OfferPage
      locale={ctx.locale}
      token={formToken(c)}
      link={link}
      entry={entry}
      view={view}
      decides={bearerMayDecide(entry, asker)}
      signedIn={asker !== undefined}
      sentTo={entry.address === null ? undefined : veilAddress(entry.address)}
      inAccount={asker !== undefined && belongsTo(entry, asker)}
      {...typed}
    />
  )
  c.header('referrer-policy', 'no-referrer')
  return page(c, { title: backpackWords(ctx.locale).offer.title, area: 'person', body }, typed ? 422 : 200)
}

export async function showEntry(c: Handling, id: string): Promise<Response> {
  const { ctx } = c.var
  const entry = await readEntry(ctx, { entryId: id })
  const view = await viewBadge(ctx, entry.credentialId)
  const [open] = await openPages(ctx, [entry.id])
  const body = (
    <EntryPage
      locale={ctx.locale}
      token={formToken(c)}
      entry={entry}
      view={view}
      open={open}
      origin={ctx.origin}
    />
  )
  return page(c, { title: view.facts.name, area: 'person', current: '/backpack', body })
}

export async function showRemove(c: Handling, id: string, missing: boolean): Promise<Response> {
  const { ctx } = c.var
  const entry = await readEntry(ctx, { entryId: id })
  const { facts } = await viewBadge(ctx, entry.credentialId)
  const body = (
    <RemovePage
      locale={ctx.locale}
      token={formToken(c)}
      entryId={entry.id}
      name={facts.name}
      missing={missing}
    />
  )
  const title = backpackWords(ctx.locale).remove.title
  return page(c, { title, area: 'person', current: '/backpack', body }, missing ? 422 : 200)
}

/** The public address of a badge: a page for readers, the signed text for programs, pictures by their ending. */
export async function showPublic(c: Handling, name: string): Promise<Response> {
  const { ctx } = c.var
  const [slug = '', ending, ...more] = name.split('.')
  const kind = fileKinds.find((one) => one === ending)
  const read =
    more.length > 0 || (ending !== undefined && kind === undefined) ? undefined : await readPublic(ctx, slug)
  if (read === undefined || read.state === 'unknown') throw refuse(refusals.notFound)
  const asked = kind === undefined ? askedJsonType(c.req.header('accept')) : undefined
  c.header('vary', 'accept, accept-language, cookie')
  if (read.state === 'gone') {
    if (kind !== undefined || asked !== undefined) throw refuse(backpackRefusals.gone)
    return showGone(c, false)
  }
  const { indexed } = read.page
  if (kind !== undefined || asked !== undefined) {
    const credential = found(await credentialById(ctx, read.entry.credentialId))
    const file = await badgeFile(c, credential, kind ?? 'json', { open: true, indexed })
    if (asked !== undefined) file.headers.set('content-type', asked)
    return file
  }

  const view = await viewBadge(ctx, read.entry.credentialId)
  const t = backpackWords(ctx.locale).page
  const { facts, version } = view
  const url = `${ctx.origin}/b/${slug}`
  const holder = facts.holder ?? ''
  return page(c, {
    title: holder === '' ? facts.name : t.titled(facts.name, holder),
    description: t.described(facts.does, facts.issuer.name),
    canonical: url,
    index: indexed,
    image: { url: `${versionPath(version)}/image.png`, alt: facts.name },
    body: <PublicPage locale={ctx.locale} view={view} url={url} />,
  })
}

function showGone(c: Handling, deleted: boolean): Response {
  const { locale } = c.var.ctx
  const t = backpackWords(locale).gone
  const title = deleted ? t.deletedTitle : t.title
  return page(c, { title, body: <GonePage locale={locale} deleted={deleted} /> }, 410)
}

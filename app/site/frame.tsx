import { formToken, type Handling, type PageContent, type Renderer, takeFlash } from '../infra/http/index.ts'
import type { Locale } from '../infra/i18n.ts'
import type { Refusal } from '../infra/refusal.ts'
import { Actions, ButtonLink } from '../ui/button.tsx'
import { type Chrome, type NavItem, Page, renderPage } from '../ui/document.tsx'
import { ErrorContent } from '../ui/error-page.tsx'
import { siteWords } from './words.ts'

/** The frame of every page: menu of the area, footer, one sentence after a form. */
export function renderFrame(flashes: (locale: Locale) => Record<string, string>): Renderer {
  return (c, content) => {
    const { locale, origin } = c.var.ctx
    const t = siteWords(locale)
    const key = content.bare ? undefined : takeFlash(c)
    const said = key === undefined ? undefined : flashes(locale)[key]
    return renderPage(
      <Page
        lang={locale}
        title={content.title === t.name ? t.name : `${content.title} · ${t.name}`}
        description={content.description}
        canonical={content.canonical}
        noindex={content.index !== true}
        social={
          content.canonical === undefined
            ? undefined
            : {
                siteName: t.name,
                image:
                  content.image === undefined
                    ? undefined
                    : { url: new URL(content.image.url, origin).href, alt: content.image.alt },
              }
        }
        alternates={content.alternates}
        chrome={content.bare ? undefined : chrome(c, content)}
        flash={said === undefined ? undefined : { tone: 'ok', text: said }}
        readable={content.area === 'person'}
        refreshSeconds={content.refreshSeconds}
      >
        {content.body}
      </Page>,
    )
  }
}

function chrome(c: Handling, content: PageContent): Chrome {
  const { locale } = c.var.ctx
  const t = siteWords(locale)
  const current = content.current ?? c.req.path
  const items = menu(c, content).map((item) => ({ ...item, current: item.href === current }))
  const other = locale === 'fr' ? 'en' : 'fr'
  return {
    brand: { label: t.name, href: '/' },
    skip: t.skip,
    nav: { label: t.mainMenu, menu: t.menu, items },
    foot: {
      label: t.footMenu,
      items: [
        { label: t.nav.help, href: '/help' },
        { label: t.nav.accessibility, href: '/accessibility' },
        { label: t.nav.privacy, href: '/privacy' },
        { label: t.nav.rules, href: '/reading-rules' },
        { label: t.nav.frameworks, href: '/frameworks' },
        { label: t.nav.otherLanguage, href: languageHref(c, other), lang: other },
      ],
      note: t.free,
    },
  }
}

// A form's answer has no address of its own to come back to.
function languageHref(c: Handling, other: string): string {
  const url = new URL(c.req.method === 'GET' ? c.req.url : c.var.ctx.origin)
  url.searchParams.set('lang', other)
  return `${url.pathname}${url.search}`
}

function menu(c: Handling, content: PageContent): NavItem[] {
  const t = siteWords(c.var.ctx.locale).nav
  const signedIn = c.var.ctx.viewer.kind === 'person'
  if (content.area === 'staff' && content.place !== undefined)
    return [
      { label: t.models, href: `${content.place.path}/achievements` },
      { label: t.awards, href: `${content.place.path}/awards` },
      { label: t.members, href: `${content.place.path}/manage/members` },
      { label: content.place.name, href: `${content.place.path}/manage` },
      { label: t.space, href: '/space' },
    ]
  if (content.area === 'person' && signedIn)
    return [
      { label: t.backpack, href: '/backpack' },
      { label: t.code, href: '/c' },
      { label: t.space, href: '/space' },
      { label: t.account, href: '/account' },
      { label: t.signOut, href: '/sign-out', post: { 'form-token': formToken(c) } },
    ]
  return [
    { label: t.verify, href: '/verify' },
    { label: t.find, href: '/directory' },
    { label: t.understand, href: '/reading-rules' },
    { label: t.code, href: '/c' },
    signedIn ? { label: t.space, href: '/space' } : { label: t.signIn, href: '/sign-in' },
  ]
}

/** The page of a refusal, or of a bug of ours. */
export function renderError(
  c: Handling,
  failure: { refusal: Refusal | undefined; requestId: string },
): string {
  const { locale } = c.var.ctx
  const t = siteWords(locale).error
  const title = errorTitle(t.titles, failure.refusal?.kind.status ?? 500)
  return renderFrame(() => ({}))(c, {
    title,
    body: (
      <ErrorContent
        title={title}
        reference={
          failure.refusal === undefined ? { label: t.reference, value: failure.requestId } : undefined
        }
        actions={
          <Actions>
            <ButtonLink href="/">{t.home}</ButtonLink>
          </Actions>
        }
      >
        <p>{failure.refusal?.say(locale) ?? t.bug}</p>
      </ErrorContent>
    ),
  })
}

type ErrorTitles = ReturnType<typeof siteWords>['error']['titles']

function errorTitle(titles: ErrorTitles, status: number): string {
  switch (status) {
    case 401:
    case 403:
      return titles[403]
    case 404:
      return titles[404]
    case 410:
      return titles[410]
    case 429:
      return titles[429]
    case 500:
      return titles[500]
    case 503:
      return titles[503]
    default:
      return titles.other
  }
}

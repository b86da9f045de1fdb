import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { assetUrl } from './assets.ts'
import { Notice, type NoticeTone } from './notice.tsx'

/** A link of the header or the footer; with `post` it is a button that sends a form. */
export type NavItem = {
  label: string
  href: string
  current?: boolean | undefined
  lang?: string | undefined
  post?: Readonly<Record<string, string>> | undefined
}

/** Everything the frame says, so that the frame itself has no words. */
export type Chrome = {
  brand: { label: string; href: string }
  skip: string
  /** `label` names the wide navigation, `menu` is the word on the phone's button. */
  nav: { label: string; menu: string; items: readonly NavItem[] }
  foot: { label: string; items: readonly NavItem[]; note?: ComponentChildren }
}

export type PageProps = {
  lang: string
  dir?: 'ltr' | 'rtl' | undefined
  /** The whole title, name of the site included. */
  title: string
  description?: string | undefined
  canonical?: string | undefined
  noindex?: boolean | undefined
  social?: { siteName: string; image?: { url: string; alt: string } | undefined } | undefined
  alternates?: readonly { href: string; lang?: string | undefined; type?: string | undefined }[] | undefined
  /** Without it the page has neither header nor footer: a poster, a receipt to print. */
  chrome?: Chrome | undefined
  flash?: { tone: NoticeTone; text: ComponentChildren } | undefined
  /** Secondary text held to 7:1, for the pages of people who read with difficulty. */
  readable?: boolean | undefined
  /** Reloads by itself, for a page that follows a job where there is no script. */
  refreshSeconds?: number | undefined
  children?: ComponentChildren
}

/** The whole document: head, header, main, footer. */
export const Page = (props: PageProps) => (
  <html lang={props.lang} dir={props.dir}>
    <Head {...props} />
    <body class={props.readable ? 'readable' : undefined}>
      {props.chrome && (
        <a class="skip" href="#content">
          {props.chrome.skip}
        </a>
      )}
      {props.chrome && <Header chrome={props.chrome} />}
      <main id="content" tabIndex={-1}>
        <div class="page">
          {props.flash && (
            <div class="flash">
              <Notice tone={props.flash.tone} live>
                {props.flash.text}
              </Notice>
            </div>
          )}
          {props.children}
        </div>
      </main>
      {props.chrome && <Footer chrome={props.chrome} />}
    </body>
  </html>
)

const Head = (props: PageProps) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{props.title}</title>
    {props.description && <meta name="description" content={props.description} />}
    {props.noindex && <meta name="robots" content="noindex" />}
    {props.refreshSeconds !== undefined && (
      <noscript>
        <meta http-equiv="refresh" content={String(props.refreshSeconds)} />
      </noscript>
    )}
    {props.canonical && <link rel="canonical" href={props.canonical} />}
    {props.alternates?.map(({ href, lang, type }) => (
      <link
        key={href + (lang ?? '') + (type ?? '')}
        rel="alternate"
        href={href}
        hreflang={lang}
        type={type}
      />
    ))}
    {props.social && <Social {...props} />}
    <link rel="preload" href={assetUrl('font')} as="font" type="font/woff2" crossorigin="anonymous" />
    <link rel="stylesheet" href={assetUrl('style')} />
    <link rel="icon" href={assetUrl('icon')} type="image/svg+xml" />
    <meta name="theme-color" content="#faf7f0" media="(prefers-color-scheme: light)" />
    <meta name="theme-color" content="#0c0e13" media="(prefers-color-scheme: dark)" />
  </head>
)

const Social = ({ social, title, description, canonical, lang }: PageProps) => (
  <>
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content={social?.siteName} />
    <meta property="og:title" content={title} />
    {description && <meta property="og:description" content={description} />}
    {canonical && <meta property="og:url" content={canonical} />}
    <meta property="og:locale" content={lang} />
    {social?.image && <meta property="og:image" content={social.image.url} />}
    {social?.image && <meta property="og:image:alt" content={social.image.alt} />}
    <meta name="twitter:card" content="summary" />
  </>
)

const Header = ({ chrome }: { chrome: Chrome }) => (
  <header class="top">
    <div class="page">
      <a class="brand" href={chrome.brand.href}>
        {chrome.brand.label}
      </a>
      <nav class="wide" aria-label={chrome.nav.label}>
        <NavList items={chrome.nav.items} />
      </nav>
      <details>
        <summary>{chrome.nav.menu}</summary>
        <nav aria-label={chrome.nav.menu}>
          <NavList items={chrome.nav.items} />
        </nav>
      </details>
    </div>
  </header>
)

const Footer = ({ chrome }: { chrome: Chrome }) => (
  <footer class="foot">
    <div class="page">
      <nav aria-label={chrome.foot.label}>
        <NavList items={chrome.foot.items} />
      </nav>
      {chrome.foot.note && <p>{chrome.foot.note}</p>}
    </div>
  </footer>
)

const NavList = ({ items }: { items: readonly NavItem[] }) => (
  <ul>
    {items.map((item) => (
      <li key={item.href}>{item.post ? <NavForm {...item} post={item.post} /> : <NavLink {...item} />}</li>
    ))}
  </ul>
)

const NavLink = ({ label, href, current, lang }: NavItem) => (
  <a href={href} lang={lang} hreflang={lang} aria-current={current ? 'page' : undefined}>
    {label}
  </a>
)

const NavForm = ({ label, href, post }: NavItem & { post: Readonly<Record<string, string>> }) => (
  <form method="post" action={href}>
    {Object.entries(post).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <button type="submit">{label}</button>
  </form>
)

const islandMarks = [' data-island="', ' data-enhance="']

/** Renders a `<Page>`. The one script is linked only where the page has something for it to do. */
export const renderPage = (page: VNode): string => {
  const html = `<!doctype html>${renderToString(page)}`
  if (!islandMarks.some((mark) => html.includes(mark))) return html
  const script = `<script type="module" src="${assetUrl('islands')}"></script>`
  return html.replace(/<\/body><\/html>$/, `${script}</body></html>`)
}

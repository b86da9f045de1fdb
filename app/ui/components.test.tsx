import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { RadioGroup } from './choice.tsx'
import { Page, renderPage } from './document.tsx'
import { TextArea, TextField } from './field.tsx'
import { ErrorSummary, Form } from './form.tsx'
import { galleryChrome, galleryPages } from './gallery.tsx'
import { Island } from './islands/island.tsx'
import { qrPath } from './qr-code.tsx'
import { Tally, tallyTotal } from './tally.tsx'
import { TickPanel } from './ticks.tsx'

const html = (node: VNode) => renderToString(node)

describe('a field', () => {
  test('ties its hint and its error to the control, and keeps what was typed', () => {
    const shown = html(
      <TextField
        name="mail"
        label="Adresse"
        hint="Elle reste privée."
        error="Il manque la fin."
        value={'"><b>'}
      />,
    )
    expect(shown).toContain('<label for="mail">')
    expect(shown).toContain('aria-describedby="mail-hint mail-error"')
    expect(shown).toContain('aria-invalid="true"')
    expect(shown).toContain('value="&quot;>&lt;b>"')
    expect(shown.indexOf('mail-error"')).toBeLessThan(shown.indexOf('<input'))
  })

  test('says nothing of errors and hints that are not there', () => {
    expect(html(<TextField name="mail" label="Adresse" />)).not.toMatch(/aria-/)
  })

  test('keeps the lines of a long text', () => {
    expect(html(<TextArea name="story" label="Récit" value={'Un.\n\nDeux.'} />)).toContain(
      '>Un.\n\nDeux.</textarea>',
    )
    expect(html(<TextArea name="story" label="Récit" value={'\nUn.'} />)).toContain('>\n\nUn.</textarea>')
  })

  test('keeps a chosen radio, and the summary leads to the first of its group', () => {
    const shown = html(
      <RadioGroup
        name="kind"
        label="Qui ?"
        value="two"
        options={[
          { value: 'one', label: 'Un' },
          { value: 'two', label: 'Deux' },
        ]}
      />,
    )
    expect(shown).toMatch(/<input[^>]*value="one"[^>]*id="kind"/)
    expect(shown).toMatch(/<input[^>]*value="two"[^>]*checked/)
  })
})

describe('a form', () => {
  test('carries its hidden fields and goes by POST', () => {
    const shown = html(<Form hidden={{ token: 'a"b', absent: undefined }} />)
    expect(shown).toContain('method="post"')
    expect(shown).toContain('<input type="hidden" name="token" value="a&quot;b"/>')
    expect(shown).not.toContain('absent')
  })

  test('has no summary without error, and one link an error with', () => {
    expect(html(<ErrorSummary title="À reprendre" errors={[]} />)).toBe('')
    const shown = html(
      <ErrorSummary
        title="À reprendre"
        errors={[{ field: 'mail', message: 'Il manque la fin.' }, { message: 'Trop tard.' }]}
      />,
    )
    expect(shown).toContain('<a href="#mail">Il manque la fin.</a>')
    expect(shown).toContain('<li>Trop tard.</li>')
  })
})

test('a tally adds up what it prints, parts apart', () => {
  const lines = [
    { label: 'Remis', count: 1200 },
    { label: 'dont par carte', count: 16, part: true },
    { label: 'Refusés', count: 3 },
  ]
  expect(tallyTotal(lines)).toBe(1203)
  expect(html(<Tally lang="fr" lines={lines} total="Lues" />)).toMatch(/Lues<\/dt><dd>1\s?203<\/dd>/u)
})

test('ticks are read with their number and their answer, five by five', () => {
  const items = Array.from(
    { length: 10 },
    (_, index) => ({ state: 'yes', label: `Fait n° ${index + 1} : établi`, href: `#f${index}` }) as const,
  )
  const shown = html(
    <TickPanel
      title="Sur quoi"
      itemName="Fait"
      items={items}
      keys={{ yes: 'établi', no: 'non', unknown: 'non renseigné' }}
    />,
  )
  expect(shown.match(/class="gap"/g)).toHaveLength(1)
  expect(shown).toContain('href="#f9"')
})

test('a QR code draws every dark module once', () => {
  const { size, path } = qrPath('https://exemple.fr/7KQ4M2')
  const drawn = [...path.matchAll(/M\d+ \d+h(\d+)/g)].reduce((sum, match) => sum + Number(match[1]), 0)
  expect(size).toBe(25)
  expect(drawn).toBeGreaterThan((size * size) / 3)
  expect(drawn).toBeLessThan((size * size * 2) / 3)
})

describe('a page', () => {
  test('names itself for people, search engines and messages', () => {
    const shown = renderPage(
      <Page
        lang="fr"
        title="Atelier"
        description="Ce qui s’y fait."
        canonical="https://exemple.fr/a"
        social={{ siteName: 'Exemple', image: { url: 'https://exemple.fr/a.png', alt: 'Une porte' } }}
        alternates={[{ href: 'https://exemple.fr/a.json', type: 'application/ld+json' }]}
        chrome={galleryChrome}
      >
        <h1>Atelier</h1>
      </Page>,
    )
    expect(shown.startsWith('<!doctype html><html lang="fr">')).toBe(true)
    for (const part of [
      '<link rel="canonical" href="https://exemple.fr/a"/>',
      '<meta property="og:image" content="https://exemple.fr/a.png"/>',
      '<link rel="alternate" href="https://exemple.fr/a.json" type="application/ld+json"/>',
      '<a class="skip" href="#content">',
      '<main id="content"',
    ])
      expect(shown).toContain(part)
    expect(shown).not.toContain('noindex')
    expect(shown).not.toContain('<script')
  })

  test('links the script once, at its end, only where an island is', () => {
    const shown = renderPage(
      <Page lang="fr" title="x">
        <Island name="copy-button" props={{ text: '</body></html>"', label: 'Copier', done: 'Copié' }} />
      </Page>,
    )
    expect(shown.match(/<script/g)).toHaveLength(1)
    expect(shown).toMatch(/<script type="module" src="\/assets\/client\.js"><\/script><\/body><\/html>$/)
    expect(shown).toContain('data-props="{&quot;text&quot;:&quot;&lt;/body>')
  })

  test('refreshes by itself only for those who have no script', () => {
    expect(renderPage(<Page lang="fr" title="x" refreshSeconds={5} />)).toContain(
      '<noscript><meta http-equiv="refresh" content="5"/></noscript>',
    )
  })

  test('carries neither style attribute nor inline script, whatever it shows', () => {
    for (const page of Object.values(galleryPages))
      expect(renderPage(page())).not.toMatch(/ style="| on\w+="|<style/)
  })
})

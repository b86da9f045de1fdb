import type { Product } from './product.ts'
import { Visitor } from './visitor.ts'

/** A fresh instance with one organisation and one published badge, made through the pages. */
export interface Workshop {
  staff: Visitor
  organisationPath: string
  achievementId: string
}

export async function openWorkshop(product: Product): Promise<Workshop> {
  const staff = new Visitor(product.url)
  await staff.send(`/claim-instance?token=${product.claimToken}`, '/claim-instance', {
    name: 'Alice Martin',
    address: 'alice@courrier.example',
  })
  const opened = await staff.send('/organisations/new', /organisations/, {
    name: 'Atelier des essais',
    kind: 'training',
    city: 'Caen',
  })
  const organisationPath = /^\/organisations\/[\w-]+/.exec(opened.path)?.[0] ?? ''
  const begun = await staff.send(`${organisationPath}/achievements/new`, /achievements/, {
    nature: 'participation',
    language: 'fr',
    go: 'next',
  })
  const achievementId = /^\/achievements\/([\w-]+)\//.exec(begun.path)?.[1] ?? ''
  const step = (name: string) => `/achievements/${achievementId}/edit/${name}`
  await staff.send(step('action'), step('action'), {
    name: 'Atelier découverte',
    action: 'A suivi une demi-journée d’atelier.',
    go: 'next',
  })
  const published = await staff.send(step('preview'), /publish|preview/, { go: 'publish' })
  if (published.status !== 200 || published.path !== `/achievements/${achievementId}`)
    throw new Error(`The badge was not published: ${published.status} ${published.path}`)
  return { staff, organisationPath, achievementId }
}

/** Sends a list and returns the path of its batch, waiting for confirmation. */
export async function sendList(workshop: Workshop, text: string): Promise<string> {
  const page = `/achievements/${workshop.achievementId}/award`
  const preview = await workshop.staff.send(page, /award/, { list: text })
  const path = /^\/awards\/[\w-]+/.exec(preview.path)?.[0]
  if (path === undefined) throw new Error(`The list was not read: ${preview.status} ${preview.path}`)
  return path
}

/** `count` invented people, as a spreadsheet would give them. */
export function manyPeople(count: number): string {
  const rows = ['Nom;Adresse e-mail']
  for (let n = 1; n <= count; n++)
    rows.push(`Personne ${String(n).padStart(5, '0')};personne.${n}@courrier.example`)
  return rows.join('\n')
}

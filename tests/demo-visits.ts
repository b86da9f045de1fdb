import type { Product } from './product.ts'
import { Visitor } from './visitor.ts'

/** Where things are in a product with demo content, found as its people find them. */
export interface DemoPlaces {
  organisation: string
  achievement: string
  /** The public page of a competency badge. */
  badge: string
  /** The page behind a code that is open. */
  claim: string
  /** Two badges of one skill side by side, and the page of that skill. */
  comparison: string
  skill: string
}

/** The person in charge, who reads the kept messages of a trial. */
export async function takeCharge(product: Product): Promise<Visitor> {
  const operator = new Visitor(product.url)
  await operator.send(`/claim-instance?token=${product.claimToken}`, '/claim-instance', {
    name: 'Camille Operator',
    address: 'operator@courrier.example',
  })
  return operator
}

/** The link of the newest message to an address. */
export async function linkFor(operator: Visitor, address: string, pattern: RegExp): Promise<string> {
  for (let tries = 0; tries < 60; tries++) {
    const { html } = await operator.open(`/outbox?to=${encodeURIComponent(address)}`)
    const found = pattern.exec(html)?.[0]
    if (found !== undefined) return found.replaceAll('&amp;', '&')
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`No message to ${address} with ${pattern}`)
}

/** Signs in one of the demo's people. */
export async function signInAs(product: Product, operator: Visitor, address: string): Promise<Visitor> {
  const visitor = new Visitor(product.url)
  await visitor.send('/sign-in', '/sign-in', { address })
  const link = await linkFor(operator, address, /\/sign-in\/check\?token=[\w-]+/)
  await visitor.send(link, /sign-in\/check/)
  return visitor
}

export async function demoPlaces(product: Product, operator: Visitor): Promise<DemoPlaces> {
  const organisation = '/organisations/atelier-cardan'
  const reader = new Visitor(product.url)
  const achievement = find(
    (await reader.open(organisation)).html,
    /\/achievements\/[\w-]{36}(?=">(?:<[^>]+>)*Organiser)/,
  )
  const badge = [...(await reader.open('/')).html.matchAll(/\/b\/[\w-]{22}/g)].at(-1)?.[0]
  if (badge === undefined) throw new Error('The front page shows no public badge of the demo')
  const staff = await signInAs(product, operator, 'agnes.delaporte@courrier.example')
  const models = (await staff.open('/organisations/lieu-dit-formation/achievements')).html
  for (const [codes] of models.matchAll(/\/achievements\/[\w-]{36}\/codes/g)) {
    const code = /\/codes\/[\w-]{36}/.exec((await staff.open(codes)).html)?.[0]
    if (code === undefined) continue
    return {
      organisation,
      achievement,
      badge,
      claim: find((await staff.open(code)).html, /\/c\/[A-Z0-9]{10}/),
      ...(await directoryPlaces(product)),
    }
  }
  throw new Error('No code of the demo is open')
}

/** The worker enters what is published a moment after it is. */
async function directoryPlaces(product: Product): Promise<{ comparison: string; skill: string }> {
  const reader = new Visitor(product.url)
  for (let tries = 0; tries < 60; tries++) {
    const { html } = await reader.open('/directory?q=organiser')
    const ids = [...html.matchAll(/<li id="b-([\w-]{36})"/g)].map(([, id]) => `e=${id}`)
    const { html: all } = await reader.open('/directory')
    const skill = /name="skill" value="([\w-]{36})"/.exec(all)?.[1]
    if (ids.length > 1 && skill !== undefined)
      return { comparison: `/directory/compare?${ids.slice(0, 2).join('&')}`, skill: `/skills/${skill}` }
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error('The badges of the demo did not enter the directory')
}

function find(html: string, pattern: RegExp): string {
  const found = pattern.exec(html)?.[0]
  if (found === undefined) throw new Error(`Nothing like ${pattern} on the page`)
  return found
}

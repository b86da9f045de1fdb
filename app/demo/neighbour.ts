import { addDemoSource } from '../domains/directory/index.ts'
import { savoirEtreAlignment } from '../domains/frameworks/index.ts'
import type { Context } from '../infra/context.ts'
import { type NeighbourBadge, neighbour, neighbourBadges } from './data/neighbour.ts'

/** Where the neighbour stands: on our own origin, since no other machine is there to play its part. */
export const neighbourPath = '/demo/neighbour'

const home = (origin: string) => `${origin}${neighbourPath}`
const context = 'https://w3id.org/openbadges/v2'

export const neighbourIssuer = (origin: string) => ({
  '@context': context,
  type: 'Issuer',
  id: `${home(origin)}/issuer.json`,
  name: neighbour.name,
  url: home(origin),
  email: neighbour.email,
  description: neighbour.description,
})

/** The list that the directory is given: addresses alone, so that each badge is asked at its own. */
export const neighbourList = (origin: string) => ({
  title: neighbour.name,
  badges: neighbourBadges.map(({ key }) => `${home(origin)}/badges/${key}.json`),
})

export const neighbourBadge = (origin: string, key: string) => {
  const badge = neighbourBadges.find((one) => one.key === key)
  return badge === undefined ? undefined : badgeClass(origin, badge)
}

const badgeClass = (origin: string, badge: NeighbourBadge) => ({
  '@context': context,
  type: 'BadgeClass',
  id: `${home(origin)}/badges/${badge.key}.json`,
  name: badge.name,
  description: badge.description,
  criteria: { narrative: badge.criteria },
  issuer: `${home(origin)}/issuer.json`,
  tags: badge.tags,
  alignment: badge.skills.flatMap((code) => savoirEtreAlignment(code) ?? []),
})

/** The directory reads the neighbour like anybody: the worker asks it over the network once it answers. */
export const addNeighbour = (ctx: Context) =>
  addDemoSource(ctx, {
    address: `${home(ctx.origin)}/badges.json`,
    name: neighbour.name,
    areas: neighbour.areas,
  })

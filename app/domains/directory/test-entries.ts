import { type Achievement, buildAchievement, buildProfile } from '@insigne/open-badges'
import type { World } from '../../testing/index.ts'
import { createAchievement, publishAchievement, saveDraft } from '../achievements/index.ts'
import { createOrganisation } from '../organisations/index.ts'
import { DirectoryQuery, type EntryInput } from './index.ts'

/** A definition of another issuer, as a harvest hands it over. */
export function foreign(
  n: number | string,
  more: Partial<Omit<EntryInput, 'achievement' | 'issuer'>> & {
    achievement?: Partial<Achievement>
    host?: string
    issuerName?: string
  } = {},
): EntryInput {
  const { achievement, host = 'badges.example.org', issuerName = 'Maison des Métiers', ...rest } = more
  const address = `https://${host}/badges/${n}`
  return {
    origin: 'elsewhere',
    achievement: {
      ...buildAchievement({
        id: address,
        name: `Badge ${n}`,
        description: 'Ce que ce badge reconnaît.',
        criteria: { narrative: `Pour recevoir ce badge, faire ce qui est décrit à la ligne ${n}.` },
      }),
      ...achievement,
    },
    issuer: buildProfile({ id: `https://${host}/issuers/1`, name: issuerName }),
    address,
    areas: [],
    awarded: null,
    illustrative: false,
    ...rest,
  }
}

export const asking = (query: Partial<DirectoryQuery>): DirectoryQuery => ({
  ...DirectoryQuery.parse({}),
  ...query,
})

/** A badge published here by an organisation of its own, through the product's actions. */
export async function publishedHere(world: World, wish: { name: string; territoryId?: string | undefined }) {
  const owner = await world.person(`${crypto.randomUUID()}@atelier.example`)
  const profile = { name: `Atelier ${wish.name}`, kind: 'training' as const, territoryId: wish.territoryId }
  const organisation = await createOrganisation(owner.ctx, profile)
  const { achievementId } = await createAchievement(owner.ctx, organisation.id, 'participation')
  await saveDraft(owner.ctx, achievementId, 'action', {
    name: wish.name,
    description: '',
    situation: '',
    action: `A pris part à l’atelier : ${wish.name}.`,
    criteria: ['Être présent à la séance'],
    alignments: [],
  })
  await publishAchievement(owner.ctx, achievementId)
  return {
    achievementId,
    organisationId: organisation.id,
    rename: (name: string) =>
      owner.post(`/organisations/${organisation.slug}/manage/profile`, {
        name,
        kind: profile.kind,
        territoryId: wish.territoryId ?? '',
      }),
  }
}

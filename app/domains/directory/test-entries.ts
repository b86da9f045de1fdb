import { type Achievement, buildAchievement, buildProfile } from '@insigne/open-badges'
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

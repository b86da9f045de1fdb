import type { Achievement } from '@insigne/open-badges'
import { type Organisation, organisationProfile } from '../organisations/index.ts'
import { markLabel } from './image.ts'
import { criteriaNarrative } from './narrative.ts'
import { achievementTypeOf } from './nature.ts'
import type { AchievementVersion } from './store.ts'
import { achievementWords } from './words.ts'

const registerNames = {
  RNCP: 'Répertoire national des certifications professionnelles',
  RS: 'Répertoire spécifique',
} as const

export const versionPath = ({ achievementId, version }: { achievementId: string; version: number }) =>
  `/achievements/${achievementId}/versions/${version}`

/**
 * A published version as an OB 3.0 Achievement (B.1.1). Its id is the address of the version, which answers
 * with this same object. Every fact of the designer stands in a standard field: the nature in
 * `achievementType`, the register number in `otherIdentifier`, the frameworks in `alignment`,
 * the rest in the labelled lines of `criteria.narrative`.
 */
export function achievementJson(
  origin: string,
  organisation: Organisation,
  version: AchievementVersion,
): Achievement {
  const id = `${origin}${versionPath(version)}`
  const { name } = organisationProfile(origin, organisation)
  const alignment = alignmentsOf(version)
  const { registration } = version
  return {
    id,
    type: ['Achievement'],
    name: version.name,
    description: version.description,
    // A place on the same page: a signed text describes one address once, so it cannot be the page itself.
    criteria: { id: `${id}#criteria`, narrative: criteriaNarrative(version) },
    achievementType: achievementTypeOf[version.nature],
    ...(alignment.length === 0 ? {} : { alignment }),
    creator: { id: organisation.did, type: ['Profile'], ...(name === undefined ? {} : { name }) },
    image: { id: `${id}/image.png`, type: 'Image', caption: markLabel(version) },
    inLanguage: version.language,
    ...(registration === null
      ? {}
      : {
          otherIdentifier: [
            {
              type: 'IdentifierEntry',
              identifier: `${registration.register}${registration.number}`,
              identifierType: `ext:${registration.register}`,
            },
          ],
        }),
    ...(version.version === 1
      ? {}
      : {
          related: [
            {
              id: `${origin}${versionPath({ ...version, version: version.version - 1 })}`,
              type: ['Related'],
              inLanguage: version.language,
              version: String(version.version - 1),
            },
          ],
        }),
    tag: tagsOf(version),
    version: String(version.version),
  }
}

const tagsOf = ({ language, nature, illustrative }: AchievementVersion): string[] => {
  const words = achievementWords(language)
  return [words.natures[nature].name, ...(illustrative ? [words.tags.illustrative] : [])]
}

function alignmentsOf({
  alignments,
  registration,
}: AchievementVersion): NonNullable<Achievement['alignment']> {
  const chosen = alignments.map((one) => ({ type: ['Alignment'], ...one }))
  if (registration === null) return chosen
  const code = `${registration.register}${registration.number}`
  const registered = {
    type: ['Alignment'],
    targetName: code,
    targetUrl: `https://www.francecompetences.fr/recherche/${registration.register.toLowerCase()}/${registration.number}/`,
    targetFramework: registerNames[registration.register],
    targetCode: code,
  }
  return [registered, ...chosen]
}

/** The contexts of everything of OB 3.0 that we publish. */
export const contexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
]

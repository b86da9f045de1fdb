import type { Achievement, Profile } from '@insigne/open-badges'
import { type Organisation, organisationProfile, webAddressOf } from '../organisations/index.ts'
import { markLabel } from './image.ts'
import { eqfAddress } from './micro-credential.ts'
import { criteriaNarrative } from './narrative.ts'
import { achievementTypeOf } from './nature.ts'
import { registerAddress, registerNames } from './registered.ts'
import { resultDescriptions } from './results.ts'
import type { AchievementVersion } from './store.ts'
import { inLanguage, translatedInto } from './translations.ts'
import { achievementWords } from './words.ts'

export const versionPath = ({ achievementId, version }: { achievementId: string; version: number }) =>
  `/achievements/${achievementId}/versions/${version}`

/** Where a version is read in another language than its own. */
export const translationPath = (version: { achievementId: string; version: number }, language: string) =>
  `${versionPath(version)}/${language}`

/**
 * A published version as an OB 3.0 Achievement (B.1.1). Its id is the address of the version, which answers
 * with this same object. Every fact of the designer stands in a standard field: the nature in
 * `achievementType`, the register number in `otherIdentifier`, the frameworks and the EQF level in `alignment`,
 * ECTS in `creditsAvailable`, what is measured in `resultDescription`, other languages and versions in `related`,
 * the rest in the labelled lines of `criteria.narrative`.
 */
export function achievementJson(
  origin: string,
  organisation: Organisation,
  version: AchievementVersion,
): Achievement {
  const id = `${origin}${versionPath(version)}`
  const alignment = alignmentsOf(version)
  const { registration, workload } = version
  const results = resultDescriptions(id, version)
  const related = relatedTo(origin, version, id)
  return {
    id,
    type: ['Achievement'],
    name: version.name,
    description: version.description,
    // A place on the same page: a signed text describes one address once, so it cannot be the page itself.
    criteria: { id: `${id}#criteria`, narrative: criteriaNarrative(version) },
    achievementType: achievementTypeOf[version.nature],
    ...(alignment.length === 0 ? {} : { alignment }),
    creator: creatorOf(origin, organisation, version),
    ...(workload === null || workload.ects === null ? {} : { creditsAvailable: workload.ects }),
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
    ...(related.length === 0 ? {} : { related }),
    ...(results.length === 0 ? {} : { resultDescription: results }),
    tag: tagsOf(version),
    version: String(version.version),
  }
}

/**
 * The same version in another language, as an achievement of its own that names the original: a text in two
 * languages is two texts. What is signed is the original.
 */
export function translatedJson(
  origin: string,
  organisation: Organisation,
  version: AchievementVersion,
  language: AchievementVersion['language'],
): Achievement {
  const original = achievementJson(origin, organisation, version)
  const id = `${origin}${translationPath(version, language)}`
  const { resultDescription: _, ...rest } = achievementJson(
    origin,
    organisation,
    inLanguage(version, language),
  )
  return {
    ...rest,
    id,
    criteria: { ...rest.criteria, id: `${id}#criteria` },
    related: [
      {
        id: original.id,
        type: ['Related'],
        inLanguage: version.language,
        version: String(version.version),
      },
    ],
    // Results have one address, whatever the language: a signed result points at the original's.
    ...(original.resultDescription === undefined ? {} : { resultDescription: original.resultDescription }),
  }
}

/** The model's network where the badge follows one; otherwise whoever awards it. */
function creatorOf(origin: string, organisation: Organisation, { template }: AchievementVersion): Profile {
  if (template === null) return organisationProfile(origin, organisation)
  const { did, name, slug } = template.network
  return { id: did, type: ['Profile'], name, url: `${origin}/organisations/${slug}` }
}

/** The version before, the other languages, the model of the network, and what this is a part of. */
function relatedTo(
  origin: string,
  version: AchievementVersion,
  id: string,
): NonNullable<Achievement['related']> {
  const { template, stackability } = version
  const whole = stackability === null || stackability.url === '' ? undefined : webAddressOf(stackability.url)
  const all = [
    ...(version.version === 1
      ? []
      : [
          {
            id: `${origin}${versionPath({ ...version, version: version.version - 1 })}`,
            inLanguage: version.language,
            version: String(version.version - 1),
          },
        ]),
    ...translatedInto(version).map((language) => ({
      id: `${origin}${translationPath(version, language)}`,
      inLanguage: language,
      version: String(version.version),
    })),
    // No version nor language of this one: whoever follows a model awards on grounds of their own.
    ...(template === null ? [] : [{ id: `${origin}${versionPath(template)}` }]),
    ...(whole === undefined ? [] : [{ id: whole }]),
  ]
  const once = new Map(all.filter((one) => one.id !== id).map((one) => [one.id, one]))
  return [...once.values()].map(({ id: address, ...rest }) => ({ id: address, type: ['Related'], ...rest }))
}

const tagsOf = ({ language, nature, illustrative }: AchievementVersion): string[] => {
  const words = achievementWords(language)
  return [words.natures[nature].name, ...(illustrative ? [words.tags.illustrative] : [])]
}

function alignmentsOf({
  alignments,
  registration,
  eqfLevel,
  language,
}: AchievementVersion): NonNullable<Achievement['alignment']> {
  const level =
    eqfLevel === null
      ? []
      : [
          {
            type: ['Alignment'],
            targetName: achievementWords(language).europe.levelName(eqfLevel),
            targetUrl: eqfAddress(eqfLevel),
            targetFramework: achievementWords(language).europe.levelFramework,
            targetCode: String(eqfLevel),
          },
        ]
  const chosen = [...alignments.map(alignmentJson), ...level]
  if (registration === null) return chosen
  const code = `${registration.register}${registration.number}`
  const registered = {
    type: ['Alignment'],
    targetName: code,
    targetUrl: registerAddress(registration),
    targetFramework: registerNames[registration.register],
    targetCode: code,
  }
  return [registered, ...chosen]
}

const alignmentJson = ({ targetType, ...one }: AchievementVersion['alignments'][number]) => ({
  type: ['Alignment'],
  ...one,
  ...(targetType === 'CFItem' ? { targetType: 'CFItem' as const } : {}),
})

/** The contexts of everything of OB 3.0 that we publish. */
export const contexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
]

import type { Fault } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import type * as model3 from '../v3/model.ts'
import { achievementOf, convertIssuer, definitionLosses, type Loss } from './convert.ts'
import { readBadgeClass, readIssuer } from './read.ts'
import { sameAddress, vouchesFor } from './scope.ts'
import { upgradeBadgeClass, upgradeIssuer } from './upgrade.ts'

/** A badge class and its issuer, as JSON, of any generation from 0.5 to 2.1. OB 2.0, "BadgeClass". */
export interface DefinitionInput {
  /** The badge class. Its `issuer` may be an address or the issuer itself. */
  badge: JsonObject
  /** The issuer as its own address gives it. Without it, the one inside the badge class is read. */
  issuer?: JsonObject
  /** Where the badge class was fetched: it names documents of 1.x, which name themselves nowhere. */
  address?: string
  /** Where the issuer was fetched. */
  issuerAddress?: string
}

/** A badge class in the words of 3.0, or what is wrong with it. OB 3.0 guide, "Converting from 2.0". */
export type DefinitionConversion =
  | {
      achievement: model3.Achievement
      issuer: model3.Profile
      /** What 3.0 has no place for; paths start at the badge class, its issuer under `/issuer`. */
      lost: Loss[]
      /**
       * Whether the issuer vouches for the address of the badge class: its own origin, or the origins and prefixes
       * that it names. Believe nothing that is not vouched for.
       */
      vouched: boolean
      faults: []
    }
  | { achievement?: undefined; faults: Fault[] }

/**
 * Puts a badge class alone, without an award, into the words of 3.0: for catalogues and directories. Reads 2.0, 1.1,
 * 1.0 and 0.5, and says what is lost. Never throws: what is missing or malformed comes back in `faults`, with codes
 * `badge-class.…` and `issuer.…` and paths as JSON pointers into the badge class (`/name`, `/issuer/id`).
 * OB 3.0 guide, "Converting from 2.0".
 * @param input the badge class, its issuer where it is known, and the addresses that gave them
 * @throws never
 * @example
 * const { achievement, issuer, lost, vouched } = convertBadgeClass({
 *   badge: {
 *     '@context': 'https://w3id.org/openbadges/v2',
 *     type: 'BadgeClass',
 *     id: 'https://atelier.example/badges/1.json',
 *     name: 'Travailler en équipe',
 *     description: 'Mener une tâche commune à son terme.',
 *     criteria: { narrative: 'A organisé le travail de trois personnes.' },
 *     issuer: 'https://atelier.example/issuer.json',
 *   },
 *   issuer: {
 *     type: 'Issuer',
 *     id: 'https://atelier.example/issuer.json',
 *     name: 'Atelier du Port',
 *     url: 'https://atelier.example',
 *   },
 * })
 * // achievement.criteria.narrative, issuer.name, vouched === true
 */
export function convertBadgeClass(input: DefinitionInput): DefinitionConversion {
  const upgraded = upgradeBadgeClass(input.badge, input.address)
  const inner = upgraded['issuer']
  const claimed = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : undefined
  const document = input.issuer === undefined ? claimed : upgradeIssuer(input.issuer, input.issuerAddress)
  if (document === undefined)
    return {
      faults: [{ code: 'badge-class.issuer-unread', path: '/issuer', message: 'Give the issuer document' }],
    }
  const issuer = readIssuer(document)
  // The issuer is read on its own: inside the badge class only its name counts.
  const id = document['id']
  const badge = readBadgeClass(typeof id === 'string' && claimed ? { ...upgraded, issuer: id } : upgraded)
  const faults = [
    ...badge.faults,
    ...issuer.faults.map((one): Fault => ({ ...one, path: `/issuer${one.path ?? ''}` })),
  ]
  if (!badge.value || !issuer.value) return { faults }
  const named = badge.value.issuer
  if (typeof named === 'string' && !sameAddress(named, issuer.value.id))
    return {
      faults: [{ code: 'badge-class.issuer-other', path: '/issuer', message: `The issuer is ${named}` }],
    }
  return {
    achievement: achievementOf(badge.value),
    issuer: convertIssuer(issuer.value),
    lost: definitionLosses(
      { badge: badge.value, issuer: issuer.value },
      { badge: input.badge, issuer: input.issuer ?? claimed },
      '',
    ),
    vouched: vouchesFor(issuer.value, badge.value.id),
    faults: [],
  }
}

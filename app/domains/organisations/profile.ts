import type { Profile } from '@insigne/open-badges'
import type { Organisation } from './store.ts'
import { organisationWords } from './words.ts'

/**
 * The OB 3.0 Profile (B.1.14) as it goes into a badge: the public name, never the internal one.
 * The quality assurance has no field of its own in the standard: it closes the description, labelled.
 */
export function organisationProfile(origin: string, organisation: Organisation): Profile {
  const { description, qualityAssurance } = organisation
  const quality =
    qualityAssurance === null
      ? undefined
      : `${organisationWords('fr').facts.quality}\u00a0: ${qualityAssurance}`
  const about = [description, quality].filter((part) => part !== undefined && part !== '').join('\n\n')
  return {
    id: organisation.did,
    type: ['Profile'],
    name: organisation.displayName,
    url: organisation.url ?? `${origin}/organisations/${organisation.slug}`,
    ...(about === '' ? {} : { description: about }),
    ...(organisation.email === null ? {} : { email: organisation.email }),
    ...(organisation.city === ''
      ? {}
      : { address: { type: ['Address'], addressLocality: organisation.city } }),
  }
}

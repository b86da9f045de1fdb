import type { SameWords } from '../../infra/i18n.ts'
import type { solidity as fr } from './words-solidity.fr.ts'

export const solidity: SameWords<typeof fr> = {
  title: 'What it stands on',
  ten: 'The ten facts',
  lead: 'Ten facts that anyone can check. They do not add up: each answers a different question.',
  fact: 'Fact',
  spoken: (name, state) => `${name}: ${state}`,
  states: { yes: 'established', no: 'no', unknown: 'not stated' },
  names: {
    criteria: 'Criteria published and observable',
    action: 'Outcome stated as an action in a situation',
    alignment: 'Linked to a framework',
    assessment: 'Assessed, and how',
    assessor: 'Assessed by another person',
    evidence: 'Evidence or an account of the facts',
    grid: 'Grid known before the assessment',
    identity: 'Identity check stated',
    quality: 'Issuer identified, quality stated',
    endorsement: 'Endorsed by a third party',
  },
  quote: (text) => `“${text}”`,
  readIn: (document, place) => `Read in ${document}, at ${place}`,
  documents: {
    achievement: 'the achievement',
    credential: 'the badge',
    issuer: 'the profile of the issuer',
    endorsements: 'the endorsements',
    facts: 'the fields of the achievement',
    report: 'the check',
  },
  asked: 'Asked for by:',
  rules: (version) => `Reading rules, version ${version}. They are public and the same for every badge.`,
}

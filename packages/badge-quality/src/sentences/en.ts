import type { Sentences } from './index.ts'

/** The sentences that people read. One idea, about twelve words. */
export const en: Sentences = {
  natures: {
    participation: 'Participation',
    engagement: 'Engagement',
    realisation: 'Achievement',
    competence: 'Competency',
    certification: 'Certification',
    registered: 'Registered certification',
    undetermined: 'nature not established',
  },
  nature: {
    plain: (shown) => `This badge shows: ${shown}.`,
    differs: (declared, shown) => `Declared as ${declared}. This badge shows: ${shown}.`,
    lacks: (declared, shown, missing) =>
      `Declared as ${declared}. This badge shows: ${shown}. Missing: ${missing}.`,
  },
  missing: {
    criteria: 'observable criteria',
    action: 'the action and its situation',
    alignment: 'a link to a framework',
    assessment: 'the type of assessment',
    assessor: 'another person who assesses',
    evidence: 'evidence or an account of the facts',
    grid: 'a grid shown beforehand',
    identity: 'the identity check',
    quality: 'the issuer’s quality assurance',
    endorsement: 'an outside endorsement',
    registration: 'a number that the register holds',
    role: 'the role held',
    deed: 'what was done',
  },
  checks: {
    criteria: {
      yes: 'Criteria are published. They can be observed.',
      no: 'The published criteria say nothing that can be observed.',
      unknown: 'Observable criteria: not stated.',
    },
    action: {
      yes: 'It says what the person does, and in which situation.',
      no: 'The text speaks of attendance, not of an action in a situation.',
      unknown: 'Action in a situation: not stated.',
    },
    alignment: {
      yes: 'The badge is linked to a framework by an address or a code.',
      no: 'A framework is named, without an address or a code.',
      unknown: 'Link to a framework: not stated.',
    },
    assessment: {
      yes: 'The person is assessed. The form of assessment is written.',
      no: 'It is written that nothing is assessed.',
      unknown: 'Type of assessment: not stated.',
    },
    assessor: {
      yes: 'Somebody else assesses. It says who.',
      no: 'The person assesses themself.',
      unknown: 'Who assesses: not stated.',
      'self-issued': 'The person awarded the badge to themself.',
    },
    evidence: {
      yes: 'This badge carries evidence or an account of the facts.',
      no: 'It is written that no evidence is asked for.',
      unknown: 'Evidence or account of the facts: not stated.',
      rule: 'Evidence or an account is required for every award.',
      optional: 'Evidence is possible, not required.',
      'required-not-carried': 'Evidence is required. This badge carries none.',
    },
    grid: {
      yes: 'The grid was known before the assessment.',
      no: 'It is written that the grid is not shown.',
      unknown: 'Grid shown beforehand: not stated.',
    },
    identity: {
      yes: 'The identity check is written.',
      no: 'It is written that identity is not checked.',
      unknown: 'Identity check: not stated.',
    },
    quality: {
      yes: 'The issuer is identified. Its quality assurance is written.',
      no: 'The issuer could not be confirmed.',
      unknown: 'Quality assurance of the issuer: not stated.',
      'issuer-refused': 'Verification refused the issuer.',
      'issuer-unchecked': 'The issuer has not been confirmed yet.',
      'issuer-only': 'The issuer is identified. Its quality assurance: not stated.',
      'no-issuer': 'Quality assurance is written. The issuer is not identified.',
    },
    endorsement: {
      yes: 'A third party endorses this badge.',
      no: 'The only endorsement comes from the issuer itself.',
      unknown: 'Endorsement by a third party: not stated.',
      unchecked: 'An endorsement is attached. It was not verified.',
      self: 'The only endorsement comes from the issuer or the person.',
    },
  },
}

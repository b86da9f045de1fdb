import type { SameWords } from '../../infra/i18n.ts'
import type { fr } from './words.fr.ts'

export const en: SameWords<typeof fr> = {
  credential: {
    title: (name) => `Badge of ${name}`,
    caption: 'What this badge says',
    recipient: 'Awarded to',
    address: 'Address',
    noAddress: 'No address: a card to print',
    achievement: 'Badge',
    version: (number) => `version ${number}`,
    issuedAt: 'Awarded on',
    validUntil: 'Valid until',
    state: 'State',
    states: {
      prepared: 'Recorded, being signed',
      signed: 'Signed',
      revoked: (date) => `Withdrawn on ${date}`,
    },
    reason: 'Reason',
    files: 'Files',
    png: 'Image with the badge (PNG)',
    svg: 'Image with the badge (SVG)',
    json: 'Signed badge (JSON)',
    back: 'Awarded badges',
    trail: 'You are here',
  },
  revoke: {
    title: 'Withdraw this badge',
    aside: 'This cannot be undone',
    lead: 'Verification will say that this badge was withdrawn. The person keeps the file, but it is no longer valid.',
    reason: 'Why do you withdraw it?',
    reasonHint: 'The person will be able to read it. Example: awarded by mistake to somebody else.',
    go: 'Withdraw the badge',
    errors: 'The badge is not withdrawn yet',
  },
  flash: { revoked: 'The badge is withdrawn. Verification will say so within a minute.' },
}

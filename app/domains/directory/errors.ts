import { defineRefusals } from '../../infra/refusal.ts'

export const directoryRefusals = defineRefusals({
  removed: {
    code: 'directory.removed',
    status: 410,
    fr: 'Ce badge a été retiré de l’annuaire.',
    en: 'This badge was taken out of the directory.',
  },
  badSince: {
    code: 'directory.bad-since',
    status: 400,
    fr: 'Le paramètre « since » attend un curseur du flux, ou une date comme 2026-09-01 ou 2026-09-01T08:00:00Z.',
    en: 'The parameter “since” takes a cursor of the feed, or a date such as 2026-09-01 or 2026-09-01T08:00:00Z.',
  },
  badLimit: {
    code: 'directory.bad-limit',
    status: 400,
    fr: 'Le paramètre « limit » attend un nombre de 1 à 500.',
    en: 'The parameter “limit” takes a number from 1 to 500.',
  },
})

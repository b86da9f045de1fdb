import { defineRefusals } from '../../infra/refusal.ts'

export const organisationRefusals = defineRefusals({
  slugRefused: {
    code: 'organisations.name-refused',
    status: 422,
    fr: 'Ce nom ne peut pas servir d’adresse. Écrivez au moins deux lettres, et un autre mot que ceux du site.',
    en: 'This name cannot be an address. Write at least two letters, and no word that the site uses.',
  },
  lastOwner: {
    code: 'organisations.last-owner',
    status: 409,
    fr: 'Il faut au moins une personne responsable. Nommez-en une autre avant.',
    en: 'At least one person must be in charge. Name another one first.',
  },
})

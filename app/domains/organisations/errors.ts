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
  networkUnknown: {
    code: 'organisations.network-unknown',
    status: 422,
    fr: 'Aucune structure ne porte ce nom ou cette adresse. Copiez l’adresse de sa page publique.',
    en: 'No organisation has this name or address. Copy the address of its public page.',
  },
  networkItself: {
    code: 'organisations.network-itself',
    status: 422,
    fr: 'Une structure ne peut pas s’inviter elle-même.',
    en: 'An organisation cannot invite itself.',
  },
  networkNotInvited: {
    code: 'organisations.network-not-invited',
    status: 409,
    fr: 'Cette invitation n’existe plus. Demandez au réseau d’inviter de nouveau votre structure.',
    en: 'This invitation no longer exists. Ask the network to invite your organisation again.',
  },
})

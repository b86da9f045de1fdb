import { defineRefusals } from '../../infra/refusal.ts'

export const accountRefusals = defineRefusals({
  linkUnknown: {
    code: 'accounts.link-unknown',
    status: 404,
    fr: 'Ce lien de connexion n’existe pas. Demandez-en un nouveau.',
    en: 'This sign-in link does not exist. Ask for a new one.',
  },
  linkUsed: {
    code: 'accounts.link-used',
    status: 410,
    fr: 'Ce lien a déjà servi. Demandez-en un nouveau.',
    en: 'This link has already been used. Ask for a new one.',
  },
  linkExpired: {
    code: 'accounts.link-expired',
    status: 410,
    fr: 'Ce lien a plus de dix minutes. Demandez-en un nouveau.',
    en: 'This link is more than ten minutes old. Ask for a new one.',
  },
  addressTaken: {
    code: 'accounts.address-taken',
    status: 409,
    fr: 'Cette adresse sert déjà à un autre compte.',
    en: 'This address already belongs to another account.',
  },
  lastAddress: {
    code: 'accounts.last-address',
    status: 409,
    fr: 'C’est votre seule adresse. Ajoutez-en une autre avant de retirer celle-ci.',
    en: 'This is your only address. Add another one before you remove it.',
  },
  claimRefused: {
    code: 'accounts.claim-refused',
    status: 403,
    fr: 'Ce code d’installation n’est pas le bon, ou il a déjà servi. Il est écrit dans le journal du serveur.',
    en: 'This set-up code is wrong or has been used. It is written in the server log.',
  },
})

import { defineRefusals } from '../../infra/refusal.ts'

export const issuingRefusals = defineRefusals({
  notSigned: {
    code: 'issuing.not-signed',
    status: 409,
    fr: 'Ce badge est en cours de signature. Revenez dans une minute.',
    en: 'This badge is being signed. Come back in a minute.',
  },
  alreadyRevoked: {
    code: 'issuing.already-revoked',
    status: 409,
    fr: 'Ce badge est déjà retiré.',
    en: 'This badge is already withdrawn.',
  },
  notPublished: {
    code: 'issuing.not-published',
    status: 409,
    fr: 'Ce modèle n’est pas publié. Publiez-le avant de remettre le badge.',
    en: 'This badge is not published. Publish it before you award it.',
  },
  listNotReady: {
    code: 'issuing.list-not-ready',
    status: 503,
    fr: 'Cette liste est en cours de signature. Réessayez dans une minute.',
    en: 'This list is being signed. Try again in a minute.',
  },
})

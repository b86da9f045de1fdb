import { defineRefusals } from '../../infra/refusal.ts'

export const backpackRefusals = defineRefusals({
  gone: {
    code: 'backpack.gone',
    status: 410,
    fr: 'Ce badge n’est plus montré à cette adresse.',
    en: 'This badge is no longer shown at this address.',
  },
  deleted: {
    code: 'backpack.deleted',
    status: 410,
    fr: 'Ce badge a été supprimé de ce sac à badges.',
    en: 'This badge has been deleted from this backpack.',
  },
  notNow: {
    code: 'backpack.not-possible-now',
    status: 409,
    fr: 'Ce choix n’est plus possible pour ce badge. Rechargez la page.',
    en: 'This choice is no longer possible for this badge. Reload the page.',
  },
  keptByAnother: {
    code: 'backpack.kept-under-account',
    status: 403,
    fr: 'Ce badge est déjà gardé dans un compte. Connectez-vous à ce compte pour en décider.',
    en: 'This badge is already kept in an account. Sign in to that account to decide about it.',
  },
  unsigned: {
    code: 'backpack.unsigned',
    status: 409,
    fr: 'Ce badge est en cours de signature. Revenez dans une minute.',
    en: 'This badge is being signed. Come back in a minute.',
  },
  noCompactForm: {
    code: 'backpack.no-compact-form',
    status: 404,
    fr: 'Ce badge n’existe pas sous cette forme.',
    en: 'This badge does not exist in this form.',
  },
})

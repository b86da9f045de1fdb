import { defineRefusals } from '../../infra/refusal.ts'

export const achievementRefusals = defineRefusals({
  factsMissing: {
    code: 'achievements.facts-missing',
    status: 422,
    fr: ({ nature, missing, offered }: { nature: string; missing: string; offered: string }) =>
      `Pour publier comme ${nature}, il manque\u00a0: ${missing}.${offered === '' ? '' : ` Complétez, ou publiez comme ${offered}.`}`,
    en: ({ nature, missing, offered }: { nature: string; missing: string; offered: string }) =>
      `To publish as ${nature}, this is missing: ${missing}.${offered === '' ? '' : ` Complete it, or publish as ${offered}.`}`,
  },
  registrationNotFound: {
    code: 'achievements.registration-not-found',
    status: 422,
    fr: ({ number, date }: { number: string; date: string }) =>
      `${number} est introuvable dans le répertoire chargé le ${date}. Vérifiez le numéro, ou publiez comme Certification du réseau.`,
    en: ({ number, date }: { number: string; date: string }) =>
      `${number} is not found in the register loaded on ${date}. Check the number, or publish as Network certification.`,
  },
  registrationInactive: {
    code: 'achievements.registration-inactive',
    status: 422,
    fr: ({ number, date }: { number: string; date: string }) =>
      `${number} est inactive dans le répertoire chargé le ${date}. Vérifiez le numéro, ou publiez comme Certification du réseau.`,
    en: ({ number, date }: { number: string; date: string }) =>
      `${number} is inactive in the register loaded on ${date}. Check the number, or publish as Network certification.`,
  },
  nothingToPublish: {
    code: 'achievements.nothing-to-publish',
    status: 409,
    fr: 'Rien n’a changé depuis la dernière publication.',
    en: 'Nothing has changed since the last publication.',
  },
  notPublished: {
    code: 'achievements.not-published',
    status: 409,
    fr: 'Ce modèle n’est pas encore publié. Publiez-le avant.',
    en: 'This badge model is not published yet. Publish it first.',
  },
  retired: {
    code: 'achievements.retired',
    status: 409,
    fr: 'Ce badge n’est plus remis. Rouvrez le modèle pour le remettre.',
    en: 'This badge is no longer awarded. Reopen the model to award it.',
  },
  networkLeft: {
    code: 'achievements.network-left',
    status: 409,
    fr: ({ network }: { network: string }) =>
      `Ce badge suit un modèle de ${network}. Votre structure n’est plus membre de ce réseau.`,
    en: ({ network }: { network: string }) =>
      `This badge follows a template of ${network}. Your organisation is no longer a member of this network.`,
  },
  templateUnavailable: {
    code: 'achievements.template-unavailable',
    status: 409,
    fr: 'Ce modèle n’est pas proposé à votre structure. Demandez au réseau.',
    en: 'This template is not offered to your organisation. Ask the network.',
  },
  templateOfTemplate: {
    code: 'achievements.template-of-template',
    status: 409,
    fr: 'Ce badge suit déjà le modèle d’un réseau. Il ne peut pas en devenir un autre.',
    en: 'This badge already follows the template of a network. It cannot become another one.',
  },
})

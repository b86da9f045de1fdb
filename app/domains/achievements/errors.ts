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
})

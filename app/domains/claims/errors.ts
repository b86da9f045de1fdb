import { defineRefusals } from '../../infra/refusal.ts'

export const claimsRefusals = defineRefusals({
  notPublished: {
    code: 'claims.not-published',
    status: 409,
    fr: 'Ce modèle n’est pas encore publié. Publiez-le, puis revenez le remettre.',
    en: 'This badge is not published yet. Publish it, then come back to award it.',
  },
  listEmpty: {
    code: 'claims.list-empty',
    status: 422,
    fr: 'La liste ne contient aucune personne. Écrivez une personne par ligne.',
    en: 'The list holds nobody. Write one person a line.',
  },
  listTooLong: {
    code: 'claims.list-too-long',
    status: 422,
    fr: ({ lines, most }: { lines: string; most: string }) =>
      `La liste compte ${lines} lignes. Le plus long envoi est de ${most} lignes\u00a0: partagez-la en plusieurs fichiers.`,
    en: ({ lines, most }: { lines: string; most: string }) =>
      `The list has ${lines} lines. At most ${most} lines can be sent: split it into several files.`,
  },
  fileTooLarge: {
    code: 'claims.file-too-large',
    status: 413,
    fr: 'Ce fichier pèse plus de 5 Mo. Partagez-le en plusieurs fichiers.',
    en: 'This file is larger than 5 MB. Split it into several files.',
  },
  notText: {
    code: 'claims.not-text',
    status: 422,
    fr: 'Ce fichier n’est pas un texte. Dans le tableur, enregistrez-le au format CSV, ou collez les cellules.',
    en: 'This file is not text. Save it as CSV from the spreadsheet, or paste the cells.',
  },
  batchClosed: {
    code: 'claims.batch-closed',
    status: 409,
    fr: 'Cette remise est déjà lancée. Ses lignes ne changent plus.',
    en: 'This award has started. Its rows no longer change.',
  },
  nothingReady: {
    code: 'claims.nothing-ready',
    status: 409,
    fr: 'Aucune ligne n’est prête. Corrigez au moins une ligne.',
    en: 'No row is ready. Correct at least one.',
  },
  codeUnknown: {
    code: 'claims.code-unknown',
    status: 404,
    fr: 'Ce code ne correspond à rien. Relisez-le signe par signe.',
    en: 'This code matches nothing. Read it again, sign by sign.',
  },
  codeClosed: {
    code: 'claims.code-closed',
    status: 410,
    fr: 'Ce code ne sert plus. Demandez à la personne qui vous l’a donné.',
    en: 'This code is over. Ask the person who gave it to you.',
  },
  codeNotOpen: {
    code: 'claims.code-not-open',
    status: 409,
    fr: 'Ce code ne sert pas encore. Revenez un peu plus tard.',
    en: 'This code is not open yet. Come back a little later.',
  },
  codeFull: {
    code: 'claims.code-full',
    status: 409,
    fr: 'Tous les badges prévus pour ce code sont pris. Demandez à la personne qui vous l’a donné.',
    en: 'All the badges of this code are taken. Ask the person who gave it to you.',
  },
  tooManyTries: {
    code: 'claims.too-many-tries',
    status: 429,
    fr: 'Trop de codes essayés. Attendez une minute, puis recommencez.',
    en: 'Too many codes tried. Wait a minute, then try again.',
  },
  evidenceMissing: {
    code: 'claims.evidence-missing',
    status: 422,
    fr: 'Ce badge demande une preuve ou un récit. Écrivez ce que le groupe a fait.',
    en: 'This badge asks for evidence or a narrative. Write what the group did.',
  },
  cardKept: {
    code: 'claims.card-kept',
    status: 409,
    fr: 'Ce badge est déjà gardé avec une adresse.',
    en: 'This badge is already kept under an address.',
  },
})

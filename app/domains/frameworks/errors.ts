import { defineRefusals } from '../../infra/refusal.ts'

export const frameworksRefusals = defineRefusals({
  fileMissing: {
    code: 'frameworks.file-missing',
    status: 422,
    fr: 'Choisissez un fichier sur votre appareil.',
    en: 'Choose a file on your device.',
  },
  fileTooLarge: {
    code: 'frameworks.file-too-large',
    status: 413,
    fr: 'Ce fichier pèse plus de 40 Mo. Gardez les seules colonnes utiles, ou partagez-le.',
    en: 'This file is larger than 40 MB. Keep only the columns that are needed, or split it.',
  },
  otherOwner: {
    code: 'frameworks.other-owner',
    status: 409,
    fr: 'Ce référentiel appartient à d’autres. Importez le vôtre sous un autre nom.',
    en: 'This framework belongs to others. Import yours under another name.',
  },
  shipped: {
    code: 'frameworks.shipped',
    status: 409,
    fr: 'Ce référentiel vient avec le logiciel. Il ne se remplace pas par un fichier.',
    en: 'This framework comes with the software. A file does not replace it.',
  },
  textMissing: {
    code: 'frameworks.text-missing',
    status: 422,
    fr: 'La recherche est vide. Écrivez ce que la personne sait faire, dans le paramètre q.',
    en: 'The search is empty. Write what the person can do, in the parameter q.',
  },
  tooManySearches: {
    code: 'frameworks.too-many-searches',
    status: 429,
    fr: 'Trop de recherches en une minute. Attendez un peu, puis recommencez.',
    en: 'Too many searches in a minute. Wait a little, then try again.',
  },
})

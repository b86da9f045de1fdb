import { catalogue, sayNumber } from '../i18n.ts'

const fr = {
  required: 'Ce champ est vide. Remplissez-le pour continuer.',
  choose: 'Choisissez une réponse.',
  unreadable: 'Cette réponse n’a pas la forme attendue.',
  email: 'Écrivez une adresse complète, par exemple camille@exemple.fr.',
  tooShort: (count: number) => `C’est trop court : écrivez au moins ${sayNumber('fr', count)} signes.`,
  tooLong: (count: number) => `C’est trop long : gardez au plus ${sayNumber('fr', count)} signes.`,
}
const en = {
  required: 'This field is empty. Fill it in to go on.',
  choose: 'Choose an answer.',
  unreadable: 'This answer does not have the expected form.',
  email: 'Write a complete address, such as camille@example.org.',
  tooShort: (count: number) => `This is too short: write at least ${sayNumber('en', count)} characters.`,
  tooLong: (count: number) => `This is too long: keep at most ${sayNumber('en', count)} characters.`,
}
export const formWords = catalogue({ fr, en })

import type { SameWords } from '../../infra/i18n.ts'
import type { register as fr } from './words-register.fr.ts'

export const register: SameWords<typeof fr> = {
  label: 'Register',
  active: (number, title, date) =>
    `${number}: “${title}”. Active certification in the register loaded on ${date}.`,
  inactive: (number, title, date) =>
    `${number}: “${title}”. Inactive certification in the register loaded on ${date}.`,
  notFound: (number, date) => `${number}: not found in the register loaded on ${date}.`,
  unchecked: (number) =>
    `${number}: number declared by the issuer, not checked. The register is not loaded here.`,
  official: 'See the official record',
  checkedOn: (number, date) => `${number}, checked in the register of ${date}`,
  refusedTitle: 'The number does not allow publishing',
  advice: {
    active: (title) => `Found: “${title}”`,
    activeWhy: (date) =>
      `Active certification in the register loaded on ${date}. The number will be written on the mark.`,
    inactive: (title) => `Inactive certification: “${title}”`,
    inactiveWhy: (date) =>
      `The register loaded on ${date} says it is inactive. Check the number, or choose Network certification.`,
    notFound: (number) => `${number} is not found`,
    notFoundWhy: (date) =>
      `The register loaded on ${date} does not hold it. Check the number, or choose Network certification.`,
    unchecked: 'Number not checked',
    uncheckedWhy: 'The register is not loaded here. You may publish: the bar of the mark stays blank.',
  },
}

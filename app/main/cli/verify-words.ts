import type { CheckName, CheckState, Verdict } from '@insigne/open-badges'

const checksFr: Record<CheckName, string> = {
  extract: 'lecture',
  structure: 'forme',
  context: 'vocabulaire',
  proof: 'signature',
  issuer: 'émetteur',
  schema: 'schéma',
  refresh: 'mise à jour',
  status: 'statut',
  validity: 'dates',
  recipient: 'titulaire',
  endorsements: 'soutiens',
}
const checksEn: Record<CheckName, string> = {
  extract: 'reading',
  structure: 'form',
  context: 'vocabulary',
  proof: 'signature',
  issuer: 'issuer',
  schema: 'schema',
  refresh: 'update',
  status: 'status',
  validity: 'dates',
  recipient: 'holder',
  endorsements: 'endorsements',
}
const verdictsFr: Record<Verdict, string> = {
  valid: 'AUTHENTIQUE',
  invalid: 'INVALIDE : ne vous appuyez pas sur ce badge',
  undetermined: 'INDÉTERMINÉ : nous ne pouvons pas conclure',
}
const verdictsEn: Record<Verdict, string> = {
  valid: 'AUTHENTIC',
  invalid: 'INVALID: do not rely on this badge',
  undetermined: 'UNDETERMINED: we cannot conclude',
}

/** Told apart in one colour, and by a screen reader through the word that follows. */
export const signs: Record<CheckState, string> = {
  valid: '✓',
  invalid: '✗',
  undetermined: '?',
  'not-applicable': '–',
}

export const verifyWords = (fr: boolean) =>
  fr
    ? {
        checks: checksFr,
        verdicts: verdictsFr,
        badge: 'Badge',
        issuer: 'Émetteur',
        date: 'Remis le',
        until: 'Jusqu’au',
        one: 'Donnez un fichier, une adresse, ou « - » pour l’entrée standard.',
        offline: 'Sans réseau, une adresse ne peut pas être lue. Donnez le fichier.',
        noFile: (name: string) => `Le fichier « ${name} » n’existe pas, ou ne peut pas être lu.`,
        tooLarge: 'Ce fichier dépasse 2 Mo. Un badge est plus léger.',
        fetch: (address: string, code: string) => `L’adresse ${address} n’a pas pu être lue (${code}).`,
        status: (address: string, status: number) => `L’adresse ${address} répond ${status} : pas de badge.`,
        local: (origin: string) =>
          `Note : ${origin} est une installation d’essai sur cette machine. Elle a été lue sans chiffrement.`,
        empty: 'Rien à vérifier : l’entrée est vide.',
      }
    : {
        checks: checksEn,
        verdicts: verdictsEn,
        badge: 'Badge',
        issuer: 'Issuer',
        date: 'Awarded on',
        until: 'Until',
        one: 'Give one file, one address, or “-” for standard input.',
        offline: 'Without the network an address cannot be read. Give the file.',
        noFile: (name: string) => `The file “${name}” does not exist, or cannot be read.`,
        tooLarge: 'This file is larger than 2 MiB. A badge is lighter.',
        fetch: (address: string, code: string) => `The address ${address} could not be read (${code}).`,
        status: (address: string, status: number) => `The address ${address} answers ${status}: no badge.`,
        local: (origin: string) =>
          `Note: ${origin} is a trial installation on this machine. It was read without encryption.`,
        empty: 'Nothing to verify: the input is empty.',
      }

import { defineRefusals } from '../../../infra/refusal.ts'

export const harvestRefusals = defineRefusals({
  badAddress: {
    code: 'directory.bad-address',
    status: 422,
    fr: 'Cette adresse ne peut pas être lue. Donnez une adresse en https, ou un identifiant did:web.',
    en: 'This address cannot be read. Give an https address, or a did:web identifier.',
  },
  nothingGiven: {
    code: 'directory.nothing-given',
    status: 422,
    fr: 'Donnez une adresse, ou choisissez un fichier.',
    en: 'Give an address, or choose a file.',
  },
  bothGiven: {
    code: 'directory.both-given',
    status: 422,
    fr: 'Donnez une adresse ou un fichier, pas les deux.',
    en: 'Give an address or a file, not both.',
  },
  ownAddress: {
    code: 'directory.own-address',
    status: 422,
    fr: 'Cette adresse est ici même. Les badges faits ici sont déjà dans l’annuaire.',
    en: 'This address is here. Badges made here are in the directory already.',
  },
  fileTooLarge: {
    code: 'directory.file-too-large',
    status: 413,
    fr: 'Ce fichier pèse plus de 8 Mo. Partagez la liste en plusieurs fichiers.',
    en: 'This file is larger than 8 MB. Split the list into several files.',
  },
  sourceKnown: {
    code: 'directory.source-known',
    status: 409,
    fr: ({ name }: { name: string }) => `Cette adresse est déjà lue, sous le nom « ${name} ».`,
    en: ({ name }: { name: string }) => `This address is read already, under the name “${name}”.`,
  },
  sourceWaiting: {
    code: 'directory.source-waiting',
    status: 409,
    fr: 'Cette adresse a déjà été proposée. Elle attend une réponse.',
    en: 'This address has been proposed already. It waits for an answer.',
  },
  sourceRefused: {
    code: 'directory.source-refused',
    status: 409,
    fr: ({ reason }: { reason: string }) => `Cette adresse a été refusée (${reason}).`,
    en: ({ reason }: { reason: string }) => `This address was refused (${reason}).`,
  },
  tooManyProposals: {
    code: 'directory.too-many-proposals',
    status: 429,
    fr: 'Vingt de vos propositions attendent déjà une réponse. Revenez quand elles l’auront.',
    en: 'Twenty of your proposals are waiting already. Come back once they are answered.',
  },
  decided: {
    code: 'directory.decided',
    status: 409,
    fr: 'Cette demande a déjà reçu une réponse.',
    en: 'This request has been answered already.',
  },
  tooManyReports: {
    code: 'directory.too-many-reports',
    status: 429,
    fr: 'Plusieurs signalements viennent déjà d’ici. Réessayez dans une heure.',
    en: 'Several reports came from here already. Try again in an hour.',
  },
  reportFull: {
    code: 'directory.report-full',
    status: 429,
    fr: 'Ce badge est déjà signalé plusieurs fois. La personne responsable va le regarder.',
    en: 'This badge has been reported several times already. Whoever is in charge will look at it.',
  },
  proofMissing: {
    code: 'directory.proof-missing',
    status: 422,
    fr: ({ address }: { address: string }) =>
      `Le mot attendu n’est pas à l’adresse ${address}. Placez-le, puis recommencez.`,
    en: ({ address }: { address: string }) =>
      `The expected word is not at ${address}. Put it there, then try again.`,
  },
  proofUnreachable: {
    code: 'directory.proof-unreachable',
    status: 422,
    fr: ({ address, why }: { address: string; why: string }) =>
      `L’adresse ${address} ne répond pas (${why}).`,
    en: ({ address, why }: { address: string; why: string }) =>
      `The address ${address} does not answer (${why}).`,
  },
  proofTooSoon: {
    code: 'directory.proof-too-soon',
    status: 429,
    fr: 'Une vérification vient d’être faite. Attendez dix secondes, puis recommencez.',
    en: 'A check has just been made. Wait ten seconds, then try again.',
  },
  ownEntry: {
    code: 'directory.own-entry',
    status: 409,
    fr: 'Ce badge est fait ici. Sa structure le modifie dans son espace.',
    en: 'This badge is made here. Its organisation changes it in its own space.',
  },
  hostNotNamed: {
    code: 'directory.host-not-named',
    status: 422,
    fr: 'Choisissez un des sites que ce badge nomme.',
    en: 'Choose one of the sites that this badge names.',
  },
})

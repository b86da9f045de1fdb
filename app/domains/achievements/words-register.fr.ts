export const register = {
  label: 'Registre',
  active: (number: string, title: string, date: string) =>
    `${number} : « ${title} ». Certification active dans le répertoire chargé le ${date}.`,
  inactive: (number: string, title: string, date: string) =>
    `${number} : « ${title} ». Certification inactive dans le répertoire chargé le ${date}.`,
  notFound: (number: string, date: string) => `${number} : introuvable dans le répertoire chargé le ${date}.`,
  unchecked: (number: string) =>
    `${number} : numéro déclaré par l’émetteur, non vérifié. Le répertoire n’est pas chargé ici.`,
  official: 'Voir la fiche officielle',
  checkedOn: (number: string, date: string) => `${number}, contrôlé dans le répertoire du ${date}`,
  refusedTitle: 'Le numéro ne permet pas de publier',
  advice: {
    active: (title: string) => `Trouvé : « ${title} »`,
    activeWhy: (date: string) =>
      `Certification active dans le répertoire chargé le ${date}. Le numéro sera écrit sur la marque.`,
    inactive: (title: string) => `Certification inactive : « ${title} »`,
    inactiveWhy: (date: string) =>
      `Le répertoire chargé le ${date} la dit inactive. Vérifiez le numéro, ou choisissez Certification du réseau.`,
    notFound: (number: string) => `${number} est introuvable`,
    notFoundWhy: (date: string) =>
      `Le répertoire chargé le ${date} ne le contient pas. Vérifiez le numéro, ou choisissez Certification du réseau.`,
    unchecked: 'Numéro non vérifié',
    uncheckedWhy:
      'Le répertoire n’est pas chargé ici. Vous pouvez publier : la barre de la marque reste vide.',
  },
}

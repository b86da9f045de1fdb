/** What became of the awards: who kept theirs, who shows them, what was withdrawn, what may still be taken. */

/** Three people of five keep their badges; the others have not answered yet. */
export const keeps = (order: number): boolean => order % 5 !== 1 && order % 5 !== 3

/** Public pages: a person, and the key of the badge they show. */
export const shown: readonly { person: string; achievement: string }[] = [
  { person: 'Mathis Lefèvre', achievement: 'equipe-atelier' },
  { person: 'Mathis Lefèvre', achievement: 'equipe-terrain' },
  { person: 'Amina Diallo', achievement: 'organiser-atelier' },
  { person: 'Maëlle Dupont-Léger', achievement: 'organiser-atelier' },
  { person: 'Kevin Marie', achievement: 'agile' },
  { person: 'Ousmane Cissé', achievement: 'accueillir' },
  { person: 'Dylan Poret', achievement: 'repas' },
  { person: 'Jordan Hamel', achievement: 'velo' },
  { person: 'Sébastien Boutry', achievement: 'mission' },
  { person: 'Christelle Maire', achievement: 'bois' },
  { person: 'Zahra Amiri', achievement: 'commande' },
  { person: 'Océane Gauthier', achievement: 'commande' },
]

/** Withdrawn by the one who answers for it: its public page says so. */
export const withdrawn = {
  person: 'Océane Gauthier',
  achievement: 'commande',
  by: 'Isabelle Courtois',
  reason: 'Remis par erreur à une homonyme',
}

/** A group that takes its badges with a code, from today. */
export const openCode = {
  achievement: 'equipe-atelier',
  by: 'Agnès Delaporte',
  label: 'Atelier du jeudi, Bayeux',
  narrative: 'Atelier d’une demi-journée\u00a0: jeux de coopération et retour en groupe.',
  days: 60,
  maxAwards: 40,
}

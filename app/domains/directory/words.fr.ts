/** What the directory says. */
export const fr = {
  undetermined: 'Nature non établie',
  awarded: 'Encore remis',
  origin: { here: 'Créés ici', elsewhere: 'Lus chez d’autres émetteurs' },
  rss: {
    title: 'Nouveaux badges de l’annuaire',
    description: 'Les derniers badges entrés dans l’annuaire, du plus récent au plus ancien.',
    by: (name: string, issuer: string) => `${name}, par ${issuer}`,
  },
}

export const notes = {
  newer: 'L’émetteur a publié une version plus récente de ce badge. C’est elle que vous lisez.',
  older: (version: string) => `Ce badge suit une version plus ancienne du standard : ${version}.`,
  nothingLost: 'Tout ce qu’il dit est montré ici.',
  lost: 'Nous le montrons avec les mots d’aujourd’hui. Voici ce que cette lecture ne garde pas :',
  inside: 'Badges de ce relevé',
  insideAside: 'Chacun est contrôlé à part',
  unnamed: 'Badge sans nom',
}

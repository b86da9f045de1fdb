/** Numbers that look random and are the same on every machine. */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Draws places of a list of `size` so that place n comes about n times more rarely than the first (Zipf). */
export function zipf(size: number, exponent: number): (roll: number) => number {
  const sums = new Float64Array(size)
  let total = 0
  for (let at = 0; at < size; at++) {
    total += 1 / (at + 2) ** exponent
    sums[at] = total
  }
  return (roll) => {
    const wanted = roll * total
    let low = 0
    let high = size - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}

const real =
  `équipe travail formation projet atelier client accueil sécurité communication organisation participation
   compétence métier outil stage numérique entreprise association jeune participer travailler organiser accueillir
   animer réaliser concevoir préparer conduire gérer présenter expliquer écouter analyser produire vérifier cuisine
   vente logistique jardin santé école médiation langue français anglais informatique bureautique web données
   réseau vidéo photo son musique théâtre sport citoyenneté solidarité environnement climat recyclage énergie
   bâtiment peinture menuiserie maçonnerie électricité plomberie mécanique soudure textile couture mode commerce
   gestion comptabilité budget contrat droit administration réunion rapport lettre message téléphone agenda planning
   qualité norme contrôle mesure essai panne entretien nettoyage hygiène propreté rangement stock commande livraison
   transport conduite route chantier machine robot programme code algorithme capteur carte plan dessin modèle maquette
   enfant famille parent personne âgée handicap soin écoute aide soutien tutorat mentorat parrainage bénévole
   engagement responsabilité autonomie initiative créativité rigueur adaptation coopération respect confiance parole
   lecture écriture calcul mathématiques science histoire géographie culture patrimoine musée livre bibliothèque
   voyage mobilité europe échange partenariat territoire commune région quartier ville village ferme forêt mer montagne
   découverte initiation module parcours session niveau étape objectif évaluation observation épreuve entretien dossier
   preuve grille critère jury tuteur formateur référent encadrant responsable chef directeur conseiller animateur`
    .split(/\s+/)
    .filter((word) => word !== '')

const syllables =
  'ba be bi bo da de di do fa fe fi fo ga gi la le li lo ma me mi mo na ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi vo cha ché tion ment eur age ance ique'.split(
    ' ',
  )

/** Real words first, then words that look like some: names of places and people, trades, tools. */
export function vocabulary(size: number): string[] {
  const roll = dice(7)
  const words = new Set(real)
  while (words.size < size) {
    const length = 2 + Math.floor(roll() * 3)
    let word = ''
    for (let n = 0; n < length; n++) word += syllables[Math.floor(roll() * syllables.length)] ?? ''
    words.add(word)
  }
  return [...words]
}

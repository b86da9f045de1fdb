/** An issuer of another territory, on Open Badges 2.0, all invented: what the directory reads elsewhere. */
export const neighbour = {
  name: 'Passerelle des Trois Rivières',
  description: 'Organisme de formation d’Angers. Illustration : cet organisme n’existe pas.',
  email: 'badges@trois-rivieres.example',
  areas: ['D49', 'R52'],
}

export interface NeighbourBadge {
  key: string
  name: string
  description: string
  criteria: string
  /** Codes of the « savoir-être professionnels » of ROME 4.0. */
  skills: readonly string[]
  tags: readonly string[]
}

const illustration = '**Illustration :** badge inventé pour la démonstration.\n\n'

/** One skill shown on several grounds, from having been there to having been assessed. */
export const neighbourBadges: readonly NeighbourBadge[] = [
  {
    key: 'equipe-sejour',
    name: 'Travailler en équipe',
    description: 'A participé au séjour d’équipe de trois jours sur la Loire.',
    criteria: `${illustration}A été présent aux trois journées du séjour.`,
    skills: ['300465'],
    tags: ['participation', 'équipe'],
  },
  {
    key: 'equipe-chantier',
    name: 'Travailler en équipe sur un chantier',
    description:
      'Tenir son poste dans une équipe de quatre, sur un chantier de rénovation, et aider un collègue.',
    criteria: `${illustration}**Nature :** Compétence

**Situation :** Chantier de rénovation, équipe de quatre personnes

**Action :** Tenir son poste, prévenir d’un retard, aider un collègue sans qu’on le demande.

**Critères :**

1. Prévient le chef d’équipe avant de manquer de matériel
2. Aide un collègue au moins une fois par jour
3. Range les outils communs en fin de journée

**Évaluation :** Observation en situation de travail

**Évaluateur :** Un chef d’équipe de l’entreprise d’accueil

**Évaluateur indépendant du candidat :** oui

**Preuves :** obligatoires`,
    skills: ['300465'],
    tags: ['compétence', 'équipe', 'bâtiment'],
  },
  {
    key: 'autonomie-atelier',
    name: 'Autonomie à l’atelier cuisine',
    description: 'Préparer seul une recette à partir d’une fiche, dans le temps donné.',
    criteria: `${illustration}**Nature :** Compétence

**Action :** Préparer seul une recette à partir d’une fiche, dans le temps donné.

**Critères :**

1. Lit la fiche et prépare ses ingrédients avant de commencer
2. Termine dans le temps donné, à cinq minutes près`,
    skills: ['300460'],
    tags: ['compétence', 'autonomie'],
  },
  {
    key: 'ecoute-accueil',
    name: 'Écouter et orienter à l’accueil',
    description: 'Accueillir une personne, reformuler sa demande et l’orienter vers le bon service.',
    criteria: `${illustration}**Nature :** Compétence

**Situation :** Accueil d’une mairie, en binôme avec une agente

**Action :** Accueillir une personne, reformuler sa demande et l’orienter vers le bon service.

**Critères :**

1. Laisse la personne finir sa phrase
2. Reformule la demande avant de répondre
3. Oriente vers le bon service sept fois sur huit

**Évaluation :** Mise en situation, puis entretien

**Évaluateur :** Une responsable d’accueil

**Évaluateur indépendant du candidat :** oui

**Preuves :** obligatoires

**Grille connue du candidat :** oui`,
    skills: ['300416'],
    tags: ['compétence', 'accueil'],
  },
  {
    key: 'jardin',
    name: 'Saison au jardin partagé',
    description:
      'S’est engagé une saison au jardin partagé : une demi-journée par semaine, d’avril à octobre.',
    criteria: `${illustration}**Nature :** Engagement

A tenu l’arrosage du jardin une demi-journée par semaine, d’avril à octobre, et a passé le relais par écrit.`,
    skills: [],
    tags: ['engagement', 'bénévolat'],
  },
  {
    key: 'velo',
    name: 'Vélo remis en état',
    description: 'A remis en état un vélo complet, freins et transmission compris.',
    criteria: `${illustration}**Nature :** Réalisation

A remis en état un vélo complet : freins, transmission, éclairage. Le vélo roule et a été donné.`,
    skills: [],
    tags: ['réalisation', 'mécanique'],
  },
  {
    key: 'forum',
    name: 'Forum des métiers de la Loire',
    description: 'A visité le forum des métiers et rencontré trois entreprises.',
    criteria: `${illustration}A participé au forum et fait tamponner son carnet par trois entreprises.`,
    skills: [],
    tags: ['participation'],
  },
  {
    key: 'relais',
    name: 'Relais des nouveaux arrivants',
    description: 'A accompagné trois nouveaux arrivants pendant leur premier mois.',
    criteria: `${illustration}**Nature :** Engagement

A accompagné trois nouveaux arrivants : visite des lieux, premier planning, un point par semaine.`,
    skills: ['300461'],
    tags: ['engagement', 'accueil'],
  },
  {
    key: 'rigueur',
    name: 'Rigueur en préparation de commandes',
    description: 'Préparer vingt commandes sans erreur de quantité ni de référence.',
    criteria: `${illustration}**Nature :** Compétence

**Situation :** Entrepôt école, vingt commandes de dix lignes

**Action :** Préparer vingt commandes sans erreur de quantité ni de référence.

**Critères :**

1. Contrôle chaque référence avant de la poser
2. Signale une rupture au lieu de remplacer

**Évaluation :** Épreuve pratique

**Évaluateur :** Un formateur en logistique

**Preuves :** obligatoires`,
    skills: ['300490'],
    tags: ['compétence', 'logistique'],
  },
]

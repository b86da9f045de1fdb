import type { OrganisationKind } from '../../domains/organisations/index.ts'

/** The structures of the demo, all invented. */
export interface DemoOrganisation {
  key: string
  name: string
  kind: OrganisationKind
  territory: 'normandie' | 'dijon'
  /** Its department, where that is its territory rather than the wider one. */
  area?: string
  city: string
  description: string
  qualityAssurance: string | null
  staff: { name: string; role: 'owner' | 'issuer-manager' | 'awarder' | 'viewer' }[]
}

export const demoTerritories = [
  { slug: 'normandie', name: 'Normandie', kind: 'region' as const },
  { slug: 'dijon', name: 'Dijon métropole', kind: 'city-area' as const, within: 'D21' },
]

/** Who belongs to whose network, by their keys. */
export const demoNetworks = [{ network: 'reseau', members: ['cardan', 'lieudit'] }]

export const demoOrganisations: DemoOrganisation[] = [
  {
    key: 'reseau',
    name: 'Réseau Cap Autonomie',
    kind: 'training',
    territory: 'normandie',
    city: 'Caen',
    description: 'Réseau de lieux de formation personnalisée. Illustration : ce réseau n’existe pas.',
    qualityAssurance: 'Audit externe des pratiques d’accompagnement, tous les trois ans',
    staff: [
      { name: 'Hélène Baron', role: 'owner' },
      { name: 'Gaëlle Prévost', role: 'issuer-manager' },
      { name: 'Marc Tessier', role: 'awarder' },
    ],
  },
  {
    key: 'cardan',
    name: 'Atelier Cardan',
    kind: 'training',
    territory: 'normandie',
    area: 'D14',
    city: 'Caen',
    description: 'Chantier d’insertion : menuiserie, conditionnement et petite logistique.',
    qualityAssurance: 'Grilles relues chaque année avec deux entreprises du bassin',
    staff: [
      { name: 'Hélène Baron', role: 'viewer' },
      { name: 'Denis Aubert', role: 'owner' },
      { name: 'Sophie Lanoë', role: 'awarder' },
    ],
  },
  {
    key: 'lieudit',
    name: 'Lieu-Dit Formation',
    kind: 'training',
    territory: 'normandie',
    area: 'D14',
    city: 'Bayeux',
    description: 'Formation aux métiers de la cuisine et de l’accueil, en petits groupes.',
    qualityAssurance: null,
    staff: [{ name: 'Agnès Delaporte', role: 'owner' }],
  },
  {
    key: 'roue',
    name: 'La Roue Libre',
    kind: 'association',
    territory: 'normandie',
    area: 'D76',
    city: 'Rouen',
    description: 'Atelier vélo associatif. On y répare, on y apprend, on y tient la boutique.',
    qualityAssurance: null,
    staff: [{ name: 'Quentin Morel', role: 'owner' }],
  },
  {
    key: 'estuaire',
    name: 'Intérim Estuaire',
    kind: 'temp-agency',
    territory: 'normandie',
    area: 'D76',
    city: 'Le Havre',
    description: 'Agence d’emploi : logistique, industrie et nettoyage.',
    qualityAssurance: null,
    staff: [{ name: 'Nathalie Roche', role: 'owner' }],
  },
  {
    key: 'vire',
    name: 'Les Jardins de la Vire',
    kind: 'company',
    territory: 'normandie',
    area: 'D50',
    city: 'Saint-Lô',
    description: 'Maraîchage et paniers livrés, douze salariés. Accueille des stagiaires toute l’année.',
    qualityAssurance: null,
    staff: [{ name: 'Marc Hébert', role: 'owner' }],
  },
  {
    key: 'tremplin',
    name: 'Tremplin des Ducs',
    kind: 'training',
    territory: 'dijon',
    city: 'Dijon',
    description: 'École de la deuxième chance. Illustration : cette école n’existe pas.',
    qualityAssurance: 'Comité d’employeurs, deux fois par an',
    staff: [
      { name: 'Isabelle Courtois', role: 'owner' },
      { name: 'Paul Girardot', role: 'awarder' },
    ],
  },
  {
    key: 'menuiserie',
    name: 'Menuiserie Roussel et filles',
    kind: 'company',
    territory: 'dijon',
    city: 'Longvic',
    description: 'Menuiserie bois, neuf salariés. Forme des apprentis depuis quinze ans.',
    qualityAssurance: null,
    staff: [{ name: 'Claire Roussel', role: 'owner' }],
  },
  {
    key: 'perrin',
    name: 'Perrin Logistique',
    kind: 'company',
    territory: 'dijon',
    city: 'Chevigny-Saint-Sauveur',
    description: 'Entrepôt et préparation de commandes, quarante salariés.',
    qualityAssurance: null,
    staff: [{ name: 'Fabrice Perrin', role: 'owner' }],
  },
]

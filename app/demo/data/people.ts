/** The people of the demo. All are invented; their addresses end in a domain that cannot exist. */
export interface DemoPerson {
  name: string
  address: string
  place: 'normandie' | 'dijon'
}

const normandie = [
  'Amina Diallo',
  'Yann Le Goff',
  'Maëlle Dupont-Léger',
  'Fatou N’Diaye',
  'Kevin Marie',
  'Sonia Lecoq',
  'Bakary Traoré',
  'Élodie Vasseur',
  'Thierry Lemonnier',
  'Nadia Belkacem',
  'Jordan Hamel',
  'Céline Auvray',
  'Ousmane Cissé',
  'Lucie Heuzé',
  'Dylan Poret',
  'Mireille Quesnel',
  'Samir Haddad',
  'Pauline Gosselin',
  'Ibrahima Sow',
  'Corinne Letellier',
  'Mathis Lefèvre',
  'Aïcha Benali',
  'Laurent Duval',
  'Inès Marchand',
  'Sébastien Boutry',
  'Rokia Keïta',
  'Valérie Hue',
  'Anthony Guérin',
  'Ludivine Lemaître',
  'Karim Ziani',
  'Chloé Travers',
  'Moussa Camara',
  'Brigitte Roussel',
  'Enzo Delaunay',
  'Olena Kovalenko',
  'Patrick Jouenne',
  'Manon Bisson',
  'Hassan Rahimi',
]
const dijon = [
  'Léa Bonnard',
  'Abdoulaye Barry',
  'Christelle Maire',
  'Nicolas Petitjean',
  'Zahra Amiri',
  'Julien Forey',
  'Océane Gauthier',
  'Mehdi Cherif',
  'Sandrine Vuillemin',
  'Tom Renaudot',
  'Djamila Saïdi',
  'Guillaume Pernot',
  'Awa Konaté',
  'Marine Clerget',
  'Steve Noirot',
  'Irina Popescu',
  'Rémi Chapuis',
  'Nour El Amrani',
  'Carole Jacquemin',
  'Boris Mugnier',
  'Lina Da Silva',
  'Florian Badet',
]

/** « Maëlle Dupont-Léger » as maelle.dupont-leger@courrier.example */
export function demoAddress(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('’', '')
    .replace(/[^a-z-]+/g, '.')
  return `${plain}@courrier.example`
}

const person = (place: DemoPerson['place']) => (name: string) => ({ name, address: demoAddress(name), place })

export const demoPeople: DemoPerson[] = [...normandie.map(person('normandie')), ...dijon.map(person('dijon'))]

import { plural, sayNumber } from '../../infra/i18n.ts'
import { imports } from './words-import.fr.ts'

const n = (count: number) => sayNumber('fr', count)
const quoted = (words: readonly string[]) => words.map((word) => `«\u00a0${word}\u00a0»`).join(', ')

export const fr = {
  trail: 'Vous êtes ici',
  list: {
    title: 'Référentiels',
    lead: 'Les listes de compétences que les badges peuvent citer, avec leur source et leur licence.',
    search: 'Chercher une compétence',
    searchHint: 'Écrivez ce que la personne sait faire, avec vos mots.',
    go: 'Chercher',
    shipped: 'Fournis avec Insigne',
    shippedAside: 'Les mêmes sur chaque installation',
    imported: 'Importés ici',
    importedAside: 'Par les personnes responsables',
    importedNone: 'Aucun référentiel n’a encore été importé sur cette installation.',
    caption: 'Référentiels',
    name: 'Nom',
    items: 'Éléments',
    version: 'Version',
    licence: 'Licence',
    source: 'Source',
    importAll: 'Importer un référentiel pour toute l’installation',
    importOwn: (name: string) => `Importer un référentiel pour ${name}`,
    cited: 'Cités, non copiés',
    citedText:
      'CléA\u00a0: sept domaines, publiés par Certif’Pro sans licence ouverte. Lisez-les à leur source.',
    citedLink: 'Le référentiel CléA',
  },
  facts: {
    source: 'Source',
    licence: 'Licence',
    noLicence: 'Licence non renseignée\u00a0: seuls les titres sont cités.',
    version: 'Version',
    languages: 'Langues',
    items: 'Éléments',
    withdrawn: (count: number) => `${n(count)} ${plural('fr', count, 'retiré', 'retirés')}`,
    importedAt: 'Mis à jour',
    owner: 'Apporté par',
    unknown: 'non renseigné',
    unknownLicence: 'non renseignée',
    languageNames: { fr: 'français', en: 'anglais' },
    code: 'Code',
    address: 'Adresse',
    framework: 'Référentiel',
    description: 'Définition',
    aliases: 'Autres noms',
    parent: 'Fait partie de',
    state: 'État',
    isWithdrawn: 'Retiré du référentiel. Les badges qui le citent gardent leur lien.',
    isOver: 'Le registre ne la tient plus pour active.',
    neighbours: 'Proche de',
    neighbourBy: 'selon la table d’Insigne',
    neighbourWeak: 'rapprochement faible',
  },
  one: {
    search: 'Chercher dans ce référentiel',
    results: (count: number) =>
      count === 0 ? 'Aucun résultat' : `${n(count)} ${plural('fr', count, 'résultat', 'résultats')}`,
    none: 'Rien ne ressemble à ces mots. Essayez un autre verbe, ou un mot plus court.',
    tree: 'Contenu',
    top: 'Premier niveau',
    inside: (count: number) => `${n(count)} ${plural('fr', count, 'élément', 'éléments')} dessous`,
    empty: 'Ce référentiel est vide pour l’instant.',
    leaf: 'Rien ne se trouve dessous.',
    back: 'Revenir au contenu',
    withdrawn: 'Retiré',
    over: 'Inactif',
    pages: 'Pages du contenu',
    previous: 'Précédents',
    next: 'Suivants',
    place: (first: string, last: string, all: string) => `${first} à ${last} sur ${all}`,
    history: 'Imports',
    historyAside: 'Ce qui a changé, et quand',
  },
  reason: {
    label: (words: readonly string[]) =>
      `${quoted(words)}\u00a0: ${words.length > 1 ? 'mots du' : 'mot du'} nom.`,
    alias: (words: readonly string[], term: string) =>
      `${quoted(words)}\u00a0: autre nom «\u00a0${term}\u00a0».`,
    clue: (words: readonly string[], term: string) =>
      `${quoted(words)}\u00a0: indice d’Insigne «\u00a0${term}\u00a0».`,
    mapping: (words: readonly string[], term: string) =>
      `${quoted(words)}\u00a0: compétence voisine par «\u00a0${term}\u00a0», selon Insigne.`,
    near: 'Orthographe proche.',
  },
  ...imports,
}

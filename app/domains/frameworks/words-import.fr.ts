import { plural, sayNumber } from '../../infra/i18n.ts'

const n = (count: number) => sayNumber('fr', count)
const items = (count: number) => `${n(count)} ${plural('fr', count, 'élément', 'éléments')}`
const found = (text: string) => (text === '' ? '' : ` Trouvé\u00a0: ${text}.`)

/** The sentences of imports: the form, the receipt, and what is wrong with a file or a line. */
export const imports = {
  form: {
    title: 'Importer un référentiel',
    lead: 'Le format est reconnu au contenu. Reprendre le même fichier ne change rien.',
    errors: 'Le fichier n’est pas encore importé',
    file: 'Le fichier',
    fileHint: 'CASE, ESCO, ROME, RNCP et RS, ou votre tableau en CSV. Jusqu’à 40 Mo, sans archive.',
    drop: 'Vous pouvez aussi déposer le fichier ici.',
    format: 'Format',
    formatAuto: 'Le reconnaître au contenu',
    formats: {
      case: 'CASE 1.1 (JSON)',
      esco: 'ESCO (CSV)',
      rome: 'ROME 4.0 (CSV ou JSON)',
      register: 'RNCP et RS (CSV)',
      csv: 'Tableau CSV',
    },
    update: 'Référentiel à mettre à jour',
    updateNone: 'Aucun\u00a0: nouveau, ou reconnu',
    updateHint: 'Ce que le nouveau fichier ne contient plus sera marqué comme retiré.',
    name: 'Nom du référentiel',
    nameHint: 'Vide, il est pris dans le fichier.',
    language: 'Langue des libellés',
    languageAuto: 'Celle du fichier, sinon le français',
    licence: 'Licence',
    licenceHint: 'Par exemple Licence Ouverte 2.0. Vide, elle se lira «\u00a0non renseignée\u00a0».',
    licenceUrl: 'Adresse de la licence',
    source: 'Adresse de la source',
    version: 'Version',
    optional: 'facultatif',
    go: 'Importer',
    busy: 'Envoi en cours…',
    about: 'Ce qu’il est',
    aboutAside: 'Facultatif pour les formats connus',
    columns: 'Colonnes d’un tableau',
    columnsText:
      'Une colonne «\u00a0libellé\u00a0» suffit. Sont aussi lues\u00a0: code, description, adresse, parent, synonymes, type. Un titre comme «\u00a0libellé (anglais)\u00a0» donne une autre langue.',
    past: 'Imports récents',
    pastNone: 'Aucun import pour l’instant.',
    badAddress: 'Écrivez une adresse complète, qui commence par https://.',
  },
  past: {
    caption: 'Imports récents',
    date: 'Date',
    file: 'Fichier',
    read: 'Lus',
    added: 'Ajoutés',
    changed: 'Modifiés',
    withdrawn: 'Retirés',
    state: 'État',
    states: { waiting: 'En attente', running: 'En cours', done: 'Terminé', refused: 'Refusé' },
  },
  progress: {
    title: 'En cours',
    aside: 'Vous pouvez quitter cette page',
    waiting: 'Le fichier est reçu. Sa lecture va commencer.',
    sentence: '{done} éléments écrits sur {total}',
    leave: 'L’import continue sans vous. Cette adresse garde le reçu.',
    refresh: 'Actualiser',
    unreachable: 'Pas de réponse pour le moment. L’import continue de son côté.',
  },
  receipt: {
    title: 'Reçu',
    aside: 'Chaque élément lu y est',
    by: (name: string) => `Importé par ${name}`,
    added: 'Ajoutés',
    changed: 'Modifiés',
    unchanged: 'Inchangés',
    refused: 'Refusés',
    read: 'Éléments lus',
    withdrawn: (count: number) =>
      count === 0
        ? 'Aucun élément retiré.'
        : `${items(count)} ${plural('fr', count, 'absent du fichier est marqué', 'absents du fichier sont marqués')} comme ${plural('fr', count, 'retiré', 'retirés')}.`,
    nothing: 'Rien n’a changé\u00a0: le référentiel contenait déjà tout.',
    see: 'Voir le référentiel',
    again: 'Importer un autre fichier',
    problems: 'Lignes refusées',
    problemsAside: (shown: number, all: number) =>
      shown < all ? `Les ${n(shown)} premières sur ${n(all)}` : 'Toutes, avec leur ligne',
    line: 'Ligne',
    field: 'Champ',
    reason: 'Raison et remède',
    changes: 'Ce qui a changé',
    changesAside: (shown: number, all: number) =>
      shown < all ? `Les ${n(shown)} premiers sur ${n(all)}` : 'Élément par élément',
    item: 'Élément',
    what: 'Changement',
    fields: {
      label: 'libellé',
      description: 'description',
      aliases: 'autres noms',
      code: 'code',
      guid: 'identifiant',
      uri: 'adresse',
      parent: 'parent',
      kind: 'type',
      'in-force': 'activité',
      back: 'de retour',
    },
    refusedTitle: 'Fichier refusé',
    refusedText: 'Rien n’a été changé.',
  },
  problem: {
    'label-missing': () => 'Le libellé est vide. Écrivez-le, ou supprimez la ligne.',
    'key-missing': () => 'Le code ou l’adresse manque. Complétez cette case.',
    twice: (value: string) => `Déjà lu plus haut\u00a0: ${value}. Gardez une seule ligne.`,
    'parent-unknown': (value: string) =>
      `Le parent «\u00a0${value}\u00a0» n’est pas dans le fichier. Ajoutez-le, ou videz la case.`,
    'parent-cycle': (value: string) =>
      `Le parent «\u00a0${value}\u00a0» dépend lui-même de cette ligne. Corrigez l’un des deux.`,
    'too-long': () => 'Ce texte est trop long. Raccourcissez-le.',
    'bad-address': (value: string) =>
      `«\u00a0${value}\u00a0» n’est pas une adresse complète, comme https://exemple.fr/a.`,
    'unknown-item': (value: string) =>
      `${value}\u00a0: inconnu ici. Importez d’abord le fichier des compétences.`,
    'bad-number': (value: string) => `«\u00a0${value}\u00a0» n’est pas un numéro comme RNCP123 ou RS123.`,
    'too-many-cells': () => 'Cette ligne a plus de cases que de titres. Vérifiez les séparateurs.',
    'open-quote': () => 'Un guillemet s’ouvre et ne se ferme pas. Relisez cette ligne.',
    'not-an-item': (value: string) =>
      `«\u00a0${value}\u00a0» n’est pas une compétence. La ligne est laissée de côté.`,
  },
  fault: {
    empty: () => 'Le fichier est vide. Téléchargez-le à nouveau, puis recommencez.',
    'header-only': () => 'Le fichier n’a que des titres de colonnes. Ajoutez au moins une ligne.',
    zip: () =>
      'C’est une archive. Décompressez-la, puis choisissez un fichier dedans, par exemple skills_fr.csv.',
    workbook: () => 'C’est un classeur. Dans le tableur, enregistrez la feuille au format CSV.',
    'not-text': () =>
      'Ce fichier n’est ni un tableau ni du JSON. Choisissez le fichier CSV ou JSON de la source.',
    markup: () => 'C’est une page web, pas le fichier. Ouvrez la source et téléchargez le fichier lui-même.',
    'broken-json': () => 'Ce JSON est coupé ou abîmé. Téléchargez-le à nouveau.',
    'unknown-json': (what: string) =>
      `Ce JSON n’est ni CASE ni ROME, ou un champ obligatoire y manque.${found(what)}`,
    'unknown-columns': (what: string) =>
      `Aucune colonne «\u00a0libellé\u00a0» n’est reconnue.${found(what)} Nommez une colonne «\u00a0libellé\u00a0».`,
    'other-format': (what: string) =>
      `Le contenu n’est pas du format attendu.${found(what)} Laissez le format se reconnaître, ou changez de fichier.`,
    'too-many': (what: string) =>
      `Le fichier compte ${what} éléments. Le plus grand import est de ${n(100_000)}\u00a0: partagez-le.`,
    unexpected: () =>
      'Une erreur de notre côté a arrêté la lecture. Elle est notée. Ce qui a été lu avant reste.',
    'nothing-kept': (what: string) =>
      `Aucune ligne ne peut être gardée. La première bute sur «\u00a0${what}\u00a0».`,
  },
  atLine: (line: string) => `Ligne ${line}.`,
}

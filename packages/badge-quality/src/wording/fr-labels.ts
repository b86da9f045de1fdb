import { list } from './pattern.ts'
import type { LabelWords, ValueWords } from './wording.ts'

export const labels: LabelWords = {
  nature: ['nature déclarée', 'nature'],
  situation: ['situation'],
  action: ['ce que la personne fait', 'ce que fait la personne'],
  criteria: ['critères', 'critères observables'],
  assessment: ["type d'évaluation", "mode d'évaluation", "modalité d'évaluation"],
  assessor: list(`évaluation faite par; évalué par; évaluateur; évaluateurs`),
  independence: ['qui évalue'],
  evidence: ['preuve ou récit des faits', 'règle sur les preuves'],
  grid: ['grille'],
  identity: ["contrôle d'identité", "vérification d'identité"],
  registration: ['numéro au registre', 'registre'],
  context: list(`
    charge de travail; niveau; forme de participation; surveillance; prérequis; place dans un ensemble;
    en savoir plus; résultat attendu; précision; exemple illustratif; modèle de
  `),
}

export const values: ValueWords = {
  natures: {
    registered: ['certification enregistrée'],
    certification: ['certification*'],
    competence: ['compétence*'],
    realisation: ['réalisation*'],
    engagement: ['engagement*'],
    participation: ['participation*'],
  },
  none: list(`aucun*; néant; sans; pas d'*; pas de; non évalué*; non`),
  required: list(`exigée*; exigé*; obligatoire*; requise*; demandée à *`),
  optional: list(`possible*; facultati*; optionnel*; pas exigé*`),
  otherPerson: list(`une autre personne*; autre personne; indépendant*; extérieur*`),
  samePerson: list(`la personne elle-même; elle-même; lui-même; auto-évaluation; la personne`),
  shown: list(`montrée*; communiquée*; publiée*; remise*; oui; publique`),
  notShown: list(`non montrée*; non; pas *; non communiquée`),
}

export const solidity = {
  title: 'Sur quoi il repose',
  ten: 'Les dix faits',
  lead: 'Dix faits que chacun peut contrôler. Ils ne s’additionnent pas : chacun répond à une question différente.',
  fact: 'Fait',
  spoken: (name: string, state: string) => `${name} : ${state}`,
  states: { yes: 'établi', no: 'non', unknown: 'non renseigné' },
  names: {
    criteria: 'Critères publiés et observables',
    action: 'Résultat dit comme une action en situation',
    alignment: 'Relié à un référentiel',
    assessment: 'Évaluation, et sa forme',
    assessor: 'Évaluée par une autre personne',
    evidence: 'Preuve ou récit des faits',
    grid: 'Grille connue avant l’évaluation',
    identity: 'Contrôle d’identité indiqué',
    quality: 'Émetteur identifié, qualité indiquée',
    endorsement: 'Soutenu par un tiers',
  },
  quote: (text: string) => `« ${text} »`,
  asked: 'Demandé par :',
  rules: (version: string) =>
    `Règles de lecture, version ${version}. Elles sont publiques et les mêmes pour tous les badges.`,
}

/** What was seen, one award at a time: a place, a moment, a fact. */
export const narratives: Record<string, string[]> = {
  'organiser-atelier': [
    'Deux machines étaient en panne ce matin-là. L’ordre des séries a été changé et écrit au tableau. L’expédition a été prévenue avant dix heures.',
    'Une commande urgente est arrivée à onze heures. Les tâches ont été reclassées, et l’équipe a su tout de suite par quoi commencer.',
    'Trois séances observées au poste. L’outillage est prêt avant l’heure, la liste du jour est cochée au fur et à mesure.',
    'Le camion est arrivé en avance. Les palettes prêtes sont parties d’abord, le reste a été annoncé pour quatorze heures.',
  ],
  'pratique-organiser': [
    'Prépare sa journée avec la fiche. Demande de l’aide quand deux consignes se contredisent.',
    'A tenu son planning de la semaine, avec un rappel le mercredi.',
    'Range son poste avant de partir. Note ce qui reste pour le lendemain.',
  ],
  'maitrise-organiser': [
    'A réparti le travail de quatre personnes pendant l’absence de l’encadrant.',
    'A proposé un nouvel ordre de rangement. L’équipe l’a gardé.',
  ],
  'pratique-adapter': [
    'A changé de poste deux fois dans la semaine, avec une explication au départ.',
    'A suivi une nouvelle consigne de tri sans revenir à l’ancienne.',
  ],
  'maitrise-adapter': [
    'Le client a changé la commande à midi. Le plan de travail a été refait en vingt minutes.',
    'A pris la place d’une collègue absente, sur une machine vue une seule fois.',
  ],
  'pratique-communiquer': [
    'A expliqué à l’accueil pourquoi la livraison serait en retard.',
    'A laissé un message clair à l’équipe du soir, trois jours de suite.',
  ],
  'maitrise-communiquer': [
    'A mené la réunion de cinq minutes du lundi, pendant un mois.',
    'A calmé un client mécontent en reformulant ce qu’il demandait.',
  ],
  'pratique-integrer': [
    'Salue, écoute, prend sa part des tâches communes. Vu pendant deux semaines.',
    'A accepté une remarque sur la sécurité et l’a appliquée le jour même.',
  ],
  'maitrise-integrer': [
    'A accueilli deux nouveaux et leur a montré les règles du lieu.',
    'A aidé à régler un désaccord sur les pauses, sans prendre parti.',
  ],
  accueillir: [
    'A présenté l’atelier à une stagiaire, puis a vérifié après deux heures que tout allait.',
    'A préparé le casier et le plan du site avant l’arrivée du nouveau.',
    'A montré deux fois le geste, puis a laissé faire en restant à côté.',
  ],
  'equipe-terrain': [
    'Récolte des poireaux sous la pluie : a pris le rythme du groupe et a relayé celle qui fatiguait.',
    'A prévenu l’équipe du hangar que la caisse était mal étiquetée.',
    'Sur trois jours de tri, a changé de poste selon les besoins sans qu’on le demande.',
  ],
  'integrer-cuisine': [
    'Service du jeudi : a repris le poste d’un absent, et montré la plonge à la nouvelle.',
    'A accepté une remarque sur l’envoi des assiettes et changé son geste dès le lendemain.',
  ],
  'equipe-saison': [
    'Vingt-six samedis, et un cahier tenu pour l’équipe suivante.',
    'A remplacé deux fois un bénévole absent. A fermé l’atelier seul en juillet.',
  ],
  repas: [
    'Menu complet pour le repas des bénévoles : velouté, hachis, compote. Servi à midi dix.',
    'Quarante couverts préparés à trois, avec un four en panne.',
  ],
  velo: [
    'Présence tous les samedis de mars à octobre. Une trentaine de vélos remis en état.',
    'A tenu la boutique et la caisse un samedi sur deux.',
  ],
  bois: ['Une journée dans l’atelier : essences, sécurité, un tabouret commencé.'],
  'equipe-atelier': ['Atelier d’une demi-journée : jeux de coopération et retour en groupe.'],
  commande: [
    'Cent vingt lignes préparées en une matinée, une erreur vue et corrigée avant le filmage.',
    'A repéré un lot périmé et l’a mis de côté avec une étiquette.',
  ],
  accueille: ['Trois stagiaires accueillis cette année, avec un tuteur nommé et un bilan écrit pour chacun.'],
  mission: [
    'Mission de six semaines tenue jusqu’au bout, sans retard.',
    'Deux missions, même entrepôt : redemandé par le client.',
  ],
  agile: [
    'Dossier présenté devant deux personnes extérieures au lieu de formation. La grille a été remise au début du parcours.',
    'Récit de trois situations, questions pendant vingt minutes, grille partagée.',
  ],
  'agile-famille': [
    'Carnet d’apprentissage tenu pendant deux mois, relu avec la personne référente.',
    'Projet de visite d’entreprise préparé seul, du premier appel au compte rendu.',
    'Recherche comparée de deux formations, avec les sources notées.',
  ],
}

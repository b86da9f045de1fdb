/** Texts of the pages that explain. A page is a lead and sections; a section is paragraphs and points. */
export const prose = {
  help: {
    title: 'Aide',
    lead: 'Les questions que l’on nous pose le plus souvent.',
    sections: [
      {
        title: 'Prendre un badge',
        paragraphs: ['On vous a donné un code, une affiche à scanner ou un message.'],
        points: [
          'Un message : suivez son lien. Vous voyez le badge avant de donner quoi que ce soit.',
          'Une affiche : visez le code avec l’appareil photo du téléphone.',
          'Une carte : ouvrez la page « J’ai un code » et recopiez les dix signes.',
        ],
      },
      {
        title: 'Retrouver un badge',
        paragraphs: ['Vos badges restent dans votre sac, même si vous changez de téléphone.'],
        points: [
          'Connectez-vous avec l’adresse qui a reçu le badge. Il n’y a pas de mot de passe.',
          'Vous avez changé d’adresse ? Ajoutez la nouvelle dans « Mon compte ».',
          'Vous avez seulement une carte : gardez-la, elle ouvre toujours la même page.',
        ],
      },
      {
        title: 'Montrer un badge',
        paragraphs: ['Un badge est privé tant que vous n’avez rien fait.'],
        points: [
          'Ouvrez le badge, puis « Créer une page publique ». Vous obtenez un lien et un code à scanner.',
          'Le lien marche sans compte. Vous retirez la page quand vous voulez.',
          'Une copie d’écran ne prouve rien. Donnez le lien ou le fichier.',
        ],
      },
      {
        title: 'Une erreur dans un badge',
        paragraphs: [
          'Seule la structure qui a remis le badge peut le corriger ou le retirer. Son nom est sur le badge.',
        ],
        points: [],
      },
    ],
  },
  accessibility: {
    title: 'Accessibilité',
    lead: 'Ces pages doivent servir à tout le monde, avec ou sans souris, avec ou sans script.',
    sections: [
      {
        title: 'Ce que nous contrôlons',
        paragraphs: ['Ces contrôles tournent à chaque changement du logiciel.'],
        points: [
          'Les pages du parcours passent l’outil axe sans défaut, en clair et en sombre.',
          'Tout se fait au clavier. Le cadre autour de l’élément actif est toujours visible.',
          'À 320 points de large, rien ne déborde de l’écran.',
          'Sans script, on peut prendre, garder, montrer et vérifier un badge.',
          'La forme et le mot disent l’état, jamais la couleur seule.',
        ],
      },
      {
        title: 'Ce qui n’est pas fait',
        paragraphs: [
          'Aucun audit RGAA complet n’a été mené par une personne extérieure. Ce site ne se dit donc pas conforme.',
          'La lecture par des personnes concernées reste à faire.',
        ],
        points: [],
      },
      {
        title: 'Une page vous bloque',
        paragraphs: ['Écrivez à la structure qui vous a remis le badge, ou à la personne qui gère ce site.'],
        points: [],
      },
    ],
  },
  privacy: {
    title: 'Vos données',
    lead: 'Ce que ce site garde, pourquoi, et ce que vous pouvez faire.',
    sections: [
      {
        title: 'Vous recevez un badge',
        paragraphs: ['La structure qui vous le remet décide de ce qui y est écrit.'],
        points: [
          'Nous gardons votre nom, votre adresse et le badge.',
          'Votre adresse n’est pas écrite dans le badge, même cachée.',
          'Le badge est privé. Vous seul·e décidez de le montrer.',
          'Vous pouvez le refuser ou l’effacer de votre sac.',
        ],
      },
      {
        title: 'Vous lisez ou vérifiez un badge',
        paragraphs: ['Aucun compte, aucun suivi, aucune publicité.'],
        points: [
          'Le fichier que vous vérifiez n’est pas gardé.',
          'Le journal du serveur ne contient ni nom, ni adresse, ni badge.',
          'Les témoins de connexion servent seulement à vous reconnaître et à garder votre langue.',
        ],
      },
      {
        title: 'Vos droits',
        paragraphs: [
          'Vous pouvez voir, corriger et emporter ce qui vous concerne. Vous pouvez aussi le faire effacer.',
          'Pour le contenu d’un badge, adressez-vous à la structure qui l’a remis. Elle en garde la trace.',
          'Une copie déjà donnée à quelqu’un ne peut pas être reprise.',
        ],
        points: [],
      },
    ],
  },
  rules: {
    title: 'Règles de lecture des badges',
    lead: 'Deux badges peuvent se ressembler et ne pas dire la même chose. Voici comment les lire.',
    natures: 'Six natures',
    naturesLead:
      'La silhouette dit la nature. Aucune ne vaut plus qu’une autre : elles disent des choses différentes.',
    states: 'Quatre réponses',
    statesLead: 'Chaque contrôle a une réponse. Le verdict est la plus mauvaise.',
    stateNames: {
      valid: 'Valide',
      invalid: 'Invalide',
      undetermined: 'Indéterminé',
      'not-applicable': 'Sans objet',
    },
    stateTexts: {
      valid: 'Le contrôle a été fait, et il est bon.',
      invalid: 'Le contrôle a été fait, et il échoue. Ne vous appuyez pas sur ce badge.',
      undetermined: 'Le contrôle n’a pas pu être fait. Rien n’est prouvé, dans un sens ou dans l’autre.',
      'not-applicable': 'Ce badge n’a rien à contrôler ici.',
    },
    sections: [
      {
        title: 'Ce qui est contrôlé',
        paragraphs: ['Onze contrôles, toujours dans le même ordre.'],
        points: [
          'Le fichier contient un badge, et un seul.',
          'Ses champs ont la forme prévue par le standard.',
          'Ses mots ont tous un sens connu. Aucun mot n’échappe à la signature.',
          'La signature est juste. Rien n’a changé depuis.',
          'La clé de la signature appartient bien à l’émetteur.',
          'Le schéma annoncé est respecté.',
          'Une mise à jour annoncée a été lue.',
          'Le badge n’a pas été retiré.',
          'Les dates sont bonnes.',
          'La personne est celle que l’on dit, si vous donnez son adresse.',
          'Les soutiens joints sont eux aussi signés.',
        ],
      },
      {
        title: 'Dix faits',
        paragraphs: [
          'Chacun peut les contrôler sur la page du badge. Ils ne s’additionnent pas.',
          'Dire « compétence » demande les faits 1, 2, 4, 5 et 6. Une certification demande aussi les faits 7, 8 et 9.',
          'Ce qui manque se lit « non renseigné ». Ce n’est pas un « non ».',
        ],
        points: [
          '1. Les critères sont publiés, et on peut les observer.',
          '2. Le résultat est dit comme une action dans une situation.',
          '3. Le badge est relié à un référentiel.',
          '4. La personne est évaluée, et la forme est écrite.',
          '5. Une autre personne évalue, et son rôle est écrit.',
          '6. Ce badge porte une preuve ou un récit des faits.',
          '7. La grille était connue avant l’évaluation.',
          '8. Le contrôle d’identité est écrit.',
          '9. L’émetteur est identifié, et sa qualité est écrite.',
          '10. Un tiers soutient ce badge.',
        ],
      },
      {
        title: 'Ce que nous ne faisons pas',
        paragraphs: [
          'Pas de note, pas de classement, pas de total. Un badge dit des faits sur une reconnaissance.',
          'Aucun calcul ne juge une personne.',
        ],
        points: [],
      },
      {
        title: 'Vérifier ailleurs',
        paragraphs: [
          'Les badges suivent le standard Open Badges 3.0. D’autres logiciels les vérifient sans nous.',
          'Téléchargez le badge, puis donnez-le à un autre vérificateur.',
        ],
        points: [],
      },
    ],
  },
}

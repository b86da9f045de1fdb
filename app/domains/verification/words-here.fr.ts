export const here = {
  button: 'Vérifier sur cet appareil, sans rien envoyer',
  meaning:
    'Votre navigateur lit le fichier et le contrôle lui-même : le fichier ne part nulle part. Ce qui demande d’interroger un autre site reste « indéterminé ».',
  messages: {
    loading: 'Le vérificateur se charge.',
    working: 'Vérification en cours sur cet appareil.',
    done: 'Vérification terminée. Rien n’a été envoyé.',
    noFile: 'Choisissez d’abord un fichier, juste au-dessus.',
    tooLarge: 'Ce fichier dépasse 2 Mo. Un badge est plus léger : choisissez un autre fichier.',
    unreadable: 'Ce fichier n’a pas pu être lu. Choisissez-le de nouveau, ou essayez une copie.',
    notLoaded:
      'Le vérificateur n’a pas pu être chargé. Vérifiez votre connexion, puis réessayez. Votre fichier reste choisi.',
    tooLong:
      'Ce fichier demande plus de dix secondes. Utilisez « Vérifier », qui l’envoie à ce site. Votre fichier reste choisi.',
    unable:
      'Ce navigateur ne peut pas contrôler une signature ici. Utilisez « Vérifier », qui envoie le fichier à ce site.',
    crashed:
      'Le vérificateur s’est arrêté. Réessayez, ou utilisez « Vérifier », qui envoie le fichier à ce site.',
  },
  kept: 'Vérifié sur cet appareil, d’après son horloge. Rien n’a été envoyé.',
  pending: 'Il reste à interroger d’autres sites',
  missing: (checks: string) => `Sans réseau, ces contrôles ne se font pas : ${checks}.`,
  sends: 'Pour les faire, le fichier sera envoyé à ce site, qui ne le garde pas.',
  complete: 'Compléter en ligne',
}

/** New versions of Latchkey. */
export const update = {
  title: 'Nouvelles versions',
  notConfigured: 'Désactivé : ce Latchkey ne sait pas où chercher de nouvelles versions.',
  portable: 'Ceci est le programme portable. Pour une nouvelle version, remplacez ce fichier par le nouveau.',
  installedOtherwise:
    'Les nouvelles versions arrivent par le moyen qui a installé Latchkey sur cet ordinateur.',
  notAsked: 'Latchkey n’a pas encore cherché.',
  none: 'C’est la dernière version. Latchkey a vérifié le {{when}}.',
  checking: 'Recherche…',
  offered: 'Latchkey {{version}} est disponible.',
  offeredText: 'Latchkey {{version}} est disponible. Vous choisissez quand l’installer.',
  downloading: 'Téléchargement de la version {{version}} : {{percent}} %',
  ready: 'Latchkey {{version}} est prêt. Un redémarrage l’installe.',
  readyText: 'Latchkey {{version}} est prêt. Un redémarrage sauvegarde le coffre et l’installe.',
  installing: 'Sauvegarde du coffre et installation de la version {{version}}…',
  unreachable:
    'Latchkey n’a pas pu chercher de nouvelles versions. Le serveur qui les propose ne répond pas.',
  notSigned:
    'Une nouvelle version a été trouvée, mais les auteurs de Latchkey ne l’ont pas signée. Elle n’a pas été installée.',
  notDownloaded: 'La nouvelle version reçue n’est pas celle annoncée. Elle n’a pas été installée.',
  noBackup: 'Le coffre n’a pas pu être sauvegardé : la nouvelle version n’a pas été installée.',
  notInstalled: 'La nouvelle version n’a pas pu être installée. Vous gardez la version actuelle.',
  check: 'Rechercher',
  again: 'Réessayer',
  accept: 'Télécharger',
  refuse: 'Ignorer cette version',
  install: 'Redémarrer',
  look: 'Afficher',
  automatic: 'Vérifier une fois par jour',
  automaticText: 'Rien n’est envoyé sur vous ou vos codes.',
} as const;

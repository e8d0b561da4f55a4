import { commanderIn } from '../commander-sentences.ts';
import type { Words } from '../en/words.ts';

/** What the help of each command says. */
export const help = {
  about: 'Vos codes à usage unique dans le terminal, avec le coffre et le trousseau de la fenêtre.',
  more: 'QUERY : des mots du site et du compte d’une entrée, comme dans la recherche de la fenêtre, ou le début de son identifiant.',
  exits: 'Codes de retour :',
  exitMeanings: {
    done: 'C’est fait.',
    failed: 'L’action a échoué ; rien n’a été modifié.',
    usage: 'La ligne de commande n’est pas correcte.',
    none: 'Aucune entrée ne correspond.',
    several: 'Plusieurs entrées correspondent, alors qu’il en faut une.',
    locked: 'La phrase secrète manque ou est incorrecte.',
    closed: 'Il n’y a pas de coffre, ou rien ici ne peut l’ouvrir.',
    notRunning: 'Aucun Latchkey en marche dont la fenêtre puisse s’afficher.',
    interrupted: 'Ctrl-C l’a arrêtée ; une modification est faite en entier ou pas du tout.',
  },
  titles: {
    'Usage:': 'Utilisation :',
    'Arguments:': 'Arguments :',
    'Options:': 'Options :',
    'Commands:': 'Commandes :',
    choices: 'au choix',
    default: 'par défaut',
  },
  usage: commanderIn({
    missingArgument: 'il manque l’argument « $1 »',
    missingValue: 'l’option « $1 » demande une valeur',
    wrongValue: 'l’option « $1 » n’accepte pas « $2 ».',
    wrongArgument: 'l’argument « $2 » n’accepte pas « $1 ».',
    conflict: 'les options « $1 » et « $2 » s’excluent',
    unknownOption: 'l’option « $1 » n’existe pas',
    unknownCommand: 'la commande « $1 » n’existe pas',
    tooManyArguments: 'il y a trop d’arguments',
    choices: 'Valeurs possibles : $1.',
    nearOnes: '(Vouliez-vous dire l’une de celles-ci : $1 ?)',
    near: '(Vouliez-vous dire $1 ?)',
  }),
  options: {
    passphraseFile: 'lire la phrase secrète du coffre sur la première ligne d’un fichier',
    help: 'afficher cette aide',
    helpCommand: 'afficher l’aide d’une commande',
    version: 'afficher la version',
    json: 'écrire du JSON',
  },
  query: 'des mots des noms d’une entrée, ou le début de son identifiant',
  code: {
    about: 'afficher le code d’une entrée',
    more: 'Pour une entrée à compteur, c’est le code suivant : le coffre avance le compteur avant de l’afficher.',
    copy: 'copier le code au lieu de l’afficher ; il est effacé après la durée choisie dans les paramètres',
    wait: 'attendre le code suivant, que personne n’a encore vu',
  },
  list: {
    about: 'lister les entrées : site, compte et identifiant, séparés par des tabulations hors d’un terminal',
    deleted: 'lister le contenu de la corbeille',
  },

  show: {
    about: 'afficher comment sont produits les codes d’une entrée',
    secret: 'afficher plutôt sa clé, comme l’écrivent les sites',
    uri: 'afficher son adresse de configuration, qui contient la clé',
    qr: 'dessiner le code QR qu’un autre appareil peut scanner',
    more: 'Si le coffre a une phrase secrète, les trois dernières la demandent, même si le trousseau a ouvert le coffre.',
  },
  add: {
    about: 'ajouter une entrée ; affiche son identifiant',
    source: 'une image avec un code QR, une adresse de configuration, ou - pour l’entrée standard',
    steam: 'elle produit des codes Steam Guard',
    correct: 'si la clé est dans le coffre, cette entrée prend ces paramètres et ces noms',
    replace: 'si une entrée porte ces noms, celle-ci prend sa place ; l’autre va à la corbeille',
    keepBoth: 'garder ce qui est dans le coffre, et ceci à côté',
    more:
      'Sans source, lit une adresse de configuration ou une clé sur l’entrée standard, ou la demande sans\n' +
      'l’afficher. Une adresse sur la ligne de commande reste dans l’historique du shell.',
  },
  scan: {
    about: 'ajouter le code de configuration affiché à l’écran ; affiche l’identifiant',
    more: 'Le bureau peut d’abord demander votre accord. Un seul code de configuration est ajouté : n’en laissez qu’un à l’écran, ou scannez-les dans la fenêtre.',
  },
  edit: {
    about: 'modifier les noms d’une entrée, ou la façon de produire ses codes',
    pin: 'l’afficher en premier dans la fenêtre',
    unpin: 'la remettre parmi les autres',
  },
  import: {
    about: 'importer des entrées depuis les exports d’autres applications, en une seule écriture du coffre',
    files: 'exports, images avec des codes QR, ou - pour l’entrée standard',
    dryRun: 'afficher ce que deviendrait chaque élément, sans rien enregistrer',
    replaceAll: 'mettre toutes les entrées à la corbeille et celles-ci à leur place',
    sameSecret: 'que faire si la clé est dans le coffre avec d’autres paramètres ou noms',
    sameName: 'que faire si les noms sont dans le coffre avec une autre clé',
    passphraseFile: 'lire la phrase secrète des fichiers sur la première ligne d’un fichier',
  },
  export: {
    about: 'écrire des entrées dans un fichier pour une autre application ; affiche le chemin',
    format: 'le format ; un format inconnu affiche la liste',
    out: 'le fichier, un dossier pour une série d’images, ou - pour la sortie standard',
    only: 'seulement les entrées qui correspondent à ces mots',
    force: 'remplacer un fichier existant',
    passphraseFile: 'lire la nouvelle phrase secrète du fichier sur la première ligne d’un autre',
  },
  backup: {
    about: 'faire une sauvegarde maintenant, selon les paramètres de la fenêtre ; affiche son nom',
    list: 'lister les sauvegardes du dossier : nom, date et octets',
    more: 'La fenêtre configure le dossier et la protection des sauvegardes.',
  },
  restore: {
    about: 'restaurer le contenu d’une sauvegarde ; ce qui est dans le coffre reste',
    backup: 'le nom d’une sauvegarde du dossier, un fichier, ou - pour l’entrée standard',
    dryRun: 'afficher ce que deviendrait chaque entrée, sans rien modifier',
    replaceAll: 'rétablir la liste d’alors ; ce qui n’est qu’ici va à la corbeille',
    passphraseFile: 'lire la phrase secrète de l’époque sur la première ligne d’un fichier',
    codeFile: 'lire le code du kit de récupération de l’époque sur la première ligne d’un fichier',
  },
  init: {
    about: 'créer le premier coffre, et proposer un kit de récupération',
    protection: 'ce qui l’ouvre ; sans indication : le trousseau, ou à défaut une phrase secrète',
    passphraseFile:
      'lire la nouvelle phrase secrète sur la première ligne d’un fichier ; avec le trousseau, un deuxième accès',
    more: 'Une phrase secrète est demandée deux fois, sans être affichée. Elle ne peut pas être réinitialisée.',
    noKeychain: (backend) =>
      `Aucun trousseau n’est utilisable ici (${backend}) : une phrase secrète protège donc vos codes.`,
    byKeychain: (path, backend) => `Créé : ${path}. Le trousseau (${backend}) l’ouvre.`,
    byPassphrase: (path) => `Créé : ${path}. Sa phrase secrète l’ouvre ; personne ne peut la réinitialiser.`,
    kitIs:
      'Un kit de récupération est un code sur papier qui ouvre le coffre quand le trousseau ou la phrase secrète ont disparu.',
    askKit: 'En créer un maintenant ?',
    kitLater: 'La fenêtre en crée un à tout moment (Paramètres, Kit de récupération).',
    kitTitle: (vault, made) => `Kit de récupération Latchkey, coffre ${vault}, créé le ${made}`,
    kitShown:
      'Recopiez-le sur papier, et gardez ce papier loin de l’ordinateur. Le code ne s’affiche que cette fois ; effacez ensuite le terminal.',
    askGroup: (group) => `Groupe ${group}, lu sur le papier`,
    kitAgain: 'Ce n’est pas le groupe de la page.',
    kitChecked: 'La page est bonne. Mettez-la en lieu sûr.',
  },
  windows: {
    toggle: 'afficher la recherche rapide du Latchkey en marche, ou la masquer si elle a le focus',
    toggleMore:
      'Associez-la à des touches dans les paramètres du bureau, là où Latchkey ne peut pas enregistrer de raccourci.',
    search: 'afficher la fenêtre du Latchkey en marche, avec sa liste filtrée',
    words: 'les mots du filtre',
  },
  completion: {
    about: 'afficher ce qu’un shell charge pour compléter commandes, options et noms d’entrées',
    shell: 'bash, zsh ou fish',
    more:
      'bash: latchkey completion bash > ~/.local/share/bash-completion/completions/latchkey\n' +
      'zsh:  latchkey completion zsh > _latchkey, dans un dossier de $fpath\n' +
      'fish: latchkey completion fish > ~/.config/fish/completions/latchkey.fish\n' +
      'Les noms sont complétés tant que le trousseau ouvre le coffre ; jamais une phrase secrète n’est demandée.',
  },
  manual: {
    about: 'afficher la page de manuel, pour « latchkey manual | man -l - »',
    name: 'codes à usage unique dans le terminal',
    nameTitle: 'NOM',
    synopsis: 'SYNOPSIS',
    command: 'commande',
    options: 'options',
    description: 'DESCRIPTION',
    commands: 'COMMANDES',
    exits: 'CODES DE RETOUR',
  },
  settings: {
    issuer: 'le site ou l’organisation',
    account: 'le nom du compte sur ce site',
    type: 'la façon de produire les codes',
    algorithm: 'la fonction de hachage',
    digits: 'la longueur d’un code',
    period: 'la durée d’un code',
    counter: 'le compteur du prochain code',
  },
  remove: {
    about: 'mettre une entrée à la corbeille, où elle reste 30 jours',
    undo: 'l’en faire revenir',
  },
  unlock: {
    about: 'vérifier ce qui ouvre le coffre ; aucune clé n’est gardée entre deux commandes',
    byKeychain: (backend) => `Le trousseau (${backend}) ouvre le coffre. Rien n’est demandé.`,
    byPassphrase: 'La phrase secrète est bonne. La commande ne garde pas de clé : la suivante la redemande.',
  },
  lock: {
    about: 'dire ce qui est ouvert',
    nothing:
      'La commande ne garde aucune clé entre deux exécutions : rien n’est donc ouvert. Une fenêtre ouverte se verrouille avec Ctrl+L.',
  },
} satisfies Partial<Words>;

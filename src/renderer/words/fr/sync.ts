/** Synchronisation : les mêmes codes sur chaque ordinateur d’une personne. */
export const sync = {
  text: 'Vos ordinateurs gardent les mêmes codes, chiffrés avant de quitter celui-ci. Le serveur qui les transmet voit le nom de vos ordinateurs, le nombre de codes, leur taille approximative et le moment où ils changent : aucun code, et aucun nom de site.',

  off: 'La synchronisation est désactivée sur cet ordinateur',
  signInText: 'Elle passe par votre compte. Connectez-vous d’abord.',
  signIn: 'Se connecter',
  firstTitle: 'Commencer par cet ordinateur',
  firstText:
    'Activez la synchronisation ici, avec le kit de récupération de ce coffre sous la main. Ajoutez ensuite vos autres ordinateurs.',
  noKit:
    'Il faut un kit de récupération : une page imprimée qui ramène vos codes même si tous les ordinateurs sont perdus.',
  turnOn: 'Activer la synchronisation…',
  joinTitle: 'Rejoindre un autre ordinateur',
  joinText:
    'La synchronisation est déjà activée sur l’un de vos ordinateurs. Les codes d’ici restent, et vont aussi sur les autres.',
  joinByWords: 'Rejoindre avec six mots',
  joinByKit: 'Rejoindre avec le kit de récupération…',
  lostTitle: 'Aucun de vos ordinateurs n’est plus membre ?',
  lostText:
    'Sans ordinateur membre et sans kit de récupération, personne ne peut faire entrer celui-ci. Désactivez la synchronisation partout, puis recommencez. Les codes restent sur vos ordinateurs.',

  turnOnTitle: 'Activer la synchronisation',
  turnOnText:
    'Saisissez le code du kit de récupération de ce coffre. La page ramène alors vos codes même si tous les ordinateurs sont perdus.',
  turnOnDo: 'Activer',
  turnOnDone: 'La synchronisation est activée. Ajoutez maintenant vos autres ordinateurs.',
  joinByKitTitle: 'Rejoindre avec le kit de récupération',
  joinByKitText:
    'Saisissez le code du kit qui est membre. C’est le plus souvent celui de votre premier ordinateur.',
  joinByKitDo: 'Rejoindre',
  joinByKitDone: 'Cet ordinateur est membre.',
  addKitTitle: 'Ajouter le kit de récupération',
  addKitText: 'Saisissez le code du kit de ce coffre. Il prend la place d’un kit déjà membre.',
  addKitDo: 'Ajouter',
  addKitDone: 'Le kit de récupération est membre.',

  waitingTitle: 'Faire entrer cet ordinateur',
  waitingText:
    'Sur un ordinateur déjà membre, ouvrez $t(settings.title) → $t(settings.sync) → $t(sync.add). Saisissez-y ces mots, ou scannez le code QR.',
  words: 'Les six mots',
  qr: 'Les six mots en code QR',
  secret:
    'Ne les montrez à personne d’autre : ils font entrer cet ordinateur et lui prouvent que c’est bien votre compte.',
  waiting: 'En attente de l’autre ordinateur…',
  enteringTitle: 'Cet ordinateur est en train d’entrer',
  enteringText: 'Cela continue tout seul dès que le serveur répond.',
  giveUp: 'Abandonner',

  add: 'Ajouter un ordinateur',
  addText:
    'Sur le nouvel ordinateur, ouvrez $t(settings.title) → $t(settings.sync) et choisissez « $t(sync.joinByWords) ». Saisissez ses mots ici.',
  addHint: 'Les majuscules et ce qui sépare les mots ne comptent pas. Quatre lettres d’un mot suffisent.',
  addDo: 'Faire entrer',
  addDone: '{{name}} est membre.',
  scanText:
    'Ou par son code QR : sur cet écran, devant la caméra ou dans une image, que vous pouvez aussi coller ou déposer ici.',
  scanning: 'Recherche du code QR de l’ordinateur…',
  scanStopped: 'Le scan a été arrêté. Aucun ordinateur n’est entré.',

  agreed: 'Vos ordinateurs ont les mêmes codes',
  agreedText: 'Dernière vérification : {{when}}.',
  agreedLast: 'Dernière vérification : {{when}}',
  notYet: 'Pas encore de nouvelles du serveur',
  notYetText: 'Pas depuis le démarrage de Latchkey.',
  pending_one: '{{count, number}} modification reste à envoyer',
  pending_many: '{{count, number}} de modifications restent à envoyer',
  pending_other: '{{count, number}} modifications restent à envoyer',
  pendingText: 'Elles sont en sécurité sur cet ordinateur et partent dès que possible.',
  alone: 'Elle continue seule. Échéance : {{when}} ; reconnectez-vous ensuite.',
  aloneNot:
    'Elle continue tant que votre session est ouverte. À la prochaine connexion, cochez « Faire confiance à cet ordinateur » : elle continuera seule pendant {{period}}.',
  look: 'Vérifier maintenant',
  tooLarge: 'Trop grands pour être envoyés',
  tooLargeText:
    'Ceux-ci restent sur ce seul ordinateur. Raccourcissez la note ou choisissez une image plus petite.',
  unreadable_one: '{{count, number}} code de vos autres ordinateurs ne peut pas être lu ici',
  unreadable_many: '{{count, number}} de codes de vos autres ordinateurs ne peuvent pas être lus ici',
  unreadable_other: '{{count, number}} codes de vos autres ordinateurs ne peuvent pas être lus ici',
  unreadableText: 'Rien n’en est perdu ni modifié. Un Latchkey plus récent saura peut-être les lire.',
  kept: 'Supprimés ailleurs, conservés quand même',
  keptText:
    'Ceux-ci ont été supprimés sur un autre ordinateur et modifiés sur celui-ci. Ils restent sur tous.',

  question: 'Supprimer ces codes ici aussi ?',
  questionText_one:
    'Un autre ordinateur a supprimé {{count, number}} code présent ici. Rien n’est envoyé ni repris avant votre réponse.',
  questionText_many:
    'Un autre ordinateur a supprimé {{count, number}} de codes présents ici. Rien n’est envoyé ni repris avant votre réponse.',
  questionText_other:
    'Un autre ordinateur a supprimé {{count, number}} codes présents ici. Rien n’est envoyé ni repris avant votre réponse.',
  questionKeep: 'Les garder',
  questionDelete: 'Les supprimer',
  questionKept: 'Ils restent, et reviennent sur vos autres ordinateurs.',
  questionDeleted: 'Ils sont supprimés ici aussi.',

  conflict: 'Deux clés pour {{name}} : laquelle fonctionne ?',
  conflictText:
    'Deux de vos ordinateurs ont des clés différentes. Essayez les deux codes sur le site. Celui qui ne fonctionne pas va dans la corbeille.',
  conflict_first: 'Première clé',
  conflict_second: 'Deuxième clé',
  works: 'Celle-ci fonctionne',
  worksBoth: 'Les deux fonctionnent',
  settled: 'L’autre est dans la corbeille.',
  settledBoth: 'Les deux restent.',

  members: 'Vos ordinateurs',
  membersText: 'Chacun d’eux peut ouvrir vos codes. Si vous n’en reconnaissez pas un, retirez-le.',
  here: 'cet ordinateur',
  kit: 'Kit de récupération',
  memberFounded: 'A activé la synchronisation, {{when}}',
  memberAdded: 'Ajouté par {{name}}, {{when}}',
  memberAddedByKit: 'Ajouté par le kit de récupération, {{when}}',
  memberAddedByGone: 'Ajouté par un ordinateur retiré depuis, {{when}}',
  memberSeen: 'Dernière synchronisation : {{when}}',
  noKitIn: 'Aucun kit de récupération n’est membre',
  noKitInText: 'Avec un kit, vos codes reviennent même si tous les ordinateurs sont perdus.',
  addKit: 'Ajouter le kit de récupération…',
  replaceKit: 'Remplacer…',
  remove: 'Retirer',
  removeName: 'Retirer {{name}}',
  removeTitle: 'Retirer {{name}} ?',
  removeText: 'Il ne reçoit plus rien de nouveau et est déconnecté de votre compte.',
  removeKnew:
    'Ce qu’il savait, il le sait encore. Vous obtenez ensuite la liste des codes à renouveler sur leurs sites, à cocher.',
  removeYes: 'Retirer',
  removed: '{{name}} n’est plus membre.',
  removeKitTitle: 'Retirer le kit de récupération ?',
  removeKitText:
    'La page ne ramène alors plus de codes par la synchronisation. Elle ouvre toujours le coffre pour lequel elle a été créée.',
  removedKit: 'Le kit de récupération n’est plus membre.',

  renew: 'Renouveler ce que {{name}} connaissait',
  renewText: 'Configurez chaque code à nouveau sur son site, gardez la nouvelle clé ici, puis cochez-le.',
  renewAll: 'Tous sont renouvelés',
  renewDone: 'Tous les codes que {{name}} connaissait sont cochés.',

  turnOffTitle: 'Désactiver la synchronisation',
  turnOffText: 'Vos codes restent dans tous les cas.',
  turnOffHere: 'Sur cet ordinateur…',
  turnOffEverywhere: 'Partout…',
  hereTitle: 'Désactiver la synchronisation sur cet ordinateur ?',
  hereText:
    'Il oublie ses clés de synchronisation. Vos codes restent, ici et sur les autres. Retirez-le ensuite depuis un autre ordinateur : jusque-là, il compte comme membre.',
  hereYes: 'Désactiver ici',
  hereDone: 'La synchronisation est désactivée sur cet ordinateur. Vos codes restent.',
  everywhereTitle: 'Désactiver la synchronisation partout ?',
  everywhereText:
    'Le serveur supprime tout de la synchronisation. Vos codes restent sur chaque ordinateur, mais une modification sur l’un n’atteint plus les autres.',
  everywhereYes: 'Désactiver partout',
  everywhereDone: 'La synchronisation est désactivée partout. Vos codes restent.',
  againTitle: 'Rejoindre à nouveau ?',
  againText:
    'Cet ordinateur oublie d’abord ses clés de synchronisation. Ses codes restent. Un autre ordinateur ou le kit de récupération le fait ensuite entrer à nouveau.',
  againYes: 'Oublier les clés',
  againDone: 'Rejoignez maintenant avec six mots ou avec le kit de récupération.',

  troubles: {
    offline: {
      title: 'Le serveur est injoignable',
      text: 'Latchkey réessaie tout seul. Vos codes fonctionnent comme avant.',
    },
    signedOut: {
      title: 'La synchronisation attend votre connexion',
      text: 'Rien n’est envoyé ni reçu avant. Vos codes fonctionnent comme avant. Cochez alors « Faire confiance à cet ordinateur » : la synchronisation continuera seule.',
    },
    trustEnded: {
      title: 'La synchronisation attend : la confiance accordée à cet ordinateur a pris fin',
      text: 'Rien n’est envoyé ni reçu avant votre prochaine connexion. Vos codes fonctionnent comme avant. Cochez alors « Faire confiance à cet ordinateur » : la synchronisation continuera de nouveau seule.',
    },
    busy: {
      title: 'Le serveur demande d’attendre',
      text: 'Latchkey réessaie tout seul dans un instant. Rien n’est perdu.',
    },
    readOnly: {
      title: 'Ce coffre ne peut pas être modifié pour l’instant',
      text: 'Rien ne vient donc de vos autres ordinateurs, et rien n’est perdu.',
    },
    notWritten: {
      title: 'Rien n’a pu être écrit sur cet ordinateur',
      text: 'Rien n’est perdu. Vérifiez que le disque n’est pas plein et que le dossier de Latchkey est accessible en écriture.',
    },
    full: {
      title: 'Il n’y a plus de place pour la synchronisation',
      text: 'Ce qui est nouveau reste pour l’instant sur cet ordinateur. Supprimez définitivement ce dont vous n’avez plus besoin.',
    },
    refused: {
      title: 'Le serveur n’a pas accepté ce que ce Latchkey a écrit',
      text: 'Rien n’est perdu. Un Latchkey plus récent l’écrira peut-être autrement.',
    },
    unconfirmed: {
      title: 'Le serveur voulait savoir si c’est bien vous',
      text: 'Votre demande n’a pas été exécutée. Confirmez que c’est bien vous, puis recommencez.',
    },
    ended: {
      title: 'La synchronisation a été désactivée partout',
      text: 'Vos codes restent sur cet ordinateur, mais ne suivent plus les autres.',
    },
    notMember: {
      title: 'Le serveur dit que cet ordinateur n’est pas membre',
      text: 'Il n’en donne aucune preuve : rien n’a été modifié ici. Regardez vos autres ordinateurs, puis réessayez.',
    },
    removed: {
      title: 'Un autre ordinateur a retiré celui-ci',
      text: 'Il ne reçoit plus rien de nouveau. Vos codes restent ici tels quels. Si ce n’était pas vous, regardez vos autres ordinateurs.',
    },
    stopped: {
      title: 'La synchronisation s’est arrêtée : ce que montre le serveur n’est pas cohérent',
      text: 'Rien n’en a été utilisé, et vos codes sont ici tels quels. Comparez-les avec ceux de vos autres ordinateurs, puis réessayez. ({{fault}})',
    },
    notWelcomed: {
      title: 'Rien ne prouve que c’est la synchronisation de votre compte',
      text: 'Le serveur montre des ordinateurs qui n’ont pas vu les mots de celui-ci. Rien n’a été envoyé ni repris. Rejoignez à nouveau, avec de nouveaux mots.',
    },
    unreadable: {
      title: 'Les données de la synchronisation sont illisibles ici',
      text: 'Rien n’est envoyé ni reçu, et vos codes sont tels quels. Rejoignez à nouveau pour continuer.',
    },
    newer: {
      title: 'Un Latchkey plus récent a écrit les données de la synchronisation',
      text: 'Celui-ci les laisse telles quelles. Installez le plus récent pour continuer.',
    },
  },
  nexts: {
    signIn: 'Se connecter',
    stepUp: 'Confirmer que c’est vous',
    makeWritable: 'Vérifier à nouveau',
    makeRoom: 'Voir la corbeille',
    update: 'Chercher un Latchkey plus récent',
    tryAgain: 'Réessayer',
    joinAgain: 'Rejoindre à nouveau…',
  },

  see: 'Voir la synchronisation',
  warnQuestion: 'Un autre ordinateur a supprimé beaucoup de codes',
  warnQuestionText: 'Dites s’il faut les supprimer ici aussi. Jusque-là, la synchronisation attend.',
  warnConflicts: 'Deux clés pour un même code',
  warnConflictsText_one:
    'Vos ordinateurs ont des clés différentes pour {{count, number}} code. Dites laquelle fonctionne.',
  warnConflictsText_many:
    'Vos ordinateurs ont des clés différentes pour {{count, number}} de codes. Dites lesquelles fonctionnent.',
  warnConflictsText_other:
    'Vos ordinateurs ont des clés différentes pour {{count, number}} codes. Dites lesquelles fonctionnent.',
} as const;

/** The first run. */
export const firstRun = {
  title: 'Vos codes, sur votre ordinateur',
  codes: 'Les codes que les sites demandent',
  codesText:
    'Un site protégé par la double authentification demande six chiffres après votre mot de passe. Latchkey les produit : il lit une fois le code QR du site, à l’écran.',
  stays: 'Chiffrés, et seulement ici',
  staysText:
    'Vos codes restent dans un seul fichier chiffré sur cet ordinateur, le coffre. Latchkey ne les envoie nulle part.',
  account: 'Aucun compte requis',
  accountText:
    'Si votre organisation utilise des comptes Latchkey, vous pourrez vous connecter plus tard. Son serveur connaîtra alors votre adresse et vos appareils, jamais vos codes.',
  continue: 'Continuer',
  protectionTitle: 'Ce qui protège vos codes',
  firstCode: 'Ajoutez votre premier code',
  keychainTitle: 'Ils s’ouvrent avec votre session',
  keychainText:
    'La clé est gardée dans le trousseau de cet ordinateur ({{backend}}). Il n’y a aucun mot de passe à retenir.',
  start: 'Commencer',
  starting: 'Création de votre coffre',
  alsoPassphrase: 'Ajouter une phrase secrète comme deuxième accès',
  alsoPassphraseText: 'Elle ouvre le coffre en cas de perte du trousseau, et permet de verrouiller Latchkey.',
  noKeychainTitle: 'Choisissez une phrase secrète',
  noKeychainUnavailable:
    'Cet ordinateur n’a pas de trousseau utilisable par Latchkey : une phrase secrète protège donc vos codes.',
  noKeychainLocked:
    'Le trousseau ({{backend}}) est verrouillé. Déverrouillez-le et vérifiez à nouveau, ou utilisez plutôt une phrase secrète.',
  noKeychainDenied:
    'Le trousseau ({{backend}}) a refusé l’accès à Latchkey. Autorisez-le et vérifiez à nouveau, ou utilisez plutôt une phrase secrète.',
  passphrase: 'Phrase secrète',
  repeat: 'Encore une fois',
  passphraseHint: 'Elle ne peut pas être réinitialisée : personne d’autre ne la connaît.',
  differs: 'Les deux saisies diffèrent.',
  show: 'Afficher la saisie',
  hide: 'Masquer la saisie',
  create: 'Créer le coffre',
  hasOther: 'Vous avez déjà des codes ?',
  importText: 'Un coffre vide est d’abord créé. Vous choisissez ensuite l’export et voyez ce qu’il contient.',
  importStart: 'Importer ensuite d’une autre application',
  backup: 'Restaurer une sauvegarde',
  backupText:
    'Un coffre vide est d’abord créé. Vous choisissez ensuite la sauvegarde et voyez ce qu’elle contient, avant tout ajout.',
  backupStart: 'Choisir ensuite une sauvegarde',
  kit: 'Utiliser un kit de récupération',
  kitText:
    'Le kit ouvre le fichier du coffre de votre autre ordinateur. Copiez ce fichier ici, sous ce nom, puis vérifiez à nouveau :',
} as const;

/** When the vault is not simply open. */
export const trouble = {
  opening: 'Ouverture de votre coffre',
  openingLong:
    'Votre trousseau ne répond pas encore. S’il demande son mot de passe dans une fenêtre à lui, saisissez-le là.',
  lockedTitle: 'Verrouillé',
  lockedText: 'Vos codes sont chiffrés. Votre phrase secrète les ouvre.',
  lockedNoWayText:
    'Le trousseau de cet ordinateur ouvre ce coffre. Déverrouillez-le, puis vérifiez à nouveau.',
  passphrase: 'Phrase secrète',
  unlock: 'Déverrouiller',
  waitSends:
    'Plusieurs phrases secrètes étaient incorrectes : chaque nouvel essai doit attendre. Votre saisie sera essayée automatiquement.',
  sendsIn_one: 'Essai dans {{count}} seconde',
  sendsIn_many: 'Essai dans {{count}} de secondes',
  sendsIn_other: 'Essai dans {{count}} secondes',
  waitStop: 'Ne pas l’essayer',
  waitWhy: 'Plusieurs phrases secrètes étaient incorrectes. Le coffre est intact.',
  waitSeconds_one: 'Réessayez dans {{count}} seconde',
  waitSeconds_many: 'Réessayez dans {{count}} de secondes',
  waitSeconds_other: 'Réessayez dans {{count}} secondes',
  keyMissingTitle: 'La clé de votre coffre est introuvable',
  absent:
    'Le trousseau ({{backend}}) n’a pas de clé pour ce coffre. A-t-il été réinitialisé, ou est-ce la session d’une autre personne ?',
  locked: 'Le trousseau ({{backend}}) est verrouillé.',
  denied: 'Le trousseau ({{backend}}) n’a pas laissé Latchkey lire la clé.',
  unavailable: 'Le trousseau ({{backend}}) ne répond pas.',
  wrongKey: 'Le trousseau ({{backend}}) contient une clé, mais c’est celle d’un autre coffre.',
  doAbsent:
    'Ouvrez la session de la personne qui a créé le coffre, ou restaurez le trousseau depuis une sauvegarde. Puis vérifiez à nouveau.',
  doLocked: 'Déverrouillez-le, puis vérifiez à nouveau.',
  doDenied: 'Autorisez Latchkey dans les paramètres du trousseau, puis vérifiez à nouveau.',
  doUnavailable:
    'Démarrez le service du trousseau, ou fermez la session et rouvrez-la. Puis vérifiez à nouveau.',
  doWrongKey:
    'Remettez le fichier de coffre qui va avec cette clé, ou restaurez le trousseau. Puis vérifiez à nouveau.',
  lookAgain: 'Vérifier à nouveau',
  lockHidesOnly:
    'Ce verrouillage masque seulement les codes. Dans votre session, une pression suffit pour le lever. « Avec une phrase secrète », dans les paramètres de sécurité, l’empêche.',
  byKeychain: 'Ouvrir avec le trousseau',
  stillNot: 'Toujours pareil.',
  unwritableTitle: 'Latchkey ne peut pas écrire dans son dossier',
  unwritableCalm: 'Il n’y a pas encore de coffre, et rien n’a été créé.',
  unwritableText: 'Vos codes iraient dans ce dossier, mais le système n’y laisse rien écrire à Latchkey.',
  unwritableDo:
    'Donnez-vous le droit d’y écrire, ou branchez son disque en écriture. Latchkey revérifie tout seul.',
  unwritableElse:
    'Latchkey peut utiliser un autre dossier : démarrez-le avec LATCHKEY_DATA_DIR réglé sur le chemin complet de ce dossier.',
  awayTitle: 'Votre coffre n’est pas accessible',
  awayCalm: 'Rien n’est perdu, et rien de nouveau n’est créé à sa place.',
  awayText: 'Il se trouve sur un disque ou dans un dossier qui n’est pas connecté.',
  awaySeen:
    'Un coffre se trouvait ici. Le disque ou le dossier qui le contient n’est pas connecté en ce moment.',
  awayDo: 'Branchez le disque, ou démarrez ce qui synchronise le dossier. Latchkey revérifie tout seul.',
  awayGone:
    'Définitivement perdu ? Si le fichier est un lien, supprimez le lien et vérifiez à nouveau : Latchkey ouvre la version antérieure la plus récente rangée à côté. Sinon, restaurez une sauvegarde dans un autre dossier de données.',
  seenGone: 'Définitivement perdu ? Repartez de zéro ; une sauvegarde pourra ensuite être restaurée.',
  startAnew: 'Repartir de zéro…',
  startAnewText:
    'Latchkey démarre ici avec un coffre vide. Celui qui était là reste intact : quand son disque sera rebranché, Latchkey l’ouvrira, et le nouveau ne sera plus visible.',
  startAnewYes: 'Commencer à vide',
  startAnewNo: 'Continuer d’attendre',
  damagedTitle: 'Votre coffre est illisible',
  notAVault:
    'Le fichier n’est pas un coffre de Latchkey. Un autre programme a peut-être mis autre chose à sa place.',
  truncated: 'Le fichier s’arrête trop tôt. Sa copie ou sa synchronisation est peut-être incomplète.',
  tampered:
    'Le fichier a été modifié après son écriture, par une panne ou par quelqu’un. Par sécurité, il n’est pas ouvert.',
  newer:
    'Une version plus récente de Latchkey a écrit ce coffre, dans un format que celle-ci ne sait pas lire. Mettez Latchkey à jour, puis vérifiez à nouveau.',
  unreadable: 'Le système ne laisse pas Latchkey lire le fichier.',
  damagedDo:
    'Mettez-y une bonne copie du fichier (d’une sauvegarde ou d’un autre ordinateur), puis vérifiez à nouveau.',
  unreadableDo:
    'Assurez-vous que le fichier vous appartient et que son disque est présent, puis vérifiez à nouveau.',
  newerDo: 'Rien n’est perdu : la version plus récente de Latchkey l’ouvre.',
  lastWayText:
    'Vous pouvez mettre ce coffre de côté et commencer avec un coffre vide. Il est renommé, jamais supprimé.',
  setAside: 'Mettre de côté…',
  startEmptyTitle: 'Commencer sans vos codes ?',
  setAsideText:
    'Le coffre est renommé et Latchkey démarre à vide. Ses codes ne s’afficheront plus tant qu’il n’est pas remis en place et ouvert.',
  startEmptySites:
    'Assurez-vous de pouvoir encore vous connecter à vos sites, par exemple avec des codes de récupération.',
  startEmptySure: 'Je comprends que mes codes ne seront pas là',
  setAsideYes: 'Mettre de côté et commencer',
  setAsideNo: 'Continuer à chercher la clé',
  setAsideDone: 'L’ancien coffre est gardé sous {{path}}.',
  reconnecting: 'Reconnexion…',
  connecting: 'Connexion à Latchkey',
  connectingLong: 'Latchkey ne répond pas encore. S’il a été fermé, redémarrez-le.',
  readOnly_place:
    'L’emplacement du coffre n’accepte pas l’écriture. Vous pouvez utiliser les codes, mais aucune modification ne peut être enregistrée.',
  readOnly_newer:
    'Une version plus récente de Latchkey a écrit ce coffre. Vous pouvez utiliser les codes, mais rien modifier avant la mise à jour.',
  recovered:
    'La copie la plus récente de votre coffre était endommagée. La précédente, du {{when}}, a été ouverte. Il manque peut-être ce qui a été ajouté ensuite.',
  recoveredUnknown:
    'La copie la plus récente de votre coffre était endommagée. La précédente a été ouverte. Il manque peut-être les derniers ajouts.',
  cause_person: 'Vous avez verrouillé le coffre.',
  cause_idle: 'Le coffre s’est verrouillé pendant votre absence.',
  cause_suspend: 'Le coffre s’est verrouillé à la mise en veille de l’ordinateur.',
  cause_screenLock: 'Le coffre s’est verrouillé en même temps que l’écran.',
  cause_otherProcess: 'Sa clé a été changée dans une autre fenêtre : il faut le rouvrir.',
  lockedBothText: 'Votre phrase secrète les ouvre, avec le trousseau de cet ordinateur.',
  forgotten: 'Phrase secrète oubliée ?',
  noKit: 'Seule la phrase secrète ouvre ce coffre : aucun kit de récupération n’a été créé pour lui.',
  keyMissingCalm: 'Votre coffre est intact. Rien n’a été modifié ; il ne manque que sa clé.',
  changed: 'La clé a été confiée à {{keptBy}}, mais un autre trousseau répond maintenant : {{backend}}.',
  doChanged: 'Redémarrez {{keptBy}}, ou ouvrez votre session comme d’habitude. Puis vérifiez à nouveau.',
  bothMissing:
    'La phrase secrète ne suffit pas : ce coffre demande aussi la moitié de clé gardée dans le trousseau.',
  otherWays: 'Autres accès à vos codes',
  wayPassphrase: 'Utiliser votre phrase secrète',
  wayBackup: 'Restaurer une sauvegarde',
  wayBackupText:
    'Une sauvegarde va dans un nouveau coffre : mettez celui-ci de côté (ci-dessous), commencez, et choisissez « Restaurer une sauvegarde ». Ce coffre est gardé sous un autre nom.',
  wayAside: 'Commencer sans ces codes',
  where: 'Le coffre est ici :',
  whereMade: 'Le coffre serait ici :',
  damagedCalm: 'Rien n’a été modifié ni supprimé.',
  damagedOlder: 'Les versions antérieures rangées à côté ont été essayées aussi ; aucune ne s’ouvre.',
  readOnlyTitle: 'Lecture seule',
  quarantined_one: '{{count}} entrée est illisible. Elle est gardée telle quelle.',
  quarantined_many: '{{count}} d’entrées sont illisibles. Elles sont gardées telles quelles.',
  quarantined_other: '{{count}} entrées sont illisibles. Elles sont gardées telles quelles.',
  look: 'Voir',
  lookHistory: 'Versions antérieures',
  dismiss: 'Compris',
} as const;

/** Preferences. */
export const preferences = {
  language: 'Langue',
  languageSystem: 'Système',
  theme: 'Apparence',
  themeSystem: 'Système',
  themeLight: 'Clair',
  themeDark: 'Sombre',
  clipboard: 'Effacer la copie',
  clipboardNever: 'Jamais',
  clipboardSeconds_one: 'Après {{count}} s',
  clipboardSeconds_many: 'Après {{count}} s',
  clipboardSeconds_other: 'Après {{count}} s',
  clipboardAllow:
    'Pour l’effacer, Latchkey doit vérifier que le code y est toujours. Ce navigateur ne l’a pas encore autorisé.',
  clipboardAllowButton: 'Autoriser',
  clipboardDenied:
    'Ce navigateur ne laisse pas Latchkey consulter le presse-papiers : les codes copiés y restent.',
  hideCodes: 'Masquer les codes',
  hideCodesText: 'Chaque code est masqué jusqu’à ce que vous choisissiez son entrée.',
  desktopSearch: 'Trouver les entrées dans la recherche du bureau',
  desktopSearchText:
    'GNOME et KDE affichent le site et le compte tant que le coffre est ouvert ; en choisir un copie son code. Vos autres programmes peuvent aussi demander ces noms.',
  setUpLinks: 'Ouvrir les liens de configuration',
  setUpLinksText:
    'Pour les sites qui proposent un lien à côté de leur code QR. Latchkey montre ce qu’il contient, et vous décidez.',
  vaultAt: 'Coffre',
} as const;

/** For each lock trigger: its setting, and when it happens. Its cause is `trouble.cause_…`. */
export const lockTriggers = {
  suspend: { setting: 'Verrouiller à la mise en veille', when: 'de la mise en veille' },
  screenLock: { setting: 'Verrouiller avec l’écran', when: 'du verrouillage de l’écran' },
} as const;

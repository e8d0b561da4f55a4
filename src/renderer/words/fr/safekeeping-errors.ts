/** Locks, recovery kit, backups, older states: what happened; what was not changed and what to do. */
export const safekeepingErrors = {
  PASSPHRASE_NEEDED: {
    title: 'Cette action demande la phrase secrète',
    text: 'Saisissez-la et réessayez. Rien n’a été modifié.',
  },
  KIT_TYPO: {
    title: 'Faute de frappe dans le code',
    text: 'Relisez le groupe {{group}} : un caractère n’est pas celui de la page. Rien n’a été modifié.',
  },
  KIT_LENGTH: {
    title: 'Le code est incomplet',
    text: 'Il compte {{expected}} caractères en huit groupes ; vous en avez saisi {{characters}}. Rien n’a été modifié.',
  },
  KIT_WRONG: {
    title: 'Ce code n’ouvre pas ce coffre',
    text: 'C’est le code d’un autre coffre, ou d’un kit remplacé par un plus récent. Comparez le nom du coffre et la date de la page. Rien n’a été modifié.',
  },
  KIT_NOT_MADE: {
    title: 'Il n’y a pas de kit de récupération',
    text: 'Aucun n’a été créé pour ce coffre. Rien n’a été modifié.',
  },
  KIT_NOT_SEEN: {
    title: 'Aucun kit de récupération trouvé',
    text: 'Montrez le code QR de la page en entier, net et pas trop petit, puis réessayez. Ou saisissez les huit groupes. Rien n’a été modifié.',
  },
  KIT_NOT_PENDING: {
    title: 'Saisissez le code entier',
    text: 'Latchkey a oublié le code, comme il se doit. Saisissez-le en entier pour vérifier la page.',
  },
  KIT_GROUP_WRONG: {
    title: 'La page ne dit pas cela',
    text: 'Relisez le groupe {{group}}. Le kit est valable de toute façon ; il ne manque que la vérification.',
  },
  BACKUP_FAILED: {
    title: 'La sauvegarde a échoué',
    text: '{{backupTrouble}} Votre coffre et les sauvegardes précédentes sont intacts.',
  },
  BACKUP_FOLDER_INVALID: {
    title: 'Ce n’est pas le chemin complet d’un dossier',
    text: 'Commencez par / (C:\\ sous Windows), ou par ~/ pour votre dossier personnel. Rien n’a été modifié.',
  },
  BACKUP_OFF: {
    title: 'Les sauvegardes ne sont pas configurées',
    text: 'Choisissez d’abord un dossier. Rien n’a été modifié.',
  },
  BACKUP_SECRET_NEEDED: {
    title: 'Cette sauvegarde est protégée',
    text: 'Saisissez la phrase secrète ou le code du kit valables quand elle a été faite. Rien n’a été modifié.',
  },
  BACKUP_UNREADABLE: {
    title: 'Cette sauvegarde est illisible',
    text: '{{backupReason}} Rien n’a été modifié.',
  },
  OLDER_STATE_UNREADABLE: {
    title: 'Cette version antérieure ne s’ouvre pas',
    text: 'Elle a disparu ou est endommagée. Choisissez-en une autre. Rien n’a été modifié.',
  },
  RESTORE_GONE: {
    title: 'Cet aperçu a expiré',
    text: 'Rien n’a été modifié. Affichez-le à nouveau.',
  },
  UNDO_GONE: {
    title: 'Il est trop tard pour annuler',
    text: 'C’était possible jusqu’au verrouillage du coffre. Ses versions antérieures contiennent peut-être encore ce que vous cherchez.',
  },
  QUARANTINE_NOT_FOUND: {
    title: 'Cette entrée n’existe plus',
    text: 'Elle a peut-être été réparée ou supprimée dans une autre fenêtre. Rien d’autre n’a été modifié.',
  },
  QUARANTINE_NOT_FIXED: {
    title: 'Aucun code n’est encore possible',
    text: 'Vérifiez votre saisie. L’entrée est gardée telle quelle.',
  },
} as const;

/** Why a backup was not made. */
export const backupTroubles = {
  folderGone: 'Le dossier est introuvable. Son disque est-il branché ?',
  parentGone: 'Le dossier qui le contiendrait est introuvable lui aussi. Son disque est-il branché ?',
  notAFolder: 'Le chemin mène à un fichier, pas à un dossier.',
  notAllowed: 'Cet ordinateur ne laisse pas Latchkey écrire dans le dossier.',
  readOnly: 'Le disque est en lecture seule.',
  full: 'Le disque est plein.',
  notVerified:
    'Le fichier écrit n’a pas pu être rouvert et a été supprimé. Le disque est peut-être défaillant.',
  failed: 'L’écriture dans le dossier a échoué.',
} as const;

/** Why the keychain did not give or keep a key. */
export const keychainOutcomes = {
  absent: 'Il ne contient rien pour ce coffre.',
  locked: 'Il est verrouillé.',
  denied: 'Il a refusé l’accès à Latchkey.',
  unavailable: 'Il ne répond pas.',
} as const;

/** Why a backup cannot be read, and what to do. */
export const backupReasons = {
  gone: 'Elle n’est plus dans le dossier. Choisissez-en une autre.',
  notABackup: 'Le fichier n’est pas une sauvegarde de Latchkey. Choisissez-en un autre.',
  truncated:
    'Le fichier s’arrête trop tôt, comme s’il était incomplètement copié. Copiez-le à nouveau ou choisissez-en un autre.',
  tampered: 'Le fichier a été modifié après son écriture. Choisissez-en un autre.',
  newer: 'Elle vient d’une version plus récente de Latchkey. Mettez Latchkey à jour, puis ouvrez-la.',
} as const;

/** Imports and exports: what happened; what was not changed and what to do. */
export const transferErrors = {
  IMPORT_GONE: {
    title: 'Cet import est terminé',
    text: 'Latchkey oublie ce qu’il a lu à la fermeture du coffre, et au bout de 15 minutes. Rien n’a été enregistré. Relisez le fichier.',
  },
  IMPORT_FULL: {
    title: 'C’est trop pour un seul import',
    text: 'Un import peut contenir {{limit, number}} entrées. Ce qui a été lu avant est toujours là. Importez en plusieurs fois.',
  },
  SOURCE_NOT_LOCKED: {
    title: 'Ce fichier ne demande plus de phrase secrète',
    text: 'Il a été lu, ou il est illisible. Rien n’a été modifié.',
  },
  SOURCE_UNREADABLE: {
    title: 'Ce fichier n’a pas pu être lu',
    text: '{{transferReason}} Rien n’a été enregistré.',
  },
  ROW_HAS_NO_SECRET: {
    title: 'Rien n’a pu être lu ici',
    text: 'Cette ligne n’a pas de clé à afficher.',
  },
  ROW_MAKES_NO_CODE: {
    title: 'Cette ligne ne produit pas de codes dans Latchkey',
    text: 'Elle peut être gardée avec les entrées illisibles, pour ne pas être perdue.',
  },
  EXPORT_EMPTY: {
    title: 'Il n’y a rien à exporter',
    text: 'Aucune entrée n’a été choisie, ou elles ont disparu.',
  },
  EXPORT_FAILED: {
    title: 'Le fichier n’a pas pu être créé',
    text: '{{transferReason}} Rien n’a été écrit.',
  },
} as const;

/** Why a file gives nothing, or why none was made. */
export const transferReasons = {
  UNKNOWN_FORMAT: 'Latchkey ne connaît pas ce type de fichier.',
  UNKNOWN_OR_ENCRYPTED:
    'Latchkey ne connaît pas ce type de fichier. Si une phrase secrète le protège, elle permettra peut-être de l’ouvrir.',
  NOTHING_FOUND: 'Il ne contient aucun code à usage unique.',
  PASSPHRASE_MISSING: 'Il est chiffré et demande sa phrase secrète.',
  PASSPHRASE_WRONG:
    'Cette phrase secrète ne l’ouvre pas. Vérifiez Verr. Maj et la disposition du clavier, puis réessayez.',
  DAMAGED: 'Il est endommagé ou tronqué. Refaites l’export dans l’autre application.',
  TOO_LARGE: 'Il contient plus que Latchkey ne lit en une fois.',
  TOO_COSTLY: 'L’ouvrir demande plus de mémoire ou de temps que Latchkey ne peut y consacrer ici.',
  NEWER_VERSION: 'Il vient d’une version plus récente de l’autre application. Mettez Latchkey à jour.',
  ACCOUNT_RESTRICTED:
    'Seul le compte qui a créé cet export peut l’ouvrir. Refaites l’export, protégé cette fois par un mot de passe.',
  KEY_FILE_NEEDED:
    'Cette base demande aussi un fichier clé ou une clé matérielle. Enregistrez-en une copie qui s’ouvre par mot de passe.',
  CIPHER_UNSUPPORTED:
    'Latchkey ne lit pas son algorithme de chiffrement. Enregistrez-en une copie avec AES ou ChaCha20.',
  VERSION_UNSUPPORTED:
    'Sa version est trop ancienne. Ouvrez-le et exportez-le avec une version actuelle de l’application.',
  NO_PASSWORD_SLOT:
    'Seul l’appareil qui l’a créé peut l’ouvrir. Définissez-y un mot de passe et refaites l’export.',
  FORMAT_NOT_WRITTEN: 'Latchkey n’écrit pas ce type de fichier.',
  READER_FAILED:
    'La lecture s’est interrompue, peut-être faute de mémoire. Fermez d’autres programmes et réessayez.',
} as const;

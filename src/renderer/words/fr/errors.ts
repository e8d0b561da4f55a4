import { accountErrors } from './account-errors.ts';
import { safekeepingErrors } from './safekeeping-errors.ts';
import { syncErrors } from './sync-errors.ts';
import { transferErrors } from './transfer-errors.ts';

/** The contract's error codes and the window's own: what happened; what was not changed and what to do. */
export const errors = {
  VAULT_NOT_OPEN: {
    title: 'Le coffre est fermé',
    text: 'Rien n’a été modifié. Ouvrez-le et réessayez.',
  },
  VAULT_WRITE_FAILED: {
    title: 'L’enregistrement a échoué',
    text: 'Rien n’a été modifié. Vérifiez que le disque n’est pas plein et que le dossier du coffre est accessible en écriture, puis réessayez. ({{reason}})',
  },
  VAULT_READ_ONLY: {
    title: 'Ce coffre est ici en lecture seule',
    text: 'Il vient d’une version plus récente de Latchkey, ou son emplacement n’accepte pas l’écriture. Mettez Latchkey à jour, ou autorisez l’écriture à cet emplacement.',
  },
  ENTRY_NOT_FOUND: {
    title: 'Cette entrée n’existe plus',
    text: 'Elle a peut-être été supprimée dans une autre fenêtre. Rien d’autre n’a été modifié.',
  },
  VAULT_EXISTS: {
    title: 'Un coffre existe déjà',
    text: 'Il n’a pas été touché. Pour l’utiliser, fermez cette fenêtre et rouvrez-la.',
  },
  KEYCHAIN_FAILED: {
    title: 'Le trousseau n’a pas pu être utilisé',
    text: '{{keychain}} Rien n’a été modifié. Une fois le problème réglé, réessayez, ou utilisez une phrase secrète.',
  },
  PASSPHRASE_TOO_SHORT: {
    title: 'La phrase secrète est trop courte',
    text: 'Utilisez au moins {{minimum}} caractères. Quelques mots à la suite se retiennent facilement. Rien n’a encore été créé.',
  },
  PASSPHRASE_TOO_WEAK: {
    title: 'La phrase secrète est facile à deviner',
    text: 'Ajoutez un autre mot sans rapport. Rien n’a encore été créé.',
  },
  PASSPHRASE_WRONG: {
    title: 'Phrase secrète incorrecte',
    text: 'Le coffre est intact. Vérifiez Verr. Maj et la disposition du clavier, puis réessayez.',
  },
  PASSPHRASE_WAIT: {
    title: 'Patientez un instant',
    text: 'Plusieurs phrases secrètes étaient incorrectes. Le coffre est intact ; réessayez dans {{seconds}} s.',
  },
  PASSPHRASE_NOT_SET: {
    title: 'Ce coffre n’a pas de phrase secrète',
    text: 'Rien n’a été modifié. Seul le trousseau de cet ordinateur l’ouvre.',
  },
  VAULT_OPEN: { title: 'Le coffre est ouvert', text: 'Il n’a pas été mis de côté : il fonctionne.' },
  VAULT_ABSENT: { title: 'Il n’y a pas de coffre', text: 'Il n’y avait rien à mettre de côté.' },
  LABEL_EMPTY: {
    title: 'Il manque un nom',
    text: 'Indiquez au moins le site ou le compte. Rien n’a été modifié.',
  },
  TAGS_FULL: {
    title: 'Trop d’étiquettes pour une entrée',
    text: 'Une entrée a au plus {{maximum}} étiquettes. Rien n’a été modifié.',
  },
  ICON_REFUSED: {
    title: 'Cette image ne peut pas servir d’icône',
    text: 'Utilisez une image PNG, JPEG ou WebP de {{megabytes}} Mo au plus. Rien n’a été modifié.',
  },
  SITE_CODES_TOO_MANY: {
    title: 'Il y a trop de codes',
    text: 'Une entrée en garde au plus {{maximum}}. Rien n’a été modifié.',
  },
  SITE_CODE_GONE: {
    title: 'Ce code n’est plus là',
    text: 'Une autre fenêtre a modifié les codes. Rien d’autre n’a été modifié.',
  },
  FORMER_GONE: {
    title: 'Cette clé n’est plus là',
    text: 'Une autre fenêtre l’a réutilisée ou supprimée. Rien n’a été modifié.',
  },
  ENTRY_NOT_HOTP: {
    title: 'Cette entrée n’a pas de compteur',
    text: 'Ses codes suivent l’horloge. Rien n’a été modifié.',
  },
  SETTINGS_INVALID: {
    title: 'Ces paramètres ne produisent aucun code',
    text: 'Un nombre est hors limites. Rien n’a été modifié.',
  },
  CLIPBOARD_FAILED: {
    title: 'La copie dans le presse-papiers a échoué',
    text: 'Rien n’a été copié. Recopiez le texte à la main.',
  },
  SCREEN_UNAVAILABLE: {
    title: 'L’écran n’a pas pu être lu',
    text: '{{cause}} Rien n’a été enregistré.',
  },
  PICTURE_INVALID: {
    title: 'Cette image est illisible',
    text: 'Rien n’a été enregistré. Utilisez une image PNG, JPEG ou WebP, ou scannez l’écran.',
  },
  PICTURE_TOO_LARGE: {
    title: 'Cette image est trop grande',
    text: 'Elle compte {{megapixels}} mégapixels. Découpez la partie qui contient le code QR et réessayez. Rien n’a été enregistré.',
  },
  TEXT_HAS_NO_CODE: {
    title: 'Ce texte ne contient pas d’adresse de configuration',
    text: 'Une telle adresse commence par otpauth://. Rien n’a été enregistré. Pour saisir une clé, choisissez « Saisir la clé ».',
  },
  TYPED_INVALID: {
    title: 'Cette saisie ne produit pas encore de codes',
    text: '{{refusal}} Rien n’a été enregistré.',
  },
  PREVIEW_GONE: {
    title: 'Ce scan est terminé',
    text: 'Rien n’a été enregistré. Scannez à nouveau.',
  },
  PREVIEWS_FULL: {
    title: 'Trop de codes attendent votre réponse',
    text: 'Il ne peut pas y en avoir plus de {{limit, number}} en attente. Ajoutez ou ignorez d’abord ceux de l’écran, ou procédez par plus petits lots. Rien de nouveau n’a été lu, et rien n’a été oublié.',
  },
  ALREADY_HERE: {
    title: 'Déjà présent',
    text: 'Ce code est déjà dans votre liste. Rien n’a été modifié.',
  },
  SAME_SECRET: {
    title: 'Cette clé est déjà présente',
    text: 'Ses paramètres ou ses noms diffèrent. Choisissez de corriger cette entrée ou de garder les deux. Rien n’a encore été modifié.',
  },
  SAME_NAME: {
    title: 'Une autre entrée porte ce nom',
    text: 'Choisissez de la remplacer ou de garder les deux. Rien n’a encore été modifié.',
  },
  SITE_NOT_FOUND: {
    title: 'Ce site n’est plus dans la liste',
    text: 'Il a peut-être été retiré dans une autre fenêtre. Rien d’autre n’a été modifié.',
  },
  MOVING_FULL: {
    title: 'La liste serait trop longue',
    text: 'Elle peut contenir {{limit, number}} sites. Rien n’a été ajouté. Retirez-en qui sont déjà transférés, ou ajoutez-en moins.',
  },
  PREFERENCES_WRITE_FAILED: {
    title: 'La préférence n’a pas pu être enregistrée',
    text: 'Elle est inchangée. Vérifiez que le disque n’est pas plein, puis réessayez.',
  },
  CLOCK_NOT_COMPARED: {
    title: 'L’horloge n’a pas pu être comparée',
    text: 'Aucun serveur de comptes ne répond. Rien n’a été modifié. Comparez-la avec une autre horloge, par exemple celle de votre téléphone.',
  },
  ...accountErrors,
  ...transferErrors,
  ...safekeepingErrors,
  ...syncErrors,
  connectionLost: {
    title: 'Latchkey ne répond pas',
    text: 'Rien n’a été modifié. Réessayez quand la connexion sera rétablie.',
  },
  unexpected: {
    title: 'L’action a échoué',
    text: 'Une erreur s’est produite dans Latchkey. Votre coffre n’en souffre pas ; réessayez.',
  },
} as const;

/** Why the screen could not be read. */
export const screenCauses = {
  permission:
    'Cet ordinateur n’a pas laissé Latchkey voir l’écran. Autorisez l’enregistrement de l’écran dans les paramètres du système, puis scannez à nouveau.',
  cancelled: 'Le scan a été annulé.',
  ended:
    'Le bureau a mis fin à la demande sans donner d’image. S’il garde en mémoire un refus passé, autorisez les captures d’écran dans ses paramètres de confidentialité, ou choisissez une image du code.',
  silent:
    'Le bureau n’a pas répondu à temps. Cherchez une question de sa part derrière les fenêtres, puis scannez à nouveau, ou choisissez une image du code.',
  unsupported:
    'Impossible de lire l’écran ici. Choisissez une image du code, collez-la, ou saisissez la clé.',
  failed: 'Le système n’a pas donné d’image. Réessayez, ou choisissez une image du code.',
} as const;

import { isolated } from '../../../contract/plain-line.ts';
import { nameOf, type Named } from '../../name-of.ts';
import type { Words } from '../en/words.ts';
import { account } from './account.ts';
import { doctor } from './doctor.ts';
import { help } from './help.ts';
import { sync } from './sync.ts';

/** An entry's name in a sentence. */
const named = (entry: Named) => nameOf(entry) || 'l’entrée sans nom';

function seconds(ms: number): string {
  return `${Math.ceil(ms / 1000)} s`;
}

const keychainTroubles: Words['keychainTroubles'] = {
  absent: (backend) =>
    `Le trousseau (${backend}) n’a pas de clé pour ce coffre. Ouvrez la session de la personne qui l’a créé, ou restaurez le trousseau.`,
  locked: (backend) => `Le trousseau (${backend}) est verrouillé. Déverrouillez-le et réessayez.`,
  denied: (backend) =>
    `Le trousseau (${backend}) n’a pas laissé Latchkey lire la clé. Autorisez-le dans les paramètres du trousseau.`,
  unavailable: (backend) =>
    `Le trousseau (${backend}) ne répond pas. Démarrez-le, ou fermez la session et rouvrez-la ; par SSH, il n’y en a souvent pas.`,
  wrongKey: (backend) => `Le trousseau (${backend}) contient une clé, mais c’est celle d’un autre coffre.`,
};

const damages: Record<Parameters<Words['errors']['damaged']>[0]['reason'], string> = {
  notAVault: 'Le fichier n’est pas un coffre. Un autre programme a peut-être mis autre chose à sa place.',
  truncated: 'Le fichier s’arrête trop tôt. Sa copie est peut-être incomplète.',
  tampered: 'Le fichier a été modifié après son écriture. Par sécurité, il n’est pas ouvert.',
  newer: 'Une version plus récente de Latchkey a écrit ce coffre. Mettez Latchkey à jour.',
  unreadable: 'Le système ne laisse pas Latchkey lire le fichier.',
};

const backupTroubles: Words['backupTroubles'] = {
  folderGone: 'Le dossier est introuvable. Son disque est-il branché ?',
  parentGone: 'Le dossier qui le contiendrait est introuvable lui aussi. Son disque est-il branché ?',
  notAFolder: 'Le chemin mène à un fichier, pas à un dossier.',
  notAllowed: 'Le système ne laisse pas Latchkey écrire dans le dossier.',
  readOnly: 'Le disque est en lecture seule.',
  full: 'Le disque est plein.',
  notVerified:
    'Le fichier écrit n’a pas pu être rouvert et a été supprimé. Le disque est peut-être défaillant.',
  failed: 'L’écriture dans le dossier a échoué.',
};

const serverTroubles: Words['serverTroubles'] = {
  asking: 'Il n’a pas encore répondu.',
  offline: 'Il ne répond pas. Vérifiez le réseau et l’adresse ; en attendant, vos codes fonctionnent.',
  notStarted: 'L’installation d’essai de « npm start » est arrêtée.',
  notLatchkey:
    'Cette adresse répond, mais ce n’est pas un serveur de comptes Latchkey. Vérifiez l’adresse dans les paramètres.',
  appTooOld:
    'Il demande une version plus récente de Latchkey. Mettez Latchkey à jour ; en attendant, vos codes fonctionnent.',
  serverTooOld:
    'Il est trop ancien pour cette version de Latchkey. Demandez à la personne qui le gère de le mettre à jour.',
};

const backupReasons: Words['backupReasons'] = {
  gone: 'Il n’y a ni fichier ni sauvegarde de ce nom dans le dossier.',
  notABackup: 'Le fichier n’est pas une sauvegarde de Latchkey.',
  truncated: 'Le fichier s’arrête trop tôt. Sa copie est peut-être incomplète.',
  tampered: 'Le fichier a été modifié après son écriture.',
  newer: 'Elle vient d’une version plus récente de Latchkey. Mettez Latchkey à jour.',
};

/** What the terminal says in French. */
export const fr: Words = {
  ...help,
  locale: 'fr-FR',
  account,
  doctor,
  sync,
  named,
  keychainTroubles,
  serverTroubles,
  backupTroubles,
  backupReasons,

  askNewPassphrase: 'Nouvelle phrase secrète',
  askFilePassphrase: 'Nouvelle phrase secrète du fichier',
  askBackupPassphrase: 'Phrase secrète de la sauvegarde',
  askAgain: 'Encore une fois',
  askPassphraseOf: (file) => `Phrase secrète : ${isolated(file)}`,
  exported: (written, entries) => `Entrées écrites : ${written} sur ${entries}.`,
  leftOut: (count) =>
    `Entrées ignorées : ${count}, car le coffre a déjà la clé ou les noms. --same-secret et --same-name disent que faire.`,
  askSecret: 'Adresse de configuration ou clé',
  added: (entry) => `Ajout : ${named(entry)}.`,
  changed: (entry) => `Modification : ${named(entry)}.`,
  removed: (entry, id) =>
    `Dans la corbeille pour 30 jours : ${named(entry)}. « latchkey rm --undo ${id} » la restaure.`,
  restored: (entry) => `Restauration : ${named(entry)}.`,
  migration: 'C’est un export de Google Authenticator, que lit latchkey import.',
  readingBrokeOff: 'La lecture s’est interrompue, peut-être faute de mémoire.',

  corrected: (ms) =>
    `Les codes suivent l’heure de cet ordinateur, ${ms > 0 ? 'plus' : 'moins'} ${seconds(Math.abs(ms))} (Paramètres, Horloge).`,
  validFor: (entry, ms) => `${named(entry)} : encore valable ${seconds(ms)}`,
  counted: (entry, counter) => `${named(entry)} : code numéro ${counter}`,
  freshIn: (entry, ms) => `${named(entry)} : prochain code dans ${seconds(ms)}`,
  copied: (entry, clearAfter) =>
    clearAfter === 0
      ? `Code copié : ${named(entry)}.`
      : `Code copié : ${named(entry)}. Il sera effacé dans ${clearAfter} s.`,
  nothingHere: 'Il n’y a pas encore d’entrées.',

  askPassphrase: 'Phrase secrète du coffre',
  again: 'Phrase secrète incorrecte.',
  openedOlder: 'La copie la plus récente du coffre était endommagée ; la précédente a été ouverte.',

  errors: {
    noneMatches: (query) => `Aucune entrée ne correspond à « ${isolated(query)} ».`,
    perhaps: 'Vouliez-vous dire l’une de celles-ci ?',
    severalMatch: (query, count) =>
      `${count} entrées correspondent à « ${isolated(query)} ». Précisez le nom, ou donnez le début de l’identifiant :`,
    notANumber: 'Il faut un nombre entier.',
    notRunning: 'Aucun Latchkey n’est en marche pour ce dossier de données. Démarrez-le d’abord.',
    tooLong: 'C’est plus de mots qu’une recherche n’en accepte.',
    vaultExists: 'Un coffre existe déjà.',
    nobody: 'personne n’est là pour répondre',
    noNewPassphrase:
      'le coffre demande une phrase secrète, et personne n’est là pour répondre ; utilisez --new-passphrase-file',
    noServer:
      'Aucun serveur de comptes n’est défini. Les paramètres de la fenêtre, ou LATCHKEY_SERVER, en indiquent un.',
    signedIn: (address) => `Une session est déjà ouverte : ${isolated(address)}.`,
    notSignedIn: 'La connexion n’a pas été terminée.',
    nobodySignsIn: 'la connexion se fait dans un terminal, et personne n’est là pour répondre',
    noSuchDevice: 'Aucun identifiant d’ordinateur de confiance ne commence ainsi.',
    severalDevices:
      'Plusieurs identifiants d’ordinateurs de confiance commencent ainsi. Donnez-en davantage.',
    signInFirst: 'Aucune session n’est ouverte. « latchkey account sign-in » en ouvre une.',
    nobodyChecks: 'le serveur demande un deuxième facteur, et personne n’est là pour répondre',
    nobodyConfirms: 'il faut confirmer dans un terminal, et personne n’est là pour répondre',
    nobodyHasKit:
      'le code du kit de récupération se demande dans un terminal, et personne n’est là pour répondre',
    nobodyHasWords: 'les six mots se demandent dans un terminal, et personne n’est là pour répondre',
    noSuchMember: 'Aucun de ceux-ci ne porte ce nom, et aucun identifiant ne commence ainsi :',
    severalMembers:
      'Plusieurs portent ce nom, ou ont un identifiant qui commence ainsi. Donnez-en davantage :',
    nothingToEdit: 'dites quoi modifier ; latchkey edit --help montre ce qui peut l’être',
    settingsInAddress:
      'les paramètres font partie de l’adresse de configuration ; latchkey edit les modifie ensuite',
    noSource: 'dites quoi ajouter : une image, ou - pour l’entrée standard',
    noPicture: 'Le fichier n’est pas une image. Latchkey lit PNG, JPEG, WebP, GIF et BMP.',
    pictureDamaged: 'L’image est endommagée, ou trop grande.',
    partOfSeveral: 'Le code QR fait partie d’une série. latchkey import les lit tous.',
    nothingRead: 'Aucun code de configuration trouvé.',
    severalRead: (count) =>
      `Il y a ${count} codes de configuration, et un seul est ajouté à la fois. latchkey import importe tous ceux d’un fichier.`,
    noSuchFormat: (ids) => `ce format n’existe pas ; les formats sont : ${ids.join(', ')}`,
    alreadyThere: 'Ce nom existe déjà. --force remplace l’existant.',
    noFilePassphrase:
      'le fichier demande une phrase secrète, et personne n’est là pour répondre ; utilisez --file-passphrase-file',
    noBackupSecret:
      'la sauvegarde demande sa phrase secrète ou le code du kit ; utilisez --backup-passphrase-file ou --recovery-code-file',
    differs: 'Les deux saisies diffèrent. Rien n’a été écrit.',
    severalFiles: 'ce format crée plusieurs fichiers ; indiquez un dossier',
    fileNotWritten: (cause) => `Le fichier n’a pas pu être écrit (${cause}).`,
    sourceTrouble: (file, reason) =>
      file === ''
        ? `${reason} Rien n’a été enregistré.`
        : `${isolated(file)} : ${reason} Rien n’a été enregistré.`,
    goneMeanwhile: 'Entre-temps, l’entrée a été supprimée, ou le coffre verrouillé.',
    noClipboard: 'Aucun presse-papiers n’est accessible d’ici. Sous Linux, installez wl-clipboard ou xclip.',
    clipboardFailed: 'La copie dans le presse-papiers a échoué.',
    andMore: (count) => `… et ${count} de plus`,
    locked:
      'Le coffre demande sa phrase secrète, et personne n’est là pour répondre. Utilisez --passphrase-file.',
    absent: 'Il n’y a pas encore de coffre. « latchkey init » en crée un, tout comme la fenêtre.',
    unwritable: (path) =>
      `Il n’y a pas encore de coffre, et il est impossible d’en créer un ici : ${isolated(path)}.`,
    away: (path) =>
      `L’emplacement du coffre (${isolated(path)}) mène à un disque ou un dossier qui n’est pas connecté. Rien n’est perdu.`,
    damaged: ({ path, reason }) => `${isolated(path)} : ${damages[reason]} Rien n’a été modifié.`,
    keyMissing: ({ outcome, backend, keptBy }) =>
      keptBy !== null && keptBy !== backend
        ? `La clé a été confiée à ${keptBy}, mais un autre trousseau répond maintenant : ${backend}.`
        : keychainTroubles[outcome](backend),
    fileUnreadable: (cause) => `Le fichier n’a pas pu être lu (${cause}).`,
    noCommand: 'dites quoi faire ; latchkey --help montre les commandes',
    interrupted: 'Arrêté.',
    unexpected: 'Une erreur s’est produite dans Latchkey. Le coffre n’en souffre pas.',
  },
  outputFailed: (cause) => `L’écriture de la sortie a échoué : ${cause}`,

  advice: {
    keychain: (outcome) => {
      switch (outcome) {
        case 'absent':
          return 'Il ne contient rien pour ce coffre.';
        case 'locked':
          return 'Il est verrouillé.';
        case 'denied':
          return 'Il a refusé l’accès à Latchkey.';
        case 'unavailable':
          return 'Il ne répond pas.';
      }
    },
    screen: (cause) => {
      switch (cause) {
        case 'permission':
          return 'Le système ne laisse pas Latchkey le voir.';
        case 'cancelled':
          return 'Vous avez annulé.';
        case 'ended':
          return 'Le bureau a refusé.';
        case 'silent':
          return 'Le bureau n’a pas répondu.';
        case 'unsupported':
          return 'Aucun écran n’est lisible ici par une commande ; la fenêtre peut en partager un.';
        case 'failed':
          return 'Le bureau n’a pas donné d’image.';
      }
    },
    sameName: (entry) => `C’est ${named(entry)}. Indiquez --replace ou --keep-both.`,
    sameSecret: (entry) => `C’est ${named(entry)}. Indiquez --correct ou --keep-both.`,
    alreadyHere: (entry) => `C’est ${named(entry)}.`,
    range: ({ field, minimum, maximum }) => `--${field} doit être compris entre ${minimum} et ${maximum}.`,
    wait: (ms) => `Réessayez dans ${seconds(ms)}.`,
    atLeast: (characters) => `Il faut au moins ${characters} caractères.`,
    group: (group) => `Dans le groupe ${group}.`,
  },
};

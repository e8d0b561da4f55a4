import { isolated } from '../../../contract/plain-line.ts';
import type { Words } from '../en/words.ts';

/** What the doctor says of each check: what is, and what to do about it. */
export const doctor: Words['doctor'] = {
  about: 'examiner ce dont Latchkey dépend, et dire que faire ; rien n’est demandé',
  more: 'Se termine par 1 en cas de problème. Ce qui demande seulement attention fonctionne quand même.',
  troubles: (count) => (count === 1 ? 'Il y a un problème.' : `Il y a ${count} problèmes.`),
  levels: { good: 'bon', attention: 'attention', trouble: 'problème' },
  checks: {
    keychain: 'trousseau',
    vault: 'coffre',
    clock: 'horloge',
    backups: 'sauvegardes',
    server: 'serveur de comptes',
    screen: 'lecture de l’écran',
    shortcut: 'raccourci',
  },
  keychainReady: (backend) => `${backend} est déverrouillé.`,
  keychainUnknown: (backend) =>
    `${backend}. Seul « latchkey unlock » montre s’il donne la clé, car il peut vous poser une question.`,
  keychainNotNeeded: 'Le coffre n’en a pas besoin.',
  vaultOpen: (path) => `${isolated(path)}, ouvert par le trousseau.`,
  vaultLocked: (path) =>
    `${isolated(path)}. Sa phrase secrète l’ouvre ; rien n’a été demandé, son contenu n’a donc pas été examiné.`,
  vaultNewer:
    'Une version plus récente de Latchkey l’a écrit : il est en lecture seule. Mettez Latchkey à jour.',
  vaultPlace: 'Le fichier, son dossier ou son disque est en lecture seule.',
  quarantined: (count) =>
    `Entrées illisibles : ${count}. La fenêtre les répare ou les retire (Paramètres, Entrées illisibles).`,
  olderStates: (kept, unreadable) =>
    unreadable === 0
      ? `Versions antérieures : ${kept}.`
      : `Versions antérieures : ${kept}, dont ${unreadable} qui ne s’ouvrent plus.`,
  clockNotCompared: 'Pas de comparaison : aucun serveur de comptes ne répond.',
  clockAgrees: 'Elle concorde avec celle du serveur de comptes.',
  clockOff: (seconds, isBehind) =>
    `Elle ${isBehind ? 'retarde' : 'avance'} de ${seconds} s sur celle du serveur de comptes. Activez l’heure automatique de cet ordinateur, sinon les sites refusent les codes.`,
  backupsUnknown: 'Le coffre les connaît, et il n’est pas ouvert.',
  backupsNone: 'Il n’y en a pas. La fenêtre les configure (Paramètres, Sauvegardes).',
  backupsTrouble: (folder, trouble) => `${isolated(folder)} : ${trouble}`,
  backupsEmpty: (folder) =>
    `${isolated(folder)} n’en contient aucune qui s’ouvre. « latchkey backup » en fait une.`,
  backupsNewest: (folder, time) => `La plus récente dans ${isolated(folder)} date du ${time}.`,
  backupsOld: 'Le coffre a changé depuis. « latchkey backup » en fait une.',
  screenReadable: 'Un code QR à l’écran peut être lu d’ici.',
  screenInWindow:
    'Seule la fenêtre peut le lire : le bureau n’a pas de portail Screenshot, et il n’y a pas d’écran X.',
  shortcutNotRunning: 'Aucun Latchkey avec une fenêtre n’est en marche ; il en faut un pour le raccourci.',
  shortcutBind: (command) =>
    `Associez cette commande à des touches dans les paramètres du bureau : ${isolated(command)}`,
  shortcutNone: (bind) => `Aucun n’est choisi (Paramètres, Recherche rapide). Ou : ${bind}`,
  shortcutArrives: (keys, isByDesktop) => `${inForce(keys, isByDesktop)}. Les touches arrivent.`,
  shortcutNotSeen: (keys, isByDesktop, bind) =>
    `${inForce(keys, isByDesktop)}, mais rien n’est encore arrivé. Appuyez sur les touches. Si rien ne vient : ${bind}`,
  shortcutWaiting:
    'Les touches choisies ne sont pas encore enregistrées ; le bureau vous demande peut-être quelque chose.',
  shortcutOther: (chosen) =>
    `Les paramètres indiquent ${chosen === null ? 'aucune touche' : isolated(chosen)}, et le Latchkey en marche ne le sait pas. Relancez-le.`,
  shortcutTroubles: {
    taken:
      'Un autre programme utilise les touches choisies. Choisissez-en d’autres (Paramètres, Recherche rapide).',
    denied: 'Le bureau n’a pas autorisé les touches choisies.',
    unsupported: 'Ce bureau n’enregistre pas de touches pour un programme.',
    ended: 'Le bureau retire sans cesse les touches choisies.',
    failed: 'Les touches choisies n’ont pas pu être enregistrées.',
  },
  serverNone: 'Aucun n’est défini. Les codes s’en passent.',
  serverReady: (address) => `${isolated(address)} répond.`,
  serverTrouble: (address, trouble) => `${isolated(address)} : ${trouble}`,
};

function inForce(keys: string, isByDesktop: boolean): string {
  return `${isolated(keys)}, enregistré par ${isByDesktop ? 'le bureau' : 'Latchkey'}`;
}

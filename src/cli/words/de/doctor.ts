import { isolated } from '../../../contract/plain-line.ts';
import type { Words } from '../en/words.ts';

/** What the doctor says of each check: what is, and what to do about it. */
export const doctor: Words['doctor'] = {
  about: 'ansehen, wovon Latchkey abhängt, und sagen, was zu tun ist; fragt dich nach nichts',
  more: 'Endet mit 1, wenn etwas nicht in Ordnung ist. Was nur Aufmerksamkeit braucht, funktioniert solange.',
  troubles: (count) =>
    count === 1 ? 'Eines ist nicht in Ordnung.' : `${count} Dinge sind nicht in Ordnung.`,
  levels: { good: 'gut', attention: 'beachten', trouble: 'Problem' },
  checks: {
    keychain: 'Schlüsselbund',
    vault: 'Tresor',
    clock: 'Uhr',
    backups: 'Backups',
    server: 'Kontoserver',
    screen: 'Bildschirmaufnahme',
    shortcut: 'Tastenkürzel',
  },
  keychainReady: (backend) => `${backend} ist entsperrt.`,
  keychainUnknown: (backend) =>
    `${backend}. Ob er den Schlüssel gibt, zeigt nur „latchkey unlock“, denn er fragt dich vielleicht.`,
  keychainNotNeeded: 'Der Tresor braucht ihn nicht.',
  vaultOpen: (path) => `${isolated(path)}, vom Schlüsselbund geöffnet.`,
  vaultLocked: (path) =>
    `${isolated(path)}. Seine Passphrase öffnet ihn; nach ihr wurde nicht gefragt, der Inhalt blieb also ungeprüft.`,
  vaultNewer: 'Ein neueres Latchkey hat ihn geschrieben: Er lässt sich nur lesen. Aktualisiere Latchkey.',
  vaultPlace: 'Die Datei, ihr Ordner oder ihr Laufwerk lässt sich nur lesen.',
  quarantined: (count) =>
    `Unlesbare Einträge: ${count}. Im Fenster lassen sie sich reparieren oder verwerfen (Einstellungen, Unlesbare Einträge).`,
  olderStates: (kept, unreadable) =>
    unreadable === 0
      ? `Frühere Stände: ${kept}.`
      : `Frühere Stände: ${kept}, davon ${unreadable} nicht mehr zu öffnen.`,
  clockNotCompared: 'Nicht verglichen: Kein Kontoserver antwortet.',
  clockAgrees: 'Sie stimmt mit der des Kontoservers überein.',
  clockOff: (seconds, isBehind) =>
    `Sie geht gegenüber der des Kontoservers ${seconds} s ${isBehind ? 'nach' : 'vor'}. Lass die Uhrzeit dieses Computers automatisch stellen, sonst lehnen Websites die Codes ab.`,
  backupsUnknown: 'Sie sind im Tresor eingestellt, und der ist nicht offen.',
  backupsNone: 'Es gibt keine. Im Fenster lassen sie sich einrichten (Einstellungen, Backups).',
  backupsTrouble: (folder, trouble) => `${isolated(folder)}: ${trouble}`,
  backupsEmpty: (folder) =>
    `In ${isolated(folder)} ist keines, das sich öffnen lässt. „latchkey backup“ erstellt eines.`,
  backupsNewest: (folder, time) => `Das neueste in ${isolated(folder)} ist vom ${time}.`,
  backupsOld: 'Der Tresor hat sich seitdem geändert. „latchkey backup“ erstellt ein neues.',
  screenReadable: 'Ein QR-Code auf dem Bildschirm lässt sich von hier lesen.',
  screenInWindow:
    'Nur das Fenster kann ihn lesen: Die Arbeitsumgebung hat kein Screenshot-Portal, und einen X-Bildschirm gibt es nicht.',
  shortcutNotRunning: 'Es läuft kein Latchkey mit Fenster; nur dann funktioniert das Tastenkürzel.',
  shortcutBind: (command) =>
    `Belege in den Einstellungen deiner Arbeitsumgebung Tasten mit diesem Befehl: ${isolated(command)}`,
  shortcutNone: (bind) => `Keines ist gewählt (Einstellungen, Schnellsuche). Oder: ${bind}`,
  shortcutArrives: (keys, isByDesktop) => `${inForce(keys, isByDesktop)}. Die Tasten kommen an.`,
  shortcutNotSeen: (keys, isByDesktop, bind) =>
    `${inForce(keys, isByDesktop)}, aber noch nicht angekommen. Drücke die Tasten. Kommt nichts: ${bind}`,
  shortcutWaiting: 'Die gewählten Tasten sind noch nicht belegt; vielleicht fragt dich die Arbeitsumgebung.',
  shortcutOther: (chosen) =>
    `Die Einstellungen nennen ${chosen === null ? 'keine Tasten' : isolated(chosen)}, und das laufende Latchkey weiß davon nichts. Starte es neu.`,
  shortcutTroubles: {
    taken: 'Ein anderes Programm hat die gewählten Tasten. Wähle andere (Einstellungen, Schnellsuche).',
    denied: 'Die Arbeitsumgebung hat die gewählten Tasten nicht erlaubt.',
    unsupported: 'Diese Arbeitsumgebung gibt Programmen keine Tasten.',
    ended: 'Die Arbeitsumgebung nimmt die gewählten Tasten immer wieder weg.',
    failed: 'Die gewählten Tasten ließen sich nicht belegen.',
  },
  serverNone: 'Keiner ist eingestellt. Codes brauchen keinen.',
  serverReady: (address) => `${isolated(address)} antwortet.`,
  serverTrouble: (address, trouble) => `${isolated(address)}: ${trouble}`,
};

function inForce(keys: string, isByDesktop: boolean): string {
  return `${isolated(keys)}, belegt von ${isByDesktop ? 'der Arbeitsumgebung' : 'Latchkey'}`;
}

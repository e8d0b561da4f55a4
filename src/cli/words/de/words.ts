import { isolated } from '../../../contract/plain-line.ts';
import { nameOf, type Named } from '../../name-of.ts';
import type { Words } from '../en/words.ts';
import { account } from './account.ts';
import { doctor } from './doctor.ts';
import { help } from './help.ts';
import { sync } from './sync.ts';

/** An entry's name in a sentence. */
const named = (entry: Named) => nameOf(entry) || 'der Eintrag ohne Namen';

function seconds(ms: number): string {
  return `${Math.ceil(ms / 1000)} s`;
}

const keychainTroubles: Words['keychainTroubles'] = {
  absent: (backend) =>
    `Der Schlüsselbund (${backend}) enthält keinen Schlüssel für diesen Tresor. Melde dich als die Person an, die ihn angelegt hat, oder stelle den Schlüsselbund wieder her.`,
  locked: (backend) => `Der Schlüsselbund (${backend}) ist gesperrt. Entsperre ihn und versuche es erneut.`,
  denied: (backend) =>
    `Der Schlüsselbund (${backend}) hat Latchkey den Schlüssel nicht lesen lassen. Erlaube es in seinen Einstellungen.`,
  unavailable: (backend) =>
    `Der Schlüsselbund (${backend}) antwortet nicht. Starte ihn, oder melde dich ab und wieder an; über SSH gibt es oft keinen.`,
  wrongKey: (backend) =>
    `Der Schlüsselbund (${backend}) enthält einen Schlüssel, aber er gehört zu einem anderen Tresor.`,
};

const damages: Record<Parameters<Words['errors']['damaged']>[0]['reason'], string> = {
  notAVault:
    'Die Datei ist kein Tresor. Vielleicht hat ein anderes Programm etwas anderes an ihre Stelle gelegt.',
  truncated: 'Die Datei endet zu früh. Vielleicht wurde sie nicht vollständig kopiert.',
  tampered: 'Die Datei wurde nach dem Schreiben verändert. Sicherheitshalber wird sie nicht geöffnet.',
  newer: 'Ein neueres Latchkey hat diesen Tresor geschrieben. Aktualisiere Latchkey.',
  unreadable: 'Das System lässt Latchkey die Datei nicht lesen.',
};

/** What the terminal says in German. */
export const de: Words = {
  ...help,
  locale: 'de-DE',
  account,
  doctor,
  sync,
  named,
  keychainTroubles,
  serverTroubles: {
    asking: 'Er hat noch nicht geantwortet.',
    offline: 'Er antwortet nicht. Prüfe Netz und Adresse; deine Codes funktionieren weiter.',
    notStarted: 'Die Testumgebung von „npm start“ läuft nicht.',
    notLatchkey:
      'Dort antwortet etwas, aber kein Kontoserver von Latchkey. Prüfe die Adresse in den Einstellungen.',
    appTooOld: 'Er braucht ein neueres Latchkey. Aktualisiere Latchkey; deine Codes funktionieren weiter.',
    serverTooOld: 'Er ist älter als dieses Latchkey. Bitte den Betreiber, ihn zu aktualisieren.',
  },
  backupTroubles: {
    folderGone: 'Der Ordner ist nicht da. Ist sein Laufwerk angeschlossen?',
    parentGone: 'Auch der übergeordnete Ordner ist nicht da. Ist sein Laufwerk angeschlossen?',
    notAFolder: 'Der Pfad führt zu einer Datei, nicht zu einem Ordner.',
    notAllowed: 'Das System lässt Latchkey nicht in den Ordner schreiben.',
    readOnly: 'Das Laufwerk lässt sich nur lesen.',
    full: 'Das Laufwerk ist voll.',
    notVerified:
      'Das Geschriebene ließ sich nicht wieder öffnen und wurde entfernt. Vielleicht ist das Laufwerk defekt.',
    failed: 'Das Schreiben in den Ordner ist fehlgeschlagen.',
  },
  backupReasons: {
    gone: 'Es gibt keine Datei und kein Backup im Ordner mit diesem Namen.',
    notABackup: 'Die Datei ist kein Backup von Latchkey.',
    truncated: 'Die Datei endet zu früh. Vielleicht wurde sie nicht vollständig kopiert.',
    tampered: 'Die Datei wurde nach dem Schreiben verändert.',
    newer: 'Ein neueres Latchkey hat es erstellt. Aktualisiere Latchkey.',
  },

  askNewPassphrase: 'Neue Passphrase',
  askFilePassphrase: 'Neue Passphrase für die Datei',
  askBackupPassphrase: 'Passphrase des Backups',
  askAgain: 'Wiederholen',
  askPassphraseOf: (file) => `Passphrase von ${isolated(file)}`,
  exported: (written, entries) => `Geschrieben: ${written} von ${entries} Einträgen.`,
  leftOut: (count) =>
    `${count} ausgelassen, weil der Schlüssel oder die Namen schon im Tresor sind. --same-secret und --same-name sagen, was zu tun ist.`,
  askSecret: 'Einrichtungsadresse oder Schlüssel',
  added: (entry) => `Hinzugefügt: ${named(entry)}.`,
  changed: (entry) => `Geändert: ${named(entry)}.`,
  removed: (entry, id) =>
    `Für 30 Tage im Papierkorb: ${named(entry)}. „latchkey rm --undo ${id}“ holt ihn zurück.`,
  restored: (entry) => `Zurückgeholt: ${named(entry)}.`,
  migration: 'Das ist ein Export von Google Authenticator; latchkey import liest ihn.',
  readingBrokeOff: 'Das Lesen brach ab, vielleicht aus Speichermangel.',

  corrected: (ms) =>
    `Codes werden für die Uhrzeit dieses Computers ${ms > 0 ? 'plus' : 'minus'} ${seconds(Math.abs(ms))} erzeugt (Einstellungen, Uhr).`,
  validFor: (entry, ms) => `${named(entry)}: gilt noch ${seconds(ms)}`,
  counted: (entry, counter) => `${named(entry)}: Code Nummer ${counter}`,
  freshIn: (entry, ms) => `${named(entry)}: der nächste Code kommt in ${seconds(ms)}`,
  copied: (entry, clearAfter) =>
    clearAfter === 0
      ? `Kopiert: ${named(entry)}.`
      : `Kopiert: ${named(entry)}. In ${clearAfter} s wird der Code gelöscht.`,
  nothingHere: 'Noch gibt es keine Einträge.',

  askPassphrase: 'Passphrase des Tresors',
  again: 'Die Passphrase stimmt nicht.',
  openedOlder: 'Die neueste Kopie des Tresors war beschädigt; die vorige wurde geöffnet.',

  errors: {
    noneMatches: (query) => `Kein Eintrag passt auf „${isolated(query)}“.`,
    perhaps: 'Meintest du einen von diesen?',
    severalMatch: (query, count) =>
      `${count} Einträge passen auf „${isolated(query)}“. Nenne mehr vom Namen oder den Anfang der ID:`,
    notANumber: 'Es muss eine ganze Zahl sein.',
    notRunning: 'Für diesen Datenordner läuft kein Latchkey. Starte es zuerst.',
    tooLong: 'Das sind mehr Wörter, als eine Suche annimmt.',
    vaultExists: 'Es gibt schon einen Tresor.',
    nobody: 'hier ist niemand, der antworten könnte',
    noNewPassphrase:
      'der Tresor braucht eine Passphrase, und hier ist niemand, der antworten könnte; verwende --new-passphrase-file',
    noServer:
      'Kein Kontoserver ist eingestellt. Du gibst ihn in den Einstellungen des Fensters an oder mit LATCHKEY_SERVER.',
    signedIn: (address) => `${isolated(address)} ist schon angemeldet.`,
    notSignedIn: 'Die Anmeldung wurde nicht abgeschlossen.',
    nobodySignsIn: 'die Anmeldung fragt im Terminal, und hier ist niemand, der antworten könnte',
    noSuchDevice: 'Kein vertrauenswürdiger Computer hat eine ID, die so anfängt.',
    severalDevices: 'Mehrere vertrauenswürdige Computer haben IDs, die so anfangen. Nenne mehr davon.',
    signInFirst: 'Niemand ist angemeldet. „latchkey account sign-in“ meldet dich an.',
    nobodyChecks: 'der Server verlangt einen zweiten Faktor, und hier ist niemand, der antworten könnte',
    nobodyConfirms: 'das muss im Terminal bestätigt werden, und hier ist niemand, der antworten könnte',
    nobodyHasKit:
      'nach dem Code des Notfallblatts wird im Terminal gefragt, und hier ist niemand, der antworten könnte',
    nobodyHasWords:
      'nach den sechs Wörtern wird im Terminal gefragt, und hier ist niemand, der antworten könnte',
    noSuchMember: 'Keiner von diesen heißt so, und keine ID fängt so an:',
    severalMembers: 'Mehrere heißen so oder haben IDs, die so anfangen. Nenne mehr von der ID:',
    nothingToEdit: 'sag, was sich ändern soll; latchkey edit --help zeigt, was möglich ist',
    settingsInAddress:
      'die Einstellungen stehen in der Einrichtungsadresse; latchkey edit ändert sie hinterher',
    noSource: 'sag, was hinzukommen soll: ein Bild oder - für die Standardeingabe',
    noPicture: 'Die Datei ist kein Bild. Latchkey liest PNG, JPEG, WebP, GIF und BMP.',
    pictureDamaged: 'Das Bild ist beschädigt oder zu groß.',
    partOfSeveral: 'Der QR-Code ist einer von mehreren, die zusammengehören. latchkey import liest sie alle.',
    nothingRead: 'Kein Einrichtungscode gefunden.',
    severalRead: (count) =>
      `Es sind ${count} Einrichtungscodes, und hinzugefügt wird immer nur einer. latchkey import holt alle aus einer Datei.`,
    noSuchFormat: (ids) => `dieses Format gibt es nicht; es gibt: ${ids.join(', ')}`,
    alreadyThere: 'Es gibt schon etwas mit diesem Namen. --force ersetzt es.',
    noFilePassphrase:
      'die Datei braucht eine Passphrase, und hier ist niemand, der antworten könnte; verwende --file-passphrase-file',
    noBackupSecret:
      'das Backup braucht seine Passphrase oder seinen Notfallcode; verwende --backup-passphrase-file oder --recovery-code-file',
    differs: 'Die beiden stimmen nicht überein. Nichts wurde geschrieben.',
    severalFiles: 'dieses Format ergibt mehrere Dateien; nenne einen Ordner für sie',
    fileNotWritten: (cause) => `Die Datei lässt sich nicht schreiben (${cause}).`,
    sourceTrouble: (file, reason) =>
      file === ''
        ? `${reason} Nichts wurde gespeichert.`
        : `${isolated(file)}: ${reason} Nichts wurde gespeichert.`,
    goneMeanwhile: 'Der Eintrag wurde inzwischen gelöscht, oder der Tresor wurde gesperrt.',
    noClipboard:
      'Von hier ist keine Zwischenablage zu erreichen. Installiere unter Linux wl-clipboard oder xclip.',
    clipboardFailed: 'Der Code ließ sich nicht kopieren.',
    andMore: (count) => `… und ${count} weitere`,
    locked:
      'Der Tresor braucht seine Passphrase, und hier ist niemand, der antworten könnte. Verwende --passphrase-file.',
    absent: 'Es gibt noch keinen Tresor. „latchkey init“ legt einen an, das Fenster auch.',
    unwritable: (path) =>
      `Es gibt noch keinen Tresor, und unter ${isolated(path)} lässt sich keiner anlegen.`,
    away: (path) =>
      `Der Tresor unter ${isolated(path)} führt zu einem Laufwerk oder Ordner, der nicht verbunden ist. Nichts ist verloren.`,
    damaged: ({ path, reason }) => `${isolated(path)}: ${damages[reason]} Nichts wurde geändert.`,
    keyMissing: ({ outcome, backend, keptBy }) =>
      keptBy !== null && keptBy !== backend
        ? `Der Schlüssel liegt bei ${keptBy}, aber jetzt antwortet ein anderer Schlüsselbund: ${backend}.`
        : keychainTroubles[outcome](backend),
    fileUnreadable: (cause) => `Die Datei lässt sich nicht lesen (${cause}).`,
    noCommand: 'sag, was zu tun ist; latchkey --help zeigt, was es gibt',
    interrupted: 'Abgebrochen.',
    unexpected: 'In Latchkey ist ein Fehler aufgetreten. Dem Tresor schadet das nicht.',
  },
  outputFailed: (cause) => `Die Ausgabe ließ sich nicht schreiben: ${cause}`,

  advice: {
    keychain: (outcome) => {
      switch (outcome) {
        case 'absent':
          return 'Er enthält nichts für diesen Tresor.';
        case 'locked':
          return 'Er ist gesperrt.';
        case 'denied':
          return 'Er hat Latchkey keinen Zugriff gegeben.';
        case 'unavailable':
          return 'Er antwortet nicht.';
      }
    },
    screen: (cause) => {
      switch (cause) {
        case 'permission':
          return 'Das System lässt Latchkey ihn nicht sehen.';
        case 'cancelled':
          return 'Du hast abgebrochen.';
        case 'ended':
          return 'Die Arbeitsumgebung hat abgelehnt.';
        case 'silent':
          return 'Die Arbeitsumgebung hat nicht geantwortet.';
        case 'unsupported':
          return 'Hier ist keiner, den ein Befehl lesen kann; das Fenster kann einen teilen.';
        case 'failed':
          return 'Die Arbeitsumgebung hat kein Bild geliefert.';
      }
    },
    sameName: (entry) => `Es ist ${named(entry)}. Nenne --replace oder --keep-both.`,
    sameSecret: (entry) => `Es ist ${named(entry)}. Nenne --correct oder --keep-both.`,
    alreadyHere: (entry) => `Es ist ${named(entry)}.`,
    range: ({ field, minimum, maximum }) => `--${field} muss zwischen ${minimum} und ${maximum} liegen.`,
    wait: (ms) => `Versuche es in ${seconds(ms)} erneut.`,
    atLeast: (characters) => `Es braucht mindestens ${characters} Zeichen.`,
    group: (group) => `In Gruppe ${group}.`,
  },
};

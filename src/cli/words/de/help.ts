import { commanderIn } from '../commander-sentences.ts';
import type { Words } from '../en/words.ts';

/** What the help of each command says. */
export const help = {
  about: 'Deine Einmalcodes im Terminal, aus demselben Tresor und Schlüsselbund wie im Fenster.',
  more: 'QUERY sind Wörter aus Website und Konto eines Eintrags, wie in der Suche des Fensters, oder der Anfang seiner ID.',
  exits: 'Rückgabewerte:',
  exitMeanings: {
    done: 'Erledigt.',
    failed: 'Es ging nicht; nichts wurde geändert.',
    usage: 'Die Befehlszeile stimmt nicht.',
    none: 'Kein Eintrag passt.',
    several: 'Mehrere Einträge passen, wo einer nötig ist.',
    locked: 'Die Passphrase fehlt oder stimmt nicht.',
    closed: 'Es gibt keinen Tresor, oder nichts hier kann ihn öffnen.',
    notRunning: 'Es läuft kein Latchkey, dessen Fenster sich zeigen ließe.',
    interrupted: 'Mit Strg+C beendet; eine Änderung ist ganz oder gar nicht geschehen.',
  },
  titles: {
    'Usage:': 'Aufruf:',
    'Arguments:': 'Argumente:',
    'Options:': 'Optionen:',
    'Commands:': 'Befehle:',
    choices: 'möglich',
    default: 'Vorgabe',
  },
  usage: commanderIn({
    missingArgument: "das Argument '$1' fehlt",
    missingValue: "die Option '$1' braucht einen Wert",
    wrongValue: "der Wert '$2' passt nicht zur Option '$1'.",
    wrongArgument: "der Wert '$1' passt nicht zum Argument '$2'.",
    conflict: "die Optionen '$1' und '$2' gehen nicht zusammen",
    unknownOption: "die Option '$1' gibt es nicht",
    unknownCommand: "den Befehl '$1' gibt es nicht",
    tooManyArguments: 'es sind zu viele Argumente',
    choices: 'Möglich sind $1.',
    nearOnes: '(Meintest du eines davon: $1?)',
    near: '(Meintest du $1?)',
  }),
  options: {
    passphraseFile: 'die Passphrase des Tresors aus der ersten Zeile einer Datei lesen',
    help: 'diese Hilfe zeigen',
    helpCommand: 'die Hilfe zu einem Befehl zeigen',
    version: 'die Version zeigen',
    json: 'JSON ausgeben',
  },
  query: 'Wörter aus den Namen eines Eintrags oder der Anfang seiner ID',
  code: {
    about: 'den Code eines Eintrags ausgeben',
    more: 'Bei einem Eintrag mit Zähler ist es der nächste Code: Der Tresor zählt weiter, bevor er ausgegeben wird.',
    copy: 'den Code kopieren statt ausgeben; er wird nach der eingestellten Zeit gelöscht',
    wait: 'auf den nächsten Code warten, den noch niemand gesehen hat',
  },
  list: {
    about: 'Einträge auflisten: Website, Konto und ID, mit Tabulatoren, wo kein Mensch mitliest',
    deleted: 'auflisten, was im Papierkorb liegt',
  },

  show: {
    about: 'zeigen, wie die Codes eines Eintrags erzeugt werden',
    secret: 'stattdessen seinen Schlüssel ausgeben, wie Websites ihn schreiben',
    uri: 'seine Einrichtungsadresse ausgeben, die den Schlüssel enthält',
    qr: 'den QR-Code zeichnen, den ein anderes Gerät scannen kann',
    more: 'Hat der Tresor eine Passphrase, fragen die letzten drei nach ihr, auch wenn der Schlüsselbund ihn geöffnet hat.',
  },
  add: {
    about: 'einen Eintrag hinzufügen; gibt die ID aus',
    source: 'ein Bild mit einem QR-Code, eine Einrichtungsadresse oder - für die Standardeingabe',
    steam: 'er erzeugt Codes von Steam Guard',
    correct: 'ist der Schlüssel schon im Tresor, bekommt jener Eintrag diese Einstellungen und Namen',
    replace: 'heißt ein Eintrag schon so, tritt dieser an seine Stelle; der andere kommt in den Papierkorb',
    keepBoth: 'behalten, was im Tresor ist, und diesen daneben',
    more:
      'Ohne Quelle wird eine Einrichtungsadresse oder ein Schlüssel von der Standardeingabe gelesen oder erfragt,\n' +
      'ohne sie anzuzeigen. Eine Adresse in der Befehlszeile bleibt im Verlauf der Shell.',
  },
  scan: {
    about: 'den Einrichtungscode hinzufügen, der auf dem Bildschirm steht; gibt die ID aus',
    more: 'Vielleicht fragt dich die Arbeitsumgebung zuerst. Ein Einrichtungscode wird hinzugefügt: Lass nur einen auf dem Bildschirm, oder scanne sie im Fenster.',
  },
  edit: {
    about: 'die Namen eines Eintrags ändern oder wie seine Codes erzeugt werden',
    pin: 'ihn im Fenster oben anheften',
    unpin: 'ihn wieder unter den anderen zeigen',
  },
  import: {
    about: 'Einträge aus Exporten anderer Authenticator-Apps holen, in einem Schritt',
    files: 'Exporte, Bilder mit QR-Codes oder - für die Standardeingabe',
    dryRun: 'ausgeben, was aus jedem würde, und nichts speichern',
    replaceAll: 'alle Einträge in den Papierkorb verschieben und diese an ihre Stelle setzen',
    sameSecret: 'was aus einem wird, dessen Schlüssel mit anderen Einstellungen oder Namen im Tresor ist',
    sameName: 'was aus einem wird, dessen Namen mit einem anderen Schlüssel im Tresor sind',
    passphraseFile: 'die Passphrase der Dateien aus der ersten Zeile einer Datei lesen',
  },
  export: {
    about: 'Einträge in eine Datei für eine andere App schreiben; gibt den Pfad aus',
    format: 'das Format; ein falsches nennt die vorhandenen',
    out: 'die Datei, ein Ordner für einen Satz Bilder oder - für die Standardausgabe',
    only: 'nur Einträge, auf die diese Wörter passen',
    force: 'eine vorhandene Datei ersetzen',
    passphraseFile: 'die neue Passphrase der Datei aus der ersten Zeile einer anderen lesen',
  },
  backup: {
    about: 'jetzt ein Backup erstellen, wie im Fenster eingestellt; gibt den Namen aus',
    list: 'die Backups im Ordner auflisten: Name, Zeit und Byte',
    more: 'Im Fenster stellst du ein, in welchen Ordner und wie geschützt.',
  },
  restore: {
    about: 'zurückholen, was ein Backup enthält; was im Tresor ist, bleibt',
    backup: 'der Name eines Backups im Ordner, eine Datei oder - für die Standardeingabe',
    dryRun: 'ausgeben, was aus jedem Eintrag würde, und nichts ändern',
    replaceAll: 'die Liste auf den Stand von damals bringen; was es nur jetzt gibt, kommt in den Papierkorb',
    passphraseFile: 'die Passphrase von damals aus der ersten Zeile einer Datei lesen',
    codeFile: 'den Code des Notfallblatts von damals aus der ersten Zeile einer Datei lesen',
  },
  init: {
    about: 'den ersten Tresor anlegen und ein Notfallblatt anbieten',
    protection: 'was ihn öffnet; ohne Angabe der Schlüsselbund oder, wo es keinen gibt, eine Passphrase',
    passphraseFile:
      'die neue Passphrase aus der ersten Zeile einer Datei lesen; neben dem Schlüsselbund ein zweiter Weg',
    more: 'Eine Passphrase wird zweimal abgefragt, ohne sie anzuzeigen. Sie lässt sich nicht zurücksetzen.',
    noKeychain: (backend) =>
      `Hier lässt sich kein Schlüsselbund verwenden (${backend}), deshalb schützt eine Passphrase deine Codes.`,
    byKeychain: (path, backend) => `Angelegt: ${path}. Der Schlüsselbund (${backend}) öffnet ihn.`,
    byPassphrase: (path) => `Angelegt: ${path}. Seine Passphrase öffnet ihn; niemand kann sie zurücksetzen.`,
    kitIs:
      'Ein Notfallblatt ist ein Code auf Papier, der den Tresor öffnet, wenn Schlüsselbund oder Passphrase verloren sind.',
    askKit: 'Jetzt eines erstellen?',
    kitLater: 'Im Fenster geht das jederzeit (Einstellungen, Notfallblatt).',
    kitTitle: (vault, made) => `Latchkey-Notfallblatt, Tresor ${vault}, erstellt am ${made}`,
    kitShown:
      'Schreibe den Code auf Papier und bewahre es nicht beim Computer auf. Er wird nur dieses eine Mal angezeigt; leere danach das Terminal.',
    askGroup: (group) => `Gruppe ${group}, vom Papier`,
    kitAgain: 'Das ist nicht die Gruppe auf dem Blatt.',
    kitChecked: 'Das Blatt stimmt. Lege es an einen sicheren Ort.',
  },
  windows: {
    toggle: 'die Schnellsuche des laufenden Latchkey zeigen oder, wenn sie den Fokus hat, verbergen',
    toggleMore:
      'Belege damit Tasten in den Einstellungen der Arbeitsumgebung, wo Latchkey kein Tastenkürzel belegen kann.',
    search: 'das Fenster des laufenden Latchkey zeigen, mit gefilterter Liste',
    words: 'wonach gefiltert wird',
  },
  completion: {
    about: 'ausgeben, was eine Shell lädt, um Befehle, Optionen und Namen von Einträgen zu ergänzen',
    shell: 'bash, zsh oder fish',
    more:
      'bash: latchkey completion bash > ~/.local/share/bash-completion/completions/latchkey\n' +
      'zsh:  latchkey completion zsh > _latchkey, in einem Ordner von $fpath\n' +
      'fish: latchkey completion fish > ~/.config/fish/completions/latchkey.fish\n' +
      'Namen werden ergänzt, solange der Schlüsselbund den Tresor öffnet; nach einer Passphrase wird dabei nie gefragt.',
  },
  manual: {
    about: 'die Handbuchseite ausgeben, für „latchkey manual | man -l -“',
    name: 'Einmalcodes im Terminal',
    nameTitle: 'BEZEICHNUNG',
    synopsis: 'ÜBERSICHT',
    command: 'Befehl',
    options: 'Optionen',
    description: 'BESCHREIBUNG',
    commands: 'BEFEHLE',
    exits: 'RÜCKGABEWERT',
  },
  settings: {
    issuer: 'die Website oder Organisation',
    account: 'der Name des Kontos dort',
    type: 'wie Codes erzeugt werden',
    algorithm: 'die Hashfunktion',
    digits: 'wie lang ein Code ist',
    period: 'wie lange ein Code gilt',
    counter: 'der Zählerstand des nächsten Codes',
  },
  remove: {
    about: 'einen Eintrag in den Papierkorb verschieben, wo er 30 Tage bleibt',
    undo: 'ihn von dort zurückholen',
  },
  unlock: {
    about: 'prüfen, was den Tresor öffnet; zwischen zwei Befehlen bleibt kein Schlüssel',
    byKeychain: (backend) => `Der Schlüsselbund (${backend}) öffnet den Tresor. Es wird nach nichts gefragt.`,
    byPassphrase: 'Die Passphrase stimmt. Der Befehl behält keinen Schlüssel: Der nächste fragt wieder.',
  },
  lock: {
    about: 'sagen, was offen ist',
    nothing:
      'Der Befehl behält zwischen zwei Läufen keinen Schlüssel; von ihm ist also nichts offen. Ein offenes Fenster sperrst du mit Strg+L.',
  },
} satisfies Partial<Words>;

/** The first run. */
export const firstRun = {
  title: 'Deine Codes, auf deinem Computer',
  codes: 'Die Codes, die Websites verlangen',
  codesText:
    'Websites mit Zwei-Faktor-Anmeldung verlangen außer dem Passwort sechs Ziffern. Latchkey erzeugt sie: Dafür liest es einmal den QR-Code der Website von deinem Bildschirm.',
  stays: 'Verschlüsselt, und nur hier',
  staysText:
    'Deine Codes bleiben in einer verschlüsselten Datei auf diesem Computer, dem Tresor. Latchkey sendet sie nirgendwohin.',
  account: 'Kein Konto nötig',
  accountText:
    'Verwendet deine Organisation Latchkey-Konten, kannst du dich später dort anmelden. Dann kennt ihr Server deine Adresse und deine Geräte, aber nie deine Codes.',
  continue: 'Weiter',
  protectionTitle: 'Was deine Codes schützt',
  firstCode: 'Ersten Code hinzufügen',
  keychainTitle: 'Sie öffnen sich, wenn du dich an diesem Computer anmeldest',
  keychainText:
    '{{backend}}, der Schlüsselbund dieses Computers, bewahrt den Schlüssel auf. Du musst dir kein Passwort merken.',
  start: 'Loslegen',
  starting: 'Dein Tresor wird angelegt',
  alsoPassphrase: 'Passphrase als zweiten Weg hinzufügen',
  alsoPassphraseText:
    'Sie öffnet den Tresor, falls der Schlüsselbund verloren geht, und mit ihr kannst du Latchkey sperren.',
  noKeychainTitle: 'Wähle eine Passphrase',
  noKeychainUnavailable:
    'Dieser Computer hat keinen Schlüsselbund, den Latchkey verwenden kann. Deshalb schützt eine Passphrase deine Codes.',
  noKeychainLocked:
    'Der Schlüsselbund ({{backend}}) ist gesperrt. Entsperre ihn und prüfe erneut, oder verwende stattdessen eine Passphrase.',
  noKeychainDenied:
    'Der Schlüsselbund ({{backend}}) hat Latchkey keinen Zugriff gegeben. Erlaube ihn und prüfe erneut, oder verwende stattdessen eine Passphrase.',
  passphrase: 'Passphrase',
  repeat: 'Wiederholen',
  passphraseHint: 'Sie lässt sich nicht zurücksetzen: Nur du kennst sie.',
  differs: 'Die beiden stimmen nicht überein.',
  show: 'Eingabe anzeigen',
  hide: 'Eingabe verbergen',
  create: 'Tresor anlegen',
  hasOther: 'Hast du schon Codes?',
  importText:
    'Zuerst wird ein leerer Tresor angelegt. Dann wählst du den Export und siehst, was er mitbringt.',
  importStart: 'Nach dem Start Codes aus einer anderen App holen',
  backup: 'Backup wiederherstellen',
  backupText:
    'Zuerst wird ein leerer Tresor angelegt. Dann wählst du das Backup und siehst, was es mitbringt, bevor etwas hinzugefügt wird.',
  backupStart: 'Nach dem Start ein Backup auswählen',
  kit: 'Notfallblatt verwenden',
  kitText:
    'Es öffnet die Tresordatei deines anderen Computers. Kopiere diese Datei hierher, unter diesem Namen, und prüfe dann erneut:',
} as const;

/** When the vault is not simply open. */
export const trouble = {
  opening: 'Dein Tresor wird geöffnet',
  openingLong:
    'Dein Schlüsselbund antwortet noch nicht. Fragt er in einem eigenen Fenster nach seinem Passwort, gib es dort ein.',
  lockedTitle: 'Gesperrt',
  lockedText: 'Deine Codes sind verschlüsselt. Deine Passphrase öffnet sie.',
  lockedNoWayText:
    'Der Schlüsselbund dieses Computers öffnet diesen Tresor. Entsperre ihn und prüfe dann erneut.',
  passphrase: 'Passphrase',
  unlock: 'Entsperren',
  waitSends:
    'Mehrere Passphrasen waren falsch, deshalb muss jede weitere warten. Deine Eingabe wird von selbst ausprobiert.',
  sendsIn_one: 'Wird in {{count}} Sekunde ausprobiert',
  sendsIn_other: 'Wird in {{count}} Sekunden ausprobiert',
  waitStop: 'Nicht ausprobieren',
  waitWhy: 'Mehrere Passphrasen waren falsch. Der Tresor ist unverändert.',
  waitSeconds_one: 'Versuche es in {{count}} Sekunde erneut',
  waitSeconds_other: 'Versuche es in {{count}} Sekunden erneut',
  keyMissingTitle: 'Der Schlüssel zu deinem Tresor ist nicht da',
  absent:
    'Der Schlüsselbund ({{backend}}) enthält keinen Schlüssel für diesen Tresor. Wurde er zurückgesetzt, oder bist du als jemand anders angemeldet?',
  locked: 'Der Schlüsselbund ({{backend}}) ist gesperrt.',
  denied: 'Der Schlüsselbund ({{backend}}) hat Latchkey den Schlüssel nicht lesen lassen.',
  unavailable: 'Der Schlüsselbund ({{backend}}) antwortet nicht.',
  wrongKey:
    'Der Schlüsselbund ({{backend}}) enthält einen Schlüssel, aber er gehört zu einem anderen Tresor.',
  doAbsent:
    'Melde dich als die Person an, die den Tresor angelegt hat, oder stelle den Schlüsselbund aus einem Backup wieder her. Prüfe dann erneut.',
  doLocked: 'Entsperre ihn und prüfe dann erneut.',
  doDenied: 'Erlaube Latchkey in den Einstellungen des Schlüsselbunds und prüfe dann erneut.',
  doUnavailable: 'Starte den Dienst des Schlüsselbunds, oder melde dich ab und wieder an. Prüfe dann erneut.',
  doWrongKey:
    'Lege die Tresordatei zurück, die zu diesem Schlüssel gehört, oder stelle den Schlüsselbund wieder her. Prüfe dann erneut.',
  lookAgain: 'Erneut prüfen',
  lockHidesOnly:
    'Dieses Sperren verbirgt nur die Codes. Wer an diesem Computer als du angemeldet ist, öffnet sie mit einem Klick; „Mit einer Passphrase“ in den Sicherheitseinstellungen verhindert das.',
  byKeychain: 'Mit dem Schlüsselbund öffnen',
  stillNot: 'Immer noch dasselbe.',
  unwritableTitle: 'Latchkey kann nicht in seinen Ordner schreiben',
  unwritableCalm: 'Es gibt noch keinen Tresor, und nichts wurde angelegt.',
  unwritableText:
    'In diesem Ordner würden deine Codes liegen, aber das System lässt Latchkey dort nicht schreiben.',
  unwritableDo:
    'Gib dir Schreibrechte für ihn oder schließe sein Laufwerk beschreibbar an. Latchkey prüft es von selbst erneut.',
  unwritableElse:
    'Latchkey kann einen anderen Ordner verwenden: Starte es mit LATCHKEY_DATA_DIR und dem vollständigen Pfad dieses Ordners.',
  awayTitle: 'Dein Tresor ist gerade nicht da',
  awayCalm: 'Nichts ist verloren, und nichts Neues wird an seiner Stelle angelegt.',
  awayText: 'Er liegt auf einem Laufwerk oder in einem Ordner, der nicht verbunden ist.',
  awaySeen:
    'Hier war schon ein Tresor. Das Laufwerk oder der Ordner, in dem er liegt, ist gerade nicht verbunden.',
  awayDo:
    'Schließe das Laufwerk an oder starte, was den Ordner synchronisiert. Latchkey prüft es von selbst erneut.',
  awayGone:
    'Für immer weg? Ist die Datei eine Verknüpfung, entferne sie und prüfe erneut: Latchkey öffnet den neuesten früheren Stand, der daneben liegt. Sonst stelle ein Backup in einem anderen Datenordner wieder her.',
  seenGone: 'Für immer weg? Fang neu an; danach kannst du ein Backup wiederherstellen.',
  startAnew: 'Neu anfangen\u00A0…',
  startAnewText:
    'Latchkey fängt hier leer an. Der Tresor, der hier war, bleibt unberührt: Ist sein Laufwerk wieder verbunden, öffnet Latchkey ihn, und der neue ist solange nicht zu sehen.',
  startAnewYes: 'Leer anfangen',
  startAnewNo: 'Weiter auf ihn warten',
  damagedTitle: 'Dein Tresor lässt sich nicht lesen',
  notAVault:
    'Die Datei ist kein Tresor von Latchkey. Vielleicht hat ein anderes Programm etwas anderes an ihre Stelle gelegt.',
  truncated: 'Die Datei endet zu früh. Vielleicht wurde sie nicht vollständig kopiert oder synchronisiert.',
  tampered:
    'Die Datei wurde nach dem Schreiben verändert, durch einen Fehler oder durch jemanden. Sicherheitshalber wird sie nicht geöffnet.',
  newer:
    'Ein neueres Latchkey hat diesen Tresor geschrieben, in einer Form, die dieses nicht lesen kann. Aktualisiere Latchkey und prüfe dann erneut.',
  unreadable: 'Das System lässt Latchkey die Datei nicht lesen.',
  damagedDo:
    'Lege eine gute Kopie der Datei dorthin (aus einem Backup oder von einem anderen Computer) und prüfe dann erneut.',
  unreadableDo:
    'Prüfe, ob die Datei dir gehört und ihr Laufwerk angeschlossen ist. Lass Latchkey dann erneut prüfen.',
  newerDo: 'Nichts ist verloren: Das neuere Latchkey öffnet ihn.',
  lastWayText:
    'Du kannst diesen Tresor beiseitelegen und mit einem leeren anfangen. Er wird umbenannt, nie gelöscht.',
  setAside: 'Beiseitelegen\u00A0…',
  startEmptyTitle: 'Ohne deine Codes anfangen?',
  setAsideText:
    'Der Tresor wird umbenannt, und Latchkey fängt leer an. Seine Codes sind nicht zu sehen, bis er zurückgelegt und geöffnet ist.',
  startEmptySites: 'Sorge dafür, dass du noch auf deine Websites kommst, etwa mit Wiederherstellungscodes.',
  startEmptySure: 'Ich weiß, dass meine Codes dann nicht da sind',
  setAsideYes: 'Beiseitelegen und leer anfangen',
  setAsideNo: 'Weiter nach dem Schlüssel suchen',
  setAsideDone: 'Der alte Tresor liegt jetzt unter {{path}}.',
  reconnecting: 'Die Verbindung wird wiederhergestellt\u00A0…',
  connecting: 'Verbindung zu Latchkey',
  connectingLong: 'Latchkey antwortet noch nicht. Wurde es beendet, starte es neu.',
  readOnly_place:
    'Der Ort des Tresors ist schreibgeschützt. Du kannst die Codes verwenden, aber Änderungen lassen sich nicht speichern.',
  readOnly_newer:
    'Ein neueres Latchkey hat diesen Tresor geschrieben. Du kannst die Codes verwenden, aber nichts ändern, bis du Latchkey aktualisierst.',
  recovered:
    'Die neueste Kopie deines Tresors war beschädigt. Die vorige vom {{when}} wurde geöffnet. Was später hinzukam, fehlt vielleicht.',
  recoveredUnknown:
    'Die neueste Kopie deines Tresors war beschädigt. Die vorige wurde geöffnet. Was zuletzt hinzukam, fehlt vielleicht.',
  cause_person: 'Du hast ihn gesperrt.',
  cause_idle: 'Er wurde gesperrt, weil du eine Weile weg warst.',
  cause_suspend: 'Er wurde gesperrt, weil der Computer in den Ruhezustand ging.',
  cause_screenLock: 'Er wurde zusammen mit dem Bildschirm gesperrt.',
  cause_otherProcess:
    'Sein Schlüssel wurde in einem anderen Fenster geändert. Deshalb muss er neu geöffnet werden.',
  lockedBothText: 'Deine Passphrase öffnet sie, zusammen mit dem Schlüsselbund dieses Computers.',
  forgotten: 'Passphrase vergessen?',
  noKit: 'Nur die Passphrase öffnet diesen Tresor: Für ihn wurde kein Notfallblatt erstellt.',
  keyMissingCalm: 'Dein Tresor ist unversehrt. Nichts wurde geändert; nur sein Schlüssel fehlt.',
  changed: 'Der Schlüssel liegt bei {{keptBy}}, aber jetzt antwortet ein anderer Schlüsselbund: {{backend}}.',
  doChanged: 'Starte {{keptBy}} wieder, oder melde dich an, wie du es gewohnt bist. Prüfe dann erneut.',
  bothMissing:
    'Die Passphrase allein genügt nicht: Dieser Tresor braucht auch die Hälfte seines Schlüssels, die der Schlüsselbund aufbewahrt.',
  otherWays: 'Andere Wege zu deinen Codes',
  wayPassphrase: 'Passphrase verwenden',
  wayBackup: 'Backup wiederherstellen',
  wayBackupText:
    'Ein Backup kommt in einen neuen Tresor: Lege diesen beiseite (unten), fang neu an und wähle „Backup wiederherstellen“. Dieser Tresor bleibt unter einem anderen Namen erhalten.',
  wayAside: 'Ohne diese Codes anfangen',
  where: 'Der Tresor liegt hier:',
  whereMade: 'Der Tresor würde hier liegen:',
  damagedCalm: 'Nichts wurde geändert oder gelöscht.',
  damagedOlder: 'Auch die früheren Stände daneben wurden probiert; keiner lässt sich öffnen.',
  readOnlyTitle: 'Nur lesen',
  quarantined_one: '{{count}} Eintrag war nicht zu lesen. Er bleibt unverändert aufbewahrt.',
  quarantined_other: '{{count}} Einträge waren nicht zu lesen. Sie bleiben unverändert aufbewahrt.',
  look: 'Ansehen',
  lookHistory: 'Frühere Stände ansehen',
  dismiss: 'Verstanden',
} as const;

/** Preferences. */
export const preferences = {
  language: 'Sprache',
  languageSystem: 'System',
  theme: 'Aussehen',
  themeSystem: 'System',
  themeLight: 'Hell',
  themeDark: 'Dunkel',
  clipboard: 'Kopierte Codes löschen',
  clipboardNever: 'Nie',
  clipboardSeconds_one: 'Nach {{count}} Sekunde',
  clipboardSeconds_other: 'Nach {{count}} Sekunden',
  clipboardAllow:
    'Zum Löschen muss Latchkey nachsehen, ob der Code noch in der Zwischenablage ist. Dieser Browser hat das noch nicht erlaubt.',
  clipboardAllowButton: 'Erlauben',
  clipboardDenied:
    'Dieser Browser lässt Latchkey nicht in die Zwischenablage sehen. Kopierte Codes bleiben deshalb dort.',
  hideCodes: 'Codes verbergen',
  hideCodesText: 'Jeder Code ist verdeckt, bis du seinen Eintrag wählst.',
  desktopSearch: 'Einträge in der Suche des Desktops finden',
  desktopSearchText:
    'GNOME und KDE zeigen Website und Konto, solange der Tresor offen ist; wählst du eines aus, wird der Code kopiert. Auch andere deiner Programme können diese Namen dann abfragen.',
  setUpLinks: 'Einrichtungslinks mit Latchkey öffnen',
  setUpLinksText:
    'Für Websites, die neben dem QR-Code einen Link anbieten. Latchkey zeigt, was er enthält, und du entscheidest.',
  vaultAt: 'Tresor',
} as const;

/** For each lock trigger: its setting, and when it happens. Its cause is `trouble.cause_…`. */
export const lockTriggers = {
  suspend: {
    setting: 'Im Ruhezustand des Computers sperren',
    when: 'wann der Computer in den Ruhezustand geht',
  },
  screenLock: { setting: 'Mit dem Bildschirm sperren', when: 'wann der Bildschirm gesperrt wird' },
} as const;

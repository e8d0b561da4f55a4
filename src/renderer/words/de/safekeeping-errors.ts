/** Locks, recovery kit, backups, older states: what happened; what was not changed and what to do. */
export const safekeepingErrors = {
  PASSPHRASE_NEEDED: {
    title: 'Dafür ist die Passphrase nötig',
    text: 'Gib sie ein und versuche es erneut. Nichts wurde geändert.',
  },
  KIT_TYPO: {
    title: 'Ein Tippfehler im Code',
    text: 'Sieh dir Gruppe {{group}} noch einmal an: Ein Zeichen dort ist nicht das vom Blatt. Nichts wurde geändert.',
  },
  KIT_LENGTH: {
    title: 'Der Code ist nicht vollständig',
    text: 'Er hat {{expected}} Zeichen in acht Gruppen; eingegeben wurden {{characters}}. Nichts wurde geändert.',
  },
  KIT_WRONG: {
    title: 'Dieser Code öffnet diesen Tresor nicht',
    text: 'Er gehört zu einem anderen Tresor oder zu einem Notfallblatt, das durch ein neueres ersetzt wurde. Vergleiche den Namen des Tresors und das Datum auf dem Blatt. Nichts wurde geändert.',
  },
  KIT_NOT_MADE: {
    title: 'Es gibt kein Notfallblatt',
    text: 'Für diesen Tresor wurde keines erstellt. Nichts wurde geändert.',
  },
  KIT_NOT_SEEN: {
    title: 'Kein Notfallblatt gefunden',
    text: 'Zeige den ganzen QR-Code des Blatts, scharf und nicht zu klein, und versuche es erneut. Oder tippe die acht Gruppen ein. Nichts wurde geändert.',
  },
  KIT_NOT_PENDING: {
    title: 'Gib den ganzen Code ein',
    text: 'Latchkey hat den Code vergessen, wie es sein soll. Gib ihn ganz ein, um das Blatt zu prüfen.',
  },
  KIT_GROUP_WRONG: {
    title: 'Das steht nicht auf dem Blatt',
    text: 'Sieh dir Gruppe {{group}} noch einmal an. Das Notfallblatt gilt auf jeden Fall; nur die Prüfung fehlt.',
  },
  BACKUP_FAILED: {
    title: 'Das Backup ist fehlgeschlagen',
    text: '{{backupTrouble}} Dein Tresor und die früheren Backups sind unversehrt.',
  },
  BACKUP_FOLDER_INVALID: {
    title: 'Das ist nicht der vollständige Pfad eines Ordners',
    text: 'Beginne mit / (unter Windows mit C:\\) oder mit ~/ für deinen eigenen Ordner. Nichts wurde geändert.',
  },
  BACKUP_OFF: {
    title: 'Backups sind nicht eingerichtet',
    text: 'Wähle zuerst einen Ordner. Nichts wurde geändert.',
  },
  BACKUP_SECRET_NEEDED: {
    title: 'Dieses Backup ist geschützt',
    text: 'Gib die Passphrase oder den Notfallcode von damals ein. Nichts wurde geändert.',
  },
  BACKUP_UNREADABLE: {
    title: 'Dieses Backup lässt sich nicht lesen',
    text: '{{backupReason}} Nichts wurde geändert.',
  },
  OLDER_STATE_UNREADABLE: {
    title: 'Dieser frühere Stand lässt sich nicht öffnen',
    text: 'Er ist weg oder beschädigt. Wähle einen anderen. Nichts wurde geändert.',
  },
  RESTORE_GONE: {
    title: 'Diese Vorschau ist abgelaufen',
    text: 'Nichts wurde geändert. Rufe sie noch einmal auf.',
  },
  UNDO_GONE: {
    title: 'Das lässt sich nicht mehr rückgängig machen',
    text: 'Das ging, bis der Tresor gesperrt wurde. Vielleicht ist in einem früheren Stand des Tresors noch, was du suchst.',
  },
  QUARANTINE_NOT_FOUND: {
    title: 'Diesen Eintrag gibt es nicht mehr',
    text: 'Vielleicht wurde er in einem anderen Fenster repariert oder entfernt. Sonst wurde nichts geändert.',
  },
  QUARANTINE_NOT_FIXED: {
    title: 'Daraus lassen sich noch keine Codes erzeugen',
    text: 'Prüfe deine Eingaben. Der Eintrag bleibt, wie er war.',
  },
} as const;

/** Why a backup was not made. */
export const backupTroubles = {
  folderGone: 'Der Ordner ist nicht da. Ist sein Laufwerk angeschlossen?',
  parentGone: 'Auch der übergeordnete Ordner ist nicht da. Ist sein Laufwerk angeschlossen?',
  notAFolder: 'Der Pfad führt zu einer Datei, nicht zu einem Ordner.',
  notAllowed: 'Dieser Computer lässt Latchkey nicht in den Ordner schreiben.',
  readOnly: 'Das Laufwerk lässt sich nur lesen.',
  full: 'Das Laufwerk ist voll.',
  notVerified:
    'Das Geschriebene ließ sich nicht wieder öffnen und wurde entfernt. Vielleicht ist das Laufwerk defekt.',
  failed: 'Das Schreiben in den Ordner ist fehlgeschlagen.',
} as const;

/** Why the keychain did not give or keep a key. */
export const keychainOutcomes = {
  absent: 'Er enthält nichts für diesen Tresor.',
  locked: 'Er ist gesperrt.',
  denied: 'Er hat Latchkey keinen Zugriff gegeben.',
  unavailable: 'Er antwortet nicht.',
} as const;

/** Why a backup cannot be read, and what to do. */
export const backupReasons = {
  gone: 'Es ist nicht mehr in dem Ordner. Wähle ein anderes.',
  notABackup: 'Die Datei ist kein Backup von Latchkey. Wähle eine andere.',
  truncated:
    'Die Datei endet zu früh, als wäre sie nicht vollständig kopiert. Kopiere sie noch einmal oder wähle eine andere.',
  tampered: 'Die Datei wurde nach dem Schreiben verändert. Wähle eine andere.',
  newer: 'Ein neueres Latchkey hat es erstellt. Aktualisiere Latchkey und öffne es dann.',
} as const;

/** Imports and exports: what happened; what was not changed and what to do. */
export const transferErrors = {
  IMPORT_GONE: {
    title: 'Dieser Import ist abgelaufen',
    text: 'Latchkey vergisst, was es gelesen hat, wenn der Tresor geschlossen wird und nach 15 Minuten. Nichts wurde gespeichert. Lies die Datei noch einmal ein.',
  },
  IMPORT_FULL: {
    title: 'Das ist zu viel für einen Import',
    text: 'Ein Import fasst höchstens {{limit, number}} Einträge. Was vorher gelesen wurde, ist noch da. Importiere in mehreren Schritten.',
  },
  SOURCE_NOT_LOCKED: {
    title: 'Diese Datei braucht keine Passphrase mehr',
    text: 'Sie wurde schon gelesen, oder sie lässt sich gar nicht lesen. Nichts wurde geändert.',
  },
  SOURCE_UNREADABLE: {
    title: 'Diese Datei ließ sich nicht lesen',
    text: '{{transferReason}} Nichts wurde gespeichert.',
  },
  ROW_HAS_NO_SECRET: {
    title: 'Hier ließ sich nichts lesen',
    text: 'Diese Zeile hat keinen Schlüssel, der sich anzeigen ließe.',
  },
  ROW_MAKES_NO_CODE: {
    title: 'Das ergibt in Latchkey keine Codes',
    text: 'Es kann bei den unlesbaren Einträgen bleiben, damit es nicht verloren geht.',
  },
  EXPORT_EMPTY: {
    title: 'Es gibt nichts zu exportieren',
    text: 'Kein Eintrag wurde ausgewählt, oder es gibt sie nicht mehr.',
  },
  EXPORT_FAILED: {
    title: 'Die Datei ließ sich nicht erstellen',
    text: '{{transferReason}} Nichts wurde geschrieben.',
  },
} as const;

/** Why a file gives nothing, or why none was made. */
export const transferReasons = {
  UNKNOWN_FORMAT: 'Latchkey kennt diese Art von Datei nicht.',
  UNKNOWN_OR_ENCRYPTED:
    'Latchkey kennt diese Art von Datei nicht. Ist sie mit einer Passphrase geschützt, öffnet diese sie vielleicht.',
  NOTHING_FOUND: 'Sie enthält keine Einmalcodes.',
  PASSPHRASE_MISSING: 'Sie ist verschlüsselt und braucht ihre Passphrase.',
  PASSPHRASE_WRONG:
    'Diese Passphrase öffnet sie nicht. Prüfe die Feststelltaste und das Tastaturlayout und versuche es erneut.',
  DAMAGED: 'Sie ist beschädigt oder abgeschnitten. Exportiere sie in der anderen App noch einmal.',
  TOO_LARGE: 'Sie enthält mehr, als Latchkey auf einmal liest.',
  TOO_COSTLY: 'Sie zu öffnen braucht mehr Speicher oder Zeit, als Latchkey hier aufwenden kann.',
  NEWER_VERSION: 'Eine neuere Version der anderen App hat sie geschrieben. Aktualisiere Latchkey.',
  ACCOUNT_RESTRICTED:
    'Nur das Konto, das diesen Export erstellt hat, kann ihn öffnen. Exportiere noch einmal, stattdessen mit einem Passwort geschützt.',
  KEY_FILE_NEEDED:
    'Diese Datenbank braucht auch eine Schlüsseldatei oder einen Hardwareschlüssel. Speichere eine Kopie, die ein Passwort öffnet.',
  CIPHER_UNSUPPORTED:
    'Ihre Verschlüsselung kann Latchkey nicht lesen. Speichere eine Kopie mit AES oder ChaCha20.',
  VERSION_UNSUPPORTED:
    'Ihre Version ist zu alt. Öffne und exportiere sie mit einer aktuellen Version der App.',
  NO_PASSWORD_SLOT:
    'Nur das Gerät, das sie erstellt hat, kann sie öffnen. Lege dort ein Passwort fest und exportiere noch einmal.',
  FORMAT_NOT_WRITTEN: 'Diese Art von Datei schreibt Latchkey nicht.',
  READER_FAILED:
    'Das Lesen brach ab, vielleicht aus Speichermangel. Schließe andere Programme und versuche es erneut.',
} as const;

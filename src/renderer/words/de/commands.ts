/** The command palette. Commands have their names in `contract/words/de/words.ts`. */
export const palette = {
  search: 'Befehl, Code oder Einstellung',
  recent: 'Zuletzt',
  commands: 'Befehle',
  nothing: 'Nichts gefunden für „{{text}}“.',
  choose: 'Wählen',
  open: 'Öffnen',
} as const;

/** Other words that people look for a command by. */
export const commandsAlso = {
  add: 'neu plus erstellen anlegen eintrag konto',
  scan: 'qr code kamera bild aufnahme',
  typeKey: 'schlüssel geheimnis manuell von hand eingeben',
  import: 'umziehen übertragen importieren google authenticator authy aegis',
  export: 'umziehen übertragen exportieren backup datei qr',
  deleted: 'papierkorb gelöscht entfernt zurückholen wiederherstellen rückgängig',
  settings: 'optionen konfigurieren anpassen',
  account: 'anmelden einloggen login profil server account',
  clock: 'falscher code geht nicht abgelehnt ungültig zeit abweichung korrigieren uhr',
  palette: 'befehle kommandos alles',
  find: 'filtern finden',
  shortcuts: 'tasten tastatur kurzbefehle hilfe',
  lock: 'schließen abmelden verbergen sichern',
  back: 'vorherige rückkehr',
} as const;

/** The list of shortcuts: what keys do in the list of codes. */
export const shortcuts = {
  anywhere: 'Überall',
  inList: 'In den Codes',
  or: 'oder',
  type: 'Suchen: einfach tippen',
  move: 'Einen Code wählen',
  copy: 'Den Code kopieren',
  copyNext: 'Den nächsten Code kopieren',
  details: 'Details öffnen',
  menu: 'Weitere Aktionen',
  leave: 'Suche leeren oder zurück',
} as const;

/** Other words that people look for a setting by. */
export const settingsAlso = {
  theme: 'dunkel hell nacht farben aussehen dark mode design',
  language: 'deutsch englisch niederländisch übersetzung',
  clipboard: 'kopieren einfügen sekunden löschen leeren',
  hideCodes: 'privat verdecken unkenntlich mitlesen',
  desktopSearch: 'gnome kde spotlight suchen',
  setUpLinks: 'otpauth url öffnen mit',
  quickFind: 'tastenkürzel hotkey global tasten fenster',
  command: 'terminal tastenkürzel belegen',
  clock: 'zeit falsch abweichung abgelehnt ungültig codes ntp korrigieren',
  opens: 'sperren modus schlüsselbund passphrase sitzung schutz',
  passphrase: 'passwort kennwort ändern hinzufügen entfernen zweiter weg',
  idle: 'sperren automatisch abwesend minuten inaktiv ruhezustand',
  key: 'schlüsselbund verschlüsselung erneuern kompromittiert',
  recovery: 'papier drucken notfall verloren wiederherstellung code',
  backups: 'sicherung kopie ordner automatisch täglich speichern',
  restore: 'zurückholen datei verloren wiederherstellen sicherung',
  sync: 'synchronisieren sync abgleich geräte computer beitreten wörter laptop cloud',
  history: 'versionen verlauf rückgängig früher vorher wiederherstellen',
  vaultAt: 'datei ordner ort pfad version',
  profile: 'name sprache',
  address: 'mail e-mail ändern',
  password: 'kennwort ändern anmelden',
  sessions: 'geräte angemeldet computer',
  activity: 'protokoll verlauf sicherheit',
  delete: 'entfernen schließen konto',
} as const;

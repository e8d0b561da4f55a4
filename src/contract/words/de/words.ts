/** What each command is called: in the tray and the menu as in the window. */
export const commands = {
  add: 'Code hinzufügen',
  scan: 'Code vom Bildschirm scannen',
  typeKey: 'Schlüssel eines Codes eintippen',
  import: 'Codes importieren',
  export: 'Codes exportieren',
  deleted: 'Papierkorb',
  settings: 'Einstellungen',
  account: 'Konto',
  clock: 'Eine Website lehnt meine Codes ab',
  palette: 'Befehl oder Code suchen',
  find: 'Codes durchsuchen',
  shortcuts: 'Tastenkürzel',
  lock: 'Jetzt sperren',
  back: 'Zurück',
  show: 'Latchkey anzeigen',
  unlock: 'Latchkey öffnen',
  quickFind: 'Schnellsuche',
  quit: 'Beenden',
} as const;

/** What the tray's menu says besides. */
export const tray = {
  noPins: 'Hefte einen Code an, um ihn hier zu kopieren',
  locked: 'Die Codes sind nicht offen',
  unnamed: 'Ohne Namen',
} as const;

/** What the shortcut of the whole desktop does, in the desktop's own settings. */
export const shortcut = 'Code suchen';

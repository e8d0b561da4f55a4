/** Hoe elke opdracht heet: in het systeemvak en het menu net als in het venster. */
export const commands = {
  add: 'Code toevoegen',
  scan: 'Het scherm op een code scannen',
  typeKey: 'De sleutel van een code typen',
  import: 'Codes importeren',
  export: 'Codes exporteren',
  deleted: 'Verwijderde codes',
  settings: 'Instellingen',
  account: 'Account',
  clock: 'Een site weigert mijn codes',
  palette: 'Een opdracht of code zoeken',
  find: 'In de codes zoeken',
  shortcuts: 'Sneltoetsen',
  lock: 'Nu vergrendelen',
  back: 'Terug',
  show: 'Toon Latchkey',
  unlock: 'Open Latchkey',
  quickFind: 'Snel zoeken',
  quit: 'Stop',
} as const;

/** Wat het menu in het systeemvak verder zegt. */
export const tray = {
  noPins: 'Zet een code vast om hem hier te kopiëren',
  locked: 'De codes zijn niet open',
  unnamed: 'Zonder naam',
} as const;

/** Wat de sneltoets van het hele bureaublad doet, in de instellingen van het bureaublad zelf. */
export const shortcut = 'Een code zoeken';

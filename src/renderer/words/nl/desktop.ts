/** Wat Latchkey buiten zijn venster is. */
export const desktop = {
  trayIcon: 'Pictogram in het systeemvak',
  menuBarIcon: 'Pictogram in de menubalk',
  trayIconText: 'Klik daar op een vastgezette code om hem te kopiëren.',
  noTray: 'Dit bureaublad toont geen systeemvak',
  noTrayText:
    'In GNOME doet de uitbreiding ‘AppIndicator and KStatusNotifierItem Support’ dat (pakket gnome-shell-extension-appindicator). Installeer die en meld je opnieuw aan. Tot dan stopt Latchkey als je het venster sluit.',
  closeToTray: 'Blijf actief in het systeemvak',
  closeToTrayText: 'Sluiten verbergt het venster. Kies Stop in het systeemvak om Latchkey te beëindigen.',
  openAtLogin: 'Open wanneer ik me aanmeld',
  openAtLoginText: 'Latchkey start samen met je sessie op deze computer.',
  startHidden: 'Start verborgen',
  startHiddenText: 'Opent Latchkey met je sessie, dan verschijnt alleen het pictogram.',
  alwaysOnTop: 'Houd het venster bovenop',
  alwaysOnTopText: 'Andere vensters bedekken het niet.',
  hideAfterCopy: 'Verberg het venster na het kopiëren',
  hideAfterCopyText: 'Dan ben je weer waar om de code wordt gevraagd.',
  contentProtection: 'Houd het venster uit schermafbeeldingen',
  contentProtectionText: 'Schermafbeeldingen, opnamen en gedeelde schermen tonen het niet.',
  picturesOpen:
    'Op dit systeem kan Latchkey zijn venster niet uit schermafbeeldingen, opnamen en gedeelde schermen houden.',
} as const;

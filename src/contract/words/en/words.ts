/** What each command is called: in the tray and the menu as in the window. */
export const commands = {
  add: 'Add a code',
  scan: 'Scan the screen for a code',
  typeKey: 'Type the key of a code',
  import: 'Import codes',
  export: 'Export codes',
  deleted: 'Deleted codes',
  settings: 'Settings',
  account: 'Account',
  clock: 'A site refuses my codes',
  palette: 'Find a command or a code',
  find: 'Search the codes',
  shortcuts: 'Keyboard shortcuts',
  lock: 'Lock now',
  back: 'Back',
  show: 'Show Latchkey',
  unlock: 'Open Latchkey',
  quickFind: 'Quick find',
  quit: 'Quit',
} as const;

/** What the tray's menu says besides. */
export const tray = {
  noPins: 'Pin a code to copy it here',
  locked: 'The codes are not open',
  unnamed: 'Unnamed',
} as const;

/** What the shortcut of the whole desktop does, in the desktop's own settings. */
export const shortcut = 'Find a code';

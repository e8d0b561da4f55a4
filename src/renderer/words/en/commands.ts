/** The command palette. Commands have their names in `contract/words/en/words.ts`. */
export const palette = {
  search: 'Command, setting or code',
  recent: 'Recent',
  commands: 'Commands',
  nothing: 'Nothing matches “{{text}}”.',
  choose: 'Choose',
  open: 'Open',
} as const;

/** Other words that people look for a command by. */
export const commandsAlso = {
  add: 'new plus create entry account',
  scan: 'qr code camera picture capture',
  typeKey: 'secret set-up key manual enter by hand',
  import: 'bring migrate transfer move google authenticator authy aegis',
  export: 'take along transfer move backup file qr',
  deleted: 'trash bin removed restore undo',
  settings: 'preferences options configure',
  account: 'sign in log in profile server',
  clock: 'wrong code invalid rejected refused does not work time drift correct',
  palette: 'commands everything',
  find: 'filter look for',
  shortcuts: 'keys hotkeys help',
  lock: 'close sign out hide secure',
  back: 'previous return',
} as const;

/** The list of shortcuts: what keys do in the list of codes. */
export const shortcuts = {
  anywhere: 'Anywhere',
  inList: 'In the codes',
  or: 'or',
  type: 'Search: just type',
  move: 'Choose a code',
  copy: 'Copy the code',
  copyNext: 'Copy the next code',
  details: 'Open its details',
  menu: 'More actions',
  leave: 'Clear the search, or go back',
} as const;

/** Other words that people look for a setting by. */
export const settingsAlso = {
  theme: 'dark mode light night colours look',
  language: 'english dutch translation locale',
  clipboard: 'copy paste seconds clear erase',
  hideCodes: 'privacy cover blur mask shoulder',
  desktopSearch: 'gnome kde spotlight shell',
  setUpLinks: 'otpauth url open with',
  quickFind: 'shortcut hotkey global keys window',
  command: 'terminal shortcut bind toggle',
  clock: 'time wrong drift refused invalid codes ntp correct',
  opens: 'lock mode keychain passphrase session protection',
  passphrase: 'password change add remove second way',
  idle: 'lock automatically away minutes timeout inactivity sleep',
  key: 'keychain encryption rotate renew compromised',
  recovery: 'paper print emergency lost kit code',
  backups: 'copy folder automatic daily save',
  restore: 'bring back file lost recover',
  sync: 'synchronise share devices computers join words cloud laptop second',
  history: 'versions undo earlier before restore',
  vaultAt: 'file folder location path version',
  profile: 'name language',
  address: 'mail change',
  password: 'change sign in',
  sessions: 'devices signed in computers',
  activity: 'log history security',
  delete: 'remove close account',
} as const;

/** The first run. */
export const firstRun = {
  title: 'Your codes, on your own computer',
  codes: 'The codes that sites ask for',
  codesText:
    'A site that has two-step verification asks for six digits after your password. Latchkey makes them: it reads the site’s QR code once, from your screen.',
  stays: 'Encrypted, and only here',
  staysText:
    'Your codes stay in one encrypted file on this computer, the vault. Latchkey sends them nowhere.',
  account: 'No account needed',
  accountText:
    'If your organisation uses Latchkey accounts, you can sign in to it later. Then your address and devices are known to its server; your codes never are.',
  continue: 'Continue',
  protectionTitle: 'What protects your codes',
  firstCode: 'Add your first code',
  keychainTitle: 'They open when you sign in to this computer',
  keychainText:
    '{{backend}}, the keychain of this computer, keeps the key. There is no password to remember.',
  start: 'Start',
  starting: 'Making your vault',
  alsoPassphrase: 'Add a passphrase as a second way in',
  alsoPassphraseText: 'It opens the vault should the keychain be lost, and lets you lock Latchkey.',
  noKeychainTitle: 'Choose a passphrase',
  noKeychainUnavailable:
    'This computer has no keychain that Latchkey can use, so a passphrase protects your codes.',
  noKeychainLocked:
    'The keychain ({{backend}}) is locked. Unlock it and look again, or use a passphrase instead.',
  noKeychainDenied:
    'The keychain ({{backend}}) did not let Latchkey in. Allow it and look again, or use a passphrase instead.',
  passphrase: 'Passphrase',
  repeat: 'Repeat it',
  passphraseHint: 'It cannot be reset: nobody else knows it.',
  differs: 'These two differ.',
  show: 'Show what I type',
  hide: 'Hide what I type',
  create: 'Make the vault',
  hasOther: 'Do you have codes already?',
  importText: 'An empty vault is made first. Then you choose the export and see what it brings.',
  importStart: 'After the start, bring codes from another app',
  backup: 'Restore a backup',
  backupText:
    'An empty vault is made first. Then you choose the backup and see what it brings, before anything is added.',
  backupStart: 'After the start, choose a backup',
  kit: 'Use a recovery kit',
  kitText:
    'The kit opens the vault file of your other computer. Copy that file here, under this name, then look again:',
} as const;

/** When the vault is not simply open. */
export const trouble = {
  opening: 'Opening your vault',
  openingLong:
    'Your keychain does not answer yet. If it asks for its password in a window of its own, enter it there.',
  lockedTitle: 'Locked',
  lockedText: 'Your codes are encrypted. Your passphrase opens them.',
  lockedNoWayText: 'The keychain of this computer opens this vault. Unlock it, then look again.',
  passphrase: 'Passphrase',
  unlock: 'Unlock',
  waitSends:
    'Several passphrases were wrong, so each next one has to wait. What you typed is tried by itself.',
  sendsIn_one: 'Tried in {{count}} second',
  sendsIn_other: 'Tried in {{count}} seconds',
  waitStop: 'Don’t try it',
  waitWhy: 'Several passphrases were wrong. The vault is untouched.',
  waitSeconds_one: 'Try again in {{count}} second',
  waitSeconds_other: 'Try again in {{count}} seconds',
  keyMissingTitle: 'The key to your vault is not there',
  absent:
    'The keychain ({{backend}}) holds no key for this vault. Was it reset, or are you signed in as another person?',
  locked: 'The keychain ({{backend}}) is locked.',
  denied: 'The keychain ({{backend}}) did not let Latchkey read the key.',
  unavailable: 'The keychain ({{backend}}) does not answer.',
  wrongKey: 'The keychain ({{backend}}) holds a key, but it is the one of another vault.',
  doAbsent:
    'Sign in as the person who made the vault, or restore the keychain from a backup. Then look again.',
  doLocked: 'Unlock it, then look again.',
  doDenied: 'Allow Latchkey in the keychain’s settings, then look again.',
  doUnavailable: 'Start the keychain service or sign out and in again. Then look again.',
  doWrongKey: 'Put the vault file back that belongs to this key, or restore the keychain. Then look again.',
  lookAgain: 'Look again',
  lockHidesOnly:
    'This lock hides the codes. Whoever is signed in to this computer as you opens it with one press. “With a passphrase” in the security settings prevents that.',
  byKeychain: 'Open with the keychain',
  stillNot: 'Still the same.',
  unwritableTitle: 'Latchkey can’t write in its folder',
  unwritableCalm: 'There is no vault yet, and nothing was made.',
  unwritableText:
    'Your codes would be kept in this folder, and the system lets Latchkey write nothing there.',
  unwritableDo:
    'Give yourself the right to write in it, or connect its drive for writing. Latchkey looks again by itself.',
  unwritableElse:
    'Latchkey can use another folder: start it with LATCHKEY_DATA_DIR set to that folder’s full path.',
  awayTitle: 'Your vault is not there now',
  awayCalm: 'Nothing is lost, and nothing new is made in its place.',
  awayText: 'It lies on a drive or in a folder that is not connected.',
  awaySeen: 'A vault was here before. The drive or folder that it lies on is not connected now.',
  awayDo: 'Connect the drive, or start what synchronises the folder. Latchkey looks again by itself.',
  awayGone:
    'Gone for good? Where the file is a link, remove the link and look again: Latchkey opens the newest older state that lies beside it. Otherwise restore a backup in another data folder.',
  seenGone: 'Gone for good? Start anew; you can then restore a backup.',
  startAnew: 'Start anew…',
  startAnewText:
    'Latchkey starts empty here. The vault that was here is not touched: when its drive is connected again, Latchkey opens it, and the new one is out of sight meanwhile.',
  startAnewYes: 'Start empty',
  startAnewNo: 'Keep waiting for it',
  damagedTitle: 'Your vault cannot be read',
  notAVault: 'The file is not a Latchkey vault. Another program may have put something else in its place.',
  truncated: 'The file ends too early. It may not have been copied or synchronised completely.',
  tampered:
    'The file was changed after it was written, by a fault or by someone. It is not opened, to be safe.',
  newer:
    'A newer Latchkey wrote this vault, in a form that this one cannot read. Update Latchkey, then look again.',
  unreadable: 'The system does not let Latchkey read the file.',
  damagedDo: 'Put a good copy of the file there (from a backup or another computer), then look again.',
  unreadableDo: 'Check that the file belongs to you and that its disk is there, then look again.',
  newerDo: 'Nothing is lost: the newer Latchkey opens it.',
  lastWayText: 'You can set this vault aside and start with an empty one. It is renamed, never deleted.',
  setAside: 'Set it aside…',
  startEmptyTitle: 'Start without your codes?',
  setAsideText:
    'The vault is renamed and Latchkey starts empty. The codes in it will not be shown until it is put back and opened.',
  startEmptySites: 'Make sure that you can still get into your sites, for example with recovery codes.',
  startEmptySure: 'I understand that my codes will not be there',
  setAsideYes: 'Set it aside and start empty',
  setAsideNo: 'Keep looking for the key',
  setAsideDone: 'The old vault is kept as {{path}}.',
  reconnecting: 'Connecting again…',
  connecting: 'Connecting to Latchkey',
  connectingLong: 'Latchkey does not answer yet. If it was closed, start it again.',
  readOnly_place:
    'Latchkey can’t write where the vault lies. You can use the codes, but changes can’t be saved.',
  readOnly_newer:
    'A newer Latchkey wrote this vault. You can use the codes, but change nothing until you update.',
  recovered:
    'The newest copy of your vault was damaged. The one before it, from {{when}}, was opened. What was added later may be missing.',
  recoveredUnknown:
    'The newest copy of your vault was damaged. The one before it was opened. What was added last may be missing.',
  cause_person: 'You locked it.',
  cause_idle: 'It was locked because you were away for a while.',
  cause_suspend: 'It was locked because the computer went to sleep.',
  cause_screenLock: 'It was locked together with the screen.',
  cause_otherProcess: 'Its key was changed in another window, so it has to be opened again.',
  lockedBothText: 'Your passphrase opens them, together with the keychain of this computer.',
  forgotten: 'Forgotten the passphrase?',
  noKit: 'Only the passphrase opens this vault: no recovery kit was made for it.',
  keyMissingCalm: 'Your vault is whole. Nothing was changed; only its key is missing.',
  changed: 'The key was given to {{keptBy}}, but now another keychain answers: {{backend}}.',
  doChanged: 'Start {{keptBy}} again or sign in the way you used to. Then look again.',
  bothMissing:
    'The passphrase alone is not enough: this vault needs the half of its key that the keychain keeps.',
  otherWays: 'Other ways to your codes',
  wayPassphrase: 'Use your passphrase',
  wayBackup: 'Restore a backup',
  wayBackupText:
    'A backup goes into a new vault: set this one aside (below), start, and choose “Restore a backup”. This vault is kept under another name.',
  wayAside: 'Start without these codes',
  where: 'The vault is here:',
  whereMade: 'The vault would be here:',
  damagedCalm: 'Nothing was changed or deleted.',
  damagedOlder: 'The older states beside it were tried too; none of them opens.',
  readOnlyTitle: 'Read-only',
  quarantined_one: '{{count}} entry could not be understood. It is kept as it is.',
  quarantined_other: '{{count}} entries could not be understood. They are kept as they are.',
  look: 'Take a look',
  lookHistory: 'See older states',
  dismiss: 'Got it',
} as const;

/** Preferences. */
export const preferences = {
  language: 'Language',
  languageSystem: 'System',
  theme: 'Appearance',
  themeSystem: 'System',
  themeLight: 'Light',
  themeDark: 'Dark',
  clipboard: 'Clear a copied code',
  clipboardNever: 'Never',
  clipboardSeconds_one: 'After {{count}} second',
  clipboardSeconds_other: 'After {{count}} seconds',
  clipboardAllow:
    'To clear it, Latchkey has to look whether the code is still there. This browser has not allowed that yet.',
  clipboardAllowButton: 'Allow',
  clipboardDenied: 'This browser does not let Latchkey look at the clipboard, so copied codes stay there.',
  hideCodes: 'Hide codes',
  hideCodesText: 'Each code is covered until you choose its entry.',
  desktopSearch: 'Find entries in the desktop’s search',
  desktopSearchText:
    'GNOME and KDE show site and account while the vault is open, and choosing one copies its code. Other programs of yours can ask for these names, too.',
  setUpLinks: 'Open set-up links with Latchkey',
  setUpLinksText:
    'For sites that offer a link beside their QR code. Latchkey shows what it holds, and you decide.',
  vaultAt: 'Vault',
} as const;

/** For each lock trigger: its setting, and when it happens. Its cause is `trouble.cause_…`. */
export const lockTriggers = {
  suspend: { setting: 'Lock when the computer goes to sleep', when: 'when the computer sleeps' },
  screenLock: { setting: 'Lock with the screen', when: 'when the screen is locked' },
} as const;

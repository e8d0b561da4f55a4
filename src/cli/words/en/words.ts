import { isolated } from '../../../contract/plain-line.ts';
import type { VaultState } from '../../../contract/vault.ts';
import type { ServerTrouble } from '../../../contract/account-state.ts';
import type { BackupTrouble } from '../../../contract/backup.ts';
import type { ScreenCause } from '../../../contract/vocabulary.ts';
import { nameOf, type Named } from '../../name-of.ts';
import { account } from './account.ts';
import { doctor } from './doctor.ts';
import { help } from './help.ts';
import { sync } from './sync.ts';

type Of<State extends VaultState['state']> = Extract<VaultState, { state: State }>;

/** An entry's name in a sentence. */
const named = (entry: Named) => nameOf(entry) || 'the entry without a name';

function seconds(ms: number): string {
  return `${Math.ceil(ms / 1000)} s`;
}

/** By whole units, as the keychain's name is part of most sentences. */
const keychainTroubles: Record<
  'absent' | 'locked' | 'denied' | 'unavailable' | 'wrongKey',
  (backend: string) => string
> = {
  absent: (backend) =>
    `The keychain (${backend}) holds no key for this vault. Sign in as the person who made it, or restore the keychain.`,
  locked: (backend) => `The keychain (${backend}) is locked. Unlock it and try again.`,
  denied: (backend) =>
    `The keychain (${backend}) did not let Latchkey read the key. Allow it in the keychain’s settings.`,
  unavailable: (backend) =>
    `The keychain (${backend}) does not answer. Start it, or sign out and in again; over SSH there is often none.`,
  wrongKey: (backend) => `The keychain (${backend}) holds a key, but it is the one of another vault.`,
};

const damages: Record<Of<'damaged'>['reason'], string> = {
  notAVault: 'The file is not a vault. Another program may have put something else in its place.',
  truncated: 'The file ends too early. It may not have been copied completely.',
  tampered: 'The file was changed after it was written. It is not opened, to be safe.',
  newer: 'A newer Latchkey wrote this vault. Update Latchkey.',
  unreadable: 'The system does not let Latchkey read the file.',
};

const backupTroubles: Record<BackupTrouble, string> = {
  folderGone: 'The folder is not there. Is its drive plugged in?',
  parentGone: 'The folder that it would lie in is not there either. Is its drive plugged in?',
  notAFolder: 'The path leads to a file, not to a folder.',
  notAllowed: 'The system does not let Latchkey write in the folder.',
  readOnly: 'The drive can only be read.',
  full: 'The drive is full.',
  notVerified: 'What was written did not open again, so it was removed. The drive may be failing.',
  failed: 'Writing in the folder failed.',
};

const serverTroubles: Record<ServerTrouble | 'asking', string> = {
  asking: 'It has not answered yet.',
  offline: 'It does not answer. Check the network and the address; your codes work meanwhile.',
  notStarted: 'The trial of “npm start” is not running.',
  notLatchkey:
    'Something answers there, but no account server of Latchkey. Check the address in the settings.',
  appTooOld: 'It needs a newer Latchkey. Update Latchkey; your codes work meanwhile.',
  serverTooOld: 'It is older than this Latchkey. Ask whoever runs it to update it.',
};

const backupReasons = {
  gone: 'There is no file and no backup in the folder of this name.',
  notABackup: 'The file is no backup of Latchkey.',
  truncated: 'The file ends too early. It may not have been copied completely.',
  tampered: 'The file was changed after it was written.',
  newer: 'A newer Latchkey made it. Update Latchkey.',
} as const;

/**
 * What the terminal says in English: the shape of every language. What the contract's errors say stands in the
 * contract; this adds what to do about them here.
 */
export const en = {
  ...help,
  /** For dates. */
  locale: 'en-GB',
  account,
  doctor,
  sync,
  named,
  keychainTroubles,
  serverTroubles,
  backupTroubles,
  backupReasons,

  askNewPassphrase: 'New passphrase',
  askFilePassphrase: 'New passphrase for the file',
  askBackupPassphrase: 'Passphrase of the backup',
  askAgain: 'Repeat it',
  askPassphraseOf: (file: string) => `Passphrase of ${isolated(file)}`,
  exported: (written: number, entries: number) => `Written: ${written} of ${entries} entries.`,
  leftOut: (count: number) =>
    `${count} left out, since the vault has the key or the names. --same-secret and --same-name say what to do.`,
  askSecret: 'Set-up address or key',
  added: (entry: Named) => `Added: ${named(entry)}.`,
  changed: (entry: Named) => `Changed: ${named(entry)}.`,
  removed: (entry: Named, id: string) =>
    `Moved to Deleted for 30 days: ${named(entry)}. “latchkey rm --undo ${id}” brings it back.`,
  restored: (entry: Named) => `Brought back: ${named(entry)}.`,
  migration: 'This is an export of Google Authenticator, which latchkey import reads.',
  readingBrokeOff: 'Reading it broke off, perhaps for want of memory.',

  corrected: (ms: number) =>
    `Codes are made for ${seconds(Math.abs(ms))} ${ms > 0 ? 'after' : 'before'} this computer’s time (Settings, Clock).`,
  validFor: (entry: Named, ms: number) => `${named(entry)}: valid for ${seconds(ms)} more`,
  counted: (entry: Named, counter: number) => `${named(entry)}: code number ${counter}`,
  freshIn: (entry: Named, ms: number) => `${named(entry)}: the next code comes in ${seconds(ms)}`,
  copied: (entry: Named, clearAfter: number) =>
    clearAfter === 0
      ? `Copied: ${named(entry)}.`
      : `Copied: ${named(entry)}. It is cleared in ${clearAfter} s.`,
  nothingHere: 'There are no entries yet.',

  askPassphrase: 'Passphrase of the vault',
  again: 'That is not the passphrase.',
  openedOlder: 'The newest copy of the vault was damaged, so the one before it was opened.',

  errors: {
    noneMatches: (query: string) => `No entry matches “${isolated(query)}”.`,
    perhaps: 'Did you mean one of these?',
    severalMatch: (query: string, count: number) =>
      `${count} entries match “${isolated(query)}”. Say more of the name, or the start of the id:`,
    notANumber: 'It must be a whole number.',
    notRunning: 'No Latchkey is running for this data folder. Start it first.',
    tooLong: 'These are more words than a search takes.',
    vaultExists: 'There is a vault already.',
    nobody: 'nobody is here to ask',
    noNewPassphrase: 'the vault needs a passphrase, and nobody is here to ask; use --new-passphrase-file',
    noServer: 'No account server is set. The window’s settings name one, or LATCHKEY_SERVER does.',
    signedIn: (address: string) => `${isolated(address)} is signed in already.`,
    notSignedIn: 'The sign-in was not finished.',
    nobodySignsIn: 'signing in asks at a terminal, and nobody is here to ask',
    noSuchDevice: 'No trusted computer has an id that starts so.',
    severalDevices: 'Several trusted computers have ids that start so. Say more of it.',
    signInFirst: 'Nobody is signed in. “latchkey account sign-in” signs in.',
    nobodyChecks: 'the server asks for a second factor, and nobody is here to ask',
    nobodyConfirms: 'this has to be confirmed at a terminal, and nobody is here to ask',
    nobodyHasKit: 'the code of the recovery kit is asked for at a terminal, and nobody is here to ask',
    nobodyHasWords: 'the six words are asked for at a terminal, and nobody is here to ask',
    noSuchMember: 'None of these is called so, and no id starts so:',
    severalMembers: 'Several are called so, or have ids that start so. Say more of the id:',
    nothingToEdit: 'say what to change; latchkey edit --help shows what can be',
    settingsInAddress: 'the settings are part of the set-up address; latchkey edit changes them afterwards',
    noSource: 'say what to add: a picture, or - for the standard input',
    noPicture: 'The file is no picture. Latchkey reads PNG, JPEG, WebP, GIF and BMP.',
    pictureDamaged: 'The picture is damaged, or too large.',
    partOfSeveral: 'The QR code is one of several that belong together. latchkey import reads all of them.',
    nothingRead: 'No set-up code was found.',
    severalRead: (count: number) =>
      `There are ${count} set-up codes, and one is added at a time. latchkey import brings all of a file.`,
    noSuchFormat: (ids: readonly string[]) => `there is no such format; there are: ${ids.join(', ')}`,
    alreadyThere: 'There is something of this name. --force replaces it.',
    noFilePassphrase: 'the file needs a passphrase, and nobody is here to ask; use --file-passphrase-file',
    noBackupSecret:
      'the backup needs its passphrase or kit code; use --backup-passphrase-file or --recovery-code-file',
    differs: 'These two differ. Nothing was written.',
    severalFiles: 'this format makes several files; name a folder for them',
    fileNotWritten: (cause: string) => `The file can’t be written (${cause}).`,
    sourceTrouble: (file: string, reason: string) =>
      file === '' ? `${reason} Nothing was kept.` : `${isolated(file)}: ${reason} Nothing was kept.`,
    goneMeanwhile: 'The entry was deleted, or the vault was locked, in the meantime.',
    noClipboard: 'No clipboard can be reached from here. On Linux, install wl-clipboard or xclip.',
    clipboardFailed: 'The code could not be copied.',
    andMore: (count: number) => `… and ${count} more`,
    locked: 'The vault needs its passphrase, and nobody is here to ask. Use --passphrase-file.',
    absent: 'There is no vault yet. “latchkey init” makes one, and so does the window.',
    unwritable: (path: string) => `There is no vault yet, and none can be made at ${isolated(path)}.`,
    away: (path: string) =>
      `The vault at ${isolated(path)} leads to a drive or folder that is not connected. Nothing is lost.`,
    damaged: ({ path, reason }: Of<'damaged'>) =>
      `${isolated(path)}: ${damages[reason]} Nothing was changed.`,
    keyMissing: ({ outcome, backend, keptBy }: Of<'keyMissing'>) =>
      keptBy !== null && keptBy !== backend
        ? `The key was given to ${keptBy}, but now another keychain answers: ${backend}.`
        : keychainTroubles[outcome](backend),
    fileUnreadable: (cause: string) => `The file can’t be read (${cause}).`,
    noCommand: 'say what to do; latchkey --help shows what there is',
    interrupted: 'Stopped.',
    unexpected: 'Something went wrong inside Latchkey. The vault is not harmed by it.',
  },
  outputFailed: (cause: string) => `The output could not be written: ${cause}`,

  /** What to do about an error of the contract; the contract says what happened. */
  advice: {
    keychain: (outcome: 'absent' | 'locked' | 'denied' | 'unavailable') => {
      switch (outcome) {
        case 'absent':
          return 'It holds nothing for this vault.';
        case 'locked':
          return 'It is locked.';
        case 'denied':
          return 'It did not let Latchkey in.';
        case 'unavailable':
          return 'It does not answer.';
      }
    },
    screen: (cause: ScreenCause) => {
      switch (cause) {
        case 'permission':
          return 'The system does not let Latchkey see it.';
        case 'cancelled':
          return 'You called it off.';
        case 'ended':
          return 'The desktop refused.';
        case 'silent':
          return 'The desktop did not answer.';
        case 'unsupported':
          return 'There is none here that a command can read; the window can share one.';
        case 'failed':
          return 'The desktop gave no picture.';
      }
    },
    sameName: (entry: Named) => `It is ${named(entry)}. Say --replace or --keep-both.`,
    sameSecret: (entry: Named) => `It is ${named(entry)}. Say --correct or --keep-both.`,
    alreadyHere: (entry: Named) => `It is ${named(entry)}.`,
    range: ({ field, minimum, maximum }: { field: string; minimum: number; maximum: number }) =>
      `--${field} must be from ${minimum} to ${maximum}.`,
    wait: (ms: number) => `Try again in ${seconds(ms)}.`,
    atLeast: (characters: number) => `It needs at least ${characters} characters.`,
    group: (group: number) => `It is in group ${group}.`,
  },
} as const;

type Same<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : Same<T[K]>;
};

/** What every language says in the terminal. */
export type Words = Same<typeof en>;

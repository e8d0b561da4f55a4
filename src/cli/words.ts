/**
 * What the terminal says, in English. Another language is another object of this shape. What the contract's
 * errors say stands in the contract; this adds what to do about them here.
 */
import { isolated } from '../contract/plain-line.ts';
import type { VaultState } from '../contract/vault.ts';
import type { OtpauthRefusalCode } from '../core/otpauth/parsed.ts';
import { problemKinds } from '../core/transfer/problem.ts';

type Of<State extends VaultState['state']> = Extract<VaultState, { state: State }>;

interface Named {
  readonly issuer: string;
  readonly account: string;
}

/** An entry's name in a sentence. */
export function nameOf({ issuer, account }: Named): string {
  if (issuer !== '' && account !== '') return `${isolated(issuer)} (${isolated(account)})`;
  return isolated(issuer || account) || 'the entry without a name';
}

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

export const words = {
  about: 'Your one-time codes in the terminal. It shares vault and keychain with the window.',
  more: 'A QUERY is words of an entry’s issuer and account, as in the window’s search, or the start of its id.',
  exits: 'It ends with:',
  options: {
    passphraseFile: 'read the vault’s passphrase from the first line of a file',
    help: 'show this help',
    helpCommand: 'show the help of a command',
    version: 'show the version',
    json: 'print JSON',
  },
  query: 'words of an entry’s names, or the start of its id',
  code: {
    about: 'print the code of one entry',
    more: 'For an entry with a counter, this is the next code: the vault counts on before it is printed.',
    copy: 'copy the code instead of printing it; it is cleared after the time that the settings say',
    wait: 'wait for the next code, which nobody has seen yet',
  },
  list: {
    about: 'list entries: issuer, account and id, separated by tabs where no person reads them',
    deleted: 'list what is in Deleted',
  },

  show: {
    about: 'show how the codes of one entry are made',
    secret: 'print its secret instead, as sites print it',
    uri: 'print its set-up address, which holds the secret',
    qr: 'draw the QR code that another device can scan',
    more: 'Where the vault has a passphrase, the last three ask for it, even if the keychain opened the vault.',
  },
  add: {
    about: 'add one entry; it prints the id',
    source: 'a picture with a QR code, a set-up address, or - for the standard input',
    steam: 'it makes codes of Steam Guard',
    correct: 'if the secret is in the vault, that entry takes these settings and names',
    replace: 'if an entry has these names, this one takes its place; the other goes to Deleted',
    keepBoth: 'keep what is in the vault, and this beside it',
    more:
      'Without a source, it reads a set-up address or a secret from the standard input, or asks for it without\n' +
      'showing it. An address on the command line stays in the history of the shell.',
  },
  edit: {
    about: 'change the names of one entry, or how its codes are made',
    pin: 'show it first in the window',
    unpin: 'show it among the others again',
  },
  settings: {
    issuer: 'the site or organisation',
    account: 'the name of the account there',
    type: 'how codes are made',
    algorithm: 'the hash function',
    digits: 'how long a code is',
    period: 'how long a code is valid',
    counter: 'the counter of the next code',
  },
  remove: {
    about: 'move one entry to Deleted, where it stays for 30 days',
    undo: 'bring it back from there',
  },
  unlock: {
    about: 'check what opens the vault; no key is kept between two commands',
    byKeychain: (backend: string) => `The keychain (${backend}) opens the vault. Nothing is asked.`,
    byPassphrase: 'That is the passphrase. The command keeps no key: the next one asks again.',
  },
  lock: {
    about: 'say what is open',
    nothing:
      'The command keeps no key between two runs, so nothing of it is open. An open window locks with Ctrl+L.',
  },

  askSecret: 'Set-up address or secret',
  added: (entry: Named) => `Added: ${nameOf(entry)}.`,
  changed: (entry: Named) => `Changed: ${nameOf(entry)}.`,
  removed: (entry: Named, id: string) =>
    `Moved to Deleted for 30 days: ${nameOf(entry)}. “latchkey rm --undo ${id}” brings it back.`,
  restored: (entry: Named) => `Brought back: ${nameOf(entry)}.`,
  /** The terminal's messages of core/transfer say the same of an item. */
  refusal: (code: OtpauthRefusalCode) =>
    code === 'MIGRATION'
      ? 'This is an export of Google Authenticator, which latchkey import reads.'
      : `${problemKinds[code].message}.`,

  validFor: (entry: Named, ms: number) => `${nameOf(entry)}: valid for ${seconds(ms)} more`,
  counted: (entry: Named, counter: number) => `${nameOf(entry)}: code number ${counter}`,
  freshIn: (entry: Named, ms: number) => `${nameOf(entry)}: the next code comes in ${seconds(ms)}`,
  copied: (entry: Named, clearAfter: number) =>
    clearAfter === 0
      ? `Copied: ${nameOf(entry)}.`
      : `Copied: ${nameOf(entry)}. It is cleared in ${clearAfter} s.`,
  nothingHere: 'There are no entries yet.',

  askPassphrase: 'Passphrase of the vault',
  again: 'That is not the passphrase.',
  openedOlder: 'The newest copy of the vault was damaged, so the one before it was opened.',

  errors: {
    noneMatches: (query: string) => `No entry matches “${isolated(query)}”.`,
    severalMatch: (query: string, count: number) =>
      `${count} entries match “${isolated(query)}”. Say more of the name, or the start of the id:`,
    notANumber: 'It must be a whole number.',
    nothingToEdit: 'say what to change; latchkey edit --help shows what can be',
    settingsInAddress: 'the settings are part of the set-up address; latchkey edit changes them afterwards',
    noSource: 'say what to add: a picture, or - for the standard input',
    noPicture: 'The file is no picture. Latchkey reads PNG, JPEG, WebP, GIF and BMP.',
    pictureDamaged: 'The picture is damaged, or too large.',
    partOfSeveral: 'The QR code is one of several that belong together. latchkey import reads all of them.',
    nothingRead: 'No set-up code is to be seen in it.',
    severalRead: (count: number) => `It holds ${count} set-up codes. latchkey import brings several.`,
    goneMeanwhile: 'The entry was deleted, or the vault was locked, in the meantime.',
    noClipboard: 'No clipboard can be reached from here. On Linux, install wl-clipboard or xclip.',
    clipboardFailed: 'The clipboard did not take the code.',
    andMore: (count: number) => `… and ${count} more`,
    locked: 'The vault needs its passphrase, and nobody is here to ask. Use --passphrase-file.',
    absent: 'There is no vault yet. Open Latchkey once to make one.',
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
    sameName: (entry: Named) => `It is ${nameOf(entry)}. Say --replace or --keep-both.`,
    sameSecret: (entry: Named) => `It is ${nameOf(entry)}. Say --correct or --keep-both.`,
    alreadyHere: (entry: Named) => `It is ${nameOf(entry)}.`,
    range: ({ field, minimum, maximum }: { field: string; minimum: number; maximum: number }) =>
      `--${field} must be from ${minimum} to ${maximum}.`,
    wait: (ms: number) => `Try again in ${seconds(ms)}.`,
  },
} as const;

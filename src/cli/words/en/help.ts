import type { Exit } from '../../exits.ts';

const titles: Record<string, string> = {};

/** What the help of each command says. */
export const help = {
  about: 'Your one-time codes in the terminal. It shares vault and keychain with the window.',
  more: 'A QUERY is words of an entry’s issuer and account, as in the window’s search, or the start of its id.',
  exits: 'It ends with:',
  exitMeanings: {
    done: 'It is done.',
    failed: 'It could not be done; nothing was changed.',
    usage: 'The command line is not right.',
    none: 'No entry matches.',
    several: 'Several entries match where one is needed.',
    locked: 'The passphrase is missing or wrong.',
    closed: 'There is no vault, or nothing here can open it.',
    notRunning: 'No Latchkey is running whose window could be shown.',
    interrupted: 'Ctrl-C ended it; a change was made whole or not at all.',
  } satisfies Record<Exit, string>,
  /** Commander's own titles and remarks, by what it calls them; English needs none. */
  titles,
  /** What Commander says of a command line that makes no sense. */
  usage: (english: string) => english,
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
    secret: 'print its key instead, as sites print it',
    uri: 'print its set-up address, which holds the key',
    qr: 'draw the QR code that another device can scan',
    more: 'Where the vault has a passphrase, the last three ask for it, even if the keychain opened the vault.',
  },
  add: {
    about: 'add one entry; it prints the id',
    source: 'a picture with a QR code, a set-up address, or - for the standard input',
    steam: 'it makes codes of Steam Guard',
    correct: 'if the key is in the vault, that entry takes these settings and names',
    replace: 'if an entry has these names, this one takes its place; the other goes to Deleted',
    keepBoth: 'keep what is in the vault, and this beside it',
    more:
      'Without a source, it reads a set-up address or a key from the standard input, or asks for it without\n' +
      'showing it. An address on the command line stays in the history of the shell.',
  },
  scan: {
    about: 'add the set-up code that stands on the screen; it prints the id',
    more: 'The desktop may ask you first. One set-up code is added: leave one on the screen, or scan them in the window.',
  },
  edit: {
    about: 'change the names of one entry, or how its codes are made',
    pin: 'show it first in the window',
    unpin: 'show it among the others again',
  },
  import: {
    about: 'bring entries from exports of other authenticators, in one write of the vault',
    files: 'exports, pictures with QR codes, or - for the standard input',
    dryRun: 'print what each would become, and keep nothing',
    replaceAll: 'move all entries to Deleted and put these in their place',
    sameSecret: 'what becomes of one whose key is in the vault with other settings or names',
    sameName: 'what becomes of one whose names are in the vault with another key',
    passphraseFile: 'read the passphrase of the files from the first line of a file',
  },
  export: {
    about: 'write entries to a file for another application; it prints the path',
    format: 'the format; a wrong one names those that there are',
    out: 'the file, a folder for a set of pictures, or - for the standard output',
    only: 'only entries that these words match',
    force: 'replace a file that is there',
    passphraseFile: 'read the new passphrase of the file from the first line of another one',
  },
  backup: {
    about: 'make a backup now, as the window’s settings say; it prints the name',
    list: 'list the backups in the folder: name, time and bytes',
    more: 'The window sets up the folder and what protects the backups.',
  },
  restore: {
    about: 'bring back what a backup holds; what is in the vault stays',
    backup: 'the name of one in the folder, a file, or - for the standard input',
    dryRun: 'print what each entry of it would become, and change nothing',
    replaceAll: 'make the list what it was then; what is only here now goes to Deleted',
    passphraseFile: 'read the passphrase of its time from the first line of a file',
    codeFile: 'read the code of the recovery kit of its time from the first line of a file',
  },
  init: {
    about: 'make the first vault, and offer a recovery kit',
    protection: 'what opens it; left out: the keychain, or a passphrase where there is none',
    passphraseFile:
      'read the new passphrase from the first line of a file; beside the keychain, a second way in',
    more: 'You enter the passphrase twice; it is not shown. It can’t be reset.',
    noKeychain: (backend: string) =>
      `No keychain can be used here (${backend}), so a passphrase protects your codes.`,
    byKeychain: (path: string, backend: string) => `Made: ${path}. The keychain (${backend}) opens it.`,
    byPassphrase: (path: string) => `Made: ${path}. Its passphrase opens it; nobody can reset it.`,
    kitIs:
      'A recovery kit is a code on paper that opens the vault when the keychain or the passphrase is gone.',
    askKit: 'Make one now?',
    kitLater: 'The window makes one at any time (Settings, Recovery).',
    kitTitle: (vault: string, made: string) => `Latchkey recovery kit, vault ${vault}, made on ${made}`,
    kitShown:
      'Write it on paper, and keep that away from the computer. The code is shown this once; clear the terminal then.',
    askGroup: (group: number) => `Group ${group}, from the paper`,
    kitAgain: 'That is not the group on the page.',
    kitChecked: 'The page is right. Put it in a safe place.',
  },
  windows: {
    toggle: 'show the quick find of the running Latchkey, or hide it if it has the focus',
    toggleMore: 'Bind this to keys in the desktop’s own settings where Latchkey can’t register a shortcut.',
    search: 'show the window of the running Latchkey, with its list filtered',
    words: 'what to filter by',
  },
  completion: {
    about: 'print what a shell loads to complete commands, options and names of entries',
    shell: 'bash, zsh or fish',
    more:
      'bash: latchkey completion bash > ~/.local/share/bash-completion/completions/latchkey\n' +
      'zsh:  latchkey completion zsh > _latchkey, in a folder of $fpath\n' +
      'fish: latchkey completion fish > ~/.config/fish/completions/latchkey.fish\n' +
      'Names are completed while the keychain opens the vault; a completion never asks for a passphrase.',
  },
  manual: {
    about: 'print the manual page, for “latchkey manual | man -l -”',
    name: 'one-time codes in the terminal',
    nameTitle: 'NAME',
    synopsis: 'SYNOPSIS',
    command: 'command',
    options: 'options',
    description: 'DESCRIPTION',
    commands: 'COMMANDS',
    exits: 'EXIT STATUS',
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
} as const;

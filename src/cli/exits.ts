/** How the command ends: for scripts, for the help and for the manual. */
export const exits = {
  done: { code: 0, meaning: 'It is done.' },
  failed: { code: 1, meaning: 'It could not be done; nothing was changed.' },
  usage: { code: 2, meaning: 'The command line makes no sense.' },
  none: { code: 3, meaning: 'No entry matches.' },
  several: { code: 4, meaning: 'Several entries match where one is needed.' },
  locked: { code: 5, meaning: 'The passphrase is missing or wrong.' },
  closed: { code: 6, meaning: 'There is no vault, or nothing here can open it.' },
  interrupted: { code: 130, meaning: 'Ctrl-C ended it; a change was made whole or not at all.' },
} as const;

export type Exit = keyof typeof exits;

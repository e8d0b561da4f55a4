/** Imports and exports: what happened; what was not changed and what to do. */
export const transferErrors = {
  IMPORT_GONE: {
    title: 'This import is over',
    text: 'Latchkey forgets what it read when the vault closes, and after 15 minutes. Nothing was kept. Read the file again.',
  },
  IMPORT_FULL: {
    title: 'This is too much for one import',
    text: 'One import holds up to {{limit, number}} entries. What was read before is still there. Import in several steps.',
  },
  SOURCE_NOT_LOCKED: {
    title: 'This file needs no passphrase any more',
    text: 'It was read, or it can’t be read at all. Nothing was changed.',
  },
  SOURCE_UNREADABLE: { title: 'This file could not be read', text: '{{transferReason}} Nothing was kept.' },
  ROW_HAS_NO_SECRET: { title: 'Nothing could be read here', text: 'This row has no key to show.' },
  ROW_MAKES_NO_CODE: {
    title: 'This makes no codes in Latchkey',
    text: 'It can be kept with the unreadable entries, so that it is not lost.',
  },
  EXPORT_EMPTY: { title: 'There is nothing to export', text: 'No entry was chosen, or they are gone.' },
  EXPORT_FAILED: { title: 'The file could not be made', text: '{{transferReason}} Nothing was written.' },
} as const;

/** Why a file gives nothing, or why none was made. */
export const transferReasons = {
  UNKNOWN_FORMAT: 'Latchkey does not know this kind of file.',
  UNKNOWN_OR_ENCRYPTED:
    'Latchkey does not know this kind of file. If a passphrase protects it, that may open it.',
  NOTHING_FOUND: 'It holds no one-time codes.',
  PASSPHRASE_MISSING: 'It is encrypted and needs its passphrase.',
  PASSPHRASE_WRONG:
    'That passphrase does not open it. Check Caps Lock and the keyboard layout, and try again.',
  DAMAGED: 'It is damaged or cut short. Export it again in the other application.',
  TOO_LARGE: 'It holds more than Latchkey reads at once.',
  TOO_COSTLY: 'Opening it takes more memory or time than Latchkey can spare here.',
  NEWER_VERSION: 'A newer version of the other application wrote it. Update Latchkey.',
  ACCOUNT_RESTRICTED:
    'Only the account that made this export can open it. Export again, protected by a password instead.',
  KEY_FILE_NEEDED:
    'This database also needs a key file or a hardware key. Save a copy that a password opens.',
  CIPHER_UNSUPPORTED: 'Its cipher is one that Latchkey does not read. Save a copy with AES or ChaCha20.',
  VERSION_UNSUPPORTED:
    'Its version is too old. Open and export it with a current version of the application.',
  NO_PASSWORD_SLOT: 'Only the device that made it can open it. Set a password there and export again.',
  FORMAT_NOT_WRITTEN: 'Latchkey does not write this kind of file.',
  READER_FAILED: 'Reading it broke off, perhaps for want of memory. Close other programs and try again.',
} as const;

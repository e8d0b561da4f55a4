/**
 * Why a file gives nothing at all, or why nothing was written. A file that gives something never throws: what is
 * wrong with one item is one of the reading's problems.
 */
export const transferErrors = {
  UNKNOWN_FORMAT: 'This is no file that Latchkey can read',
  UNKNOWN_OR_ENCRYPTED: 'This is no file that Latchkey can read, unless a passphrase opens it',
  NOTHING_FOUND: 'This file holds no one-time codes',
  PASSPHRASE_MISSING: 'This file is encrypted: it needs its passphrase',
  PASSPHRASE_WRONG: 'The passphrase does not open this file',
  DAMAGED: 'This file is damaged or cut short',
  TOO_LARGE: 'This file holds more than Latchkey reads at once',
  TOO_COSTLY: 'Opening this file would take more memory or time than Latchkey allows',
  NEWER_VERSION: 'A newer version of the application wrote this file',
  ACCOUNT_RESTRICTED: 'Only the account that made this export can open it: export again with a password',
  KEY_FILE_NEEDED: 'This database also needs a key file or a hardware key',
  CIPHER_UNSUPPORTED: 'This database uses a cipher that Latchkey does not read',
  VERSION_UNSUPPORTED: 'Latchkey does not read this old version of the format',
  NO_PASSWORD_SLOT: 'Only the device that made this file can open it: no password is set for it',
  FORMAT_NOT_WRITTEN: 'Latchkey does not write this format',
} as const;
export type TransferErrorCode = keyof typeof transferErrors;

/** A file that can't be read or written. Its message holds nothing from the file. */
export class TransferError extends Error {
  override readonly name = 'TransferError';
  readonly code: TransferErrorCode;

  /** @param message in place of the code's own, where a format can say more */
  constructor(code: TransferErrorCode, message: string = transferErrors[code]) {
    super(message);
    this.code = code;
  }
}

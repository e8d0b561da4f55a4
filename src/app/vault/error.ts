import { Failure } from '../failure.ts';
import type { KeychainRead } from '../ports.ts';

interface ErrorData {
  VAULT_NOT_OPEN: undefined;
  VAULT_READ_ONLY: undefined;
  VAULT_WRITE_FAILED: { reason: string };
  VAULT_EXISTS: undefined;
  VAULT_OPEN: undefined;
  VAULT_ABSENT: undefined;
  KEYCHAIN_FAILED: { outcome: Exclude<KeychainRead['outcome'], 'found'> };
  PASSPHRASE_TOO_SHORT: { minimum: number };
  PASSPHRASE_TOO_WEAK: undefined;
  PASSPHRASE_WRONG: undefined;
  PASSPHRASE_WAIT: { waitMs: number };
  PASSPHRASE_NOT_SET: undefined;
  PASSPHRASE_NEEDED: undefined;
  KIT_TYPO: { group: number };
  KIT_LENGTH: { characters: number; expected: number };
  KIT_WRONG: undefined;
  KIT_NOT_MADE: undefined;
}

export type VaultErrorCode = keyof ErrorData;

/** One of the contract's error codes with its data. */
export type VaultFailure = {
  [Code in VaultErrorCode]: { code: Code; data: ErrorData[Code] };
}[VaultErrorCode];

/** A failure of the vault; in `failure`, code and data belong together. */
export class VaultError extends Failure {
  override readonly name = 'VaultError';
  readonly failure: VaultFailure;
  declare readonly code: VaultErrorCode;

  /** `cause` must hold nothing secret: it may end up in a log. */
  constructor(failure: VaultFailure, cause?: unknown) {
    super(failure.code, failure.data, cause);
    this.failure = failure;
  }
}

/** A failure without data beyond its code. */
export function vaultError(
  code: { [Code in VaultErrorCode]: ErrorData[Code] extends undefined ? Code : never }[VaultErrorCode],
): VaultError {
  return new VaultError({ code, data: undefined });
}

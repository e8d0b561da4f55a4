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
  PASSPHRASE_WRONG: undefined;
  PASSPHRASE_WAIT: { waitMs: number };
  PASSPHRASE_NOT_SET: undefined;
}

export type VaultErrorCode = keyof ErrorData;

/** A code of the contract with the contract's data for it. */
export type VaultFailure = {
  [Code in VaultErrorCode]: { code: Code; data: ErrorData[Code] };
}[VaultErrorCode];

/** What a caller of the vault is expected to handle: `failure` is the contract's code and data. */
export class VaultError extends Error {
  override readonly name = 'VaultError';
  readonly failure: VaultFailure;

  /** `cause` must hold nothing secret: it may end up in a log. */
  constructor(failure: VaultFailure, cause?: unknown) {
    super(`vault: ${failure.code}`, cause === undefined ? undefined : { cause });
    this.failure = failure;
  }

  get code(): VaultErrorCode {
    return this.failure.code;
  }

  get data(): VaultFailure['data'] {
    return this.failure.data;
  }
}

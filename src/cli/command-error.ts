import type { Exit } from './exits.ts';

/** What can go wrong in the terminal alone, and how the command then ends. The contract has its own codes. */
export const commandErrors = {
  USAGE: 'usage',
  FILE_UNREADABLE: 'failed',
  FILE_NOT_WRITTEN: 'failed',
  INPUT_INVALID: 'failed',
  CLIPBOARD_UNAVAILABLE: 'failed',
  TROUBLE_FOUND: 'failed',
  NOT_RUNNING: 'notRunning',
  VAULT_EXISTS: 'failed',
  NO_SERVER: 'failed',
  SIGNED_IN: 'failed',
  NOT_SIGNED_IN: 'failed',
  DEVICE_NOT_FOUND: 'failed',
  SYNC_NOT_ON: 'failed',
  SYNC_ON: 'failed',
  SYNC_TROUBLE: 'failed',
  MEMBER_NOT_FOUND: 'failed',
  ENTRY_NOT_FOUND: 'none',
  ENTRY_AMBIGUOUS: 'several',
  VAULT_LOCKED: 'locked',
  VAULT_ABSENT: 'closed',
  VAULT_UNWRITABLE: 'closed',
  VAULT_AWAY: 'closed',
  VAULT_DAMAGED: 'closed',
  KEY_MISSING: 'closed',
  INTERRUPTED: 'interrupted',
} as const satisfies Record<string, Exit>;

export type CommandErrorCode = keyof typeof commandErrors;

/** What a person asked wrongly, or what is in the way. Its words hold no secret and nothing from a file. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly code: CommandErrorCode;
  /** Lines to print below the message: the entries to choose from. */
  readonly more: readonly string[];

  constructor(code: CommandErrorCode, message: string, more: readonly string[] = []) {
    super(message);
    this.code = code;
    this.more = more;
  }
}

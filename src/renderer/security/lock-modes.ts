import type { LockMode } from '../../contract/vault.ts';

/** The lock modes in the order offered, the simplest first. */
export const lockModes = ['session', 'passphrase', 'both'] as const satisfies readonly LockMode[];

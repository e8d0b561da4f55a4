/** What the person proves before secrets leave the vault. */
import type { z } from 'zod';
import { textLimits } from './limits.ts';
import { text } from './text.ts';
import { keychainErrors, kitCodeErrors, passphraseErrors, vaultErrors } from './vault-errors.ts';

/**
 * The person's proof. Where the vault has a passphrase: that, or the recovery kit's code. Where only the keychain
 * opens it, neither: the keychain is asked for the key again, and asks the person if it is set to.
 */
export const proof = {
  current: text(textLimits.passphrase).optional(),
  kitCode: text(textLimits.recoveryCode).optional(),
};
export type Proof = z.infer<z.ZodObject<typeof proof>>;

export const proofErrors = {
  VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN,
  ...passphraseErrors,
  ...keychainErrors,
  ...kitCodeErrors,
} as const;

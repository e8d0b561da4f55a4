import { passphraseMinimum, textLength } from '../../contract/limits.ts';
import { plainPassword } from '../../core/spelling.ts';
import { VaultError, vaultError } from '../vault/error.ts';

/**
 * Rejects a new passphrase that is too short or easy to guess. Existing passphrases are never checked and keep
 * working.
 *
 * @throws VaultError PASSPHRASE_TOO_SHORT, PASSPHRASE_TOO_WEAK
 */
export async function checkNewPassphrase(typed: string): Promise<void> {
  const passphrase = plainPassword(typed);
  if (textLength(passphrase) < passphraseMinimum) {
    throw new VaultError({ code: 'PASSPHRASE_TOO_SHORT', data: { minimum: passphraseMinimum } });
  }
  // Loading its word lists takes a second, which must not delay the start.
  const { judgeGuessing } = await import('../../contract/passwords/guessing.ts');
  if (judgeGuessing(passphrase).isGuessable) throw vaultError('PASSPHRASE_TOO_WEAK');
}

import { passphraseMinimum, textLength } from '../../contract/limits.ts';
import { plainPassword } from '../../core/spelling.ts';
import { VaultError, vaultError } from '../vault/error.ts';

/**
 * Refuses a passphrase that is being chosen when it is short or easy to guess. What was chosen before is never asked:
 * it opens what it opened.
 *
 * @throws VaultError PASSPHRASE_TOO_SHORT, PASSPHRASE_TOO_WEAK
 */
export async function checkNewPassphrase(typed: string): Promise<void> {
  const passphrase = plainPassword(typed);
  if (textLength(passphrase) < passphraseMinimum) {
    throw new VaultError({ code: 'PASSPHRASE_TOO_SHORT', data: { minimum: passphraseMinimum } });
  }
  // Its word lists take a second to load, which no start should wait for.
  const { judgeGuessing } = await import('../../contract/passwords/guessing.ts');
  if (judgeGuessing(passphrase).isGuessable) throw vaultError('PASSPHRASE_TOO_WEAK');
}

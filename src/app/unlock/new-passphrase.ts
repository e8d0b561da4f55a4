import { passphraseMinimum, textLength } from '../../contract/limits.ts';
import { plainPassword } from '../../core/spelling.ts';
import { Failure } from '../failure.ts';

/**
 * Rejects a new passphrase that is too short or easy to guess. Existing passphrases are never checked and keep
 * working.
 *
 * @throws Failure PASSPHRASE_TOO_SHORT, PASSPHRASE_TOO_WEAK
 */
export async function checkNewPassphrase(typed: string): Promise<void> {
  const passphrase = plainPassword(typed);
  if (textLength(passphrase) < passphraseMinimum) {
    throw new Failure('PASSPHRASE_TOO_SHORT', { minimum: passphraseMinimum });
  }
  // Loading its word lists takes a second, which must not delay the start.
  const { judgeGuessing } = await import('../../contract/passwords/guessing.ts');
  if (judgeGuessing(passphrase).isGuessable) throw new Failure('PASSPHRASE_TOO_WEAK');
}

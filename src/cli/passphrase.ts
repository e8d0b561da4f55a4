import { ORPCError } from '@orpc/client';
import { askHidden } from './ask.ts';
import { CommandError } from './command-error.ts';
import { firstLineOf } from './files.ts';
import { streams } from './streams.ts';
import { words } from './words.ts';

/** Where the vault's passphrase comes from. */
export interface PassphraseSource {
  /** A file that holds it; undefined: the person at the terminal is asked. */
  readonly passphraseFile: string | undefined;
  readonly signal: AbortSignal;
}

/** How often a person may mistype. */
const tries = 3;

/**
 * Tries the vault's passphrase, and asks a person again who has mistyped it.
 * @throws CommandError VAULT_LOCKED if nobody can be asked, FILE_UNREADABLE; what `attempt` throws
 */
export async function withPassphrase<T>(
  { passphraseFile, signal }: PassphraseSource,
  attempt: (passphrase: string) => Promise<T>,
): Promise<T> {
  if (passphraseFile !== undefined) return attempt(await firstLineOf(passphraseFile));
  const nobody = new CommandError('VAULT_LOCKED', words.errors.locked);
  for (let left = tries; ; left -= 1) {
    const passphrase = await askHidden(words.askPassphrase, signal, nobody);
    try {
      return await attempt(passphrase);
    } catch (error) {
      const isWrong = error instanceof ORPCError && error.code === 'PASSPHRASE_WRONG';
      if (!isWrong || left === 1) throw error;
      streams.say(words.again);
    }
  }
}

import { ORPCError } from '@orpc/client';
import { ask } from './ask.ts';
import { CommandError } from './command-error.ts';
import { firstLineOf } from './files.ts';
import { streams } from './streams.ts';
import { words } from './words/words.ts';

/** Where the vault's passphrase comes from. */
export interface PassphraseSource {
  /** A file that holds it; undefined: the person at the terminal is asked. */
  readonly passphraseFile: string | undefined;
  readonly signal: AbortSignal;
}

/**
 * Tries the vault's passphrase, and asks a person again who has mistyped it.
 * @throws CommandError VAULT_LOCKED if nobody can be asked, FILE_UNREADABLE; what `attempt` throws
 */
export async function withPassphrase<T>(
  { passphraseFile, signal }: PassphraseSource,
  attempt: (passphrase: string) => Promise<T>,
): Promise<T> {
  if (passphraseFile !== undefined) return attempt(await firstLineOf(passphraseFile));
  const asked = { signal, whenNobody: new CommandError('VAULT_LOCKED', words.errors.locked) };
  return untilRight('PASSPHRASE_WRONG', words.again, async () =>
    attempt(await ask.hidden(words.askPassphrase, asked)),
  );
}

/** How often a person may mistype. */
const tries = 3;

/**
 * Asks again where what was typed is wrong.
 * @param codes the contract's errors that say so
 * @param again what to say then
 * @throws what `attempt` throws, at the latest the third time
 */
export async function untilRight<T>(
  codes: string | readonly string[],
  again: string | ((error: unknown) => Promise<string>),
  attempt: () => Promise<T>,
): Promise<T> {
  for (let left = tries; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof ORPCError && [codes].flat().includes(error.code)) || left === 1) throw error;
      streams.say(typeof again === 'string' ? again : await again(error));
    }
  }
}

/**
 * A new passphrase: out of a file, or typed twice.
 * @param nobody what to say where nobody can be asked
 * @throws CommandError FILE_UNREADABLE, USAGE, INPUT_INVALID if the two differ
 */
export async function newPassphrase(
  { passphraseFile, signal }: PassphraseSource,
  message: string,
  nobody: string,
): Promise<string> {
  if (passphraseFile !== undefined) return firstLineOf(passphraseFile);
  const asked = { signal, whenNobody: new CommandError('USAGE', nobody) };
  const typed = await ask.hidden(message, asked);
  if (typed !== (await ask.hidden(words.askAgain, asked))) {
    throw new CommandError('INPUT_INVALID', words.errors.differs);
  }
  return typed;
}

import process from 'node:process';
import { text as textOf } from 'node:stream/consumers';
import type { KitSource } from '../contract/recovery.ts';
import type { SyncMember } from '../contract/sync.ts';
import { ask } from './ask.ts';
import { CommandError } from './command-error.ts';
import { untilRight } from './passphrase.ts';
import type { Latchkey } from './run.ts';
import { withFreshFactor } from './step-up.ts';
import { words } from './words/words.ts';

/** Asks before something that nothing takes back. @throws CommandError INTERRUPTED unless the person says yes, USAGE where nobody can be asked */
export async function confirm({ signal }: Latchkey, question: string): Promise<void> {
  const whenNobody = new CommandError('USAGE', words.errors.nobodyConfirms);
  if (!(await ask.yes(question, { signal, whenNobody })))
    throw new CommandError('INTERRUPTED', words.errors.interrupted);
}

/** Asks for the code of a recovery kit, without showing it, and for a fresh check where the call needs one. */
export async function withKitCode(
  latchkey: Latchkey,
  call: (code: KitSource) => Promise<unknown>,
): Promise<void> {
  const whenNobody = new CommandError('USAGE', words.errors.nobodyHasKit);
  await untilRight(['KIT_TYPO', 'KIT_LENGTH', 'KIT_WRONG', 'SYNC_KIT_UNKNOWN'], describedText, async () => {
    const text = await ask.hidden(words.sync.askKit, { signal: latchkey.signal, whenNobody });
    await withFreshFactor(latchkey, () => call({ from: 'text', text }));
  });
}

/** Lets the computer in whose words are typed, piped, or on the screen. @throws the errors of `sync.add` */
export async function addComputer(
  latchkey: Latchkey,
  { screen }: { readonly screen?: true },
): Promise<SyncMember> {
  const add = (source: KitSource) =>
    withFreshFactor(latchkey, () => latchkey.client.sync.add({ words: source }));
  if (screen === true) return add({ from: 'screen' });
  if (!process.stdin.isTTY) return add({ from: 'text', text: (await textOf(process.stdin)).trim() });
  const whenNobody = new CommandError('USAGE', words.errors.nobodyHasWords);
  return untilRight(['JOIN_WORD_UNKNOWN', 'JOIN_WORDS_COUNT', 'JOIN_NOT_ASKED'], describedText, async () => {
    const text = await ask.text(words.sync.askWords, { signal: latchkey.signal, whenNobody });
    return add({ from: 'text', text });
  });
}

async function describedText(error: unknown): Promise<string> {
  const { describe } = await import('./describe.ts');
  return (await describe(error)).text;
}

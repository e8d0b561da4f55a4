import { setTimeout } from 'node:timers/promises';
import { ORPCError } from '@orpc/client';
import { CommandError } from './command-error.ts';
import { drawQr } from './draw-qr.ts';
import type { Client } from './host.ts';
import { present } from './present.ts';
import type { Latchkey } from './run.ts';
import { streams } from './streams.ts';
import { lookedAt, requireNoTrouble, requireOff, troubleText, type SyncOn } from './sync-state.ts';
import { words } from './words/words.ts';

/** As often as a window asks, in ms; its own number is in a file that each command would then load apart. */
const lookAgainMs = 3_000;

/**
 * Shows six words and their QR code, and waits until a computer that is in lets this one in. Whatever ends it before takes
 * the request back.
 * @throws CommandError SYNC_ON, NOT_SIGNED_IN, SYNC_TROUBLE; the errors of `sync.join`
 */
export async function joinByWords(latchkey: Latchkey): Promise<SyncOn> {
  const { client, signal, takesBack } = latchkey;
  const before = await lookedAt(client);
  if (before.stage !== 'waiting') requireOff(before);
  takesBack(() => takeBack(client));
  try {
    // What an earlier run left behind is shown again: it may be at another computer already.
    if (before.stage === 'off') await client.sync.join();
    await show(client);
    return await untilIn(client, signal);
  } catch (error) {
    if (!signal.aborted) await takeBack(client);
    throw error;
  }
}

async function show(client: Client): Promise<void> {
  const view = await present(await client.sync.watch());
  if (view.stage !== 'waiting') return;
  streams.say(words.sync.typeThem);
  streams.print(view.words.join(' '));
  if (streams.isForPerson) await drawQr(view.qrText);
  streams.say(words.sync.waits);
}

async function untilIn(client: Client, signal: AbortSignal): Promise<SyncOn> {
  let said = '';
  for (;;) {
    const view = await lookedAt(client);
    if (view.stage === 'on') return view;
    // Somebody took it back at the window.
    if (view.stage === 'off') throw new CommandError('SYNC_NOT_ON', words.sync.notOn.off);
    if (view.trouble !== null) {
      if (view.trouble.next !== 'wait') requireNoTrouble(view.trouble);
      const text = troubleText(view.trouble);
      if (text !== said) streams.say(text);
      said = text;
    }
    await setTimeout(lookAgainMs, undefined, { signal });
  }
}

async function takeBack(client: Client): Promise<void> {
  try {
    await client.sync.cancel();
    streams.say(words.sync.tookBack);
  } catch (error) {
    // Nothing waits: it was let in meanwhile, or the words were not made yet.
    if (!(error instanceof ORPCError && error.code === 'SYNC_STEP')) throw error;
  }
}

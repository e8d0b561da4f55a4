import type { SyncTrouble, SyncView } from '../contract/sync.ts';
import { CommandError } from './command-error.ts';
import type { Client } from './host.ts';
import { present } from './present.ts';
import { words } from './words/words.ts';

/** This computer is in. */
export type SyncOn = Extract<SyncView, { stage: 'on' }>;

/**
 * How sync stands, after a look at the service, as nothing looks by itself in a terminal. Where that fails, `trouble` says
 * why.
 * @throws what the look ends in, if the state does not show it
 */
export async function lookedAt(client: Client): Promise<SyncView> {
  const failed = await client.sync.look().then(
    () => null,
    (error: unknown) => ({ error }),
  );
  const view = await present(await client.sync.watch());
  // Nothing is to be looked at then.
  if (failed === null || view.stage === 'off' || view.trouble !== null) return view;
  throw failed.error;
}

/** The state of a computer that is in. @throws CommandError SYNC_NOT_ON; as `lookedAt` */
export async function lookedAtOn(client: Client): Promise<SyncOn> {
  const view = await lookedAt(client);
  if (view.stage !== 'on') throw new CommandError('SYNC_NOT_ON', words.sync.notOn[view.stage]);
  return view;
}

/** Where it is to be turned on or joined. @throws CommandError SYNC_ON if it is not off */
export function requireOff({ stage }: SyncView): void {
  if (stage !== 'off') throw new CommandError('SYNC_ON', words.sync.already[stage]);
}

/** @throws CommandError SYNC_TROUBLE, NOT_SIGNED_IN */
export function requireNoTrouble(trouble: SyncTrouble | null): void {
  if (trouble === null) return;
  if (trouble.next === 'signIn') throw new CommandError('NOT_SIGNED_IN', words.errors.signInFirst);
  throw new CommandError('SYNC_TROUBLE', `${troubleText(trouble)} ${words.sync.nexts[trouble.next]}`);
}

/** What the trouble is, as a sentence. */
export function troubleText({ code, fault }: SyncTrouble): string {
  return fault === null ? words.sync.troubles[code] : `${words.sync.troubles[code]} (${fault})`;
}

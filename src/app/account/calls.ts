import type { accountContract } from '../../contract/account.ts';
import type { AccountView, ServerState } from '../../contract/account-state.ts';
import type { ApiClient } from '../ports.ts';
import type { Calls } from '../serve.ts';
import type { SyncClient } from './sync-pass.ts';

/** The person's account, behind the window's contract. */
export interface Account extends Omit<Calls<typeof accountContract>, 'watch'> {
  /** Yields the present view first, then each change. */
  watch(input: unknown, signal?: AbortSignal): AsyncGenerator<AccountView, void, void>;
  /** Takes a link that the operating system opened. Never throws; ignores links that are not Latchkey's. */
  openLink(raw: string): void;
  /** What the person's browser may open for a link in the window; null: nothing. */
  pageToOpen(address: string): string | null;
  /** Asks the server about itself, and compares its clock with this computer's; null if it does not answer. */
  lookAtServer(): Promise<{ server: ServerState; driftMs: number | null }>;
  /** The id of the account that is signed in here. @throws Failure OTHER_STEP if nobody is, and as `ask` */
  id(): Promise<string>;
  /** Asks within the session, in turn with the account's own calls. @throws the failures of `Session.ask` */
  ask<T>(call: (client: ApiClient) => Promise<T>): Promise<T>;
  /** What goes on while nobody is signed in, on a computer that the person trusts; in turn as `ask` (`sync-pass.ts`). */
  syncPass: {
    ask<T>(call: (client: SyncClient) => Promise<T>): Promise<T>;
    take(): Promise<void>;
    end(): Promise<void>;
    /** When the pass ends or ended, by this computer's clock; null: there is none. */
    until(): number | null;
  };
  /** Follows the vault and asks the server about itself. Before that, only a call that needs it does. */
  start(): void;
  close(): Promise<void>;
}

import type { accountContract } from '../../contract/account.ts';
import type { AccountView } from '../../contract/account-state.ts';
import type { Calls } from '../serve.ts';

/** The person's account, behind the window's contract. */
export interface Account extends Omit<Calls<typeof accountContract>, 'watch'> {
  /** The present view first, then each change. */
  watch(input: unknown, signal?: AbortSignal): AsyncGenerator<AccountView, void, void>;
  /** A link that the operating system opened. Never throws; what is no link of ours is ignored. */
  openLink(raw: string): void;
  close(): Promise<void>;
}
